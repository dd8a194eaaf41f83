import { sql, type RawBuilder } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { holds } from '../directory/text-search.ts';
import { inCharge, turnAsRead } from '../dossiers/list-branches.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { awayToday, currentMember } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { atEstablishment, type EstablishmentFilter } from './establishments.ts';

/** In which order: since it was sent, since somebody is awaited, both longest first; or last sent first. */
export type QueueOrder = 'age' | 'wait' | 'newest';

/** Whom it waits for, as a company's people say it. Both sides may be awaited at once. */
type QueueTurn = 'merchant' | 'consumer' | 'mediator' | 'office';

/** What the queue is narrowed to; null where it is not. `charge`: the reader, nobody, whom the reader stands in for, or one member by their id. */
export type QueueFilter = {
  status: Status | null;
  turn: QueueTurn | null;
  charge: string | null;
  merchantId: string | null;
  /** Places of a company that has several. */
  establishments: EstablishmentFilter | null;
};

/** Whose queue: the person and the companies that they are a member of. */
export type QueueReader = { userId: string; merchantIds: readonly string[] };

export type QueueRow = {
  id: string;
  number: string;
  title: string;
  status: Status;
  turn: TurnHolder;
  /** Since when somebody is awaited, as anybody may know it. */
  turnSince: string | null;
  submittedAt: string;
  merchantId: string;
  merchantName: string;
  consumerName: string;
  /** Who has charge, while a member of the company; null for nobody. */
  handlerId: string | null;
  handlerName: string | null;
  /** Who stands in for them today. */
  substituteId: string | null;
  substituteName: string | null;
  /** Where the company's people put it; null for nowhere. */
  establishmentName: string | null;
  /** Where it stands in its order, to the microsecond. */
  cursor: string;
};

/** Written out: the planner knows the partial indexes by these (Migration20261127004000). */
const open = sql`d.submitted_at is not null and d.status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = sql`d.submitted_at is not null and d.status in ('closed', 'expired')`;

const me = ({ userId }: QueueReader) => sql`${userId}::uuid`;

/** As the matrix says: who has charge knows what the company's side answered, its other people do not (db/dossiers/list-branches.ts). */
const placeOf = (reader: QueueReader) =>
  sql`(select case when d.handler_id = ${me(reader)} then 'handler' else 'otherMerchantRepresentative' end as reader_role)`;

/** Who stands in today for the member in charge. */
const standIn = sql`left join lateral (
    select u.id, ${fullName('u')} as name from member_absence a
      join merchant_member am on am.merchant_id = a.merchant_id and am.user_id = a.substitute_id and ${currentMember('am')}
      join app_user u on u.id = a.substitute_id and u.disabled_at is null
    where a.merchant_id = d.merchant_id and a.user_id = d.handler_id and ${awayToday('a')} order by a.first_day, a.id limit 1
  ) s on h.id is not null`;

const columns = sql`d.id, d.number, coalesce(f.title, '') as title, d.status, ${turnAsRead} as turn, d.turn_since as "turnSince",
  d.submitted_at as "submittedAt", d.merchant_id as "merchantId", m.name as "merchantName", ${fullName('c')} as "consumerName",
  h.id as "handlerId", ${fullName('h')} as "handlerName", s.id as "substituteId", s.name as "substituteName",
  (select e.name from dossier_establishment de join establishment e on e.id = de.establishment_id where de.dossier_id = d.id) as "establishmentName"`;

/** What the page shows of the dossiers that were chosen. */
const joined = (reader: QueueReader) => sql`cross join lateral ${placeOf(reader)} v
  join merchant m on m.id = d.merchant_id
  join app_user c on c.id = d.consumer_id
  left join app_user h on h.id = d.handler_id and (d.status = 'closed' or ${inCharge})
  left join dossier_form f on f.dossier_id = d.id
  ${standIn}`;

const orders: Record<QueueOrder, RowOrder> = {
  age: { by: sql`d.submitted_at`, type: 'timestamptz' },
  wait: { by: sql`coalesce(d.turn_since, d.submitted_at)`, type: 'timestamptz' },
  newest: { by: sql`d.submitted_at`, type: 'timestamptz', down: true },
};

type QueueAsked = { filter: QueueFilter; order: QueueOrder };

/** Whether a dossier is among those that a filter keeps. */
function kept(reader: QueueReader, { status, turn, charge, establishments }: QueueFilter): RawBuilder<unknown> {
  const over = status === 'closed';
  const parts: RawBuilder<unknown>[] = [over ? closed : open];
  if (status && !over) parts.push(sql`d.status = ${status}`);
  if (turn) parts.push(awaited(reader, turn));
  if (charge) parts.push(inHandsOf(reader, charge));
  if (establishments) parts.push(atEstablishment(establishments));
  return sql.join(parts, sql` and `);
}

/** What `dossier.turn` is where a turn may be read so: the indexes are found by it, and what its reader knows more is asked of those alone. */
const stored: Record<QueueTurn, RawBuilder<unknown>> = {
  merchant: sql`d.turn in ('merchant', 'both')`,
  consumer: sql`d.turn in ('consumer', 'both')`,
  mediator: sql`d.turn in ('mediator', 'both')`,
  office: sql`d.turn = 'office'`,
};

function awaited(reader: QueueReader, turn: QueueTurn): RawBuilder<unknown> {
  const who = turn === 'merchant' || turn === 'consumer' ? sql`(${turn}, 'both')` : sql`(${turn})`;
  return sql`${stored[turn]} and (select ${turnAsRead} from ${placeOf(reader)} v) in ${who}`;
}

/** Narrowed by `holder_id`, who has charge or, for nobody, the company itself: the indexes begin with it. */
function inHandsOf(reader: QueueReader, charge: string): RawBuilder<unknown> {
  switch (charge) {
    case 'me':
      return sql`d.holder_id = ${me(reader)}`;
    case 'nobody':
      return sql`d.holder_id = any (array(select unnest(${reader.merchantIds}::uuid[]) union all
        select fm.user_id from merchant_member fm where fm.merchant_id = any (${reader.merchantIds}::uuid[]) and not ${currentMember('fm')}))
        and not ${inCharge}`;
    case 'standIn':
      return sql`d.holder_id in (select a.user_id from member_absence a where a.substitute_id = ${me(reader)} and ${awayToday('a')})
        and exists (select 1 from member_absence a where a.substitute_id = ${me(reader)} and a.user_id = d.handler_id
          and a.merchant_id = d.merchant_id and ${awayToday('a')}) and ${inCharge}`;
    default:
      return sql`d.holder_id = ${charge}::uuid`;
  }
}

/** The reader's companies, or the one that the queue is narrowed to. */
function companies({ merchantIds }: QueueReader, { merchantId }: QueueFilter): readonly string[] {
  return merchantId === null ? merchantIds : merchantIds.filter((id) => id === merchantId);
}

/** The dossiers of a company's people in the order asked, `limit` at most after the position named (F-041). Each company is read along its own index. */
export async function queueRows(
  db: Database,
  reader: QueueReader,
  { filter, order, after, limit }: QueueAsked & PageAsked,
): Promise<QueueRow[]> {
  const among = companies(reader, filter);
  if (among.length === 0) return [];
  const sorted = orders[order];
  const [id, outside] = [sql`d.id`, { ...sorted, by: sql`at` }];
  const branches = among.map(
    (
      merchant,
    ) => sql`(select d.id, ${sorted.by} as at from dossier d where d.merchant_id = ${merchant}::uuid and ${kept(reader, filter)}
      and ${comesAfter(sorted, id, after)} order by ${inOrder(sorted, id)} limit ${limit})`,
  );
  const { rows } = await sql<QueueRow>`
    with page as materialized (
      select id, at from (${sql.join(branches, sql` union all `)}) b order by ${inOrder(outside, sql`id`)} limit ${limit}
    )
    select ${columns}, p.at::text as cursor from page p join dossier d on d.id = p.id ${joined(reader)}
    order by ${inOrder({ ...sorted, by: sql`p.at` }, sql`p.id`)}`.execute(db);
  return rows;
}

/** Those of the reader's companies among these, by number. */
export async function queueRowsOf(db: Database, reader: QueueReader, ids: readonly string[]): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select ${columns}, '' as cursor from dossier d ${joined(reader)}
    where d.id = any (${ids}::uuid[]) and d.merchant_id = any (${reader.merchantIds}::uuid[]) and d.submitted_at is not null and d.status <> 'purged'
    order by d.number`.execute(db);
  return rows;
}

