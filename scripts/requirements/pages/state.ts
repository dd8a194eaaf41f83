import type { Facts } from '../facts.ts';
import { folder, isNumber } from '../list.ts';
import { aspects, has } from '../marks/marks.ts';

/** The page whose last part tells how the list stands. */
export const home = `${folder}/README.md`;
export const stateTitle = '## How it stands';

/** How many numbers of each page have what, and everything that is not yet there. */
export function state({ entries, marks, exceptions }: Facts): string {
  const numbers = [...entries.values()].filter(({ key }) => isNumber(key));
  const firsts = [...entries.values()].filter(({ page, key }) => page !== home && /^§/.test(key));
  const pages = [...new Set(firsts.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ page }) => page))];
  const rows = pages.map((page) => {
    const here = numbers.filter((entry) => entry.page === page);
    const name = page.slice(folder.length + 1);
    const section = firsts.find((entry) => entry.page === page)!.key;
    const keys = here.length > 0 ? `${here[0]!.key} to ${here.at(-1)!.key}` : '–';
    const counts = aspects.map(
      (aspect) => here.filter(({ key }) => marks.has(key) && has(marks.get(key)!, aspect)).length,
    );
    const figures = here.length > 0 ? [here.length, ...counts] : ['–', '–', '–', '–'];
    return `| ${[section, `[${name}](${name})`, keys, ...figures].join(' | ')} |`;
  });
  const order = [...numbers].sort((a, b) => pages.indexOf(a.page) - pages.indexOf(b.page)).map(({ key }) => key);
  const notYet = exceptions
    .filter(({ why }) => why === 'not yet')
    .sort((a, b) => order.indexOf(a.number) - order.indexOf(b.number));
  return [
    stateTitle,
    '',
    '| section | page | numbers | of them | with a rule | a page | a test |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'Not yet:',
    '',
    ...notYet.flatMap(({ number, without, reason }) => {
      const entry = entries.get(number);
      if (!entry) return [];
      return `- [${number}](${entry.page.slice(folder.length + 1)}#${entry.anchor}) (${without.join(', ')}): ${reason}`;
    }),
  ].join('\n');
}
