import { docxType } from '#contracts/docx-type.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { threadNames, type Status, type Thread } from '#domain/dossier/index.ts';
import { fullName } from '#domain/typed/person-name.ts';
import { AppError } from '#contracts/errors.ts';
import { compute } from '#web/server/compute/index.ts';
import { attachmentHeaders } from '#web/server/uploads/attachment.ts';
import type { ServiceDeps } from '../deps.ts';
import { documentsOf, type DossierDocuments } from './documents/documents.ts';
import { historyOf, type HistoryEntry } from './summary/history.ts';
import { wholeThread, withoutThreads, type PostedMessage, type WithoutThreads } from './messages/messages.ts';
import { titleOf, type DossierTitle } from './open-dossier/party-names.ts';
import { documentTitles, proposalFacts, readableProposals, type ProposalFacts } from './proposals/proposal-facts.ts';
import { demand, type OpenDossier } from './open-dossier/load-dossier.ts';
import { dossierSummary, type DossierSummary } from './summary/summary.ts';
import { timelineOf, type TimelinePhase } from './shell/timeline.ts';

/** Everything that a person reads on a dossier's pages. */
export type FileSummaryFacts = {
  number: string;
  /** For whom and when it is made. */
  reader: string;
  madeAt: string;
  mediator: boolean;
  title: DossierTitle;
  status: Status;
  timeline: TimelinePhase[];
  summary: DossierSummary;
  documents: DossierDocuments;
  proposals: ProposalFacts[];
  documentTitles: Record<string, string>;
  threads: { thread: Thread; messages: PostedMessage[] }[];
  /** Why there is no conversation. */
  withoutThreads: WithoutThreads | null;
  /** Newest first. */
  history: HistoryEntry[];
};

/** How the document is worded. */
export type FileSummaryWords = {
  /** `address`: where its parts are, up to their number. */
  document(facts: FileSummaryFacts): DocumentModel & { address: string };
  /** Name of the file; `parts`: in how many it is made. */
  fileName(made: { number: string; part: number; parts: number }): string;
};

/**
 * « Résumé complet du dossier » (F-035, F-143), made on each request, in the reader's language, and not stored. One that would be very long is made
 * in parts, counted from 1; each says where the next is.
 *
 * @throws AppError `access.denied` for the Office, whatever it reads (A-30, ADR 37); `access.not_found` when there is no such part; `platform.busy`
 *   when too many are being made.
 */
export function sendFileSummary(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { part: asked, words }: { part: string | null; words: FileSummaryWords },
): Promise<Response> {
  return compute.documents.inTurn(opened.user.id, async (call) => {
    const document = words.document(await fileSummaryFacts(deps, opened));
    const part = asked === null ? 1 : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
    const made = await call('documentPart', { document, part });
    if (!made) throw new AppError('access.not_found');
    const { bytes, parts } = made;
    const fileName = words.fileName({ number: opened.summaryRow.number, part, parts });
    return new Response(new Uint8Array(bytes), {
      headers: attachmentHeaders({ mediaType: docxType, byteSize: bytes.byteLength, fileName }),
    });
  });
}

/**
 * What this person reads on the dossier's pages, from what makes those pages: the matrix is asked there and not again here, so that the
 * document cannot say more than they do.
 */
async function fileSummaryFacts(deps: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<FileSummaryFacts> {
  // Content that an officer reads for a reason is read on its pages, one by one, and not taken away whole.
  if (opened.actor.role === 'officer') throw new AppError('access.denied');
  demand(opened, 'summary');
  const { summaryRow, state, user } = opened;
  const readable = threadNames.filter((thread) => opened.canReadThread(thread));
  const [summary, documents, items, titles, history, threads] = await Promise.all([
    dossierSummary(deps, opened),
    documentsOf(deps, opened),
    readableProposals(deps, opened),
    documentTitles(deps, opened),
    historyOf(deps, opened, { limit: null }),
    Promise.all(readable.map((thread) => wholeThread(deps, opened, thread))),
  ]);
  return {
    number: summaryRow.number,
    reader: fullName(user),
    madeAt: opened.now,
    mediator: opened.readerRole === 'mediator',
    title: titleOf(opened),
    status: state.status,
    timeline: timelineOf(state),
    summary,
    documents,
    proposals: items.map((item) => proposalFacts(opened, item)),
    documentTitles: titles,
    threads,
    withoutThreads: readable.length > 0 ? null : withoutThreads(opened),
    history,
  };
}
