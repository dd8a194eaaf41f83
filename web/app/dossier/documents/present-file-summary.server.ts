import { fileSummaryDocument, type FileSummary } from '#content/documents/file-summary.ts';
import type { Reader } from '#content/reader.ts';
import type { FileSummaryFacts, FileSummaryWords } from '#web/server/services/dossier/file-summary.ts';
import { presentWholeThread } from '../messages/present.server.ts';
import { presentCard, presentNamedAuthor } from '../proposals/present-card.server.ts';
import { lineWords } from '../proposals/present-version.server.ts';
import { presentTimeline } from '../shell/present-timeline.server.ts';
import { presentTitle } from '../shell/present.server.ts';
import { presentHistory } from '../summary/present-history.server.ts';
import { presentSummary } from '../summary/present.server.ts';
import { presentDocuments } from './present.server.ts';

/** « Résumé complet du dossier » in the reader's words (F-035, F-143); `address`: where its parts are, up to their number. */
export function fileSummaryWords(reader: Reader, address: string): FileSummaryWords {
  const { t, language } = reader;
  return {
    document: (facts) => ({ ...fileSummaryDocument(presentFileSummary(reader, facts), language), address }),
    fileName: ({ number, part, parts }) =>
      parts === 1
        ? t('documents:fileSummary.fileName', { number })
        : t('documents:parts.fileName', { number, part, parts }),
  };
}

function presentFileSummary(reader: Reader, facts: FileSummaryFacts): FileSummary {
  const { t, label, dateTime } = reader;
  const summary = presentSummary(reader, facts.summary);
  const { official, preparing, filed } = presentDocuments(reader, facts.documents);
  const words = lineWords(reader, facts.documentTitles);
  return {
    number: facts.number,
    reader: facts.reader,
    madeOn: dateTime(facts.madeAt),
    cautions: cautionsOf(reader, facts),
    main: [
      { label: t('documents:fileSummary.number'), value: facts.number },
      { label: t('documents:fileSummary.subject'), value: presentTitle(reader, facts.title) },
      { label: t('documents:fileSummary.status'), value: label('statuses', facts.status) },
    ],
    phases: presentTimeline(reader, facts.timeline),
    parties: summary.parties,
    problem: summary.problem,
    // With the official document and its certificate once it is made.
    ending: summary.closing && {
      ...summary.closing,
      official,
      notes: [...(preparing ? [preparing] : []), ...summary.closing.notes],
    },
    leaving: summary.leaving,
    proposals: facts.proposals.map((proposal) => {
      const card = presentCard(reader, proposal, words);
      return { ...card, author: presentNamedAuthor(reader, proposal), versions: [card.current, ...card.older] };
    }),
    threads: facts.threads.map((thread) => presentWholeThread(reader, thread)),
    withoutThreads: withoutThreadsOf(reader, facts),
    documents: filed.map(({ withdrawn, ...document }) => ({
      ...document,
      withdrawn: withdrawn
        ? `${withdrawn.on}. ${t('dossier:documents.withdrawnReason', { reason: withdrawn.reason })}`
        : '',
    })),
    history: presentHistory(reader, facts.history)
      .reverse()
      .map(({ what, who, atText }) => ({ what, who, at: atText })),
  };
}

/** What makes this document one to keep for oneself. */
function cautionsOf({ t }: Reader, { threads, mediator }: FileSummaryFacts): string[] {
  const talks = threads.filter(({ thread, messages }) => thread.endsWith('Caucus') && messages.length > 0);
  return [
    t('documents:fileSummary.confidential'),
    ...(talks.length > 0 ? [t(`documents:fileSummary.${mediator ? 'caucuses' : 'caucus'}`)] : []),
  ];
}

function withoutThreadsOf({ t }: Reader, { mediator, withoutThreads }: FileSummaryFacts): string | null {
  if (mediator) return t('documents:fileSummary.withoutNegotiation');
  return withoutThreads && t(`messages:${withoutThreads}`);
}
