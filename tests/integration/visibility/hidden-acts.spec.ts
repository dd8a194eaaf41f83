import { describe, expect, test } from '@jest/globals';
import type { Scenario } from '#domain/testing/scenario/scenarios.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { addressesOf } from './addresses.ts';
import { differences, lastingIds, look, type Seen } from './look.ts';
import { cases, goOn } from './hidden-acts.ts';
import { playWorld, type Role, type World } from './world.ts';

const site = siteForFile();

/** Where this reader is let in; that everyone else is refused there, whatever the dossier, ../dossier/visibility.spec.ts shows. */
function addressesFor(role: Role, world: World): string[] {
  const consumer = role === 'consumer' || role === 'friend';
  return addressesOf(world).filter((address) => {
    // Lists and figures of the Office hold the dossiers of other cases too, which go on by themselves: ./hidden-acts-office.spec.ts looks at them.
    if (
      /^\/office(\/dossiers|\/a-faire\/.*|\/chiffres.*)?(\?|\.|$)/.test(address) ||
      address.startsWith('/office/a-faire/')
    )
      return false;
    // Whether the engine answered in time moves everything in the data of that page; the page itself is compared.
    if (/^\/office\/dossiers\/[\da-f-]+\.data(\?|$)/.test(address)) return false;
    if (address.startsWith('/office')) return role === 'officer' && !/codes|nouveau|modifier/.test(address);
    if (/\/(creation|nouveau|representation|invitation)/.test(address)) return consumer;
    return role !== 'officer' || address.includes(world.dossierId);
  });
}

/** The tabs at which an act shows to who may know of it. */
function tabsOf({ dossierId }: World): string[] {
  const messages = ['negotiation', 'consumerCaucus', 'merchantCaucus'].map((thread) => `messages?fil=${thread}`);
  return [`/dossiers/${dossierId}`, `/dossiers/${dossierId}/representation`]
    .concat(['propositions', ...messages].map((tab) => `/dossiers/${dossierId}/${tab}`))
    .concat(`/office/dossiers/${dossierId}`);
}

async function seenBy(world: World, role: Role, addresses: string[]): Promise<Seen> {
  return look(site.pages, world.people[role], { addresses, lasting: await lastingIds(site.suite.pool, world) });
}

/**
 * The rows of this case's dossiers in the Office's list, in its order. It holds the dossiers of other cases too, which go on by themselves.
 */
async function officeRows({ people }: World, numbers: string[], list = '/office/dossiers'): Promise<string[]> {
  const own: string[] = [];
  for (let address: string | undefined = list; address;) {
    const { html } = await site.pages.get(people.officer.userId, address);
    const rows = [...html.matchAll(/<tr.*?<\/tr>/gs)].flat();
    own.push(...rows.filter((row) => numbers.some((number) => row.includes(`>${number}<`))));
    address = /href="([^"]*apres=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return own;
}

/** The same of each list of the desk that holds dossiers. */
async function deskRows(world: World, numbers: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const list of ['mediations', 'nouvelles', 'mediations-immobiles', 'silences', 'suivis'])
    found[list] = await officeRows(world, numbers, `/office/a-faire/${list}`);
  return found;
}

async function numbersOf(worlds: World[]): Promise<string[]> {
  const ids = worlds.map(({ dossierId }) => dossierId);
  const { rows } = await site.suite.pool.query<{ number: string }>(
    'select number from dossier where id = any($1::uuid[])',
    [ids],
  );
  return rows.map(({ number }) => number);
}

describe('§6 A-30 B-04 what a reader may not know leaves every page, list and file as it was, to the byte', () => {
  test.each(cases)(
    '%s',
    async (_name, { stage, represented, role, hidden }) => {
      const { pool } = site.suite;
      const world = await playWorld(pool, stage, { represented });
      // Another dossier of the same people, which everyone saw change later: what moves the first one up a list is seen.
      const other = await playWorld(pool, stage, { people: world.people, represented, after: 48 });
      const numbers = await numbersOf([world, other]);
      const everything = () => seenBy(world, role, addressesFor(role, world));
      const rows = await officeRows(world, numbers);
      expect(rows).toHaveLength(2);
      const desk = role === 'officer' ? await deskRows(world, numbers) : null;
      world.wait(96);
      // Once before, so that what is read is marked as read.
      await seenBy(world, role, tabsOf(world));
      const before = await everything();
      for (const act of hidden) {
        const knew = await seenBy(world, act.seenBy, tabsOf(world));
        await world.run(act.steps(world.acting));
        const knows = await seenBy(world, act.seenBy, tabsOf(world));
        expect({ act: act.name, seen: differences(knew, knows).length > 0 }).toEqual({ act: act.name, seen: true });
      }
      expect(differences(before, await everything())).toEqual([]);
      if (role === 'officer') expect(await officeRows(world, numbers)).toEqual(rows);
      if (desk) expect(await deskRows(world, numbers)).toEqual(desk);
    },
    120_000,
  );
});

