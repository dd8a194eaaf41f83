import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { holdAccount } from '#db/accounts/people.ts';
import { accountRow, holdOfficersInUse, runningDossiersOf } from '#db/directory/accounts.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, reopenAccount, sendLink, tellStanding } from './accounts.ts';
import type { AccountAct, DirectoryDeps } from './types.ts';

/** Kinds whose accounts are closed at the Office's page of accounts; members of merchants and mediators have pages of their own. */
type ClosedHere = 'officer' | 'consumer';

/** An account of such a kind, held until the transaction ends. @throws AppError `access.not_found` for another. */
async function holdClosable(db: Database, userId: string) {
  if (isUuid(userId)) await holdAccount(db, userId);
  const row = isUuid(userId) ? await accountRow(db, userId) : null;
  if (row?.kind !== 'officer' && row?.kind !== 'consumer') throw new AppError('access.not_found');
  return { ...row, kind: row.kind satisfies ClosedHere };
}

/**
 * Closes the account of an officer who leaves, or of a consumer who asks for it, at once; told by mail.
 *
 * @throws AppError `account.own`; `account.last_officer` for the one officer who is left; `account.in_dossier` while a dossier of theirs, or of a person whom
 *   they represent, is under way; `access.not_found`.
 */
export async function closeAccountOf(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<void> {
  if (actorId === userId) throw new AppError('account.own');
  await inTransaction(deps, async (transaction) => {
    const { db } = transaction;
    // Before the account itself, always in one order: of two officers who close each other at once, the second one is the last.
    const officers = await holdOfficersInUse(db);
    const { kind, state } = await holdClosable(db, userId);
    if (state === 'removed') return;
    if (kind === 'officer' && !officers.some((id) => id !== userId)) throw new AppError('account.last_officer');
    if (kind === 'consumer' && (await runningDossiersOf(db, userId)).length > 0)
      throw new AppError('account.in_dossier');
    if (!(await auditOnce(db, { actorId, action: 'account.closed', subject: userId, key }))) return;
    await closeAccount(deps, transaction, userId);
    await tellStanding(deps, db, { userId, template: 'account-closed' });
  });
}

/** Opens such an account again; an officer who never chose a password gets a new link. @throws AppError `access.not_found`, `account.own`. */
export async function reopenAccountOf(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<void> {
  if (actorId === userId) throw new AppError('account.own');
  await inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    if ((await holdClosable(db, userId)).state !== 'removed') return;
    if (!(await auditOnce(db, { actorId, action: 'account.reopened', subject: userId, key }))) return;
    await reopenAccount(transaction, userId);
    await entities.flush();
    const { state, kind } = await holdClosable(db, userId);
    if (state === 'invited' && kind === 'officer') await sendLink({ ...deps, db }, { userId });
    else await tellStanding(deps, db, { userId, template: 'account-reopened' });
  });
}
