import { beforeAll, describe, expect, test } from '@jest/globals';
import { pages, pagesById } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { castForPages, type PagesCast } from '#tests/integration/pages/cast.ts';
import { addressOf, builtRoutes } from '#tests/kit/addresses.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { represented, whoIsWho } from './doors.ts';
import { everybody, ofTheMerchant } from './doors-table.ts';
import { allActs, readyForm, type AnyAct, type ReadyForm } from './more-acts.ts';
import { changedIn, knownIds, sendAs, stored, type Stored } from './sending.ts';

/**
 * Who may send which form, by someone who did not look at the code: sent by everybody else, valid as it is and with the ids of the dossier, it is refused and changes
 * nothing. A route that takes forms without a row here fails.
 */
const site = siteForFile();
const acts = allActs(site);

/** Who else may do it than the person who does it here. */
const also: Record<string, string[]> = {
  'taking charge': ofTheMerchant,
  'taking charge of several': ofTheMerchant,
  'putting dossiers at a place': ofTheMerchant,
  'a refusal': ofTheMerchant,
  'a closing': ['clerk'],
  'a request for mediation': ['clerk'],
  'a withdrawal from mediation': ['clerk'],
  'asking for another version': ['consumer'],
  'opening a private talk': ['clerk'],
  'showing messages to the mediator': ['clerk'],
  'a message to the other side': ['clerk'],
  'a message that scripts save': ['clerk'],
  'a message to both sides': ['consumer', 'clerk'],
  'a file that scripts send': ['clerk'],
  'a document that waits': ['clerk'],
  'removing a representative': ['friend'],
  'leaving a representation': ['consumer'],
  'an absence': ['stranger.mediator', 'former.mediator'],
  'an absence and who stands in': ['respondent'],
  'a saved reply': ofTheMerchant,
  'a saved reply that is kept no more': ofTheMerchant,
  'a participation form': everybody,
};

/** Acts that stay the consumer's when somebody represents them (L218). */
const ofTheRepresented = ['a file that scripts send', 'a file of the intake that scripts send'];

/** Answered as one who asks for what is not there any more is: it is gone, and nothing was done. */
const asGone: Record<string, string[]> = {
  'a saved reply that is kept no more': ['stranger.respondent', 'stranger.clerk', 'former.clerk'],
};

const consumers = ['consumer', 'friend', 'stranger.consumer'];
const merchants = [...ofTheMerchant, 'stranger.respondent', 'stranger.clerk', 'former.clerk'];
const office = (names: string): Record<string, string[]> =>
  Object.fromEntries(names.split(' ').map((name) => [`office.${name}`, ['officer']]));

/** Forms that only ask, and those whose act is tried elsewhere: who gets as far as being answered. Everyone else sends an empty one, and is refused. */
const entering: Record<string, string[]> = {
  ...office(
    'queue policy nextPolicy confirmPolicy codes dossiers merchants merchant mediators accounts account handOver handingOver readings absences',
  ),
  'queue.list': merchants,
  'dossier.list': ['mediator', 'stranger.mediator', 'former.mediator'],
  'filing.start': consumers,
  // Sent on to where codes are given.
  'filing.undertaking': consumers,
  'filing.documents': ['consumer'],
  'filing.review': ['consumer'],
};

/** One's own account, a link that is its own proof, what one has looked at: integration/accounts, integration/pages/ways-in, ./live.spec.ts. */
const passages = [...Object.values<Page>(pages.accounts), pages.participation.followed, pages.dossier.live].map(
  ({ path }) => path,
);

let ids: Record<string, string>;
let cast: PagesCast;
beforeAll(async () => {
  cast = await castForPages(site.suite);
  ids = await whoIsWho(site.suite);
});

/** An act’s form as its page gives it to this person, filled in. */
async function opened(act: AnyAct, play: Play, userId: string): Promise<ReadyForm> {
  const form = await readyForm(act, play);
  const { status, html } = await site.pages.get(userId, form.page);
  expect(status).toBe(200);
  return { ...form, fields: { ...site.pages.hidden(html, act.field), ...form.fields } };
}

/** What came of a form that someone sent: how it was answered, and what it changed for anybody but its sender. */
type Tried = { refused: boolean; status: number; changed: string[] };

const refused = ({ status, location }: Answer): boolean =>
  (status >= 400 && status !== 429) ||
  (status === 303 && /^\/connexion|\/mediation\/declaration$/.test(location ?? ''));

async function tried(who: string, form: ReadyForm, known: ReadonlySet<string>): Promise<Tried> {
  const { pool } = site.suite;
  const sender = who === 'visitor' ? null : ids[who]!;
  // So many forms of one person at once are more than one is let send.
  await pool.query('delete from rate_limit');
  const before: Stored = await stored(pool, sender);
  const answer = await sendAs(site.pages, sender, { form, known });
  return { refused: refused(answer), status: answer.status, changed: changedIn(before, await stored(pool, sender)) };
}