/** What this person finds, without the ids and the number that tell one world from the other; the Office's lists hold both. */
async function lookAtTwin(world: World, role: Role): Promise<Seen> {
  // Drafts are saved by the real clock; twins are looked at on either side of a minute.
  for (const table of ['message', 'proposal_content']) {
    const unsent = `update ${table} set saved_at = $2 where dossier_id = $1 and published_at is null`;
    await site.suite.pool.query(unsent, [world.dossierId, world.now()]);
  }
  const mine = (address: string) =>
    !address.includes('.data') && (!address.startsWith('/office/') || address.includes(world.dossierId));
  const seen = await look(site.pages, world.people[role], { addresses: addressesFor(role, world).filter(mine) });
  const alike = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
      .replaceAll(/\b20\d\d-\d{6}\b/g, '<number>')
      .replaceAll(/"account":"[0-9a-f]+"/g, '"account":"<account>"');
  return new Map([...seen].map(([address, text], index) => [`${index} ${alike(address)}`, alike(text)]));
}

describe('§6 what was hidden stays so when more happens, whatever comes of it', () => {
  // Each reader once a stage: the cases above have each act for each reader.
  const stages = (['mediation', 'proposed'] as const).flatMap((stage) =>
    cases.filter(([, each]) => each.stage === stage),
  );
  const later = stages.filter(
    ([, one], at) => stages.findIndex(([, other]) => other.stage === one.stage && other.role === one.role) === at,
  );
  const endings = ['failed', 'agreed'] as const;
  test.each(endings.flatMap((ending) => later.map(([name, each]) => [ending, name, each] as const)))(
    'then %s: %s',
    async (ending, _name, { stage, represented, role, hidden }) => {
      const found: Seen[] = [];
      for (const happens of [true, false]) {
        const world = await playWorld(site.suite.pool, stage, { represented });
        if (happens) for (const act of hidden) await world.run(act.steps(world.acting));
        await goOn(world, ending);
        found.push(await lookAtTwin(world, role));
      }
      expect(differences(found[0]!, found[1]!)).toEqual([]);
    },
    120_000,
  );
});

describe('§6 B-02 B-11 what one side answered moves no list of the Office’s desk', () => {
  const answers = cases.filter(([, { stage, role }]) => stage === 'proposed' && role === 'officer');

  /** The rows of a world in which the ladder of the sides has run out; `first`, `then`: what is done before that and after. */
  async function alerted(answer: { first?: Scenario; then?: Scenario }, represented = false) {
    const world = await playWorld(site.suite.pool, 'proposed', { represented });
    if (answer.first) await world.run(answer.first);
    const early = await deskRows(world, await numbersOf([world]));
    world.wait(30 * 24);
    await world.passDeadline('turnAlert');
    if (answer.then) await world.run(answer.then);
    const late = await deskRows(world, await numbersOf([world]));
    return { early: counted(early), late: counted(late) };
  }
  const counted = (rows: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(rows).map(([list, { length }]) => [list, length]));
  const nowhere = { mediations: 0, nouvelles: 0, 'mediations-immobiles': 0, silences: 0, suivis: 0 };

  test('a mediation is among the silent parties once the Office was told, whichever side answers before or after', async () => {
    expect(answers.length).toBeGreaterThan(3);
    for (const [name, { represented, hidden }] of answers) {
      const steps = hidden.flatMap((act) => act.steps(represented ? 'friend' : 'consumer'));
      const told = { early: nowhere, late: { ...nowhere, silences: 1 } };
      expect([name, await alerted({ first: steps }, represented)]).toEqual([name, told]);
      expect([name, await alerted({ then: steps }, represented)]).toEqual([name, told]);
    }
  }, 240_000);

  test('one that both sides had answered by then is not, and one that both answer later stays until the turn passes', async () => {
    const both: Scenario = [
      { by: 'consumer', act: 'askForRevision' },
      { by: 'clerk', act: 'askForRevision' },
    ];
    expect(await alerted({ first: both })).toEqual({ early: nowhere, late: nowhere });
    expect(await alerted({ then: both })).toMatchObject({ late: { silences: 1 } });
    const edited: Scenario = [...both, { by: 'mediator', act: 'editProposal', proposal: 'Une autre date.' }];
    expect(await alerted({ then: edited })).toMatchObject({ late: nowhere });
  }, 120_000);
});
