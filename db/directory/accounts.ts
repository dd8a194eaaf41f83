import { runningStatuses } from '#domain/dossier/state/statuses.ts';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';
import { accountState, linkColumns, staffAccounts } from './staff.ts';

/** An account as the Office sees it when its owner calls: who, of which kind, and where it stands. */
export type AccountRow = NonNullable<Awaited<ReturnType<typeof accountRow>>>;

const accounts = (db: Database) =>
  staffAccounts(db).select([
    'u.id',
    'u.kind',
    'u.email',
    'u.phone',
    fullName('u').as('name'),
    accountState.as('state'),
    'u.formerAddressWaivedUntil as waivedUntil',
    ...linkColumns,
  ]);

/** The account of a whole address, of any kind; whoever does not know the address finds nobody. */
export async function accountOfAddress(db: Database, email: string): Promise<AccountRow | null> {
  return (await accounts(db).where('u.email', '=', email).executeTakeFirst()) ?? null;
}

export async function accountRow(db: Database, userId: string) {
  return (await accounts(db).where('u.id', '=', userId).executeTakeFirst()) ?? null;
}

/** Dossiers under way that a consumer is a party to, or represents one in; drafts are not. */
export function runningDossiersOf(db: Database, userId: string): Promise<{ id: string; number: string }[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'number'])
    .where(({ eb, or }) => or([eb('consumerId', '=', userId), eb('representativeId', '=', userId)]))
    .where('status', 'in', [...runningStatuses])
    .orderBy('number')
    .execute();
}

/** Officers who can sign in, held until the transaction ends. */
export async function holdOfficersInUse(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('app_user as u')
    .select('u.id')
    .where('u.kind', '=', 'officer')
    .where('u.disabledAt', 'is', null)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('u.passwordHash', 'is not', null),
        exists(selectFrom('identity_link as l').select('l.userId').whereRef('l.userId', '=', 'u.id')),
      ]),
    )
    .orderBy('u.id')
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id }) => id);
}
