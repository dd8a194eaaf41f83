import { expect, test } from '@jest/globals';
import { label } from '#content/lists/index.ts';
import { translator } from '#content/texts/index.ts';
import {
  agreed,
  failed,
  inMediation,
  inNegotiation,
  refused,
  submitted,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { formsOf, linksOf } from '#tests/kit/forms.ts';
import { siteForFile } from '#tests/kit/pages.ts';

/** The course of a dossier, as its pages tell it, from the sending to either end. */
const site = siteForFile();
const t = translator('fr');
const said = (key: string) => String(t(key));

const at = ({ dossierId }: Play, page = '') => `/dossiers/${dossierId}${page}`;
const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');
async function read(userId: string, address: string): Promise<string> {
  const { status, html } = await site.pages.get(userId, address);
  expect([address, status]).toEqual([address, 200]);
  return shown(html);
}

/** The phases of « Étapes du dossier », each with where it stands. */
function phasesOf(html: string): [string, string][] {
  const [list = ''] = /<ol class="pc-timeline"[\s\S]*?<\/ol>/.exec(html) ?? [];
  return [...list.matchAll(/pc-phase-(done|current|coming)"[^>]*><span class="pc-phase-label">([^<]*)</g)].map(
    ([, state = '', name = '']) => [name, state],
  );
}

test.each<{ name: string; scenario: Scenario; states: string; outcome: string | null }>([
  { name: 'sent', scenario: submitted, states: 'done current coming coming coming', outcome: null },
  { name: 'negotiated', scenario: inNegotiation, states: 'done done current coming coming', outcome: null },
  { name: 'mediated', scenario: inMediation, states: 'done done done current coming', outcome: null },
  { name: 'agreed upon', scenario: agreed, states: 'done done done coming done', outcome: 'agreement' },
  { name: 'refused', scenario: refused, states: 'done done coming coming done', outcome: 'refused' },
  { name: 'mediated in vain', scenario: failed, states: 'done done done done done', outcome: 'mediationFailed' },
])('F-002 a dossier that is $name says so to both parties: what has been, where it is, how it ended', async (told) => {
  const { consumer, respondent } = site.suite.people;
  const play = await openPlay(site.suite, told.scenario);
  const names = ['created', 'submitted', 'negotiation', 'mediation', 'closed'].map((key) =>
    said(`dossier:timeline.${key}`),
  );
  const states = told.states.split(' ');
  const { closing, status } = await play.state();
  expect(closing?.outcome ?? null).toBe(told.outcome);
  const where = told.outcome ? label('outcomes', told.outcome, 'fr') : label('statuses', status, 'fr');
  for (const { userId } of [consumer, respondent]) {
    const html = await read(userId, at(play));
    expect(phasesOf(html)).toEqual(names.map((name, position) => [name, states[position]]));
    expect(html).toMatch(new RegExp(`class="pc-chip[^"]*"[^>]*>${where}<`));
  }
});

test('F-092 proposals and answers are made from the table of proposals, and read there; what is written as a message is neither', async () => {
  const { consumer, clerk } = site.suite.people;
  const play = await openPlay(site.suite, inNegotiation);
  const before = await play.state();
  const table = at(play, '/propositions');
  // All that proposes or answers leads there, from whichever tab.
  const acts = linksOf(await read(clerk.userId, table)).filter((to) => /(nouvelle|accepter|modifier)$/.test(to));
  expect(acts).toEqual(expect.arrayContaining([`${table}/nouvelle`, `${table}/${before.proposals[0]!.id}/accepter`]));
  for (const tab of ['', '/documents', '/messages']) {
    const html = await read(clerk.userId, at(play, tab));
    const elsewhere = linksOf(html).filter((to) => /(nouvelle|accepter|modifier)$/.test(to));
    expect(elsewhere.filter((to) => !to.startsWith(table))).toEqual([]);
    const fields = formsOf(html, at(play, tab)).flatMap((form) => form.fields.map(({ name }) => name));
    expect(fields.filter((name) => /^(remedy|terms|read)/.test(name))).toEqual([]);
  }
  // F-092: a message that says yes is a message, and its page says so.
  const messages = at(play, '/messages');
  const { html } = await site.pages.get(clerk.userId, messages);
  expect(shown(html)).toContain(said('messages:formalise'));
  const words = 'Nous acceptons votre proposition.';
  const message = { ...site.pages.hidden(html, 'body'), body: words, intent: 'send' };
  expect((await site.pages.post(clerk.userId, messages, message)).status).toBe(303);
  const { status, proposals } = await play.state();
  expect({ status, proposals }).toEqual({ status: 'negotiation', proposals: before.proposals });

  const send = async (userId: string, [address, field]: [string, string], typed: Record<string, string | string[]>) => {
    const page = await site.pages.get(userId, address);
    const sent = await site.pages.post(userId, address, { ...site.pages.hidden(page.html, field), ...typed });
    expect(sent.status).toBe(303);
  };
  await send(clerk.userId, [`${table}/nouvelle`, 'remedy[]'], {
    intent: 'send',
    'remedy[]': ['remboursement_partiel'],
    'remboursement_partiel.amount': '120',
    'remboursement_partiel.deadline': '2099-01-31',
    terms: 'Par virement, en une fois.',
  });
  const counter = (await play.state()).proposals.at(-1)!.id;
  await send(consumer.userId, [`${table}/${counter}/accepter`, 'read'], { read: 'on' });
  for (const { userId } of [consumer, clerk]) {
    const cards = await read(userId, table);
    expect([...cards.matchAll(/id="proposition-(\d)"/g)].map(([, number]) => number)).toEqual(['2', '1']);
    expect(cards).toContain('Par virement, en une fois.');
    expect(cards).toMatch(/Vous avez accepté cette version le|Acceptée par/);
  }
});

test('F-132 a mediator closes with a justification or not at all, and both parties and the mediator read it', async () => {
  const { consumer, clerk, respondent, mediator } = site.suite.people;
  const justification = 'LES-POSITIONS-SONT-TROP-LOIN';
  const nature = 'UN-MOTEUR-DEFECTUEUX';
  const told = failed.map((step) => (step.act === 'closeMediation' ? { ...step, justification } : step));
  const open = await openPlay(site.suite, told.slice(0, -1));
  const address = at(open, '/mediation/fermeture');
  const { html } = await site.pages.get(mediator.userId, address);
  const form = { ...site.pages.hidden(html, 'justification'), reason: 'inconciliables', nature, confirmed: 'on' };
  const without = await site.pages.post(mediator.userId, address, { ...form, justification: '' });
  expect(without.status).toBe(422);
  expect(shown(without.html)).toContain(nature);
  expect((await open.state()).closing).toBeNull();

  const closed = await openPlay(site.suite, told);
  for (const { userId } of [consumer, clerk, respondent, mediator])
    expect(await read(userId, at(closed))).toContain(justification);
});
