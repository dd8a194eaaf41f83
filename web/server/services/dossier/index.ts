import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { accept, acceptanceOf, changedSince, withdrawAcceptance } from './acceptance.ts';
import { addDocuments, depositDocument } from './add-documents.ts';
import { close, closingForm, withdrawDocument } from './closing.ts';
import { comparisonOf } from './comparison.ts';
import { documentsOf, withdrawableDocument } from './documents.ts';
import { sendFileSummary } from './file-summary.ts';
import { dossierList } from './list.ts';
import { mediationForm, requestMediation } from './mediation.ts';
import { messagesOf, readThread } from './messages.ts';
import { postMessage, saveDraftMessage } from './post-message.ts';
import { isUnchanged, proposalForm, proposalProblems } from './proposal-form.ts';
import { proposalsOf } from './proposals.ts';
import { loadDossier } from './reader.ts';
import { discardDraftProposal, saveDraftProposal, sendProposal } from './send-proposal.ts';
import { dossierShell } from './shell.ts';
import { dossierSummary } from './summary.ts';
import { takeCharge, takeChargeForm } from './take-charge.ts';

export type DossierServices = ReturnType<typeof createDossierServices>;

/**
 * What the dossier pages read and do. Everything begins with `load`, which says who the person is there. What is read is facts: codes,
 * instants, sums, and what people wrote; the pages' presenters word it.
 */
export function createDossierServices(deps: ServiceDeps) {
  return bind(
    { ...deps, cursors: createCursors(deps.env.CODE_PEPPER) },
    {
      load: loadDossier,
      list: dossierList,
      shell: dossierShell,
      summary: dossierSummary,
      documents: documentsOf,
      addDocuments,
      depositDocument,
      withdrawableDocument,
      withdrawDocument,
      sendFileSummary,
      proposals: proposalsOf,
      comparison: comparisonOf,
      proposalForm,
      proposalProblems,
      isUnchanged,
      saveDraftProposal,
      discardDraftProposal,
      sendProposal,
      acceptance: acceptanceOf,
      accept,
      changedSince,
      withdrawAcceptance,
      messages: messagesOf,
      thread: readThread,
      saveDraftMessage,
      postMessage,
      closingForm,
      close,
      takeChargeForm,
      takeCharge,
      mediationForm,
      requestMediation,
    },
  );
}
