/**
 * Prints every page of the address book into docs/pages.md. Run after a change of contracts/pages:
 *
 *     node scripts/pages-table.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pagesTable } from '#contracts/pages/table.ts';

writeFileSync(fileURLToPath(new URL('../docs/pages.md', import.meta.url)), pagesTable());
