import { randomUUID } from 'node:crypto';
import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { Database } from '#db/database.ts';
import { mediationsOf, mediatorRow, replaceFields, type MediatorRow } from '#db/directory/mediators.ts';
import { holdAccount } from '#db/accounts/people.ts';
import { idOf } from '#db/key-id.ts';
import { handOverRow, insertHandOver } from '#db/office/hand-overs.ts';
import { inTransaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, openAccount, reopenAccount, sendLink, tellStanding } from './accounts.ts';
import { nameMark } from './record-mark.ts';
import type { AccountAct, Act, DirectoryDeps, NewPerson } from './types.ts';

/** A mediator with the dossiers under way, which go back to the Office's queue should the account be closed. */
export type MediatorDetails = MediatorRow & {
  mark: string;
  fieldsMark: string;
  dossiers: { id: string; number: string }[];
};

/** @throws AppError `access.not_found`. */
export async function mediatorDetails(db: Database, userId: string): Promise<MediatorDetails> {
  const row = isUuid(userId) ? await mediatorRow(db, userId) : undefined;
  if (!row) throw new AppError('access.not_found');
  return { ...row, mark: nameMark(row), fieldsMark: draftMark(row.fields), dossiers: await mediationsOf(db, userId) };
}

/**
 * States which kinds of problem are a mediator's field, for what is suggested (B-11).
 *
 * @param seen the mark of what the form was shown with.
 * @throws AppError `directory.changed` when it was changed meanwhile to something else than what is asked; `access.not_found`.
 */
export async function setFields(
  deps: DirectoryDeps,
  { actorId, userId, kinds, seen, key = randomUUID() }: AccountAct & { kinds: string[]; seen: string },
): Promise<void> {
  const fields = [...new Set(kinds)].sort();
  await inTransaction(deps, async ({ db }) => {
    const { fieldsMark } = await holdMediator(db, userId);
    const act = { actorId, action: 'mediator.field_stated', subject: userId, key, values: { fields } };
    if (!(await auditOnce(db, act))) return;
    if (fieldsMark !== seen && fieldsMark !== draftMark(fields)) throw new AppError('directory.changed');
    await replaceFields(db, userId, fields);
  });
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
 * Closes a mediator's account, at once (F-020), and writes down that the mediations under way with them go back to the Office's queue, in one transaction: from then on the journal gives
 * this account nothing more, and nothing is left with it that nobody knows of. `goOn` of the Office's services does it, dossier after dossier.
 *
 * @param asked.running how many mediations the officer was shown, and confirmed that they go back.
 * @returns the id of the hand-over that goes on; null when no mediation was under way.
 * @throws AppError `account.mediating` when there are more by now; `access.not_found`.
 */
export async function closeMediator(
  deps: DirectoryDeps,
  { actorId, userId, running = 0, key = randomUUID() }: AccountAct & { running?: number },
): Promise<string | null> {
  return inTransaction(deps, async (transaction) => {
    // Held before the dossiers are looked at: the journal holds it too when it gives a mediation to this account.
    const { dossiers, state } = await holdMediator(transaction.db, userId);
    const act = { actorId, action: 'mediator.closed', subject: userId, key };
    const id = releaseIdOf(userId, key);
    if (!(await auditOnce(transaction.db, act))) return (await handOverRow(transaction.db, id)) ? id : null;
    if (dossiers.length > running) throw new AppError('account.mediating');
    await closeAccount(deps, transaction, userId);
    if (state !== 'removed') await tellStanding(deps, transaction.db, { userId, template: 'account-closed' });
    if (dossiers.length === 0) return null;
    await insertRelease(transaction.db, { id, userId, actorId, dossiers });
    return id;
  });
}

/**
 * Writes down that what is left with a closed account goes back to the Office's queue.
 *
 * @returns the id of the hand-over that goes on; null when nothing is left.
 * @throws AppError `form.gone` for an account that was opened again; `access.not_found`.
 */
export async function releaseLeft(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<string | null> {
  return inTransaction(deps, async ({ db }) => {
    const { dossiers, state } = await holdMediator(db, userId);
    if (state !== 'removed') throw new AppError('form.gone');
    const id = releaseIdOf(userId, key);
    if (dossiers.length === 0) return (await handOverRow(db, id)) ? id : null;
    await insertRelease(db, { id, userId, actorId, dossiers });
    return id;
  });
}

/** The same form, the same hand-over. */
const releaseIdOf = (userId: string, key: string): string => idOf('release', userId, key);

function insertRelease(
  db: Database,
  { id, userId, actorId, dossiers }: { id: string; userId: string; actorId: string | null; dossiers: { id: string }[] },
): Promise<void> {
  const lines = dossiers.map((each) => ({ dossierId: each.id, toId: null }));
  return insertHandOver(db, { id, mediatorId: userId, setBy: actorId, lines });
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