/** Dossiers of the reader's companies whose number, or whose consumer (by name or address of mail), hold every word; last sent first, `limit` at most after the position named. */
export async function queueFound(
  db: Database,
  reader: QueueReader,
  { words, after, limit }: { words: string } & PageAsked,
): Promise<QueueRow[]> {
  const number = /(?:^|\s)(\d{4}-\d{6,}|\d{4,})(?=\s|$)/.exec(words)?.[1] ?? '';
  const ours = sql`n.merchant_id = any (${reader.merchantIds}::uuid[]) and n.submitted_at is not null and n.status <> 'purged'`;
  const { rows } = await sql<QueueRow>`
    select ${columns}, ${placeIn(orders.newest)} as cursor from dossier d ${joined(reader)}
    where d.id in (
      select n.id from dossier n where ${number !== ''}::boolean and ${ours} and n.number like ${`%${number}%`}
      union select n.id from app_user u join dossier n on n.consumer_id = u.id where u.kind = 'consumer' and ${ours} and ${holds(words, 'u.search')}
    ) and ${comesAfter(orders.newest, sql`d.id`, after)}
    order by ${inOrder(orders.newest, sql`d.id`)} limit ${limit}`.execute(db);
  return rows;
}

/** How many open dossiers are in whose hands, each counted up to a limit; what waits for the company, whoever has charge. */
export type QueueCounts = Record<'nobody' | 'me' | 'standIn' | 'merchant', number>;

export async function queueCounts(db: Database, reader: QueueReader, limit: number): Promise<QueueCounts> {
  const none: QueueFilter = { status: null, turn: null, charge: null, merchantId: null, establishments: null };
  const filters: Record<keyof QueueCounts, QueueFilter> = {
    nobody: { ...none, charge: 'nobody' },
    me: { ...none, charge: 'me' },
    standIn: { ...none, charge: 'standIn' },
    merchant: { ...none, turn: 'merchant' },
  };
  const counts = Object.entries(filters).map(
    ([name, filter]) => sql`(select count(*)::int from (select 1 from dossier d
      where d.merchant_id = any (${reader.merchantIds}::uuid[]) and ${kept(reader, filter)} limit ${limit}) x) as ${sql.ref(name)}`,
  );
  const { rows } = await sql<QueueCounts>`select ${sql.join(counts)}`.execute(db);
  return rows[0] ?? { nobody: 0, me: 0, standIn: 0, merchant: 0 };
}
