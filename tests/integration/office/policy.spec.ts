import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { policyFields } from '#contracts/schemas/policy.ts';
import { submitted } from '#domain/testing/scenario/scenarios.ts';
import { textsInForce } from '#web/server/services/accounts/current-user.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { servicesLater } from './later.ts';

const site = siteForFile();
const officer = () => site.suite.people.officer.userId;
const address = '/office/delais/prochaine';

/** What the form of the next version holds, changed. */
async function typed(changes: Record<string, string>): Promise<Record<string, string>> {
  const { html, status } = await site.pages.get(officer(), address);
  expect(status).toBe(200);
  return { ...site.pages.hidden(html, 'day'), ...policyFields(standardPolicy), ...changes };
}

const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');

test('T-08 A-06 A-05 what does not go together is refused beside its field, and nothing is saved', async () => {
  const form = await typed({ takeChargeAlert: '14', draftReminders: '3, 7', retention: 'un an', day: dayFromToday(0) });
  const { status, html } = await site.pages.post(officer(), address, form);
  expect(status).toBe(422);
  for (const sentence of [
    'Écrivez des nombres entiers, comme 14, ou 3, 7, 14 là où il en faut plusieurs.',
    'value="un an"',
  ])
    expect(main(html)).toContain(sentence);
  const rules = await site.pages.post(officer(), address, { ...form, retention: '1' });
  expect(main(rules.html)).toContain('L’Office est averti après le dernier rappel : écrivez plus de 14.');
  expect(main(rules.html)).toContain('Écrivez les rappels du plus lointain au plus proche, chacun une fois.');
  const late = await typed({ takeChargeAlert: '20', day: dayFromToday(-1) });
  expect(main((await site.pages.post(officer(), address, late)).html)).toContain('Choisissez un jour à venir');
  const same = await site.pages.post(officer(), address, await typed({ day: dayFromToday(3) }));
  expect(main(same.html)).toContain('Ces délais sont déjà ceux qui sont en vigueur.');
  expect((await site.suite.pool.query('select from policy_version')).rowCount).toBe(0);
});

test('T-08 A-06 F-055 a version is compared, confirmed, noted, and lived by from its day, by new dossiers only; a second officer is told', async () => {
  const running = await openPlay(site.suite, submitted);
  const changed = await typed({ takeChargeAlert: '20', takeChargeReminders: '4 et 9', day: dayFromToday(3) });
  const others = await typed({ mediationWait: '30', day: dayFromToday(5) });
  const compared = await site.pages.post(officer(), address, changed);
  expect(compared.status).toBe(303);
  const confirm = compared.location!;
  const { html } = await site.pages.get(officer(), confirm);
  const page = main(html);
  for (const words of [
    '4 jours, 9 jours',
    '15 jours',
    '20 jours',
    'ils gardent les leurs|garde les siens',
    'Commerçant',
  ])
    expect(page).toMatch(new RegExp(words));
  expect(page).not.toContain('Droit de demander la médiation');

  expect((await site.pages.post(officer(), confirm, { form_key: randomUUID() })).status).toBe(422);
  const sent = { ...site.pages.hidden(html, 'confirmed'), form_key: randomUUID(), confirmed: 'yes' };
  const answers = [await site.pages.post(officer(), confirm, sent), await site.pages.post(officer(), confirm, sent)];
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, '/office/delais'],
    [303, '/office/delais'],
  ]);
  const { rows } = await site.suite.pool.query(
    `select number, policy -> 'takeChargeAlert' as alert, (select count(*)::int from audit_log where action = 'office.policy_set') as noted
     from policy_version`,
  );
  expect(rows).toEqual([{ number: 2, alert: { days: 20 }, noted: 1 }]);
  expect(main((await site.pages.get(officer(), '/office/delais')).html)).toMatch(/Une version entrera en vigueur le/);

  // Whoever had the page open from before is told, at the form and at the confirmation.
  const second = await site.pages.post(officer(), address, others);
  expect(second.status).toBe(409);
  expect(main(second.html)).toContain('Une version a été préparée');
  const late = await site.pages.post(officer(), confirm, { ...sent, form_key: randomUUID() });
  expect(late.status).toBe(409);

  expect((await servicesLater(site.suite, 0).policy.facts()).inForce).toEqual(standardPolicy);
  const later = servicesLater(site.suite, 4);
  expect((await later.policy.facts()).inForce.takeChargeAlert).toEqual({ days: 20 });
  // The desk and the help follow the version in force; the dossier under way does not.
  expect((await later.office.desk()).unansweredDays).toBe(20);
  expect((await running.state()).policy.takeChargeAlert).toEqual({ days: 15 });
  const dossierId = randomUUID();
  const { people, pool } = site.suite;
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_by, dossier_id)
     values (gen_random_uuid(), 'R2026-000999', '\\x00', 'a@b.example', $1, 'qualite', $2, now() + interval '14 days', $3, $4)`,
    [people.merchantId, officer(), people.consumer.userId, dossierId],
  );
  await later.referrals.openFiling({
    user: { id: people.consumer.userId, email: 'a@b.example' },
    dossierId,
    shown: { termsVersion: textsInForce.terms, confidentialityVersion: textsInForce.confidentiality },
    language: 'fr',
    ip: '127.0.0.1',
  });
  const opened = await pool.query(`select state -> 'policy' ->> 'version' as version from dossier where id = $1`, [
    dossierId,
  ]);
  expect(opened.rows).toEqual([{ version: `${dayFromToday(3)}.2` }]);
});

test('T-08 a version that says what is in force is announced as what undoes the one to come', async () => {
  const confirmed = async (changes: Record<string, string>): Promise<string> => {
    const { location } = await site.pages.post(officer(), address, await typed(changes));
    const { html } = await site.pages.get(officer(), location ?? '');
    const form = { ...site.pages.hidden(html, 'confirmed'), confirmed: 'yes' };
    const { status, headers } = await site.pages.post(officer(), location ?? '', form);
    expect(status).toBe(303);
    return headers.getSetCookie().map(decodeURIComponent).join();
  };
  expect(await confirmed({ mediationWait: '31', day: dayFromToday(6) })).toContain('policy:confirm.done.changed');
  expect(await confirmed({ day: dayFromToday(7) })).toContain('policy:confirm.done.unchanged');
});
