import { randomUUID } from 'node:crypto';
import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isInstant } from '#contracts/instants.ts';
import { markThreadRead, postedAt, threadCounts, threadMessages, threadSeenUntil } from '#db/content/messages.ts';
import { messageDrafts } from '#db/content/drafts.ts';
import { threadNames, type Thread } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { OtherDraft } from '../open-dossier/drafts.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';
import { readersOf, type ThreadPerson } from './thread-readers.ts';

const pageSize = 50;
/** Characters of the messages of one page: fewer long ones are shown at once, so that no page takes long to make. */
const charactersShown = 150_000;

/** A message as posted; `sharedAt`: when what was said in private was shared; `announcesClosing`: by the mediator (F-131). */
export type PostedMessage = Pick<
  Awaited<ReturnType<typeof threadMessages>>[number],
  'id' | 'authorName' | 'authorRole' | 'body' | 'publishedAt' | 'sharedAt' | 'announcesClosing'
>;

type MessageFacts = PostedMessage & { mine: boolean; isNew: boolean };

/** A conversation: its messages, and what this person may do there. */
export type ThreadFacts = {
  dossierId: string;
  thread: Thread;
  people: ThreadPerson[];
  /** Oldest first. */
  messages: MessageFacts[];
  /** The instant before which there are older messages. */
  olderThan: string | null;
  /** These are not the newest. */
  older: boolean;
  /** What this person may write: the draft in the field, its mark, and the other drafts. */
  write: { messageId: string; body: string; base: string; savedAt: string | null; others: OtherDraft[] } | null;
  /** What this person wrote and did not post, where nothing can be posted any more. */
  unsent: string[];
  note: ThreadNote | null;
};

/** Why this person does not write here, or until when they do. */
export type ThreadNote =
  | { key: 'openUntil'; until: string }
  | { key: 'represented' | 'readOnly'; name: string }
  | { key: 'closed' | 'unled' | 'takeChargeFirst' | 'readOnlyRole' };

/** Why this person reads no conversation: the Office reads none; nobody of the company has charge, yet or any more; somebody else has; it is over. */
export type WithoutThreads = 'restricted' | 'notTaken' | 'notHeld' | 'none' | 'noneOver';

export type DossierMessages = {
  dossierId: string;
  closed: WithoutThreads | null;
  /** `unread`: nothing of the current one for someone who is there and reads it. */
  threads: { thread: Thread; total: number; unread: number; current: boolean }[];
  current: ThreadFacts | null;
};

/**
 * What is asked of a thread: the messages before an instant, a draft to continue. `attended`: by a person, and not by a page that looks for news by itself.
 */
type ThreadAsked = { before: string | null; draft: string | null; attended: boolean };

/** « Centre de messagerie » (F-040, F-098, F-113): the private conversations that this person reads. The three-way room is elsewhere. */
export async function messagesOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  asked: ThreadAsked & { thread: string | null },
): Promise<DossierMessages> {
  const dossierId = opened.summaryRow.id;
  if (opened.actor.role === 'officer') return { dossierId, closed: 'restricted', threads: [], current: null };
  const threads = threadNames.filter((thread) => thread !== 'mediationRoom' && opened.canReadThread(thread));
  const wanted = threadNames.find((thread) => thread === asked.thread);
  if (asked.thread && (!wanted || !opened.canReadThread(wanted))) throw new AppError('message.no_thread_access');
  const chosen = wanted ?? threads.find((thread) => opened.canWriteThread(thread)) ?? threads[0];
  const counts = await threadCounts(deps.db, { dossierId, threads: asRead(opened, threads), readerId: opened.user.id });
  const { before, draft, attended } = asked;
  const current = chosen ? await readThread(deps, opened, { thread: chosen, before, draft, attended }) : null;
  return {
    dossierId,
    closed: threads.length > 0 ? null : withoutThreads(opened),
    threads: threads.map((thread) => {
      const found = counts.find((each) => each.thread === thread);
      return {
        thread,
        total: found?.total ?? 0,
        unread: attended && thread === chosen ? 0 : (found?.unread ?? 0),
        current: thread === chosen,
      };
    }),
    current,
  };
}

/** Why nobody of the company but those who act reads a conversation here. */
export function withoutThreads({ state, summaryRow, phase }: OpenDossier): WithoutThreads {
  if (state.closing && phase !== 'afterAgreement') return 'noneOver';
  if (state.handlerId === null) return 'notTaken';
  return summaryRow.handler === null ? 'notHeld' : 'none';
}

/** Conversations with from when on this person reads each. */
export function asRead(opened: OpenDossier, threads: readonly Thread[]): { thread: Thread; from: string | null }[] {
  return threads.map((thread) => ({ thread, from: opened.readsFrom(thread) }));
}

