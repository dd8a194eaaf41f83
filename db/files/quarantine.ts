import type { Database } from '../database.ts';
import type { FileStore } from './store.ts';
import { FileMissing } from './store.ts';
import type { Scanner } from './scanner.ts';

/** How many files one round asks about: rounds follow each other. */
const perRound = 50;

/**
 * Asks the scanner about the files that it has not answered for yet, the oldest first. A clean one opens to those who may read it; of an infected one
 * the bytes are removed, and its row says so. Stops at the first that the scanner does not answer for: it is away.
 */
export async function scanQuarantined({
  db,
  files,
  scanner,
}: {
  db: Database;
  files: FileStore;
  scanner: Scanner;
}): Promise<{ clean: number; infected: number }> {
  const done = { clean: 0, infected: 0 };
  const rows = await db
    .selectFrom('document')
    .select(['id', 'storageKey'])
    .where('scan', '=', 'quarantined')
    .orderBy('savedAt')
    .limit(perRound)
    .execute();
  for (const { id, storageKey } of rows) {
    const content = await files.open(storageKey).catch((error: unknown) => {
      // Withdrawn meanwhile, and its bytes with it.
      if (error instanceof FileMissing) return null;
      throw error;
    });
    const verdict = content === null ? 'clean' : await scanner.scan(content);
    if (verdict === 'away') return done;
    if (verdict === 'infected') await files.remove(storageKey);
    await db.updateTable('document').set({ scan: verdict }).where('id', '=', id).execute();
    done[verdict] += 1;
  }
  return done;
}
