import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { fullName } from '../sql.ts';

type Share = { id: string; dossierId: string; authorId: string; messageIds: readonly string[] };

/** Writes what a party chose to share, for the command that names it; written twice, it is one. */
export async function saveShare(db: Database, { id, dossierId, authorId, messageIds }: Share): Promise<void> {
  await db
    .insertInto('message_share')
    .values({ id, dossierId, authorId, messageIds: [...messageIds] })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Takes back a share that the rules refused. */
export async function dropShare(db: Database, { id, authorId }: Pick<Share, 'id' | 'authorId'>): Promise<void> {
  await db
    .deleteFrom('message_share')
    .where('id', '=', id)
    .where('authorId', '=', authorId)
    .where('publishedAt', 'is', null)
    .execute();
}

const shared = preparedQuery('shared-messages', (db) =>
  db
    .selectFrom('message as m')
    .innerJoin('app_user as u', 'u.id', 'm.authorId')
    .leftJoin('message_share as s', (join) =>
      join
        .onRef('s.dossierId', '=', 'm.dossierId')
        .onRef('s.publishedAt', '=', 'm.sharedWithMediatorAt')
        .on(sql<boolean>`${sql.ref('m.id')} = any (${sql.ref('s.messageIds')})`),
    )
    .leftJoin('app_user as w', 'w.id', 's.authorId')
    .select([
      'm.id',
      'm.authorId',
      fullName('u').as('authorName'),
      'm.authorRole',
      'm.body',
      'm.publishedAt',
      'm.sharedWithMediatorAt as sharedAt',
      fullName('w').$castTo<string | null>().as('sharedBy'),
    ])
    .where('m.dossierId', '=', placeholder<string>('dossierId'))
    .where('m.thread', '=', sql.lit('negotiation'))
    .where('m.sharedWithMediatorAt', 'is not', null)
    .$narrowType<{ publishedAt: string; sharedAt: string }>()
    .orderBy('m.publishedAt')
    .orderBy('m.id'),
);

/** Messages of the negotiation that a side let the mediator read, oldest first; `sharedBy`: who chose them. */
export function sharedMessages(db: Database, dossierId: string) {
  return shared(db, { dossierId });
}
