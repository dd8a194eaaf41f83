import { randomUUID } from 'node:crypto';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { label } from '#content/lists/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { draftMark, marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isInstant } from '#contracts/instants.ts';
import { markThreadRead, threadCounts, threadMessages, threadReadAt } from '#db/content/messages.ts';
import { messageDrafts, messageRow } from '#db/content/drafts.ts';
import type { Database } from '#db/database.ts';
import { threadNames, userIdOf, type Thread } from '#domain/dossier/index.ts';
import type { Giver } from './give.ts';
import type { Opened } from './reader.ts';
import { fileWords, keepWords, type Kept, type Words } from './words.ts';

export const messagesShown = 50;
/** Characters of the messages of one page: fewer long ones are shown at once, so that no page takes long to make. */
const charactersShown = 150_000;

export type MessageView = {
  id: string;
  author: string;
  role: string;
  mine: boolean;
  at: string;
  body: string;
  isNew: boolean;
  shared: string | null;
};

/** A draft that is not in the form, and the page that puts it there, if one does. */
export type OtherDraft = { id: string; body: string; savedAt: string; to: string | null };

/** A conversation as it is read: who reads it, its messages, and what this person may do there. */
export type ThreadView = {
  thread: Thread;
  title: string;
  readers: string;
  messages: MessageView[];
  older: string | null;
  newest: string | null;
  /** What this person may write: the draft in the field, its mark, and the drafts kept beside it. */
  write: { messageId: string; body: string; base: string; savedAt: string | null; others: OtherDraft[] } | null;
  /** What this person wrote and did not post, where nothing can be posted any more. */
  unsent: string[];
  note: string | null;
  empty: string;
};

export type MessagesPage = {
  restricted: string | null;
  threads: { thread: Thread; title: string; count: string; unread: string | null; to: string; current: boolean }[];
  current: ThreadView | null;
};

/** « Centre de messagerie » (F-040, F-098, F-113): the private conversations that this person reads. The three-way room is elsewhere. */
export async function messagesPage(
  db: Database,
  opened: Opened,
  asked: { thread: string | null; before: string | null; draft: string | null },
  language: Language,
  t: Translate,
): Promise<MessagesPage> {
  if (opened.viewer === 'officer') return { restricted: t('messages:restricted'), threads: [], current: null };
  const threads = threadNames.filter((thread) => thread !== 'mediationRoom' && opened.mayReadThread(thread));
  const named = threadNames.find((thread) => thread === asked.thread);
  if (asked.thread && (!named || !opened.mayReadThread(named))) throw new AppError('message.no_thread_access');
  const chosen = named ?? threads.find((thread) => opened.mayWriteThread(thread)) ?? threads[0];
  const counts = await threadCounts(db, { dossierId: opened.head.id, threads, readerId: opened.user.id });
  const current = chosen ? await threadView(db, opened, chosen, asked, language, t) : null;
  return {
    restricted: threads.length === 0 ? t('messages:none') : null,
    threads: threads.map((thread) => {
      const found = counts.find((each) => each.thread === thread);
      const unread = thread === chosen ? 0 : (found?.unread ?? 0);
      return {
        thread,
        title: label('threads', thread, language),
        count: t('messages:count', { count: found?.total ?? 0 }),
        unread: unread > 0 ? t('messages:unread', { count: unread }) : null,
        to: withQuery(href(pages.dossier.messages, { dossierId: opened.head.id }), { fil: thread }),
        current: thread === chosen,
      };
    }),
    current,
  };
}

/** One conversation, and notes that it was read. */
export async function threadView(
  db: Database,
  opened: Opened,
  thread: Thread,
  { before, draft: asked }: { before: string | null; draft: string | null },
  language: Language,
  t: Translate,
): Promise<ThreadView> {
  if (!opened.mayReadThread(thread)) throw new AppError('message.no_thread_access');
  const { head, user } = opened;
  const cursor = isInstant(before) ? before : null;
  const writes = opened.mayWriteThread(thread);
  const [rows, readAt, drafts] = await Promise.all([
    threadMessages(db, { dossierId: head.id, thread, before: cursor, limit: messagesShown + 1 }),
    threadReadAt(db, { dossierId: head.id, thread, readerId: user.id }),
    messageDrafts(db, { dossierId: head.id, thread, authorId: user.id }),
  ]);
  const draft = drafts.find(({ id }) => id === asked) ?? drafts[0];
  if (!cursor) await markThreadRead(db, { dossierId: head.id, thread, readerId: user.id });
  const shown = newestWithin(rows.slice(-messagesShown), charactersShown);
  const base =
    thread === 'mediationRoom'
      ? `${href(pages.dossier.proposals, { dossierId: head.id })}?`
      : `${withQuery(href(pages.dossier.messages, { dossierId: head.id }), { fil: thread })}&`;
  const first = shown[0];
  return {
    thread,
    title: label('threads', thread, language),
    readers: label('threadReaders', thread, language),
    messages: shown.map((row) => ({
      id: row.id,
      author: row.authorId === user.id ? t('messages:you') : row.authorName,
      role: t(`messages:roles.${row.authorRole}`),
      mine: row.authorId === user.id,
      at: formatDateTime(language, row.publishedAt),
      body: row.body,
      isNew: row.authorId !== user.id && (readAt === null || row.publishedAt > readAt),
      shared: row.sharedAt ? t('messages:shared', { date: formatDateTime(language, row.sharedAt) }) : null,
    })),
    older: rows.length > shown.length && first ? `${base}avant=${first.publishedAt}` : null,
    newest: cursor ? base.slice(0, -1) : null,
    write: writes
      ? {
          messageId: draft?.id ?? randomUUID(),
          body: draft?.body ?? '',
          base: draft ? draftMark(draft.body) : '',
          savedAt: draft ? formatDateTime(language, draft.savedAt) : null,
          others: drafts
            .filter((other) => other !== draft)
            .map(({ id, body, savedAt }) => ({
              id,
              body,
              savedAt: formatDateTime(language, savedAt),
              to: `${base}brouillon=${id}`,
            })),
        }
      : null,
    unsent: writes ? [] : drafts.map(({ body }) => body),
    note: noteOf(opened, writes, language, t),
    empty: t(writes ? 'messages:emptyCan' : 'messages:empty'),
  };
}

