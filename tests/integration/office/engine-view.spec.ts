import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { inMediation, inNegotiation, mediatorProposed } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';

const ui = 'https://temporal.example/';
let suite: EngineSuite;
let pages: Pages;
/** Another web process, whose engine is away. */
let alone: Pages;
beforeAll(async () => {
  suite = await startEngineSuite();
  const { rows } = await suite.pool.query<{ email: string }>('select email from app_user where id = $1', [
    suite.people.officer.userId,
  ]);
  pages = await startPages(suite, {
    TEMPORAL_UI_URL: ui,
    TEMPORAL_UI_OFFICERS: `autre@office.example, ${rows[0]!.email}`,
  });
  alone = await startPages(suite, { TEMPORAL_ADDRESS: '127.0.0.1:9', PORT: '0' });
});
afterAll(async () => {
  await alone?.stop();
  await pages?.stop();
  await suite?.stop();
});

const addressOf = ({ dossierId }: Play) => `/office/dossiers/${dossierId}`;

/** The page as an officer reads it. */
async function shown(from: Pages, address: string): Promise<string> {
  const { html, status } = await from.get(suite.people.officer.userId, address);
  expect(status).toBe(200);
  return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');
}

test('B-11 the workflow itself answers, agrees with the journal, and is a link away; never by a code', async () => {
  const play = await openPlay(suite, inMediation);
  const page = await shown(pages, addressOf(play));
  expect(page).toContain('Le moteur, interrogé à l’instant, attend la même chose que le journal.');
  expect(page).toContain('Date visée de la médiation : l’Office est averti');
  expect(page).not.toContain('mediationTarget');
  const { TEMPORAL_NAMESPACE: namespace } = suite.servers.env;
  expect(page).toContain(`href="${ui}namespaces/${namespace}/workflows/${dossierWorkflowId(play.dossierId)}"`);
  // An officer whom no setting names is not led where acceptances stand (requirements §6).
  const { officer: other } = await createPeople(suite.pool);
  await admitEveryone(suite.pool);
  const theirs = await pages.get(other.userId, addressOf(play));
  expect(theirs.html).toContain('Le moteur, interrogé à l’instant');
  expect(theirs.html).not.toContain(ui);
  const mine = await pages.get(suite.people.consumer.userId, `/dossiers/${play.dossierId}`);
  expect(mine.html).not.toContain(ui);
});

test('B-11 A-30 what a side answers to a mediator’s proposal moves no date that the Office is shown', async () => {
  const play = await openPlay(suite, mediatorProposed);
  const dates = async () => /<table.*?<\/table>/s.exec(await shown(pages, addressOf(play)))?.[0];
  const before = await dates();
  expect(before).toContain('Date visée de la médiation');
  await play.step({ by: 'clerk', act: 'askForRevision' });
  expect(await dates()).toBe(before);
  await play.step({ by: 'consumer', act: 'acceptProposal' });
  expect(await dates()).toBe(before);
});

test('B-11 what the engine has not heard of is said, with the journal’s dates', async () => {
  const play = await openPlay(suite, inNegotiation);
  // An act that the journal holds and the workflow never saw, as after a power cut.
  await suite.pool.query(
    `update dossier set seq = seq + 1, state = jsonb_set(jsonb_set(state, '{seq}', to_jsonb(seq + 1)), '{awaiting,who}', '"consumer"')
     where id = $1`,
    [play.dossierId],
  );
  const page = await shown(pages, addressOf(play));
  expect(page).toContain('Le moteur et le journal ne disent pas la même chose (le nombre de faits consignés');
  expect(page).toContain('Rappel 1 à la partie dont c’est le tour');
});

test('B-11 without the engine the journal answers, within a moment, and the page says so', async () => {
  const play = await openPlay(suite, inNegotiation);
  await shown(alone, addressOf(play));
  const since = Date.now();
  const page = await shown(alone, addressOf(play));
  expect(Date.now() - since).toBeLessThan(5_000);
  expect(page).toContain('Le moteur n’a pas répondu à temps. Ces dates sont celles du journal, qui fait foi.');
  expect(page).toContain('Rappel 1 à la partie dont c’est le tour');
  expect(page).not.toContain('Temporal');
});
