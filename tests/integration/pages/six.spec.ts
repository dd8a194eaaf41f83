import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { root } from '#scripts/system/paths.ts';
import { hasView } from '#scripts/screenshots/coverage.ts';
import { addressOf } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { queues, slugOf } from '#web/app/office/desk/queues.ts';
import { castForPages, type PagesCast } from './cast.ts';
import { fillEveryList, more } from './fill-lists.ts';

/**
 * Every list is sorted, narrowed, searched, read page by page, taken away as a file, and kept as an address (B-11, ADR 44), or docs/how-to/add-a-list.md says why one of
 * these is not there. A page that shows a table and has no row in that document fails.
 */
const site = siteForFile();
let cast: PagesCast;
beforeAll(async () => {
  cast = await castForPages(site.suite);
  await fillEveryList(site.suite);
});

type Row = { page: string; by: string; has: boolean[]; why: string };

/** The table of the document. */
const rows: Row[] = readFileSync(path.join(root, 'docs/how-to/add-a-list.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `/'))
  .map((line) => {
    const [page = '', by = '', ...cells] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return {
      page: page.replaceAll('`', ''),
      by,
      has: cells.slice(0, 6).map((cell) => cell === 'yes'),
      why: cells[6] ?? '',
    };
  });
const whole = rows.filter(({ has }) => has.every(Boolean));

/** Files that a module of pages is made of. */
function madeOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']*\.tsx)'/g))
    madeOf(path.resolve(path.dirname(file), name), found);
  return found;
}

test('B-11 every page that shows a table is in the document, once; what one of them lacks has its reason', () => {
  const app = path.join(root, 'web/app');
  const table = path.join(app, 'ui/data/Table.tsx');
  const shown = Object.values(pagesById)
    .filter((page) => hasView(page) && madeOf(path.join(app, `${page.module}.route.tsx`)).has(table))
    .map((page) => page.path);
  expect(rows.map(({ page }) => page).sort()).toEqual(shown.sort());
  expect(rows.filter(({ has, why }) => has.length !== 6 || (!has.every(Boolean) && why.length < 20))).toEqual([]);
  expect(whole.length).toBeGreaterThan(12);
});

/** The addresses of a list, as its reader has them. */
function addressesOf(page: string): string[] {
  if (page === '/office/a-faire/:queue') return queues.map((name) => addressOf(page, { queue: slugOf(name) }));
  return [addressOf(page, cast.examples[page]?.params ?? {})];
}

const readerOf = (by: string): string =>
  (site.suite.people as unknown as Record<string, { userId: string }>)[by]!.userId;

const unescaped = (text: string) => text.replaceAll('&amp;', '&');
const get = async (by: string, address: string) => {
  const answer = await site.pages.get(readerOf(by), address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.html;
};

/** The table of the list itself, which its headings sort. */
const tableIn = (html: string): string =>
  html.match(/<table[\s\S]*?<\/table>/g)?.find((each) => each.includes('pc-sortable')) ?? '';
const rowsIn = (html: string): string[] =>
  (/<tbody[\s\S]*<\/tbody>/.exec(tableIn(html))?.[0] ?? '')
    .split('<tr')
    .slice(1)
    .map((row) => row.replaceAll(/<[^>]*>/g, '|'));
/** What the second page of a list differs by where rows read alike: the addresses of their rows. */
const placesIn = (html: string): string =>
  (/<tbody[\s\S]*<\/tbody>/.exec(tableIn(html))?.[0] ?? '').match(/href="[^"]*"/g)?.join() ?? rowsIn(html).join();
const headIn = (html: string): string => /<thead[\s\S]*<\/thead>/.exec(tableIn(html))?.[0] ?? '';
const sortedIn = (html: string): string[] => tableIn(html).match(/aria-sort="\w+"/g) ?? [];

const lists = whole.map(({ page, by }) => [page, by] as const);

describe('F-005 F-041 B-09 B-10 B-11 a list is', () => {
  test.each(lists)(
    'sorted by its headings, at an address that is the same for whoever opens it: %s',
    async (page, by) => {
      for (const address of addressesOf(page)) {
        const html = await get(by, address);
        expect([address, rowsIn(html).length > 0, sortedIn(html).length]).toEqual([address, true, 1]);
        const links = [...headIn(html).matchAll(/<th[^>]*>\s*<a [^>]*href="([^"]*)"/g)].map(([, to = '']) =>
          unescaped(to),
        );
        expect([address, links.length > 0]).toEqual([address, true]);
        for (const to of links) {
          expect(to).toMatch(/[?&]tri=\w+/);
          const sorted = await get(by, to);
          expect([to, sortedIn(sorted).length, rowsIn(sorted).length]).toEqual([to, 1, rowsIn(html).length]);
          // Its file is in that order too.
          expect([to, unescaped(sorted).includes(`fichier?${to.split('?')[1]}`)]).toEqual([to, true]);
        }
      }
    },
  );

  test.each(lists)('narrowed by codes in its address: %s', async (page, by) => {
    for (const address of addressesOf(page)) {
      const html = await get(by, address);
      const form = /<form method="get"[^>]*pc-filters[\s\S]*?<\/form>/.exec(html)?.[0];
      if (!form) {
        // Links instead of a form: views, states.
        const links = [...html.matchAll(/<nav[\s\S]*?<\/nav>/g)].flatMap(([nav]) => [
          ...nav.matchAll(/<a href="([^"]*)">/g),
        ]);
        const other = links.map(([, to = '']) => unescaped(to)).find((to) => to.startsWith(`${address}?`)) ?? '';
        expect([address, other]).toEqual([address, expect.stringContaining('?')]);
        expect(unescaped(await get(by, other))).toContain(`<a href="${other}" aria-current="page"`);
        continue;
      }
      const [, name = '', options = ''] = /<select[^>]*name="([^"]*)"[\s\S]*?>([\s\S]*?)<\/select>/.exec(form) ?? [];
      const value = [...options.matchAll(/<option value="([^"]+)"/g)].at(-1)?.[1] ?? '';
      expect([address, value]).toEqual([address, expect.stringMatching(/./)]);
      const narrowed = await get(by, `${address}?${name}=${encodeURIComponent(value)}`);
      expect([address, narrowed.includes(`<option value="${value}" selected=""`)]).toEqual([address, true]);
    }
  });

  test.each(lists)('searched by words that stand in no address: %s', async (page, by) => {
    for (const address of addressesOf(page)) {
      expect(await get(by, address)).toContain(`<form method="post" action="${address}" role="search"`);
      const fields = { intent: 'search', words: 'zygomatique introuvable' };
      const answer = await site.pages.post(readerOf(by), address, fields);
      expect([address, answer.status, rowsIn(answer.html)]).toEqual([address, 200, []]);
      expect(answer.html).not.toMatch(/(href|action)="[^"]*zygomatique/);
      expect((await site.pages.post(readerOf(by), address, { ...fields, words: ' ' })).status).toBe(422);
    }
  });

  test.each(lists)('read page by page, fifty at a time, and taken whole as a file: %s', async (page, by) => {
    for (const address of addressesOf(page)) {
      const first = await get(by, address);
      const next = unescaped(/<a rel="next" href="([^"]*)"/.exec(first)?.[1] ?? '');
      expect([address, rowsIn(first).length, next]).toEqual([address, 50, expect.stringContaining('apres=')]);
      const second = await get(by, next);
      expect([address, rowsIn(second).length > 0]).toEqual([address, true]);
      expect([address, placesIn(second) === placesIn(first)]).toEqual([address, false]);
      const file = unescaped(/<a [^>]*href="([^"]*fichier[^"]*)"[^>]*download/.exec(first)?.[1] ?? '');
      const answer = await site.pages.get(readerOf(by), file);
      expect([address, answer.status, answer.headers.get('content-type')]).toEqual([
        address,
        200,
        expect.stringContaining('text/csv'),
      ]);
      // As many as there are: the two pages when the second is the last, and at least those.
      expect([address, answer.html.split('\r\n').length > more]).toEqual([address, true]);
    }
  });
});