/** The newest of these messages, oldest first, that hold at most so many characters together; one at least. */
function newestWithin<Message extends { body: string }>(rows: Message[], characters: number): Message[] {
  let left = characters;
  const first = rows.findLastIndex(({ body }, index) => (left -= body.length) < 0 && index < rows.length - 1);
  return rows.slice(first + 1);
}

/**
 * A whole conversation for a document, oldest first, everyone by name. Reading it so does not note that it was read.
 *
 * @throws AppError `message.no_thread_access` when the matrix does not give it.
 */
export async function wholeThread(db: Database, opened: Opened, thread: Thread, language: Language, t: Translate) {
  if (!opened.mayReadThread(thread)) throw new AppError('message.no_thread_access');
  const rows = await threadMessages(db, { dossierId: opened.head.id, thread, before: null, limit: null });
  return {
    thread,
    title: label('threads', thread, language),
    readers: label('threadReaders', thread, language),
    messages: rows.map((row) => ({
      author: row.authorName,
      role: t(`messages:roles.${row.authorRole}`),
      at: formatDateTime(language, row.publishedAt),
      body: row.body,
      shared: row.sharedAt ? t('messages:shared', { date: formatDateTime(language, row.sharedAt) }) : null,
    })),
  };
}

function noteOf(opened: Opened, writes: boolean, language: Language, t: Translate): string | null {
  const { state, head, viewer } = opened;
  if (writes) {
    return opened.phase === 'afterAgreement' && state.messagesOpenUntil
      ? t('messages:openUntil', { date: formatDateTime(language, state.messagesOpenUntil) })
      : null;
  }
  if (state.closing && opened.phase !== 'afterAgreement') return t('messages:closed');
  if (viewer === 'representedConsumer' && head.representative)
    return t('messages:represented', { name: head.representative.name });
  if (viewer === 'respondent' && head.handler) return t('messages:readOnly', { name: head.handler.name });
  if (opened.side === 'merchant' && state.status === 'submitted') return t('messages:takeChargeFirst');
  return t('messages:readOnlyRole');
}

/** A message as a form sends it; `base` holds the marks of the drafts that its page saw (contracts/draft-mark.ts). */
export type MessageToKeep = { messageId: string; thread: Thread; body: string; base: string };

/** Keeps a message that is not posted yet, for its author alone. */
export async function keepMessage(db: Database, opened: Opened, message: MessageToKeep): Promise<Kept> {
  demandThread(opened, message.thread);
  return keepWords(db, wordsOf(opened, message));
}

/**
 * Posts a message (F-040, F-098, F-112, F-113). It is written as its author's draft first: a refusal leaves it there. The same text
 * posted again is the same message; another text under the same id is a message of its own.
 *
 * @throws AppError with the rule's code.
 */
export async function postMessage(
  deps: { db: Database; engine: Giver },
  opened: Opened,
  key: string,
  message: MessageToKeep,
): Promise<void> {
  const { thread } = message;
  demandThread(opened, thread);
  await fileWords(deps, opened, wordsOf(opened, message), {
    key,
    command: (messageId) => ({ type: 'postMessage', thread, messageId }),
    otherwise: 'anew',
  });
}

function demandThread(opened: Opened, thread: Thread): void {
  if (opened.mayWriteThread(thread)) return;
  throw new AppError(opened.mayReadThread(thread) ? 'message.closed' : 'message.no_thread_access');
}

function wordsOf(opened: Opened, { messageId, thread, body, base }: MessageToKeep): Words<string> {
  const { head, user, actor } = opened;
  const authorId = userIdOf(actor) ?? user.id;
  const row = (id: string) => messageRow({ id, dossierId: head.id, thread, authorId, authorRole: actor.role, body });
  return { row, id: messageId, seen: marksIn(base) };
}
