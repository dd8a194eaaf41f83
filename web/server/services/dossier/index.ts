import { AppError } from '#contracts/errors.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { ClosingForm } from '#contracts/schemas/closing.ts';
import type { ProposalForm } from '#contracts/schemas/proposal.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { actionFor, type CommandType, type Thread } from '#domain/dossier/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { accept, acceptancePage, changedSince } from './acceptance.ts';
import { addDocuments } from './add-documents.ts';
import { close, closingPage, demandAction, takeCharge, withdrawDocument, type ClosingKind } from './closing.ts';
import { comparePage } from './comparison.ts';
import { documentsPage, withdrawable } from './documents.ts';
import { sendFileSummary } from './file-summary.ts';
import { frameOf } from './frame.ts';
import { give } from './give.ts';
import { listPage } from './list.ts';
import { keepMessage, messagesPage, postMessage, threadView, type MessageToKeep } from './messages.ts';
import { nameOf, otherPartyOf, titleOf } from './names.ts';
import {
  demandForm,
  discardProposal,
  isBeyondKeeping,
  isUnchanged,
  keepProposal,
  problemsOf,
  proposalFormPage,
  sendProposal,
  type ProposalAsked,
} from './proposal-form.ts';
import { proposalsPage } from './proposals.ts';
import { openDossier, type Opened } from './reader.ts';
import { summaryPage } from './summary.ts';
import { conditionsOf } from './turn-panel.ts';

export type DossierServices = ReturnType<typeof createDossierServices>;

/** What the dossier pages read and do. Everything begins with `open`, which says who the person is there. */
export function createDossierServices(deps: ServiceDeps) {
  const { db, engine } = deps;
  const cursors = createCursors(deps.env.CODE_PEPPER);
  return {
    open: (user: CurrentUser | null, dossierId: string) => openDossier(db, user, dossierId, deps.now().toISOString()),
    list: (user: CurrentUser | null, query: URLSearchParams, language: Language, t: Translate) => {
      if (!user) throw new AppError('auth.required');
      return listPage({ db, cursors }, user, query, language, t);
    },
    frame: (opened: Opened, language: Language, t: Translate) => frameOf(db, opened, language, t),
    titleOf,
    nameOf,
    otherPartyOf,
    conditionsOf,
    demandAction,
    refusalOf: (opened: Opened, type: CommandType) => actionFor(opened.state, opened.actor, opened.now, type).why,
    addDocuments: (opened: Opened, request: Request) => addDocuments(deps, opened, request),
    summary: (opened: Opened, language: Language, t: Translate) => summaryPage(db, opened, language, t),
    documents: (opened: Opened, language: Language, t: Translate) => documentsPage(db, opened, language, t),
    fileSummary: (opened: Opened, part: string | null, language: Language, t: Translate) =>
      sendFileSummary({ db, origin: deps.env.PUBLIC_ORIGIN }, opened, part, language, t),
    withdrawable: (opened: Opened, documentId: string, language: Language, t: Translate) =>
      withdrawable(db, opened, documentId, language, t),
    withdrawDocument: (
      opened: Opened,
      key: string,
      documentId: string,
      form: { justificationId: string; justification: string; base: string },
    ) => withdrawDocument(deps, opened, key, documentId, form),
    depositDocument: (opened: Opened, key: string, documentId: string) =>
      give(engine, opened, key, { type: 'addDocument', documentId }),
    proposals: (opened: Opened, page: string | null, language: Language, t: Translate) =>
      proposalsPage(db, opened, page, language, t),
    compare: (
      opened: Opened,
      asked: { before: string | null; after: string | null },
      language: Language,
      t: Translate,
    ) => comparePage(db, opened, asked, language, t),
    demandForm,
    proposalForm: (opened: Opened, asked: ProposalAsked, language: Language, t: Translate) =>
      proposalFormPage({ db, pepper: deps.env.CODE_PEPPER }, opened, asked, language, t),
    problemsOf: (opened: Opened, content: ProposalContent, language: Language, t: Translate) =>
      problemsOf(db, opened, content, language, t),
    keepProposal: (opened: Opened, form: ProposalForm, content: ProposalContent) =>
      keepProposal(db, opened, form, content),
    isUnchanged: (opened: Opened, editedId: string, content: ProposalContent) =>
      isUnchanged(db, opened, editedId, content),
    isBeyondKeeping,
    discardProposal: (opened: Opened, form: ProposalForm) => discardProposal(db, opened, form),
    sendProposal: (
      opened: Opened,
      key: string,
      form: ProposalForm,
      content: ProposalContent,
      editedId: string | null,
    ) => sendProposal(deps, opened, key, form, content, editedId),
    acceptance: (opened: Opened, proposalId: string, language: Language, t: Translate) =>
      acceptancePage(db, opened, proposalId, language, t),
    accept: (opened: Opened, key: string, asked: { proposalId: string; version: number }) =>
      accept(deps, opened, key, asked),
    changedSince: (
      opened: Opened,
      error: unknown,
      asked: { proposalId: string; version: number },
      language: Language,
      t: Translate,
    ) => changedSince(db, opened, error, asked, language, t),
    withdrawAcceptance: (opened: Opened, key: string, proposalId: string) =>
      give(engine, opened, key, { type: 'withdrawAcceptance', proposalId }),
    messages: (
      opened: Opened,
      asked: { thread: string | null; before: string | null; draft: string | null },
      language: Language,
      t: Translate,
    ) => messagesPage(db, opened, asked, language, t),
    thread: (
      opened: Opened,
      thread: Thread,
      asked: { before: string | null; draft: string | null },
      language: Language,
      t: Translate,
    ) => threadView(db, opened, thread, asked, language, t),
    keepMessage: (opened: Opened, message: MessageToKeep) => keepMessage(db, opened, message),
    postMessage: (opened: Opened, key: string, message: MessageToKeep) => postMessage(deps, opened, key, message),
    closing: (opened: Opened, kind: ClosingKind, language: Language, t: Translate) =>
      closingPage(db, opened, kind, language, t),
    close: (opened: Opened, kind: ClosingKind, key: string, form: ClosingForm) => close(deps, opened, kind, key, form),
    takeCharge: (opened: Opened, key: string, replaces: string | null) => takeCharge(engine, opened, key, replaces),
    requestMediation: (opened: Opened, key: string) => give(engine, opened, key, { type: 'requestMediation' }),
  };
}
