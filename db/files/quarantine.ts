import type { Database } from '../database.ts';
import type { FileStore } from './store.ts';
import { FileMissing } from './store.ts';
import type { Scanner } from './scanner.ts';
import { enqueueMail } from '../outbox/enqueue-mail.ts';
import { fullName } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

/** How many files one round asks about: rounds follow each other. */
const perRound = 50;

/**
 * Asks the scanner about the files that it has not answered for yet, the oldest first. A clean one opens to those who may read it; of an infected one
 * the bytes are removed, its row says so and a mail tells who sent it. Stops at the first that the scanner does not answer for: it is away.
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
    if (!(await inTransaction({ db }, (transaction) => note(transaction.db, id, verdict)))) continue;
    // What is noted is opened by nobody: the bytes go after it, or another worker that looks for them would take their absence for a withdrawal.
    if (verdict === 'infected') await files.remove(storageKey);
    done[verdict] += 1;
  }
  return done;
}

/**
 * Notes what the scanner said; of an infected file, queues the mail to the account that sent it.
 *
 * @returns false when another worker has noted it already.
 */
async function note(db: Database, id: string, verdict: 'clean' | 'infected'): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('document')
    .set({ scan: verdict })
    .where('id', '=', id)
    .where('scan', '=', 'quarantined')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  if (verdict === 'clean') return true;
  const sent = await db
    .selectFrom('document as f')
    .innerJoin('app_user as u', 'u.id', 'f.ownerId')
    .innerJoin('dossier as d', 'd.id', 'f.dossierId')
    .select(['u.id as userId', 'u.email', 'u.language', fullName('u').as('name'), 'd.id as dossierId', 'd.number'])
    .select('f.savedAt')
    .where('f.id', '=', id)
    .executeTakeFirst();
  if (!sent) return true;
  await enqueueMail(db, {
    dedupeKey: `file-infected:${id}`,
    template: 'file-infected',
    to: { address: sent.email, name: sent.name },
    language: sent.language,
    recipientId: sent.userId,
    params: { number: sent.number, depositedAt: sent.savedAt },
    dossierId: sent.dossierId,
  });
  return true;
}
