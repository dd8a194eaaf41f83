import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { Database } from '#db/database.ts';
import { mediationsOf, mediatorRow, type MediatorRow } from '#db/directory/mediators.ts';
import { holdAccount } from '#db/accounts/people.ts';
import { inTransaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, openAccount, reopenAccount, sendLink, tellStanding } from './accounts.ts';
import { nameMark } from './record-mark.ts';
import type { AccountAct, Act, DirectoryDeps, NewPerson } from './types.ts';

/** A mediator with the dossiers under way, which need another mediator should the account be closed. */
export type MediatorDetails = MediatorRow & { mark: string; dossiers: { id: string; number: string }[] };

/** @throws AppError `access.not_found`. */
export async function mediatorDetails(db: Database, userId: string): Promise<MediatorDetails> {
  const row = isUuid(userId) ? await mediatorRow(db, userId) : undefined;
  if (!row) throw new AppError('access.not_found');
  return { ...row, mark: nameMark(row), dossiers: await mediationsOf(db, userId) };
}

/** {@link mediatorDetails}, the account held until the transaction ends. */
async function holdMediator(db: Database, userId: string): Promise<MediatorDetails> {
  if (isUuid(userId)) await holdAccount(db, userId);
  return mediatorDetails(db, userId);
}

/**
 * F-020: opens a mediator's account and sends its activation link.
 *
 * @throws AppError `account.exists` when this mediator has an account, `account.closed` when it is closed, `account.of_…`.
 */
export function openMediator(
  deps: DirectoryDeps,
  { actorId, person, key = randomUUID() }: Act & { person: NewPerson & { accreditation?: string } },
): Promise<string> {
  return inTransaction(deps, async ({ db }) => {
    const account = await openAccount(db, 'mediator', person);
    const act = { actorId, action: 'mediator.opened', subject: account.id, key, values: { person } };
    if (!(await auditOnce(db, act))) return account.id;
    if (account.disabled) throw new AppError('account.closed');
    if (!account.fresh) throw new AppError('account.exists');
    await sendLink({ ...deps, db }, { userId: account.id });
    return account.id;
  });
}

/**
 * Closes a mediator's account, at once (F-020). Nobody is left in a mediation with someone who cannot sign in.
 *
 * @throws AppError `account.mediating` while mediations are under way with them; `access.not_found`.
 */
export async function closeMediator(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    // Held before the dossiers are looked at: the journal holds it too when it gives a mediation to this account.
    const { dossiers, state } = await holdMediator(transaction.db, userId);
    if (dossiers.length > 0) throw new AppError('account.mediating');
    const act = { actorId, action: 'mediator.closed', subject: userId, key };
    if (!(await auditOnce(transaction.db, act))) return;
    await closeAccount(deps, transaction, userId);
    if (state !== 'removed') await tellStanding(deps, transaction.db, { userId, template: 'account-closed' });
  });
}

/** Opens a closed account again; a person who never chose a password gets a new link. @throws AppError `access.not_found`. */
export async function reopenMediator(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    // From a page that was left open: it is open already, and nobody is written to again.
    if ((await holdMediator(db, userId)).state !== 'removed') return;
    if (!(await auditOnce(db, { actorId, action: 'mediator.reopened', subject: userId, key }))) return;
    await reopenAccount(transaction, userId);
    await entities.flush();
    if ((await mediatorDetails(db, userId)).state === 'invited') await sendLink({ ...deps, db }, { userId });
    else await tellStanding(deps, db, { userId, template: 'account-reopened' });
  });
}
