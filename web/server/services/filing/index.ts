import { readMark } from '#db/filing/read-mark.ts';
import { acceptedFiles } from '#web/server/uploads/index.ts';
import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { addDraftDocuments, baseOfDocuments, describeDraftDocuments, removeDraftDocument } from './draft-documents.ts';
import { draftFacts } from './draft-facts.ts';
import { loadDraft, loadWritableDraft } from './load-draft.ts';
import { baseOfScreen, isSavedScreen, saveScreen } from './save-screen.ts';
import { submitDraft } from './submit-draft.ts';

export type FilingServices = ReturnType<typeof createFilingServices>;
/** A new dossier from its first screen to its submission: what its pages read and do (F-057, F-067, F-068, F-069). */
export function createFilingServices(deps: ServiceDeps) {
  return {
    acceptedFiles,
    baseOfDocuments,
    baseOfScreen,
    facts: draftFacts,
    isSavedScreen,
    readMark,
    ...bind(deps, {
      load: loadDraft,
      loadWritable: loadWritableDraft,
      save: saveScreen,
      addDocuments: addDraftDocuments,
      describeDocuments: describeDraftDocuments,
      removeDocument: removeDraftDocument,
      submit: submitDraft,
    }),
  };
}
