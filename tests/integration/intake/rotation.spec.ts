import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { secretRing, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import { keyOfInvitation } from '#db/codes.ts';
import { spelledCode } from '#domain/typed/codes.ts';
import { strong } from '#tests/integration/accounts/journey.ts';
import { testPepper, testSecrets, toldBy, type QueuedMail } from '#tests/kit/secrets.ts';
import { readPending } from '#web/server/services/accounts/pending.ts';
import { createServices } from '#web/server/services/index.ts';
import { startDesk, type Desk } from './desk.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await desk?.stop();
});
beforeEach(() => desk.pool.query(`delete from rate_limit`));

const second = 'second-pepper-of-the-test-suites-0123456789';
const third = 'third-pepper-of-the-test-suites-01234567890';
const rotated = secretRing(second, [testPepper]);
const forgetful = secretRing(third, [second]);

/** The web's services as they are with these secrets. */
const under = (secrets: SecretRing) => createServices({ ...desk.deps, env: { ...desk.deps.env, secrets } });

const recognise = (secrets: SecretRing, typed: { reference: string; accessCode: string }) =>
  under(secrets).referrals.recogniseCodes({ user: desk.consumer, typed, ip: '' });

const idStored = async (table: string, { column, id }: { column: string; id: string }): Promise<string> => {
  const { rows } = await desk.pool.query<{ id: string }>(
    `select encode(substring(${column} for 4), 'hex') as id from ${table} where id = $1`,
    [id],
  );
  return rows[0]?.id ?? '';
};

test('ASVS 11.2.2 F-054 an access code is accepted after its secret was replaced, and new ones are made with the new secret', async () => {
  const issued = await desk.issue();
  expect(await idStored('referral', { column: 'access_code_hash', id: issued.id })).toBe(testSecrets[0].id);
  await expect(recognise(rotated, { ...issued, accessCode: 'AAAA-BBBB-CCCC' })).rejects.toMatchObject({
    code: 'codes.unknown',
  });
  expect(await recognise(rotated, issued)).toMatch(/^[0-9a-f-]{36}$/);
  await under(rotated).referrals.resend(desk.people.officer.userId, issued.id);
  expect(await idStored('referral', { column: 'access_code_hash', id: issued.id })).toBe(rotated[0].id);
  await expect(recognise(rotated, issued)).rejects.toMatchObject({ code: 'codes.unknown' });
});

test('ASVS 11.2.2 F-054 a code of before secrets had names is accepted, then and after a rotation', async () => {
  const issued = await desk.issue();
  const accessCode = 'K7QM-4XPT-9R2B';
  const hash = createHmac('sha256', testPepper)
    .update(`code:${spelledCode(accessCode)}`)
    .digest();
  await desk.pool.query(`update referral set access_code_hash = $2 where id = $1`, [issued.id, hash]);
  const typed = { ...issued, accessCode };
  const reserved = await recognise(testSecrets, typed);
  expect(await recognise(rotated, typed)).toBe(reserved);
  await expect(recognise(forgetful, typed)).rejects.toMatchObject({ code: 'codes.unknown' });
});

test('ASVS 11.2.2 F-054 twice rotated and forgotten, its owner is told that the code is over, and nobody else anything', async () => {
  const issued = await desk.issue();
  const others = await desk.issue('autre@personne.example');
  await expect(recognise(forgetful, issued)).rejects.toMatchObject({ code: 'codes.expired' });
  await expect(recognise(forgetful, others)).rejects.toMatchObject({ code: 'codes.unknown' });
});

