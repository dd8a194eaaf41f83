import type { Journalled, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import { withoutContent } from './failures.ts';
import { loadJournalled } from '#db/journal/dossier.ts';
import { record, type RecordDeps } from './record-events.ts';

/** Local activities of the dossier workflow: each is one short transaction. */
export type JournalActivities = {
  record(input: RecordInput): Promise<RecordResult>;
  loadDossier(dossierId: string): Promise<Journalled>;
};

export function createJournalActivities(deps: RecordDeps): JournalActivities {
  return {
    record: (input) => withoutContent(() => record(deps, input)),
    loadDossier: (dossierId) => withoutContent(() => loadJournalled(deps.db, dossierId)),
  };
}
