import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type Desk } from './desk.ts';
import { toldBy, type QueuedMail } from '#tests/kit/secrets.ts';

let desk: Desk;
beforeAll(async () => void (desk = await startDesk()));
afterAll(async () => desk.stop());

const fresh = () => desk.pool.query(`delete from rate_limit`).catch(() => undefined);

describe('F-051 codes issued by the Office', () => {
  test('M-01 the mail carries both, the link keeps the code behind its #, and no table tells the code', async () => {
    const { id, reference, accessCode } = await desk.issue();
    const { rows } = await desk.pool.query<QueuedMail & { row: string }>(
      `select id, to_address as "to", params, m::text as row from mail m where dedupe_key like $1`,
      [`access-codes:${id}:%`],
    );
    expect(rows.map(({ to }) => to)).toEqual([desk.consumer.email]);
    expect(toldBy(rows[0]!)).toMatchObject({
      ...{ reference, code: accessCode, path: `/dossiers/nouveau?ref=${reference}#code=${accessCode}` },
    });
    expect(rows[0]!.row).not.toContain(accessCode);
    const { rows: kept } = await desk.pool.query(`select r::text as row from referral r where id = $1`, [id]);
    expect(kept[0].row).not.toContain(accessCode);
  });

  test('a form sent twice, even at once, makes one request and one mail', async () => {
    const key = randomUUID();
    await Promise.all([desk.issue(undefined, key), desk.issue(undefined, key), desk.issue(undefined, key)]);
    const { rows } = await desk.pool.query(
      `select (select count(*) from referral where id = $1)::int as referrals,
        (select count(*) from mail where dedupe_key like 'access-codes:' || $1 || ':%')::int as mails`,
      [key],
    );
    expect(rows[0]).toEqual({ referrals: 1, mails: 1 });
  });

  test('sent anew, the former code no longer works; called back, none does', async () => {
    await fresh();
    const before = await desk.issue();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.referrals.resend(desk.people.officer.userId, before.id);
    const after = await desk.codesOf(before.id);
    expect(after.accessCode).not.toBe(before.accessCode);
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: before, ip: '' })).rejects.toMatchObject({
      code: 'codes.unknown',
    });
    await desk.referrals.revoke(desk.people.officer.userId, before.id);
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: after, ip: '' })).rejects.toMatchObject({
      code: 'codes.expired',
    });
    const { rows, counts } = await desk.referrals.list(
      { id: desk.people.officer.userId },
      { filter: { state: 'revoked' }, order: 'newest', after: null },
    );
    expect(rows.map((row) => row.id)).toContain(before.id);
    expect(counts.revoked).toBeGreaterThan(0);
  });

  test('a merchant that is not enrolled gets no codes', async () => {
    const form = { email: 'a@b.ca', language: 'fr' as const, merchantId: randomUUID(), problemKind: 'qualite' };
    await expect(
      desk.referrals.issue({ officerId: desk.people.officer.userId, form, key: randomUUID() }),
    ).rejects.toMatchObject({
      code: 'value.invalid',
    });
  });
});

describe('F-054 codes entered by the consumer', () => {
  test.each([
    ['a wrong code', (codes: Codes) => ({ ...codes, accessCode: 'AAAA-BBBB-CCCC' })],
    ['a wrong reference', (codes: Codes) => ({ ...codes, reference: 'R2020-999999' })],
    ['an empty code', (codes: Codes) => ({ ...codes, accessCode: ' ' })],
    ['a reference of markup', (codes: Codes) => ({ ...codes, reference: '<script>’; drop table referral;--' })],
  ])('%s is unknown', async (_, change) => {
    await fresh();
    await expect(
      desk.referrals.recogniseCodes({ user: desk.consumer, typed: change(await desk.issue()), ip: '' }),
    ).rejects.toMatchObject({
      code: 'codes.unknown',
    });
  });

  test('someone else’s codes are refused, and told so only with the right code', async () => {
    await fresh();
    const codes = await desk.issue();
    await expect(desk.referrals.recogniseCodes({ user: desk.friend, typed: codes, ip: '' })).rejects.toMatchObject({
      code: 'codes.not_yours',
      status: 403,
    });
    const wrong = { ...codes, accessCode: 'AAAA-BBBB-CCCC' };
    await expect(desk.referrals.recogniseCodes({ user: desk.friend, typed: wrong, ip: '' })).rejects.toMatchObject({
      code: 'codes.unknown',
    });
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).resolves.toEqual(
      expect.any(String),
    );
  });

  test('codes past their date are expired', async () => {
    await fresh();
    const codes = await desk.issue();
    desk.clock.ahead = 62 * 86_400_000;
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).rejects.toMatchObject({
      code: 'codes.expired',
      status: 410,
    });
    desk.clock.ahead = 0;
  });

  test('ten wrong codes lock the reference, and an eleventh try in a quarter of an hour is held back', async () => {
    await fresh();
    const codes = await desk.issue();
    for (let n = 0; n < 10; n += 1) {
      await expect(
        desk.referrals.recogniseCodes({ user: desk.consumer, typed: { ...codes, accessCode: `AAAA${n}` }, ip: '' }),
      ).rejects.toMatchObject({ code: 'codes.unknown' });
    }
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).rejects.toMatchObject({
      code: 'rate.limited',
      status: 429,
    });
    await fresh();
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).rejects.toMatchObject({
      code: 'codes.expired',
    });
  });

  test('typed in lower case, with spaces, they are the same', async () => {
    await fresh();
    const { reference, accessCode } = await desk.issue();
    const typed = {
      reference: reference.toLowerCase().replace('-', ' '),
      accessCode: accessCode.toLowerCase().replaceAll('-', ' '),
    };
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed, ip: '' })).resolves.toEqual(
      expect.any(String),
    );
  });
});