/** The friend is invited: the invitation, and their acceptance with a key. */
async function invited() {
  const dossierId = await desk.open();
  const representation = await desk.representation.load(desk.consumer, dossierId);
  const named = { firstName: 'Luc', lastName: 'Roy', relationship: 'ami', adult: 'on', consent: 'on' } as const;
  await desk.representation.name({ representation, form: { ...named, email: desk.friend.email }, key: randomUUID() });
  const { opened } = await desk.representation.load(desk.consumer, dossierId);
  const id = opened.state.representative?.invitationId ?? '';
  const { rows } = await desk.pool.query<{ keyHash: Buffer }>(
    `select key_hash as "keyHash" from invitation where id = $1`,
    [id],
  );
  const answer = { adult: 'on', notLawyer: 'on', ...bothTexts, terms: 'on', confidentiality: 'on' } as const;
  const accept = (validationKey: string, secrets: SecretRing = testSecrets) =>
    under(secrets).representation.acceptInvitation({
      user: desk.friend,
      form: { ...answer, number: opened.summaryRow.number, validationKey },
      key: randomUUID(),
      language: 'fr',
      ip: '',
    });
  return { dossierId, id, keyHash: rows[0]!.keyHash, accept };
}

test('F-077 A-19 wrong keys given in the same instant are ten and no more; the right one takes no try', async () => {
  const { dossierId, id, keyHash, accept } = await invited();
  const tried = (attempts: number) =>
    desk.pool.query('update invitation set attempts = $2 where id = $1', [id, attempts]);
  const tries = async () => (await desk.pool.query('select attempts from invitation where id = $1', [id])).rows[0];
  const outcome = (work: Promise<unknown>) => work.catch((error: { code?: string }) => error.code);
  await tried(8);
  const wrong = await Promise.all([1, 2, 3, 4, 5, 6].map(() => outcome(accept('AAAA-BBBB-CCCC'))));
  expect(wrong.filter((code) => code === 'invitation.unknown')).toHaveLength(2);
  expect(wrong.filter((code) => code === 'invitation.expired')).toHaveLength(4);
  expect(await tries()).toEqual({ attempts: 10 });
  const key = keyOfInvitation(testSecrets, { id, keyHash }) ?? '';
  expect(await outcome(accept(key))).toBe('invitation.expired');
  await tried(9);
  expect(await accept(key)).toBe(dossierId);
  expect(await tries()).toEqual({ attempts: 9 });
});

test('ASVS 11.2.2 F-077 a validation key is the same in a mail made after a rotation, and opens; forgotten, it is over', async () => {
  const { dossierId, id, keyHash, accept } = await invited();
  const validationKey = keyOfInvitation(rotated, { id, keyHash }) ?? '';
  expect(validationKey).toBe(keyOfInvitation(testSecrets, { id, keyHash }));
  await expect(accept(validationKey, forgetful)).rejects.toMatchObject({ code: 'invitation.expired' });
  expect(await accept(validationKey, rotated)).toBe(dossierId);
});

test('ASVS 11.2.2 F-011 codes sent by mail before a rotation prove an address and choose a password after it', async () => {
  const email = `tournante-${randomUUID()}@exemple.ca`;
  const form = { email, firstName: 'Élise', lastName: 'Côté', password: strong };
  const codeOf = async (template: string): Promise<string> => {
    const { rows } = await desk.pool.query<QueuedMail>(
      `select id, to_address as "to", params from mail where to_address = $1 and template = $2`,
      [email, template],
    );
    return toldBy(rows[0]!)['code'] ?? '';
  };
  const pending = readPending(
    await under(testSecrets).accounts.register({ form, ip: '', language: 'fr' }),
    'verify_email',
  )!;
  const code = await codeOf('email-verification');
  const verify = (secrets: SecretRing, typed = code) =>
    under(secrets).accounts.verifyEmail({ pending, code: typed, ip: '' });
  await expect(verify(forgetful)).rejects.toMatchObject({ code: 'auth.code_expired' });
  const wrong = code === '000000' ? '111111' : '000000';
  await expect(verify(rotated, wrong)).rejects.toMatchObject({ code: 'auth.code_wrong' });
  const userId = await verify(rotated);

  const asked = readPending(await under(testSecrets).accounts.askReset({ email, ip: '' }), 'reset_password')!;
  const password = 'nouvelle phrase verte 19';
  const reset = { pending: asked, code: await codeOf('password-reset'), password, ip: '' };
  await expect(under(forgetful).accounts.resetPassword(reset)).rejects.toMatchObject({ code: 'auth.code_expired' });
  expect(await under(rotated).accounts.resetPassword(reset)).toBe(userId);
});
