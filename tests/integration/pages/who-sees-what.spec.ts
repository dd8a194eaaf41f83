import { expect, test } from '@jest/globals';
import en from '#content/texts/en/visibility.ts';
import fr from '#content/texts/fr/visibility.ts';
import { access, phases, readerRoles, resources, type Access, type Resource } from '#domain/access/index.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const texts = { fr, en };

const wordsOf = (html: string) =>
  html
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();

type Words = (typeof texts)['fr' | 'en'];

/** What a section of the page says to each reader at each moment, read as a person reads it: its table, then its sentences. */
function readSection(html: string, words: Words, resource: Resource): (reader: string, phase: string) => string {
  const section = new RegExp(`<section aria-labelledby="${resource}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '';
  const cells = (row: string) =>
    [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => wordsOf(cell!));
  const [head = [], ...rows] = [...section.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) => cells(row!));
  const said = wordsOf(section.replace(/<table[\s\S]*<\/table>/, ''));
  const listed = (sentence: string): string[] => {
    const [before = '', after = ''] = sentence.replaceAll('\u00a0', ' ').split('{{names}}');
    const from = said.indexOf(before);
    return from < 0
      ? []
      : said
          .slice(from + before.length)
          .split(after)[0]!
          .split(', ');
  };
  const without = { readers: listed(words.never), phases: listed(words.nobody) };
  return (reader, phase) => {
    if (without.readers.includes(reader) || without.phases.includes(phase)) return words.rights.none;
    const column = head.findIndex((label) => label.split(', ').includes(phase));
    const row = rows.filter(([who = '']) => who.split(', ').includes(reader));
    return row.length === 1 && column > 0 ? row[0]![column]! : 'not said';
  };
}

test.each(['fr', 'en'] as const)(
  'B-04 every cell of « qui voit quoi » is that of the matrix (%s)',
  async (language) => {
    const words = texts[language];
    const { status, html } = await site.pages.get(null, '/qui-voit-quoi', language);
    expect(status).toBe(200);
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const rightOf = (resource: Resource, right: Access) =>
      plain(right === 'write' ? words.things[resource].write : words.rights[right]);
    const wrong: string[] = [];
    let cells = 0;
    for (const resource of resources) {
      const section = readSection(html, words, resource);
      for (const reader of readerRoles) {
        for (const phase of phases) {
          const said = section(plain(words.readers[reader]), plain(words.phases[phase]));
          const right = rightOf(resource, access(reader, resource, phase));
          cells += 1;
          if (said !== right) wrong.push(`${resource}, ${reader}, ${phase}: « ${said} » instead of « ${right} »`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(resources.length * readerRoles.length * phases.length);
    // Rows and columns are headed for those who do not see them.
    expect(html.match(/scope="row"/g)!.length).toBeGreaterThan(resources.length);
  },
);
