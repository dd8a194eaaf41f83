import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { allRows, firstRow, type Db } from '#db/queries/sql.ts';
import type { Language } from '#content/texts/index.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, openAccount, reopenAccount, sendLink } from './accounts.ts';
import { accountState, folded, holds, linkColumns, linkJoin, pageSize } from './lookup.ts';
import type { AccountState, DirectoryDeps, NewPerson } from './types.ts';

export type MediatorRow = {
  id: string;
  name: string;
  email: string;
  accreditation: string;
  language: Language;
  state: AccountState;
  linkUntil: string | null;
  mailFailed: boolean;
  /** Mediations under way. */
  mediations: number;
};

/** A mediator with the dossiers under way, which need another mediator should the account be closed. */
export type MediatorSheet = MediatorRow & { dossiers: { id: string; number: string }[] };

const columns = sql`u.id, trim(u.first_name || ' ' || u.last_name) as name, u.email::text as email, u.accreditation, u.language,
  ${accountState} as state, ${linkColumns},
  (select count(*)::int from dossier d where d.mediator_id = u.id and d.status = 'mediation') as mediations`;

const byName = (row: string) => sql`${folded(`${row}.last_name`)}, ${folded(`${row}.first_name`)}`;

/** Mediators by name, {@link pageSize} a page after the mediator `after`. */
export async function listMediators(
  db: Db,
  { search, after }: { search: string; after: string | null },
): Promise<{ rows: MediatorRow[]; more: boolean; count: number }> {
  const found = sql`u.kind = 'mediator' and ${holds(search, ['u.first_name', 'u.last_name', 'u.email', 'u.accreditation'])}`;
  const next = after
    ? sql`(${byName('u')}, u.id) > (select ${byName('x')}, x.id from app_user x where x.id = ${after}::uuid)`
    : sql`true`;
  const rows = await allRows(
    db,
    sql<MediatorRow>`select ${columns} from app_user u ${linkJoin} where ${found} and ${next}
      order by ${byName('u')}, u.id limit ${pageSize + 1}`,
  );
  const total = await firstRow(
    db,
    sql<{ count: number }>`select count(*)::int as count from app_user u where ${found}`,
  );
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize, count: total?.count ?? 0 };
}

/** @throws AppError `access.not_found`. */
export async function mediatorSheet(db: Db, userId: string): Promise<MediatorSheet> {
  const row = isUuid(userId)
    ? await firstRow(
        db,
        sql<MediatorRow>`select ${columns} from app_user u ${linkJoin} where u.id = ${userId}::uuid and u.kind = 'mediator'`,
      )
    : null;
  if (!row) throw new AppError('access.not_found');
  const dossiers = await allRows(
    db,
    sql<{ id: string; number: string }>`select d.id, d.number from dossier d
      where d.mediator_id = ${userId}::uuid and d.status = 'mediation' order by d.number`,
  );
  return { ...row, dossiers };
}

/**
 * F-020: opens a mediator's account and sends its activation link.
 *
 * @throws AppError `account.exists` when this mediator has an account, `account.closed` when it is closed, `account.of_…`.
 */
export function openMediator(
  deps: DirectoryDeps,
  actorId: string | null,
  person: NewPerson & { accreditation?: string },
  key: string = randomUUID(),
): Promise<string> {
  return deps.db.transaction().execute(async (tx) => {
    const account = await openAccount(tx, 'mediator', person);
    if (!(await auditOnce(tx, actorId, 'mediator.opened', account.id, key, { person }))) return account.id;
    if (account.disabled) throw new AppError('account.closed');
    if (!account.fresh) throw new AppError('account.exists');
    await sendLink(deps, tx, account.id);
    return account.id;
  });
}

/** Closes a mediator's account, at once. The dossiers under way stay theirs on paper until the Office names another mediator. */
export async function closeMediator(
  deps: DirectoryDeps,
  actorId: string | null,
  userId: string,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await mediatorSheet(tx, userId);
    if (await auditOnce(tx, actorId, 'mediator.closed', userId, key)) await closeAccount(deps, tx, userId);
  });
}

/** Opens a closed account again; who never chose a password gets a new link. @throws AppError `access.not_found`. */
export async function reopenMediator(
  deps: DirectoryDeps,
  actorId: string | null,
  userId: string,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await mediatorSheet(tx, userId);
    if (!(await auditOnce(tx, actorId, 'mediator.reopened', userId, key))) return;
    await reopenAccount(tx, userId);
    if ((await mediatorSheet(tx, userId)).state === 'invited') await sendLink(deps, tx, userId);
  });
}
