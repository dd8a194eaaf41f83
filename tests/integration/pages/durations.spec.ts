import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

/** What a page says, its spaces plain. */
async function said(userId: string | null, address: string, language: 'fr' | 'en' = 'fr'): Promise<string> {
  const { status, html } = await site.pages.get(userId, address, language);
  expect([address, status]).toEqual([address, 200]);
  return html.replaceAll('<!-- -->', '').replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ');
}

test('T-08 F-056 F-142 what is told before a dossier opens are the durations that it will live by, not those of before', async () => {
  const { people, pool } = site.suite;
  const policy = { ...standardPolicy, version: 'longer', draft: { days: 21 }, retention: { years: 2 } };
  await pool.query(
    `insert into policy_version (number, policy, from_day, set_by, set_at)
     values (2, $1, '${dayFromToday(-3)}'::date, $2, now() - interval '9 days')`,
    [JSON.stringify(policy), people.officer.userId],
  );
  expect(await said(null, '/')).toContain('Vous avez 21 jours pour le transmettre.');
  expect(await said(null, '/', 'en')).toContain('You have 21 days to submit it.');
  expect(await said(null, '/vie-privee')).toContain('est conservé 2 ans, puis');
  expect(await said(null, '/aide/deroulement')).toContain('se lit encore pendant 2 ans, puis');
  const dossierId = randomUUID();
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_by, dossier_id)
     values (gen_random_uuid(), 'R2026-000779', '\\x00', 'a@b.example', $1, 'qualite', $2, now() + interval '14 days', $3, $4)`,
    [people.merchantId, people.officer.userId, people.consumer.userId, dossierId],
  );
  expect(await said(people.consumer.userId, `/dossiers/nouveau/${dossierId}`)).toContain(
    'Vous aurez ensuite 21 jours pour le remplir',
  );
});