const closedTo = (name: string): string[] =>
  everybody.filter((who) => who !== acts[name]!.by && !also[name]?.includes(who));

/** An act tried by everyone who may not, then by the one who may. */
async function tryAct(name: string): Promise<Map<string, Tried>> {
  const act = acts[name]!;
  const play = await openPlay(site.suite, act.scenario);
  const form = await opened(act, play, ids[act.by]!);
  const known = await knownIds(site.suite.pool);
  const found = new Map<string, Tried>();
  for (const who of [...closedTo(name), act.by]) found.set(who, await tried(who, form, known));
  return found;
}

const playing = new Map<string, Promise<Map<string, Tried>>>();
const outcome = (name: string): Promise<Map<string, Tried>> => {
  const known = playing.get(name) ?? tryAct(name);
  playing.set(name, known);
  return known;
};

const names = Object.keys(acts);
const nothing = { refused: true, status: expect.any(Number), changed: [] };

describe('F-030 A-30 B-04 a form that another person may send is refused, and changes nothing', () => {
  test('every route that takes forms has a row', async () => {
    const acting = (await builtRoutes()).filter(({ hasAction }) => hasAction).map(({ id }) => id);
    const known = new Set([...Object.values(acts).map(({ page }) => page.path), ...passages]);
    expect(acting.filter((id) => !known.has(pagesById[id]!.path) && !(id in entering))).toEqual([]);
    expect(Object.keys(entering).filter((id) => !acting.includes(id))).toEqual([]);
  });

  test.each(names.flatMap((name) => closedTo(name).map((who) => [name, who] as const)))(
    '%s, by %s',
    async (name, who) => {
      expect((await outcome(name)).get(who)).toEqual({ ...nothing, refused: !asGone[name]?.includes(who) });
    },
  );

  test.each(names)('%s, by who may: it is done', async (name) => {
    const found = (await outcome(name)).get(acts[name]!.by)!;
    expect(found).toMatchObject({ refused: false });
    // What scripts save is its author's own until it is sent.
    if (name !== 'a message that scripts save') expect(found.changed).not.toEqual([]);
  });

  const closed = Object.entries(entering).flatMap(([id, who]) =>
    everybody.filter((each) => !who.includes(each)).map((each) => [id, each] as const),
  );
  test.each(closed)('%s, an empty form, by %s', async (id, who) => {
    const { path } = pagesById[id]!;
    const address = addressOf(path, cast.examples[path]?.params ?? { userId: ids['mediator']! });
    const form = { address, page: address, fields: { intent: 'send', form_name: 'close' }, file: false };
    expect(await tried(who, form, new Set())).toEqual(nothing);
  });
});

const inDossier = names.filter((name) => acts[name]!.page.path.includes(':dossierId'));
const ofConsumer = inDossier.filter((name) => acts[name]!.by === 'consumer' && !/represent|that waits/.test(name));
const ofMediator = inDossier.filter(
  (name) => acts[name]!.by === 'mediator' && acts[name]!.scenario.some(({ act }) => act === 'declareNoConflict'),
);

describe('F-071 F-072 A-17 once represented, the consumer acts no more but to add documents, and the representative does', () => {
  test.each(ofConsumer)('%s', async (name) => {
    const act = acts[name]!;
    const play = await openPlay(site.suite, represented(act.scenario));
    const form = await opened(act, play, ids['friend']!);
    const known = await knownIds(site.suite.pool);
    if (ofTheRepresented.includes(name)) expect(await tried('consumer', form, known)).toMatchObject({ refused: false });
    // From a page of the intake, one is sent on to what one may read of it.
    else if (name === 'an answer of the intake') expect((await tried('consumer', form, known)).changed).toEqual([]);
    else expect(await tried('consumer', form, known)).toEqual(nothing);
    expect(await tried('friend', form, known)).toMatchObject({ refused: false });
  });
});

describe('F-110 F-121 a mediator acts between their declaration and the end of their mandate, and at no other time', () => {
  test.each(ofMediator)('%s', async (name) => {
    const act = acts[name]!;
    const cast = { ...site.suite.people, mediator: { ...site.suite.people.mediator, userId: ids['former.mediator']! } };
    const play = await openPlay({ ...site.suite, people: cast }, act.scenario);
    const form = await opened(act, play, ids['former.mediator']!);
    const known = await knownIds(site.suite.pool);
    await play.step({ by: 'mediator', act: 'recuse' });
    cast.mediator = site.suite.people.mediator;
    await play.step({ by: 'officer', act: 'assignMediator', mediator: 'mediator' });
    // The one who was, and the one who has not declared yet. Handing back what one has handed back is done (sent-twice.spec.ts).
    const late = await tried('former.mediator', form, known);
    expect(late).toEqual(name === 'a hand-back' ? { ...nothing, refused: false } : nothing);
    expect(await tried('mediator', form, known)).toEqual(nothing);
  });
});
