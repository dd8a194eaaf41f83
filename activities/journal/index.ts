import type { Journalled, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import { loadJournalled } from '#db/journal/dossier.ts';
import { createAdmission, type AdmissionDeps } from './admission.ts';
import { withoutContent } from './failures.ts';
import { record, recordRefused, whatIsKnown, type RecordDeps } from './record-events.ts';

/** Local activities of the dossier workflow: each is one short transaction. */
export type JournalActivities = {
  record(input: RecordInput): Promise<RecordResult>;
  loadDossier(dossierId: string): Promise<Journalled>;
};

export function createJournalActivities({
  db,
  notices,
  anchors,
  ...admitting
}: RecordDeps & AdmissionDeps): JournalActivities {
  const admission = createAdmission({ db, ...admitting });

  async function believed(input: RecordInput): Promise<RecordResult> {
    if (!admission.isProved(input)) return { outcome: 'unproved' };
    if (input.refused) return recordRefused(db, input, input.refused.code);
    const recording = await admission.decided(input);
    if (recording === 'unproved') return { outcome: 'unproved' };
    if (recording === 'elsewhere') return whatIsKnown(db, input);
    const result = await record({ db, notices, anchors }, recording);
    if (result.outcome === 'recorded') admission.written(recording);
    return result;
  }

  return {
    record: (input) => withoutContent(() => believed(input)),
    loadDossier: (dossierId) => withoutContent(() => loadJournalled(db, dossierId)),
  };
}
