import { AppError } from '#contracts/errors.ts';
import type { ReplyForm } from '#contracts/schemas/queue.ts';
import { colleaguesIn, type Colleague } from '#db/queue/colleagues.ts';
import {
  deleteReply,
  insertReply,
  isReplyByTitle,
  replyPage,
  savedReplies,
  updateReply,
  type ReplyFilter,
  type ReplyOrder,
  type SavedReplyRow,
} from '#db/queue/replies.ts';
import { lockCompany } from '#db/queue/absences.ts';
import { inTransaction } from '#db/transaction.ts';
import { replyLimits } from '#domain/queue/replies.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import type { PageAsked } from '#db/ordered.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';
import { readerOf } from './types.ts';

export type { ReplyFilter, ReplyOrder, SavedReplyRow };

type Deps = Pick<ServiceDeps, 'db' | 'limits' | 'now'>;
type ListDeps = Pick<Deps, 'db' | 'limits'> & { cursors: Cursors };
type Page = { rows: SavedReplyRow[]; next: string | null };

/** The texts that the reader's companies keep, by company and title (B-09). Nobody else reads them. */
export function replies({ db }: Pick<Deps, 'db'>, user: CurrentUser): Promise<SavedReplyRow[]> {
  return savedReplies(db, readerOf(user).merchantIds);
}

/** The same as a list, fifty a page, with whom it may be narrowed to, and the companies that keep as many as they may. */
export async function replyList(
  { db, cursors }: Pick<ListDeps, 'db' | 'cursors'>,
  user: CurrentUser,
  { filter, order, after }: ListAsked<ReplyFilter, ReplyOrder>,
): Promise<Page & { colleagues: Colleague[]; full: string[] }> {
  const { merchantIds } = readerOf(user);
  const named = isReplyByTitle(order);
  const [page, colleagues, all] = await Promise.all([
    pageOf({ cursors }, { list: ['replies', user.id, filter, order], after, named }, (part) =>
      replyPage(db, { merchantIds, filter, order, ...part }),
    ),
    colleaguesIn(db, merchantIds),
    savedReplies(db, merchantIds),
  ]);
  const count = (id: string) => all.filter(({ merchantId }) => merchantId === id).length;
  return { ...page, colleagues, full: merchantIds.filter((id) => count(id) >= replyLimits.each) };
}

/** Those whose title or text holds the words, by title. @throws AppError `rate.acts`. */
export function findReplies(deps: ListDeps, user: CurrentUser, asked: SearchAsked): Promise<Page> {
  const { merchantIds } = readerOf(user);
  const filter = { merchantId: null, savedBy: null };
  return foundPage(deps, user, {
    ...asked,
    list: ['replies'],
    named: true,
    read: (part) => replyPage(deps.db, { merchantIds, filter, words: asked.words, order: 'title', ...part }),
  });
}

/** The same whole, as a file. @throws AppError `rate.acts`. */
export async function sendReplies(
  deps: Pick<ListDeps, 'db' | 'limits'>,
  user: CurrentUser,
  { words, ...asked }: Omit<ListAsked<ReplyFilter, ReplyOrder>, 'after'> & { words: FileWords<SavedReplyRow> },
): Promise<Response> {
  const { merchantIds } = readerOf(user);
  const read = (part: PageAsked) => replyPage(deps.db, { merchantIds, ...asked, ...part });
  return fileOf(deps, user, { read, words: (rows) => words(rows) });
}

/** One of them. @throws AppError `access.not_found`. */
export async function reply(deps: Pick<Deps, 'db'>, user: CurrentUser, replyId: string): Promise<SavedReplyRow> {
  const found = (await replies(deps, user)).find(({ id }) => id === replyId);
  if (!found) throw new AppError('access.not_found');
  return found;
}

/** Keeps a text for a company; the form sent twice keeps one. @throws AppError `access.denied`, `reply.too_many`, `rate.acts`. */
export async function addReply(
  deps: Deps,
  user: CurrentUser,
  { form, key }: { form: ReplyForm; key: string },
): Promise<void> {
  const { merchantId } = form;
  if (!readerOf(user).merchantIds.includes(merchantId)) throw new AppError('access.denied');
  await deps.limits.count('acts', `${user.id} replies`);
  await inTransaction(deps, async ({ db }) => {
    await lockCompany(db, merchantId);
    const kept = await savedReplies(db, [merchantId]);
    if (kept.some(({ id }) => id === key)) return;
    if (kept.length >= replyLimits.each) throw new AppError('reply.too_many');
    await insertReply(db, { ...form, id: key, userId: user.id, at: deps.now().toISOString() });
  });
}

/**
 * Another text in its place, where nobody has changed it since the page was opened; the same again is done already.
 *
 * @throws AppError `reply.changed`, `access.not_found`, `rate.acts`.
 */
export async function changeReply(
  deps: Deps,
  user: CurrentUser,
  { replyId, form }: { replyId: string; form: { title: string; body: string; seen: number } },
): Promise<void> {
  await deps.limits.count('acts', `${user.id} replies`);
  const { title, body, seen } = form;
  const now = await reply(deps, user, replyId);
  if (now.title === title && now.body === body) return;
  const saved = await updateReply(deps.db, {
    ...{ id: replyId, seen, title, body },
    ...{ userId: user.id, at: deps.now().toISOString() },
  });
  if (!saved) throw new AppError('reply.changed');
}

/**
 * Keeps it no more, where nobody has changed it since the page was opened; one that is gone already is gone.
 *
 * @throws AppError `reply.changed`, `rate.acts`.
 */
export async function removeReply(
  deps: Deps,
  user: CurrentUser,
  { replyId, seen }: { replyId: string; seen: number },
): Promise<void> {
  await deps.limits.count('acts', `${user.id} replies`);
  const kept = async () => (await replies(deps, user)).some(({ id }) => id === replyId);
  if (!(await kept()) || (await deleteReply(deps.db, { id: replyId, seen }))) return;
  if (await kept()) throw new AppError('reply.changed');
}
