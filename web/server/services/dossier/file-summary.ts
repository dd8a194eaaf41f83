import { href, pages } from '#contracts/pages/index.ts';
import { fileSummaryDocument, type FileSummary } from '#content/documents/file-summary.ts';
import { label } from '#content/lists/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { Database } from '#db/database.ts';
import { threadNames, type Thread } from '#domain/dossier/index.ts';
import { AppError } from '#contracts/errors.ts';
import { compute } from '#web/server/compute/index.ts';
import { attachmentHeaders } from '#web/server/uploads/attachment.ts';
import { documentsPage, type DocumentsPage } from './documents.ts';
import { factsOf } from './facts.ts';
import { wholeThread } from './messages.ts';
import { titleOf } from './names.ts';
import { cardOf, lineWords, namedAuthorLine, readableProposals } from './proposal-cards.ts';
import { demand, type Opened } from './reader.ts';
import { summaryPage, type SummaryPage } from './summary.ts';
import { timelineOf } from './timeline.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * « Résumé complet du dossier » (F-035, F-143), made anew for who asks, in their language, and kept nowhere. One that would be very long
 * is made in parts, counted from 1; each says where the next is.
 *
 * @throws AppError `access.denied` for the Office, which reads no content; `access.not_found` when there is no such part;
 *   `platform.busy` when too many are being made.
 */
export function sendFileSummary(
  { db, origin }: { db: Database; origin: string },
  opened: Opened,
  part: string | null,
  language: Language,
  t: Translate,
): Promise<Response> {
  const { number, id } = opened.head;
  return compute.documents.inTurn(opened.user.id, async (call) => {
    const summary = await fileSummaryOf(db, opened, language, t);
    const document = {
      ...fileSummaryDocument(summary, language),
      address: `${origin}${href(pages.dossier.fileSummary, { dossierId: id })}?partie=`,
    };
    const asked = part === null ? 1 : /^[1-9]\d{0,3}$/.test(part) ? Number(part) : 0;
    const made = await call('documentPart', { document, part: asked });
    if (!made) throw new AppError('access.not_found');
    const { bytes, parts } = made;
    const fileName =
      parts === 1
        ? t('documents:fileSummary.fileName', { number })
        : t('documents:parts.fileName', { number, part: asked, parts });
    return new Response(new Uint8Array(bytes), {
      headers: attachmentHeaders({ mediaType: docx, byteSize: bytes.byteLength, fileName }),
    });
  });
}

/**
 * What this person reads on the dossier's pages, from what makes those pages: the matrix is asked there and not again here, so that the
 * document cannot say more than they do.
 */
async function fileSummaryOf(db: Database, opened: Opened, language: Language, t: Translate): Promise<FileSummary> {
  demand(opened, 'summary');
  const { head, state, user } = opened;
  const readable = threadNames.filter((thread) => opened.mayReadThread(thread));
  const [summary, documents, items, words, facts, threads] = await Promise.all([
    summaryPage(db, opened, language, t),
    documentsPage(db, opened, language, t),
    readableProposals(db, opened),
    lineWords(db, opened, t),
    factsOf(db, opened, language, t, null),
    Promise.all(readable.map((thread) => wholeThread(db, opened, thread, language, t))),
  ]);
  const proposals = items.map((item) => {
    const card = cardOf(opened, item, words, language, t);
    return { ...card, author: namedAuthorLine(opened, item, t), versions: [card.current, ...card.older] };
  });
  return {
    number: head.number,
    reader: `${user.firstName} ${user.lastName}`.trim(),
    madeOn: formatDateTime(language, opened.now),
    cautions: cautionsOf(opened, threads, t),
    main: [
      { label: t('documents:fileSummary.number'), value: head.number },
      { label: t('documents:fileSummary.subject'), value: titleOf(opened, language, t) },
      { label: t('documents:fileSummary.status'), value: label('statuses', state.status, language) },
    ],
    phases: timelineOf(state, language, t),
    parties: summary.parties,
    problem: summary.problem,
    ending: endingOf(summary.closing, documents),
    proposals,
    threads,
    withoutThreads: withoutThreadsOf(opened, readable.length, t),
    documents: documents.filed.map((each) => ({
      ...each,
      withdrawn: each.withdrawn
        ? `${each.withdrawn.on}. ${t('dossier:documents.withdrawnReason', { reason: each.withdrawn.reason })}`
        : '',
    })),
    facts: facts.reverse().map(({ what, who, atText }) => ({ what, who, at: atText })),
  };
}

/** What makes this document one to keep for oneself. */
function cautionsOf(
  opened: Opened,
  threads: { thread: Thread; messages: readonly unknown[] }[],
  t: Translate,
): string[] {
  const talks = threads.filter(({ thread, messages }) => thread.endsWith('Caucus') && messages.length > 0);
  const cautions = [t('documents:fileSummary.confidential')];
  if (talks.length > 0) {
    cautions.push(t(`documents:fileSummary.${opened.viewer === 'mediator' ? 'caucuses' : 'caucus'}`));
  }
  return cautions;
}

/** How the dossier ended, with the official document and its certificate once it is made. */
function endingOf(closing: SummaryPage['closing'], documents: DocumentsPage): FileSummary['ending'] {
  if (!closing) return null;
  const { official, preparing } = documents;
  return { ...closing, official, notes: [...(preparing ? [preparing] : []), ...closing.notes] };
}

function withoutThreadsOf(opened: Opened, readable: number, t: Translate): string | null {
  if (opened.viewer === 'mediator') return t('documents:fileSummary.withoutNegotiation');
  return readable === 0 ? t('messages:none') : null;
}
