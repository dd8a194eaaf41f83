import type { Database } from '#db/database.ts';
import { noteFollowed } from '#db/journal/reactions.ts';

/** How long answers are gathered before they are written down. */
const everyMs = 1_000;

/**
 * Writes down how far the engine has followed each dossier, from the answers that it gave, many in one statement. An answer means that the engine holds
 * the events in its history. Nothing hangs on it: what is not written down, the recovery schedule asks the workflow.
 */
export function createFollowNotes(db: Database): (dossierId: string, seq: number) => void {
  const seqs = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  function write(): void {
    timer = null;
    const dossiers = [...seqs].map(([dossierId, seq]) => ({ dossierId, seq }));
    seqs.clear();
    void noteFollowed(db, dossiers).catch(() => undefined);
  }

  return (dossierId, seq) => {
    seqs.set(dossierId, Math.max(seq, seqs.get(dossierId) ?? 0));
    timer ??= setTimeout(write, everyMs).unref();
  };
}
