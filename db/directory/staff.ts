import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Where an account stands: its link was not used yet, in use, closed or without access. */
export type AccountState = 'invited' | 'active' | 'removed';

/** Accounts `u`, each with its newest activation link and the mail of that link. */
export function staffAccounts(db: Database) {
  return db
    .selectFrom('app_user as u')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('one_time_code as c')
          .select(['c.id', 'c.expiresAt'])
          .whereRef('c.userId', '=', 'u.id')
          .where('c.purpose', '=', 'activate')
          .orderBy('c.createdAt', 'desc')
          .orderBy('c.id')
          .limit(1)
          .as('link'),
      (join) => join.onTrue(),
    )
    .leftJoin('mail as post', (join) =>
      join.on('post.dedupeKey', '=', sql<string>`${sql.ref('u.kind')} || '-activation:' || ${sql.ref('link.id')}`),
    );
}

/** Where the account stands, by itself. */
export const accountState = sql<AccountState>`case when ${sql.ref('u.disabledAt')} is not null then 'removed'
  when ${sql.ref('u.passwordHash')} is null then 'invited' else 'active' end`;

/** `linkUntil`: until when an unused link works, also when that is past; `mailFailed`: its mail could not be delivered. */
export const linkColumns = [
  sql<string | null>`case when ${sql.ref('u.passwordHash')} is null then ${sql.ref('link.expiresAt')} end`.as(
    'linkUntil',
  ),
  sql<boolean>`${sql.ref('u.passwordHash')} is null and coalesce(${sql.ref('post.state')} = 'failed', false)`.as(
    'mailFailed',
  ),
] as const;