describe('B-09 B-10 B-11 what a search finds, and who is found by what', () => {
  const found = async (by: string, address: string, words: string): Promise<string[]> => {
    const { html } = await site.pages.post(readerOf(by), address, { intent: 'search', words });
    const results = /<section><h2>Résultats[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    expect([address, words, results]).toEqual([address, words, expect.stringMatching(/./)]);
    return (/<tbody[\s\S]*<\/tbody>/.exec(results)?.[0] ?? '').split('<tr').slice(1);
  };

  test('F-019 the Office and a respondent find somebody of a company by name or address, a representative by name alone', async () => {
    const company = { merchantId: site.suite.people.merchantId };
    const [office, team] = [
      addressOf('/office/commercants/:merchantId', company),
      addressOf('/equipe/:merchantId', company),
    ];
    for (const [by, address] of [
      ['officer', office],
      ['respondent', team],
    ] as const) {
      expect(await found(by, address, 'zabel 17')).toHaveLength(1);
      expect(await found(by, address, 'merchant17@six.example')).toHaveLength(1);
    }
    expect(await found('clerk', team, 'eve zabel 17')).toHaveLength(1);
    expect(await found('clerk', team, 'merchant17')).toHaveLength(0);
    // Nor is the list narrowed for them by what they do not see, and neither is their file.
    const rowsOf = async (query: string) => rowsIn(await get('clerk', `${team}${query}`));
    expect(await rowsOf('?etat=invited')).toEqual(await rowsOf(''));
    const file = await get('clerk', `${team}/fichier`);
    expect(file).toContain('Zabel 17');
    expect(file).not.toMatch(/@|six\.example/);
    expect(await get('respondent', `${team}/fichier?role=representative`)).toContain('merchant17@six.example');
    const { consumer, otherClerk, mediator } = site.suite.people;
    for (const { userId } of [consumer, mediator])
      expect((await site.pages.get(userId, `${team}/fichier`)).status).toBe(404);
    expect((await site.pages.get(otherClerk.userId, `${office}/fichier`)).status).toBe(403);
  });

  test('B-09 a saved reply is found by words of its title or text; T-08 a version by who prepared it; B-10 a dossier of a mediator by number or party', async () => {
    const replies = '/file-de-travail/reponses';
    expect(await found('clerk', replies, 'reponse 17')).toHaveLength(1);
    expect(await found('clerk', replies, 'merci')).toHaveLength(50);
    const { rows: officers } = await site.suite.pool.query<{ name: string }>(
      'select last_name as name from app_user where id = $1',
      [site.suite.people.officer.userId],
    );
    expect((await found('officer', '/office/delais', officers[0]!.name)).length).toBe(50);
    expect(await found('mediator', '/dossiers', '7004-000017')).toHaveLength(1);
    expect(await found('mediator', '/dossiers', 'boréal tremblay')).toHaveLength(50);
    // Of nobody else's dossiers, and by nothing that is not said on the list.
    expect(await found('mediator', '/dossiers', '7002-000017')).toHaveLength(0);
    expect((await site.pages.post(readerOf('consumer'), '/dossiers', { intent: 'search', words: 'x' })).status).toBe(
      403,
    );
  });
});
