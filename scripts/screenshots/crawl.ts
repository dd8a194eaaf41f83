import { pagesById } from '#contracts/pages/index.ts';
import { pageIdAt } from '#contracts/pages/match.ts';
import { isPublic, nameOf, patternOf, takePictures, type Album } from './camera.ts';
import { hasView } from './coverage.ts';
import type { Person } from './person.ts';
import type { Viewer } from './viewers.ts';

type Found = { address: string; name: string };

/**
 * Pictures of every page that links lead to from where a person begins, in French on the way and in English afterwards. Of pages that differ from dossier
 * to dossier only by their words, the first one.
 */
export async function crawl(album: Album, person: Person, viewer: Viewer): Promise<number> {
  const { role } = viewer;
  await person.speak('fr');
  const found = await inFrench(album, person, viewer);
  await person.speak('en');
  for (const { address, name } of found) {
    await atLeast(album, `${role}: ${address}`, async () => {
      await person.goTo(address);
      await takePictures(album, person, { role, name, expected: viewer.expected?.[address] });
    });
  }
  return found.length;
}

async function inFrench(album: Album, person: Person, { role, starts, key, expected }: Viewer): Promise<Found[]> {
  const queue = [...starts];
  const known = new Set(queue);
  const counts = new Map<string, number>();
  const found: Found[] = [];
  const here = () => {
    const { pathname, search } = new URL(person.page.url());
    return pathname + search;
  };
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const asked = address;
    if (full(patternOf(asked), counts) || (!expected?.[asked] && !shows(asked))) continue;
    await atLeast(album, `${role}: ${asked}`, async () => {
      await person.goTo(asked);
      const pattern = patternOf(here());
      // It led to a page that was seen before.
      if (full(pattern, counts)) return;
      const index = counts.get(pattern) ?? 0;
      counts.set(pattern, index + 1);
      if (pattern !== patternOf(asked)) counts.set(patternOf(asked), (counts.get(patternOf(asked)) ?? 0) + 1);
      const name = nameOf(pattern, index);
      await takePictures(album, person, { role, name, expected: expected?.[asked] });
      found.push({ address: asked, name });
      for (const link of await linksOf(person)) {
        if (known.has(link) || (key !== null && isPublic(link))) continue;
        known.add(link);
        queue.push(link);
      }
    });
  }
  return found;
}

/** What goes wrong on one page is noted, and the next one is looked at. */
async function atLeast(album: Album, what: string, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    const problem = String((error as Error).message).split('\n')[0] ?? 'failed';
    album.shots.push({ role: what.split(':')[0] ?? '', page: what, file: '', variant: '', problems: [problem] });
    album.say(`${what}: ${problem}`);
  }
}

/** Pages that differ most from one dossier or person to the next: several are looked at. */
function full(pattern: string, counts: ReadonlyMap<string, number>): boolean {
  const several = /^\/(dossiers\/:id(\/propositions|\/messages|\/documents)?|office\/(dossiers|mediateurs)\/:id)$/;
  const most = several.test(pattern) ? 4 : 1;
  return (counts.get(pattern) ?? 0) >= most;
}

/** Whether a picture can be taken there: not of downloads, nor of what only saves or leads on. */
function shows(address: string): boolean {
  const id = pageIdAt(new URL(address, 'http://here').pathname);
  return id !== null && hasView(pagesById[id]!);
}

async function linksOf({ page }: Person): Promise<string[]> {
  const { origin } = new URL(page.url());
  const all = await page.$$eval('a[href]', (anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  return all
    .map((link) => new URL(link))
    .filter((url) => url.origin === origin)
    .map(({ pathname, search }) => pathname + search);
}
