import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pagesById } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { languages, type Language } from '#content/texts/index.ts';
import { root } from '#scripts/system/paths.ts';
import { readersOf, type Reader } from './readers.ts';

/** What a picture shows: a page, to whom, how wide, in which language. */
export type Cell = { page: string; reader: Reader; width: number; language: Language };

/** How wide the screens are: a desk's, and a telephone's. */
export const widths = [1280, 390] as const;

type Exception = {
  /** @default all who may open it */
  readers?: readonly Reader[];
  why: string;
};

/** Pages with a view that no picture of the demonstration can show, to all or to some, and why. */
export const exceptions: Readonly<Record<string, Exception>> = {
  'public.refusal': { why: 'the server shows it in the place of what it refuses, never at its own address' },
  'accounts.identityReturn': { why: 'the demonstration has no identity service of an office (OIDC_ISSUER)' },
  'accounts.undertaking': {
    readers: ['consumer', 'representative'],
    why: 'consumers accept the texts with each dossier, and meet this page when a new version of them comes (A-20)',
  },
};

/** Whether an address shows a page of its own: its module has a component. Others give a file, save, or lead on. */
export function hasView({ module }: Pick<Page, 'module'>): boolean {
  return /^export default /m.test(readFileSync(path.join(root, 'web/app', `${module}.route.tsx`), 'utf8'));
}

const isExcepted = (page: string, reader: Reader): boolean => {
  const exception = exceptions[page];
  return exception !== undefined && (exception.readers?.includes(reader) ?? true);
};

/** Every page with a view, to each of those who may open it, at both widths and in both languages. */
export function cellsToShow(): Cell[] {
  return Object.entries(pagesById)
    .filter(([, page]) => hasView(page))
    .flatMap(([page]) => readersOf(page).map((reader) => ({ page, reader })))
    .filter(({ page, reader }) => !isExcepted(page, reader))
    .flatMap((shown) => widths.flatMap((width) => languages.map((language) => ({ ...shown, width, language }))));
}

/** A cell as a set holds it. */
export const keyOf = ({ page, reader, width, language }: Cell): string => [page, reader, width, language].join(' ');

/** What no picture shows: a line a page and reader, which says what of it is missing unless all is. */
export function notPictured(pictured: ReadonlySet<string>): string[] {
  const missing = cellsToShow().filter((cell) => !pictured.has(keyOf(cell)));
  const all = widths.length * languages.length;
  const grouped = Map.groupBy(missing, ({ page, reader }) => `${page} to the ${reader}`);
  return [...grouped].map(([what, cells]) =>
    cells.length === all ? what : `${what} (${cells.map(({ width, language }) => `${language} ${width}`).join(', ')})`,
  );
}
