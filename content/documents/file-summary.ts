import { translator, type Language, type Translate } from '#content/texts/index.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import type { Block, DocumentModel } from './render-docx.ts';

type Line = { label: string; value: string };

/** A version of a proposal, as its card shows it. */
type SummaryVersion = { heading: string; remedies: RemedyLines[]; terms: string; total: string | null };

/** What one reader may read of a dossier, in words already: nothing here decides who sees what. */
export type FileSummary = {
  number: string;
  /** For whom and when it was made. */
  reader: string;
  madeOn: string;
  /** What to be careful about, from what is inside. */
  cautions: string[];
  main: Line[];
  phases: { label: string; stateText: string; note: string }[];
  parties: { title: string; lines: Line[]; note: string | null }[];
  problem: {
    lines: Line[];
    nature: string[];
    details: string;
    priorSteps: { title: string; person: string; outcome: string }[];
  } | null;
  ending: {
    lines: Line[];
    justification: string | null;
    /** The agreement or the attestation, once it is made. */
    official: { title: string; on: string; sha256: string; certificate: string | null }[];
    notes: string[];
  } | null;
  /** A side that leaves the mediation, until the dossier is closed. */
  leaving: { lines: Line[]; justification: string | null; note: string | null } | null;
  /** Oldest first. */
  proposals: {
    number: number;
    kind: string;
    author: string;
    state: string;
    acceptances: string[];
    /** Newest first: the first one is current. */
    versions: SummaryVersion[];
  }[];
  threads: { title: string; readers: string; messages: SummaryMessage[] }[];
  /** Why messages that exist are not here. */
  withoutThreads: string | null;
  documents: { title: string; kind: string; by: string; on: string; size: string; sha256: string; withdrawn: string }[];
  history: { what: string; who: string; at: string }[];
};

type SummaryMessage = {
  author: string;
  role: string;
  at: string;
  body: string;
  announces: string | null;
  shared: string | null;
};

/** « Résumé complet du dossier » (D-04, F-035, F-143): what its requester may read of the dossier, for their archives. */
export function fileSummaryDocument(summary: FileSummary, language: Language): DocumentModel {
  const t = translator(language);
  const blocks: Block[] = [
    { text: t('documents:fileSummary.intro', { name: summary.reader, when: summary.madeOn }) },
    ...summary.cautions.map((text) => ({ text })),
    { heading: t('documents:fileSummary.file') },
    ...summary.main.map((line) => ({ line })),
    { subheading: t('dossier:timeline.title') },
    ...summary.phases.map(({ label, stateText, note }) => ({
      line: { label, value: [stateText, note].filter(Boolean).join(', ') },
    })),
    { heading: t('documents:fileSummary.parties') },
    ...summary.parties.flatMap(({ title, lines, note }): Block[] => [
      { subheading: title },
      ...lines.map((line) => ({ line })),
      ...(note ? [{ text: note }] : []),
    ]),
    ...problem(t, summary.problem),
    ...ending(t, summary.ending),
    ...leaving(t, summary.leaving),
    { heading: t('documents:fileSummary.proposals') },
    ...proposals(t, summary.proposals, language),
    { heading: t('documents:fileSummary.exchanges') },
    ...(summary.withoutThreads ? [{ text: summary.withoutThreads }] : []),
    ...summary.threads.flatMap((thread) => conversation(t, thread)),
    { heading: t('documents:fileSummary.documents') },
    ...documents(t, summary.documents),
    { heading: t('documents:fileSummary.history') },
    ...summary.history.map(({ what, who, at }) => ({ item: t('documents:fileSummary.event', { what, who, at }) })),
  ];
  return { title: t('documents:fileSummary.title'), number: summary.number, language, blocks };
}

