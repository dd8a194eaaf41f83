import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pagesById } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { root } from '#scripts/system/paths.ts';

/** Pages with a view that no picture of the demonstration can show, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  'public.refusal': 'the server shows it in the place of what it refuses, never at its own address',
  'accounts.identityReturn': 'the demonstration has no identity service of an office (OIDC_ISSUER)',
};

/** Whether an address shows a page of its own: its module has a component. Others give a file, save, or lead on. */
export function hasView({ module }: Pick<Page, 'module'>): boolean {
  return /^export default /m.test(readFileSync(path.join(root, 'web/app', `${module}.route.tsx`), 'utf8'));
}

/** Pages of the address book that a run must show, by their ids. */
export function pagesToShow(): string[] {
  return Object.entries(pagesById)
    .filter(([id, page]) => !(id in exceptions) && hasView(page))
    .map(([id]) => id);
}

/** Those that no picture shows. */
export function notPictured(pictured: ReadonlySet<string>): string[] {
  return pagesToShow().filter((id) => !pictured.has(id));
}
