import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { accept, acceptanceOf, changedSince, withdrawAcceptance } from './proposals/acceptance.ts';
import { addDocuments, depositDocument } from './documents/add-documents.ts';
import { certificateOf } from './documents/certificate.ts';
import { close, closingForm } from './closing/closing.ts';
import { comparisonOf } from './proposals/comparison.ts';
import { documentsOf, withdrawableDocument } from './documents/documents.ts';
import { withdrawDocument } from './documents/withdraw-document.ts';
import { doneBefore } from './done-before.ts';
import { sendFileSummary } from './file-summary.ts';
import { dossierList, findDossiers, sendDossiers } from './list.ts';
import { announceClosing, closeMediation, mediationClosingForm } from './mediation/close-mediation.ts';
import { caucusForm, caucusToOpen, openCaucus } from './mediation/caucus.ts';
import { declarationForm, declareConflict, openToDeclare } from './mediation/declaration.ts';
import { handBack, handBackForm, report, reportForm } from './mediation/mediator-acts.ts';
import { notesOf, saveNotes } from './mediation/notes.ts';
import { mediationForm, requestMediation } from './mediation/request.ts';
import { messagesOf, noteSeen, readThread } from './messages/messages.ts';
import { insertReply, postMessage, repliesFor, saveDraftMessage } from './messages/post-message.ts';
import { sharedWithMediator, shareMessages, sharingForm } from './messages/sharing.ts';
import { isUnchanged, proposalForm, proposalProblems } from './proposals/proposal-form.ts';
import { titlesIn } from './proposals/proposal-facts.ts';
import { proposalsOf, proposalsTableOf } from './proposals/proposals.ts';
import { askForRevision, revisionForm } from './proposals/revision.ts';
import { loadDossier } from './open-dossier/load-dossier.ts';
import { discardDraftProposal, saveDraftProposal, sendProposal } from './proposals/send-proposal.ts';
import { dossierShell } from './shell/shell.ts';
import { dossierSummary } from './summary/summary.ts';
import { takeCharge, takeChargeForm } from './charge/take-charge.ts';

export type DossierServices = ReturnType<typeof createDossierServices>;

/**
 * What the dossier pages read and do. Everything begins with `load`, which says who the person is there. What is read is facts: codes,
 * instants, sums, and what people wrote; the pages' presenters word it.
 */
export function createDossierServices(deps: ServiceDeps) {
  return bind(
    { ...deps, cursors: createCursors(deps.env.secrets) },
    {
      load: loadDossier,
      list: dossierList,
      findDossiers,
      sendDossiers,
      doneBefore,
      shell: dossierShell,
      summary: dossierSummary,
      documents: documentsOf,
      addDocuments,
      depositDocument,
      withdrawableDocument,
      withdrawDocument,
      certificate: certificateOf,
      sendFileSummary,
      proposals: proposalsOf,
      comparison: comparisonOf,
      proposalsTable: proposalsTableOf,
      proposalForm,
      proposalProblems,
      isUnchanged,
      saveDraftProposal,
      titlesIn,
      discardDraftProposal,
      sendProposal,
      acceptance: acceptanceOf,
      accept,
      changedSince,
      withdrawAcceptance,
      revisionForm,
      askForRevision,
      messages: messagesOf,
      thread: readThread,
      noteSeen,
      saveDraftMessage,
      insertReply,
      repliesFor,
      postMessage,
      sharingForm,
      shareMessages,
      sharedWithMediator,
      closingForm,
      close,
      takeChargeForm,
      takeCharge,
      mediationForm,
      requestMediation,
      mediationClosingForm,
      announceClosing,
      closeMediation,
      openToDeclare,
      declarationForm,
      declareConflict,
      caucusToOpen,
      caucusForm,
      openCaucus,
      handBackForm,
      handBack,
      notes: notesOf,
      saveNotes,
      reportForm,
      report,
    },
  );
}
