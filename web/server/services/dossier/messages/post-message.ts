import { marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { maxMessageLength } from '#contracts/schemas/message.ts';
import { messageRow } from '#db/content/drafts.ts';
import { savedReplies, type SavedReplyRow } from '#db/queue/replies.ts';
import { withReply } from '#domain/queue/replies.ts';
import { actionFor, userIdOf, type Thread } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { fileDraft, saveDraft, type DraftText, type SavedDraft } from '../open-dossier/drafts.ts';
import type { CommandEngine } from '../open-dossier/execute.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/**
 * A message as a form sends it; `base` holds the marks of the drafts that its page saw (contracts/draft-mark.ts). `announcesClosing`: the mediator's
 * announcement, which has a form and drafts of its own (F-131).
 */
type SentMessage = { messageId: string; thread: Thread; body: string; base: string; announcesClosing?: boolean };

/** Saves a message that is not posted yet, for its author alone. @throws AppError as {@link saveDraft}; `rate.limited`. */
export async function saveDraftMessage(
  { db, limits }: Pick<ServiceDeps, 'db' | 'limits'>,
  opened: OpenDossier,
  message: SentMessage,
): Promise<SavedDraft> {
  demandThread(opened, message);
  await limits.count('saves', opened.user.id);
  return saveDraft(db, draftText(opened, message));
}

/**
 * Puts a reply that the company keeps after what is written, and saves both as the author's draft (B-09): nothing that was typed is replaced, and nothing is
 * sent.
 *
 * @throws AppError as {@link saveDraftMessage}; `access.not_found` for a reply that is not of the dossier's company, `reply.too_long`.
 */
export async function insertReply(
  deps: Pick<ServiceDeps, 'db' | 'limits'>,
  opened: OpenDossier,
  { message, replyId }: { message: SentMessage; replyId: string },
): Promise<SavedDraft> {
  const reply = (await repliesFor(deps, opened)).find(({ id }) => id === replyId);
  if (!reply) throw new AppError('access.not_found');
  const body = withReply(message.body, reply.body, maxMessageLength);
  if (body === null) throw new AppError('reply.too_long');
  return saveDraftMessage(deps, opened, { ...message, body });
}

/** The replies that the company of this dossier keeps, for its own people; none for anybody else. */
export async function repliesFor(
  { db }: Pick<ServiceDeps, 'db'>,
  { side, state }: Pick<OpenDossier, 'side' | 'state'>,
): Promise<SavedReplyRow[]> {
  return side === 'merchant' ? savedReplies(db, [state.merchantId]) : [];
}

/**
 * Posts a message (F-040, F-098, F-112, F-113). It is written as its author's draft first: a refusal leaves it there. The same text
 * posted again is the same message; another text under the same id is a message of its own.
 *
 * @throws AppError with the rule's code.
 */
export async function postMessage(
  deps: Pick<ServiceDeps, 'db'> & { engine: CommandEngine },
  opened: OpenDossier,
  { key, message }: { key: string; message: SentMessage },
): Promise<void> {
  const { thread, announcesClosing } = message;
  demandThread(opened, message);
  await fileDraft(deps, opened, {
    draft: draftText(opened, message),
    key,
    command: (messageId) => ({
      ...{ type: 'postMessage', thread, messageId },
      ...(announcesClosing ? { announcesClosing: true } : {}),
    }),
    otherwise: 'anew',
  });
}

function demandThread(opened: OpenDossier, { thread, announcesClosing }: SentMessage): void {
  if (announcesClosing && (opened.readerRole !== 'mediator' || thread !== 'mediationRoom'))
    throw new AppError('actor.not_mediator');
  if (opened.canWriteThread(thread)) return;
  if (!opened.canReadThread(thread)) throw new AppError('message.no_thread_access');
  throw new AppError(actionFor(opened.state, opened, { type: 'postMessage', thread }).why ?? 'message.closed');
}

function draftText(
  opened: OpenDossier,
  { messageId, thread, body, base, announcesClosing = false }: SentMessage,
): DraftText<string> {
  const { summaryRow, user, actor } = opened;
  const authorId = userIdOf(actor) ?? user.id;
  const row = (id: string) =>
    messageRow({ id, dossierId: summaryRow.id, thread, authorId, authorRole: actor.role, body, announcesClosing });
  return { row, id: messageId, seen: marksIn(base) };
}
