import type { Pool } from 'pg';
import type { Journalled, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import { withoutContent } from './failures.ts';
import { loadDossier } from '#db/journal/dossier.ts';
import { record } from './record.ts';

/** Local activities of the dossier workflow: each is one short transaction. */
export type JournalActivities = {
  record(input: RecordInput): Promise<RecordResult>;
  loadDossier(dossierId: string): Promise<Journalled>;
};

export function createJournalActivities({ pool }: { pool: Pool }): JournalActivities {
  return {
    record: (input) => withoutContent(() => record(pool, input)),
    loadDossier: (dossierId) => withoutContent(() => loadDossier(pool, dossierId)),
  };
}
