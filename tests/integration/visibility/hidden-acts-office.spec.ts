import { describe, expect, test } from '@jest/globals';
import { siteForFile } from '#tests/kit/pages.ts';
import { addressesOf, searchesOf } from './addresses.ts';
import { cases, passWhatIsDue } from './hidden-acts.ts';
import { differences, lastingIds, look, type Asked, type Seen } from './look.ts';
import { playWorld, type World } from './world.ts';

/**
 * The Office counts, sorts and watches what waits: its desk, its lists and their files, its figures. None of them tells what an officer may not know: every byte of them
 * is the same before and after, and what comes of it later too. In a database of its own, where no other test's dossiers move.
 */
const site = siteForFile();

const ofOffice = cases.filter(([, { role }]) => role === 'officer');

/** Everything of the Office's; whether the engine answered in time moves the data of a dossier's page. */
function officeAddresses(world: World, number: string): (string | Asked)[] {
  const addresses = addressesOf(world).filter(
    (address) => address.startsWith('/office') && !/^\/office\/dossiers\/[\da-f-]+\.data(\?|$)/.test(address),
  );
  return [...addresses, ...searchesOf([number]).filter(({ address }) => address.startsWith('/office'))];
}

async function numberOf({ dossierId }: World): Promise<string> {
  const { rows } = await site.suite.pool.query<{ number: string }>('select number from dossier where id = $1', [
    dossierId,
  ]);
  return rows[0]!.number;
}

async function seen(world: World): Promise<Seen> {
  const addresses = officeAddresses(world, await numberOf(world));
  const lasting = await lastingIds(site.suite.pool, world);
  return look(site.pages, world.people.officer, { addresses, lasting });
}

describe('§6 A-30 B-11 B-04 the Office’s desk, lists, files, searches and figures stay as they were, to the byte', () => {
  test.each(ofOffice)(
    '%s',
    async (_name, { stage, represented, hidden }) => {
      const { pool } = site.suite;
      const world = await playWorld(pool, stage, { represented });
      // Another dossier of the same people, which everyone saw change later: what moves the first one up a list is seen.
      await playWorld(pool, stage, { people: world.people, represented, after: 48 });
      world.wait(96);
      const before = await seen(world);
      const { seq } = await world.state();
      for (const act of hidden) await world.run(act.steps(world.acting));
      expect((await world.state()).seq).toBeGreaterThan(seq);
      expect(differences(before, await seen(world))).toEqual([]);
      const listed = [...before].filter(
        ([address, text]) => text.startsWith('200') && !address.includes(world.dossierId),
      );
      expect(listed.length).toBeGreaterThan(60);
    },
    60_000,
  );
});

/** The rows of a dossier in every list of the Office, without what tells it from another one, by where they are. */
async function rowsOf(world: World): Promise<Map<string, string[]>> {
  const number = await numberOf(world);
  const alike = (text: string) =>
    text.replaceAll(number, '<number>').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>');
  const found = new Map<string, string[]>();
  for (const [address, text] of await seen(world)) {
    // Other dossiers stand beside it, in the data too; its own page is compared in hidden-acts.spec.ts.
    const rows = /\.data/.test(address) ? [] : (text.match(/<tr[\s\S]*?<\/tr>|^".*$/gm) ?? []);
    const own = rows.filter((row) => row.includes(number)).map(alike);
    if (own.length > 0) found.set(alike(address), own);
  }
  return found;
}

const answers = ofOffice.filter(([, { stage }]) => stage === 'proposed');

describe('§6 A-30 B-11 nor do they tell it weeks later, once the system has reminded whom it reminds', () => {
  test.each(answers)(
    '%s',
    async (_name, { stage, represented, hidden }) => {
      const found: Map<string, string[]>[] = [];
      for (const happens of [true, false]) {
        const world = await playWorld(site.suite.pool, stage, { represented });
        if (happens) for (const act of hidden) await world.run(act.steps(world.acting));
        world.wait(400);
        await passWhatIsDue(world);
        found.push(await rowsOf(world));
      }
      expect(found[0]!.size).toBeGreaterThan(3);
      expect(found[0]).toEqual(found[1]);
    },
    60_000,
  );
});
