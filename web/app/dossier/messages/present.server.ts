import { sentence } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type {
  DossierMessages,
  PostedMessage,
  ThreadFacts,
  ThreadNote,
} from '#web/server/services/dossier/messages/messages.ts';
import type { ThreadPerson } from '#web/server/services/dossier/messages/thread-readers.ts';

/** « Centre de messagerie » in words (F-040, F-098, F-113). */
export function presentMessages(reader: Reader, messages: DossierMessages) {
  const { t, label } = reader;
  const { dossierId, closed, threads, current } = messages;
  return {
    restricted: closed && t(`messages:${closed}`),
    threads: threads.map(({ thread, total, unread, current: isCurrent }) => ({
      thread,
      title: label('threads', thread),
      count: t('messages:count', { count: total }),
      unread: unread > 0 ? t('messages:unread', { count: unread }) : null,
      to: addressOf(dossierId, thread),
      current: isCurrent,
    })),
    current: current && presentThread(reader, current),
  };
}

/** A conversation as it is read: who reads it, its messages, and what the reader may do there. */
export function presentThread(reader: Reader, facts: ThreadFacts) {
  const { t, dateTime } = reader;
  const { dossierId, thread, olderThan, write, note } = facts;
  const address = addressOf(dossierId, thread);
  const asking = `${address}${address.includes('?') ? '&' : '?'}`;
  return {
    ...presentThreadHead(reader, thread),
    tag: t(`messages:tags.${thread}`),
    people: presentPeople(reader, facts.people),
    others: presentPeople(
      reader,
      facts.people.filter(({ isReader }) => !isReader),
    ),
    messages: facts.messages.map((message) => ({
      id: message.id,
      ...presentMessage(reader, message),
      author: message.mine ? t('messages:you') : message.authorName,
      mine: message.mine,
      isNew: message.isNew,
    })),
    older: olderThan && `${asking}avant=${olderThan}`,
    newest: facts.older ? address : null,
    write: write && {
      ...write,
      savedAt: write.savedAt && dateTime(write.savedAt),
      others: write.others.map(({ id, body, savedAt }) => ({
        id,
        body,
        savedAt: dateTime(savedAt),
        to: `${asking}brouillon=${id}`,
      })),
    },
    unsent: facts.unsent,
    note: note && presentNote(reader, note),
    empty: t(write ? 'messages:emptyCan' : 'messages:empty'),
  };
}

/** A whole conversation, everyone by name. */
export function presentWholeThread(
  reader: Reader,
  { thread, messages }: { thread: Thread; messages: PostedMessage[] },
) {
  return {
    ...presentThreadHead(reader, thread),
    messages: messages.map((message) => presentMessage(reader, message)),
  };
}

function presentThreadHead({ label }: Reader, thread: Thread) {
  return { thread, title: label('threads', thread), readers: label('threadReaders', thread) };
}

/** Who reads, by name and in which part: « Vous, Nadia Cormier (Autos du Fleuve) et Hélène Duval (médiation) ». */
export function presentPeople({ t, language }: Reader, people: ThreadPerson[]): string {
  const words = people.map(({ role, name, company, isReader }) => {
    if (isReader) return t('messages:amongThem');
    const part = t(`messages:parts.${role}`, { merchant: company ?? t('turn:who.merchant') });
    return name ? t('messages:person', { name, part }) : part;
  });
  const list = new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' });
  return sentence(list.format(words));
}

function presentMessage({ t, moment }: Reader, message: PostedMessage) {
  return {
    author: message.authorName,
    role: t(`messages:roles.${message.authorRole}`),
    at: moment(message.publishedAt),
    body: message.body,
    announces: message.announcesClosing ? t('messages:announcesClosing') : null,
    shared: message.sharedAt ? t('messages:shared', { date: moment(message.sharedAt) }) : null,
  };
}

function presentNote({ t, dateTime }: Reader, note: ThreadNote): string {
  switch (note.key) {
    case 'openUntil':
      return t('messages:openUntil', { date: dateTime(note.until) });
    case 'represented':
    case 'readOnly':
      return t(`messages:${note.key}`, { name: note.name });
    default:
      return t(`messages:${note.key}`);
  }
}

/** Where a thread is read: the three-way room stands under the proposals. */
function addressOf(dossierId: string, thread: Thread): string {
  return thread === 'mediationRoom'
    ? href(pages.dossier.proposals, { dossierId })
    : withQuery(href(pages.dossier.messages, { dossierId }), { fil: thread });
}
