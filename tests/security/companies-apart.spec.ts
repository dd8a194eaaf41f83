import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { pagesById } from '#contracts/pages/index.ts';
import { submitted } from '#domain/testing/scenario/scenarios.ts';
import { castForPages, type PagesCast } from '#tests/integration/pages/cast.ts';
import { addressOf, builtRoutes, type BuiltRoute } from '#tests/kit/addresses.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { readAfter } from '#tests/kit/said.ts';

const site = siteForFile();
let routes: BuiltRoute[];
let cast: PagesCast;
beforeAll(async () => {
  routes = await builtRoutes();
  cast = await castForPages(site.suite);
});

/** Everything that an act may write, counted. */
async function written(dossierId: string): Promise<unknown> {
  const { rows } = await site.suite.pool.query(
    `select (select count(*) from dossier_event where dossier_id = $1) as events, (select count(*) from message where dossier_id = $1) as messages,
       (select count(*) from proposal_content where dossier_id = $1) as proposals, (select count(*) from document where dossier_id = $1) as documents,
       (select count(*) from justification where dossier_id = $1) as justifications`,
    [dossierId],
  );
  return rows[0];
}

test('ASVS 8.4.1 8.2.2 the people of another company, consumer and mediator find none of a dossier’s addresses, and change nothing there', async () => {
  const { suite, pages } = site;
  const others = await createPeople(suite.pool);
  await admitEveryone(suite.pool);
  const { dossierId } = cast.open;
  const before = await written(dossierId);
  const { rows } = await suite.pool.query<{ number: string }>('select number from dossier where id = $1', [dossierId]);
  const faults: string[] = [];
  let tried = 0;
  for (const place of ['respondent', 'clerk', 'consumer', 'mediator'] as const) {
    const { userId } = others[place];
    for (const { id, path, hasLoader, hasAction } of routes) {
      if (!path.startsWith('/dossiers/:dossierId') || pagesById[id]?.enters !== 'reader') continue;
      const address = addressOf(path, { ...cast.examples['/dossiers/:dossierId/documents']?.params, dossierId });
      const answers = [
        ...(hasLoader ? [await pages.get(userId, address), await pages.get(userId, `${address}.data`)] : []),
        ...(hasAction ? [await pages.post(userId, address, { body: 'x', replaces: '', messageId: randomUUID() })] : []),
      ];
      tried += answers.length;
      for (const { status, html } of answers) {
        if (status !== 404) faults.push(`${place} ${path}: ${status}`);
        if (html.includes(rows[0]?.number ?? '?')) faults.push(`${place} ${path}: its number`);
      }
    }
    const list = await pages.get(userId, '/dossiers?vue=tous');
    if (list.status !== 200 || list.html.includes(dossierId)) faults.push(`${place}: the list`);
  }
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(100);
  expect(await written(dossierId)).toEqual(before);
}, 120_000);

test.each(['fr', 'en'] as const)(
  'ASVS 2.3.4 of three people who take charge of a dossier at once, one does, and the others read it (%s)',
  async (language) => {
    const { clerk, otherClerk, respondent } = site.suite.people;
    const { dossierId, state } = await openPlay(site.suite, submitted);
    const address = `/dossiers/${dossierId}/prise-en-charge`;
    const people = [clerk, otherClerk, respondent];
    const forms = await Promise.all(
      people.map(async ({ userId }) => site.pages.hidden((await site.pages.get(userId, address)).html, 'replaces')),
    );
    const answers = await Promise.all(
      people.map(({ userId }, n) =>
        site.pages.post({ userId, language }, address, { ...forms[n], form_key: randomUUID() }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    const taker = people[answers.findIndex(({ status }) => status === 303)];
    expect((await state()).handlerId).toBe(taker?.userId);
    const t = translator(language);
    for (const [n, answer] of answers.entries()) {
      const read = await readAfter(site.pages, { userId: people[n]!.userId, language }, answer);
      expect(read).toContain(t(answer.status === 303 ? 'dossier:takeCharge.done' : 'errors:dossier.charge_changed'));
    }
    const { rows } = await site.suite.pool.query(
      `select count(*)::int as taken from dossier_event where dossier_id = $1 and type = 'chargeTaken'`,
      [dossierId],
    );
    expect(rows).toEqual([{ taken: 1 }]);
  },
);

test('ASVS 7.4.4 every page of a signed-in person has a button that signs out', async () => {
  const { pages } = site;
  const without: string[] = [];
  let read = 0;
  for (const [path, { by, params = {} }] of Object.entries(cast.examples)) {
    if (by === null) continue;
    const { status, html } = await pages.get(by, addressOf(path, params));
    read += 1;
    const form = /<form method="post" action="\/deconnexion"[^>]*><button[^>]*>[^<]+<\/button>/.test(html);
    if (status !== 200 || !form) without.push(`${path}: ${status}`);
  }
  expect(without).toEqual([]);
  expect(read).toBeGreaterThan(35);
});