/** One conversation, and records that it was read when a person asked for it (ADR 54). @throws AppError `message.no_thread_access` when the matrix does not give it. */
export async function readThread(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { thread, before, draft: asked, attended }: ThreadAsked & { thread: Thread },
): Promise<ThreadFacts> {
  if (!opened.canReadThread(thread)) throw new AppError('message.no_thread_access');
  const { summaryRow, user } = opened;
  const cursor = isInstant(before) ? before : null;
  const writes = opened.canWriteThread(thread);
  const from = opened.readsFrom(thread);
  const [rows, seenUntil, drafts] = await Promise.all([
    threadMessages(db, { dossierId: summaryRow.id, thread, from, before: cursor, limit: pageSize + 1 }),
    threadSeenUntil(db, { dossierId: summaryRow.id, thread, readerId: user.id }),
    messageDrafts(db, { dossierId: summaryRow.id, thread, authorId: user.id }),
  ]);
  // An announcement is continued in its own form (close-mediation.ts).
  const messages = drafts.filter(({ announcesClosing }) => !announcesClosing);
  const draft = messages.find(({ id }) => id === asked) ?? messages[0];
  if (attended && !cursor)
    await markThreadRead(db, {
      dossierId: summaryRow.id,
      thread,
      readerId: user.id,
      shown: rows.at(-1)?.publishedAt ?? null,
    });
  const shown = newestWithin(rows.slice(-pageSize), charactersShown);
  return {
    dossierId: summaryRow.id,
    thread,
    people: readersOf(opened, thread),
    messages: shown.map((row) => ({
      ...row,
      mine: row.authorId === user.id,
      isNew: row.authorId !== user.id && (seenUntil === null || row.publishedAt > seenUntil),
    })),
    olderThan: rows.length > shown.length ? (shown[0]?.publishedAt ?? null) : null,
    older: cursor !== null,
    write: writes
      ? {
          messageId: draft?.id ?? randomUUID(),
          body: draft?.body ?? '',
          base: draft ? draftMark(draft.body) : '',
          savedAt: draft?.savedAt ?? null,
          others: messages.filter((other) => other !== draft),
        }
      : null,
    unsent: writes ? [] : drafts.map(({ body }) => body),
    note: noteOf(opened, thread, writes),
  };
}

/**
 * Notes that this person, who was there while a message came, has it before their eyes (ADR 54).
 *
 * @throws AppError `message.no_thread_access` when they may not read it, or there is none.
 */
export async function noteSeen(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { messageId }: { messageId: string },
): Promise<void> {
  const dossierId = opened.summaryRow.id;
  const posted = await postedAt(db, { dossierId, messageId });
  if (!posted || !opened.canReadThread(posted.thread)) throw new AppError('message.no_thread_access');
  const { thread, publishedAt } = posted;
  const from = opened.readsFrom(thread);
  if (from !== null && publishedAt < from) throw new AppError('message.no_thread_access');
  await markThreadRead(db, { dossierId, thread, readerId: opened.user.id, shown: publishedAt });
}

/** The newest of these messages, oldest first, that hold at most so many characters together; one at least. */
function newestWithin<Message extends { body: string }>(rows: Message[], characters: number): Message[] {
  let left = characters;
  const first = rows.findLastIndex(({ body }, index) => (left -= body.length) < 0 && index < rows.length - 1);
  return rows.slice(first + 1);
}

/**
 * A whole conversation for a document, oldest first. This does not record that it was read.
 *
 * @throws AppError `message.no_thread_access` when the matrix does not give it.
 */
export async function wholeThread(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  thread: Thread,
): Promise<{ thread: Thread; messages: PostedMessage[] }> {
  if (!opened.canReadThread(thread)) throw new AppError('message.no_thread_access');
  return {
    thread,
    messages: await threadMessages(db, {
      dossierId: opened.summaryRow.id,
      thread,
      from: opened.readsFrom(thread),
      before: null,
      limit: null,
    }),
  };
}

export function noteOf(opened: OpenDossier, thread: Thread, writes: boolean): ThreadNote | null {
  const { state, summaryRow, readerRole } = opened;
  if (writes) {
    return opened.phase === 'afterAgreement' && state.messagesOpenUntil
      ? { key: 'openUntil', until: state.messagesOpenUntil }
      : null;
  }
  // After an agreement the parties' own conversation alone stays open (F-103).
  if (state.closing && (opened.phase !== 'afterAgreement' || thread !== 'negotiation')) return { key: 'closed' };
  if (thread.endsWith('Caucus') && !state.mediation?.declaredAt) return { key: 'unled' };
  if (readerRole === 'representedConsumer' && summaryRow.representative)
    return { key: 'represented', name: summaryRow.representative.name };
  if (readerRole === 'respondent' && summaryRow.handler) return { key: 'readOnly', name: summaryRow.handler.name };
  if (opened.side === 'merchant' && !summaryRow.handler) return { key: 'takeChargeFirst' };
  return { key: 'readOnlyRole' };
}
