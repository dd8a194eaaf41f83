import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pages, pagesById } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { addressOf, builtRoutes } from '#tests/kit/addresses.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { textLines } from '#tests/kit/text-lines.ts';
import { formActs } from './acts.ts';

const site = siteForFile();

const twice = formActs(site);

/** Pages whose forms are no acts, or are sent twice in tests of their own, and why. */
const elsewhere: [Page, string][] = [
  [pages.dossier.messages, 'a text with a draft: integration/dossier/words'],
  [pages.dossier.propose, 'a text with a draft: integration/dossier/words'],
  [pages.dossier.editProposal, 'a text with a draft: integration/dossier/words'],
  [pages.dossier.autosave, 'it only saves'],
  [pages.dossier.live, 'it only notes how far was read: e2e/pages/attended'],
  [pages.dossier.upload, 'files: e2e/uploads'],
  [pages.dossier.notes, 'a text with its version: integration/dossier/mediator-desk'],
  [pages.participation.followed, 'integration/accounts/office/participation'],
  [pages.absences.change, 'integration/office/absences'],
  [pages.queue.list, 'it only searches'],
  [pages.queue.charge, 'integration/queue'],
  [pages.queue.reply, 'a text with its version: integration/queue'],
  [pages.queue.establishment, 'integration/queue'],
  [pages.office.dossiers, 'it only searches'],
  [pages.office.queue, 'it only searches'],
  [pages.office.merchants, 'it only searches'],
  [pages.office.merchant, 'it only searches'],
  [pages.office.policy, 'it only searches'],
  [pages.dossier.list, 'it only searches'],
  [pages.office.mediators, 'it only searches'],
  [pages.office.accounts, 'it only searches'],
  [pages.office.readings, 'it only searches'],
  [pages.office.absences, 'it only searches'],
  [pages.office.account, 'integration/accounts/sessions'],
  [pages.office.handOver, 'integration/office/hand-over'],
  [pages.office.handingOver, 'integration/office/hand-over'],
  [pages.office.nextPolicy, 'it only compares'],
  [pages.office.confirmPolicy, 'integration/office/policy'],
  [pages.office.codes, 'codes sent again are other codes; revoked twice: integration/accounts/office/keys'],
  [pages.filing.start, 'it only reads the codes; what it opens is spent by the next page'],
  [pages.filing.undertaking, 'integration/intake/opening'],
  [pages.filing.screen, 'it only saves: integration/intake/pages'],
  [pages.filing.autosave, 'it only saves'],
  [pages.filing.documents, 'titles are saved: integration/intake/pages'],
  [pages.filing.upload, 'files: e2e/uploads'],
  [pages.filing.review, 'integration/intake/steps'],
  ...Object.values<Page>(pages.accounts).map((page): [Page, string] => [page, 'an account: integration/accounts']),
];

const acts = [
  ...['dossier_event', 'invitation', 'referral', 'merchant', 'merchant_member', 'app_user', 'mail', 'document'],
  ...['terms_acceptance', 'mediator_absence', 'office_contact', 'office_step', 'member_absence', 'saved_reply'],
  ...['participation', 'access_request', 'establishment', 'dossier_establishment'],
];

/** Everything that an act may leave behind, counted. */
async function effects(tables = [...acts, 'audit_log']): Promise<string> {
  const counts = tables.map((table) => `'${table}', (select count(*) from ${table})`);
  const { rows } = await site.suite.pool.query(`select jsonb_build_object(${counts.join(', ')})::text as counts`);
  return rows[0].counts as string;
}

test('every page with a form has a row here, or says where it is sent twice', async () => {
  const acting = (await builtRoutes()).filter(({ hasAction }) => hasAction).map(({ id }) => pagesById[id]!.path);
  const known = new Set([...Object.values(twice).map(({ page }) => page), ...elsewhere.map(([page]) => page)]);
  expect(acting.filter((path) => ![...known].some((page) => page.path === path))).toEqual([]);
});

test.each(Object.keys(twice))(
  '%s sent twice is done once, and the second sending says so',
  async (name) => {
    const { page, by, scenario, field, tabs, ...row } = twice[name]!;
    const play = await openPlay(site.suite, scenario);
    const { userId } = site.suite.people[by];
    const address = addressOf(page.path, { dossierId: play.dossierId, ...(await row.params?.(play)) });
    const fields = (await row.fields?.(play)) ?? {};
    const opened = async () => {
      const { status, html } = await site.pages.get(userId, address);
      expect(status).toBe(200);
      return { form_key: randomUUID(), ...site.pages.hidden(html, field), ...fields };
    };
    const [form, otherTab] = [await opened(), await opened()];
    const send = (sent: Record<string, string | string[]>) => site.pages.post(userId, address, sent);

    // A double click: both are under way at once.
    const before = await effects();
    const answers = await Promise.all([send(form), send(form)]);
    const said = answers.map(({ status, html }) => ({ status, said: status === 303 ? '' : sentence(html) }));
    expect(said).toEqual([1, 2].map(() => ({ status: 303, said: '' })));
    expect(answers[1]!.location).toBe(answers[0]!.location);
    const once = await effects();
    expect(once).not.toBe(before);

    // Back, and sent again.
    const again = await send(form);
    expect({ status: again.status, to: again.location }).toEqual({ status: 303, to: answers[0]!.location });
    expect(await effects()).toBe(once);

    // From another tab, which has a key of its own. An officer’s act is noted as theirs also where it finds everything done.
    const done = await effects(acts);
    const other = await send(otherTab);
    if (tabs === 'refused') {
      expect([403, 409, 410, 422]).toContain(other.status);
      expect(sentence(other.html)).not.toBe('');
    } else {
      expect(other.status).toBe(303);
    }
    if (tabs !== 'act') expect(await effects(acts)).toBe(done);
  },
  60_000,
);

/** What a refused form or page says on top. */
function sentence(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return textLines(main).slice(0, 12).join(' | ');
}
