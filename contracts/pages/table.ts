import { pages } from './index.ts';
import type { Entrants, Page } from './page.ts';

const who: Record<Entrants, string> = {
  anyone: 'anyone',
  signedIn: 'any account',
  consumer: 'consumers',
  merchant: 'a merchant’s people',
  mediator: 'a mediator',
  officer: 'officers',
  reader: 'any account that may read the dossier',
};

/** The page docs/pages.md: every address by feature, who enters, and the module that answers. */
export function pagesTable(): string {
  const parts = Object.entries(pages).flatMap(([feature, entries]) => [
    `## ${feature}`,
    '',
    '| Page | Address | Who enters | During the first visit | Module |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(entries).map(([name, entry]: [string, Page]) => row(name, entry)),
    '',
  ]);
  return [
    '# Pages',
    '',
    'Made of the address book (`contracts/pages/`) by `node scripts/pages-table.ts`. What is not here is not served.',
    '',
    ...parts,
  ].join('\n');
}

function row(name: string, { path, module, enters, acts, opensFirst }: Page): string {
  const entrants = enters === acts ? who[enters] : `${who[enters]}; its forms: ${who[acts]}`;
  const cells = [name, `\`${path}\``, entrants, opensFirst ? 'open' : '', `\`web/app/${module}.route.tsx\``];
  return `| ${cells.join(' | ')} |`;
}
