import { AppError } from '#contracts/errors.ts';
import type { QueueReader } from '#db/queue/rows.ts';
import type { CurrentUser } from '../accounts/types.ts';

/** A member of companies as the reader of their queue. @throws AppError `access.denied` for anybody else. */
export function readerOf(user: CurrentUser): QueueReader {
  if (user.kind !== 'merchant') throw new AppError('access.denied');
  return { userId: user.id, merchantIds: user.memberships.map(({ merchantId }) => merchantId) };
}