function problem(t: Translate, summary: FileSummary['problem']): Block[] {
  if (!summary) return [];
  return [
    { heading: t('documents:fileSummary.problem') },
    ...summary.lines.map((line) => ({ line })),
    ...(summary.nature.length > 0 ? [{ subheading: t('dossier:summary.nature') }] : []),
    ...summary.nature.map((item) => ({ item })),
    ...(summary.details ? [{ subheading: t('dossier:summary.details') }, { quote: summary.details }] : []),
    { subheading: t('dossier:summary.priorSteps') },
    ...(summary.priorSteps.length === 0 ? [{ text: t('dossier:summary.noPriorSteps') }] : []),
    ...summary.priorSteps.flatMap(({ title, person, outcome }): Block[] => [
      { lead: [title, person].filter(Boolean).join(', ') },
      ...(outcome ? [{ quote: outcome }] : []),
    ]),
  ];
}

function ending(t: Translate, ended: FileSummary['ending']): Block[] {
  if (!ended) return [];
  return [
    { heading: t('documents:fileSummary.ending') },
    ...ended.lines.map((line) => ({ line })),
    ...(ended.justification ? [{ lead: t('dossier:closing.justification') }, { quote: ended.justification }] : []),
    ...ended.official.flatMap(({ title, on, sha256, certificate }): Block[] => [
      { lead: t('documents:fileSummary.officialDocument', { title, on }) },
      ...(certificate ? [{ text: certificate }] : []),
      { line: { label: t('dossier:documents.hash'), value: sha256 } },
    ]),
    ...ended.notes.map((text) => ({ text })),
  ];
}

function leaving(t: Translate, left: FileSummary['leaving']): Block[] {
  if (!left) return [];
  return [
    { heading: t('dossier:leaving.title') },
    ...left.lines.map((line) => ({ line })),
    ...(left.justification ? [{ lead: t('dossier:closing.justification') }, { quote: left.justification }] : []),
    ...(left.note ? [{ text: left.note }] : []),
  ];
}

function proposals(t: Translate, made: FileSummary['proposals'], language: Language): Block[] {
  if (made.length === 0) return [{ text: t('documents:fileSummary.noProposals') }];
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return made.flatMap(({ kind, author, state, acceptances, versions }): Block[] => [
    { subheading: t('documents:fileSummary.proposal', { kind, author }) },
    { line: { label: t('documents:fileSummary.state'), value: state } },
    ...acceptances.map((text) => ({ text })),
    ...versions.flatMap(({ heading, remedies, terms, total }): Block[] => [
      { subheading: heading, level: 3 },
      ...remedies.flatMap(({ label, lines }): Block[] => [
        { item: label },
        ...lines.map((line): Block => ({ item: `${line.label}${colon}${line.value}`, level: 1 })),
      ]),
      ...(total ? [{ lead: total }] : []),
      ...(terms ? [{ lead: t('proposals:terms') }, { quote: terms }] : [{ text: t('proposals:noTerms') }]),
    ]),
  ]);
}

function conversation(t: Translate, { title, readers, messages }: FileSummary['threads'][number]): Block[] {
  return [
    { subheading: title },
    { text: readers },
    ...(messages.length === 0 ? [{ text: t('documents:fileSummary.noMessages') }] : []),
    ...messages.flatMap(({ author, role, at, body, announces, shared }): Block[] => [
      { lead: t('documents:fileSummary.message', { author, role, at }) },
      ...(announces ? [{ text: announces }] : []),
      { quote: shared ? `${body}\n${shared}` : body },
    ]),
  ];
}

function documents(t: Translate, filed: FileSummary['documents']): Block[] {
  if (filed.length === 0) return [{ text: t('dossier:documents.emptyReadOnly') }];
  return filed.flatMap(({ title, kind, by, on, size, sha256, withdrawn }): Block[] => [
    { lead: title },
    { text: t('documents:fileSummary.document', { kind, by, on, size }) },
    ...(withdrawn ? [{ text: withdrawn }] : []),
    { line: { label: t('dossier:documents.hash'), value: sha256 } },
  ]);
}
