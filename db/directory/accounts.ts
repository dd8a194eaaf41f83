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
    ...linkColumns,
  ]);

/** The account of a whole address, of any kind; whoever does not know the address finds nobody. */
export async function accountOfAddress(db: Database, email: string): Promise<AccountRow | null> {
  return (await accounts(db).where('u.email', '=', email).executeTakeFirst()) ?? null;
}

export async function accountRow(db: Database, userId: string) {
  return (await accounts(db).where('u.id', '=', userId).executeTakeFirst()) ?? null;
}
