import type pg from 'pg';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { databaseOver } from '#db/database.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { createCursors } from '#web/server/services/cursors.ts';
import type { FileWords } from '#web/server/services/list-page.ts';
import { pepper } from '../servers/web.ts';

/**
 * A question that is asked of the database. `flat`: what a page shows, which must cost the same whatever there is; others read all, and may cost in proportion.
 */
export type Question = { name: string; flat: boolean; ask(): Promise<unknown> };

/** What services ask with. Nobody's searches are counted. */
export type Asking = ReturnType<typeof askingOver>;

/** @param pool without connections yet. */
export function askingOver(pool: pg.Pool) {
  const db = databaseOver(pool);
  const deps = {
    db,
    cursors: createCursors(secretRing(pepper)),
    limits: { count: () => Promise.resolve() } as never,
    env: { POLICY_JSON: standardPolicy } as never,
    now: () => new Date(),
  };
  return { db, deps, personOf: (id: string): Promise<CurrentUser> => loadUser(db, id).then((user) => user!) };
}

/** A part of a page that must cost the same. */
export const page = (name: string, ask: Question['ask']): Question => ({ name, flat: true, ask });

/** A search without a position. */
export const found = (words: string) => ({ words, after: null });

/** A file whose first part is read, and which is given up then. Its words are not what is measured. */
export async function firstPart(file: Promise<Response>): Promise<void> {
  await (await file).body?.cancel();
}
export const noWords: FileWords<unknown> = () => ({ fileName: 'bench.csv', columns: [], rows: [] });