type Codes = { id: string; reference: string; accessCode: string };

describe('F-055 the undertaking opens the dossier', () => {
  test('nothing is spent before it is accepted; accepted twice and at once, there is one dossier', async () => {
    await fresh();
    const codes = await desk.issue();
    const dossierId = await desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' });
    expect(await desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).toBe(dossierId);
    expect((await desk.referrals.openRequests(desk.consumer.id)).map((each) => each.dossierId)).toContain(dossierId);
    await Promise.all(
      [1, 2, 3].map(() => desk.referrals.openFiling({ user: desk.consumer, dossierId, ...desk.terms })),
    );
    const { rows } = await desk.pool.query(
      `select d.status, d.problem_kind, r.used_at is not null as used,
        (select count(*) from dossier where consumer_id = $2 and id = $1)::int as dossiers,
        (select count(*) from terms_acceptance t where t.dossier_id = $1)::int as accepted
       from dossier d join referral r on r.dossier_id = d.id where d.id = $1`,
      [dossierId, desk.consumer.id],
    );
    expect(rows[0]).toEqual({ status: 'draft', problem_kind: 'qualite', used: true, dossiers: 1, accepted: 2 });
    await expect(desk.referrals.recogniseCodes({ user: desk.consumer, typed: codes, ip: '' })).rejects.toMatchObject({
      code: 'codes.used',
      status: 409,
    });
    await expect(desk.referrals.revoke(desk.people.officer.userId, codes.id)).rejects.toMatchObject({
      code: 'form.gone',
    });
  });

  test('a process that dies between the acceptance and the engine loses nothing: asked again, it goes on', async () => {
    await fresh();
    const dossierId = await desk.referrals.recogniseCodes({ user: desk.consumer, typed: await desk.issue(), ip: '' });
    const { create } = desk.engine;
    desk.deps.engine.create = () => Promise.reject(new Error('killed'));
    await expect(desk.referrals.openFiling({ user: desk.consumer, dossierId, ...desk.terms })).rejects.toThrow(
      'killed',
    );
    desk.deps.engine.create = create;
    expect((await desk.referrals.openRequests(desk.consumer.id)).map((each) => each.dossierId)).toContain(dossierId);
    await desk.referrals.openFiling({ user: desk.consumer, dossierId, ...desk.terms });
    expect((await desk.engine.state(dossierId))?.status).toBe('draft');
  });

  test('an outdated version, and another person’s request, open nothing', async () => {
    await fresh();
    const dossierId = await desk.referrals.recogniseCodes({ user: desk.consumer, typed: await desk.issue(), ip: '' });
    const old = { ...desk.terms, shown: { ...desk.terms.shown, termsVersion: '2020-01-01' } };
    await expect(desk.referrals.openFiling({ user: desk.consumer, dossierId, ...old })).rejects.toMatchObject({
      code: 'auth.terms_changed',
    });
    await expect(desk.referrals.openFiling({ user: desk.friend, dossierId, ...desk.terms })).rejects.toMatchObject({
      code: 'access.not_found',
    });
    expect(await desk.engine.state(dossierId)).toBeNull();
  });
});
