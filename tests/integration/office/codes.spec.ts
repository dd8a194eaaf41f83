import { expect, test } from '@jest/globals';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import {
  countLocked,
  countReferrals,
  listReferrals,
  maxAttempts,
  type ReferralState,
} from '#db/referrals/issued-codes.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const states: ReferralState[] = ['sent', 'locked', 'used', 'expired', 'revoked'];
type Code = { number: string; used: boolean; revoked: boolean; over: boolean; attempts: number; opened: boolean };

/** As the Office reads it: a dossier that exists has used the codes, whatever else became of them. */
function stateOf({ used, revoked, over, attempts, opened }: Code): ReferralState {
  if (used || opened) return 'used';
  if (revoked) return 'revoked';
  if (over) return 'expired';
  return attempts >= maxAttempts ? 'locked' : 'sent';
}

const either = [false, true];
const codes: Code[] = either
  .flatMap((used) => either.flatMap((revoked) => either.map((over) => ({ used, revoked, over }))))
  .flatMap((one) => [0, 9, 10, 11].flatMap((attempts) => either.map((opened) => ({ ...one, attempts, opened }))))
  .map((one, index) => ({ ...one, number: `R2026-8${String(index).padStart(5, '0')}` }));

test('F-051 B-11 codes stand where they do in each list, in every order, and are counted as they are listed', async () => {
  const { pool, people, web } = site.suite;
  const { dossierId } = await openPlay(site.suite, inNegotiation);
  for (const { number, used, revoked, over, attempts, opened } of codes)
    await pool.query(
      `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, attempts, issued_at, expires_at, used_at,
          revoked_at, dossier_id)
        values (gen_random_uuid(), $1, '', 'etat@b.example', $2, 'qualite', $3, $4, now() - interval '3 days', now() + $5::interval,
          case when $6::boolean then now() end, case when $7::boolean then now() end, $8)`,
      [
        ...[number, people.merchantId, people.officer.userId, attempts, over ? '-1 hour' : '1 hour', used, revoked],
        // Reserved by who recognised the codes, until the dossier exists.
        opened ? dossierId : people.officer.userId,
      ],
    );
  const now = new Date().toISOString();
  const asked = { now, words: null, after: null, limit: 1_000 };
  const counts = await countReferrals(web.db, { now, most: 1_000 });
  for (const state of states) {
    const expected = codes.filter((code) => stateOf(code) === state).map(({ number }) => number);
    expect(expected.length).toBeGreaterThan(0);
    for (const order of ['newest', 'oldest', 'expiry'] as const) {
      const rows = await listReferrals(web.db, { ...asked, state, order });
      expect([state, order, new Set(rows.map((row) => row.state))]).toEqual([state, order, new Set([state])]);
      const ours = rows.map(({ reference }) => reference).filter((reference) => reference.startsWith('R2026-8'));
      expect([state, order, ours.sort()]).toEqual([state, order, expected]);
      // A code whose dossier exists without its mark does not happen any more (Migration20261127042000).
      if (state !== 'used') expect([state, counts[state]]).toEqual([state, rows.length]);
    }
  }
  expect(await countLocked(web.db, { now, most: 1_000 })).toBe(counts.locked);
  expect(await countLocked(web.db, { now, most: 1 })).toBe(1);
});

test('F-051 B-11 the page counts the codes of each state, and says so when there are more than are counted', async () => {
  const { pool, people } = site.suite;
  const tabs = async (address: string) => {
    const { html } = await site.pages.get(people.officer.userId, address);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/<!-- -->|\u00a0/g, ' ');
    return main.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  };
  const { rows } = await pool.query<{ all: string }>('select count(*) as all from referral');
  expect(await tabs('/office/codes')).toContain(`${rows[0]!.all} demandes`);
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, issued_at, expires_at, used_at)
     select gen_random_uuid(), 'R2026-7' || n, '', 'etat@b.example', $1, 'qualite', $2, now(), now(), now() from generate_series(1, 1000) n`,
    [people.merchantId, people.officer.userId],
  );
  const page = await tabs('/office/codes?etat=used');
  expect(page).toContain('Plus de 999 demandes');
  expect(page).toMatch(/Utilisés\s*\( ?plus de 999 ?\)/);
  expect(page).toMatch(/Bloqués\s*\( ?\d+ ?\)/);
});
