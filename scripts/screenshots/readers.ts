import { pagesById } from '#contracts/pages/index.ts';
import type { Entrants } from '#contracts/pages/page.ts';
import { demoGuides, personOf, type PersonKey } from '#scripts/demo/people.ts';
import { doors, inScene } from '#tests/integration/visibility/doors-table.ts';

/** Those for whom pages differ. */
export const readers = [
  'visitor',
  'consumer',
  'representative',
  'respondent',
  'colleague',
  'mediator',
  'officer',
] as const;
export type Reader = (typeof readers)[number];

/** Who they are before the doors of the table of who opens which page, in which a test goes through every one of them. */
const standIns: Record<Reader, RegExp> = {
  visitor: /^visitor$/,
  consumer: /^(represented\.)?consumer\b/,
  representative: /^(friend|representative\b.*)$/,
  respondent: /^respondent\b/,
  colleague: /^(clerk\b.*|otherClerk|substitute)$/,
  mediator: /^(named\.)?mediator\b/,
  officer: /^officer\b/,
};

/** Of a page that has no row there, a step of a way in or out: whoever the address book lets in. What anyone may enter is entered by who has not signed in yet. */
const enter: Record<Entrants, readonly Reader[]> = {
  anyone: ['visitor'],
  signedIn: ['consumer', 'representative', 'respondent', 'colleague', 'mediator', 'officer'],
  reader: ['consumer', 'representative', 'respondent', 'colleague', 'mediator', 'officer'],
  consumer: ['consumer', 'representative'],
  merchant: ['respondent', 'colleague'],
  mediator: ['mediator'],
  officer: ['officer'],
};

/** Who may open a page of the address book, by its id. */
export function readersOf(id: string): Reader[] {
  const opensTo = [...(doors[id] ?? []), ...Object.keys(inScene).filter((who) => inScene[who]?.includes(id))];
  const found = readers.filter((reader) => opensTo.some((who) => standIns[reader].test(who)));
  return found.length > 0 ? found : [...enter[pagesById[id]!.enters]];
}

/** Who someone of the demonstration is; nobody signed in for null. */
export function readerOf(key: PersonKey | null): Reader {
  if (key === null) return 'visitor';
  const role = demoGuides.find((each) => each.key === key)?.role ?? personOf(key).role;
  if (role === 'consumerRepresentative') return 'representative';
  return role === 'merchantRepresentative' ? 'colleague' : role;
}
