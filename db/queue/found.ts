import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { gathered, holds } from '../directory/text-search.ts';
import { numberedAs } from '../dossiers/by-number.ts';
import { comesAfter, inOrder, placeIn, type PageAsked } from '../ordered.ts';
import { closed, columns, joined, open, orders, type QueueReader, type QueueRow } from './rows.ts';

/** So many are looked up by their ids; beyond, the queue is walked in its order and stops at the page's end. */
const mostLookedUp = 500;

/** Dossiers of the reader's companies whose number, or whose consumer (by name or address of mail), hold every word; last sent first, `limit` at most after the position named. */
export async function queueFound(
  db: Database,
  reader: QueueReader,
  { words, after, limit }: { words: string } & PageAsked,
): Promise<QueueRow[]> {
  const { userId, merchantIds } = reader;
  const [sorted, id] = [orders.newest, sql`d.id`];
  const named = sql`select u.id from app_user u where u.kind = 'consumer' and ${holds(words, 'u.search')}`;
  const mine = sql`n.merchant_id = any (${merchantIds}::uuid[])`;
  const { consumers } = await gathered(db, { consumers: named });
  const few = consumers && (await lookedUp(consumers));
  const ids = few !== null && few.rows.length <= mostLookedUp ? few.rows : (await walked()).rows;
  const { rows } = await sql<QueueRow>`
    select ${columns(sql`${userId}::uuid`)}, ${placeIn(sorted)} as cursor from dossier d ${joined(sql`${userId}::uuid`)}
    where d.id = any (${ids.map((row) => row.id)}::uuid[]) and d.merchant_id = any (${merchantIds}::uuid[]) and d.submitted_at is not null
      and d.status <> 'purged' and ${comesAfter(sorted, id, after)}
    order by ${inOrder(sorted, id)} limit ${limit}`.execute(db);
  return rows;

  function lookedUp(people: string[]) {
    return sql<{ id: string }>`select id from (
      select n.id from dossier n where ${mine} and n.id in (${numberedAs(words)})
      union all select n.id from dossier n where ${mine} and n.consumer_id = any (${people}::uuid[])
    ) found limit ${mostLookedUp + 1}`.execute(db);
  }

  // A name that many share: along the indexes of what is open and of what is closed, whose rows ask for their own consumers.
  function walked() {
    const isNamed = consumers
      ? sql`d.consumer_id = any (${consumers}::uuid[])`
      : sql`(select true from app_user u where u.id = d.consumer_id and ${holds(words, 'u.search')}) is true`;
    const concerned = sql`(${isNamed} or d.id in (${numberedAs(words)}))`;
    const branches = merchantIds.flatMap((merchantId) =>
      [open, closed].map(
        (part) => sql`(select d.id from dossier d where d.merchant_id = ${merchantId}::uuid and ${part} and ${concerned}
          and ${comesAfter(sorted, id, after)} order by ${inOrder(sorted, id)} limit ${limit})`,
      ),
    );
    return sql<{ id: string }>`${sql.join(branches, sql` union all `)}`.execute(db);
  }
}
