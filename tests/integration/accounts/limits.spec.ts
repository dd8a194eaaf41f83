import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type Desk } from '#tests/integration/intake/desk.ts';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { rules, type LimitName } from '#web/server/services/limits/rules.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await desk?.stop();
});

const wrong = { reference: 'R2020-999999', accessCode: 'AAAA-BBBB-CCCC' };
const invitation = {
  number: '2020-999999',
  validationKey: 'AAAA-BBBB-CCCC',
  adult: 'on',
  notLawyer: 'on',
  termsVersion: bothTexts.termsVersion,
  confidentialityVersion: bothTexts.confidentialityVersion,
  terms: 'on',
  confidentiality: 'on',
} as const;

test('counts keep neither the person nor the address that they are about, whoever counts', async () => {
  const ip = '203.0.113.77';
  await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: wrong, ip })).rejects.toMatchObject({
    code: 'codes.unknown',
  });
  const accept = desk.representation.acceptInvitation({
    user: desk.friend,
    form: invitation,
    key: 'key',
    language: 'fr',
    ip,
  });
  await expect(accept).rejects.toMatchObject({ code: 'invitation.unknown' });
  const limits = createLimits({ pool: desk.pool, secrets: testSecrets });
  for (const name of Object.keys(rules) as LimitName[]) {
    await limits.count(name, rules[name].of === 'place' ? ip : desk.consumer.email);
  }
  const { rows } = await desk.pool.query<{ key: string }>('select key from rate_limit');
  expect(rows.length).toBeGreaterThan(Object.keys(rules).length);
  for (const { key } of rows) expect(key).toMatch(/^[A-Za-z]+:[\w-]{43}$/);
});

test('each rule refuses past its count with its own code and the minutes to wait, and says nothing before', async () => {
  const limits = createLimits({ pool: desk.pool, secrets: secretRing('another') });
  for (const name of Object.keys(rules) as LimitName[]) {
    const { of, points, refusal } = rules[name];
    const [subject, other] = of === 'place' ? ['203.0.113.1', '203.0.113.2'] : ['A@exemple.ca', 'b@exemple.ca'];
    for (let n = 0; n < points; n += 1) await limits.count(name, subject!);
    const full = { code: refusal, params: { minutes: expect.any(Number) } };
    // However the address is written.
    await expect(
      limits.count(name, of === 'place' ? `::ffff:${subject}` : subject!.toLowerCase()),
    ).rejects.toMatchObject(full);
    await expect(limits.check(name, subject!)).rejects.toMatchObject(full);
    await limits.count(name, other!);
    await limits.reset(name, subject!);
    await limits.count(name, subject!);
  }
});

test('F-054 F-077 tries of codes and of validation keys are one count, of a person and of a place', async () => {
  await desk.pool.query('delete from rate_limit');
  const ip = '203.0.113.90';
  const held = { code: 'rate.limited', status: 429 };
  for (let n = 0; n < 5; n += 1) {
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: wrong, ip })).rejects.toMatchObject({
      code: 'codes.unknown',
    });
    const accept = desk.representation.acceptInvitation({
      user: desk.consumer,
      form: invitation,
      key: `key${n}`,
      language: 'fr',
      ip,
    });
    await expect(accept).rejects.toMatchObject({ code: 'invitation.unknown' });
  }
  await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: wrong, ip })).rejects.toMatchObject(held);
  await expect(desk.referrals.recogniseCodes({ user: desk.friend, typed: wrong, ip })).rejects.toMatchObject({
    code: 'codes.unknown',
  });
});

test('a table of counts that is missing is a fault, and not made by the web process', async () => {
  await desk.pool.query('alter table rate_limit rename to rate_limit_away');
  try {
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: wrong, ip: '' })).rejects.toMatchObject({
      code: '42P01',
    });
    const { rows } = await desk.pool.query(`select to_regclass('rate_limit') as found`);
    expect(rows).toEqual([{ found: null }]);
  } finally {
    await desk.pool.query('alter table rate_limit_away rename to rate_limit');
  }
});
