import { sql, type RawBuilder } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { awaitedAsRead, inCharge, isNamed, me, turnAsRead } from '../dossiers/list-branches.ts';
import { comesAfter, inOrder, type PageAsked, type RowOrder } from '../ordered.ts';
import { awayToday, currentMember, isRunning, messagesOpen } from '../predicates.ts';
import { placeholder, preparedFor, unseen } from '../prepared.ts';
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
  /** Whose charge the dossier holds, also of somebody who has left the company and is not named: what an act of charge says that it saw. */
  heldBy: string | null;
  /** Closed by an agreement, with messages open: charge may still pass on (F-103). */
  messagesOpen: boolean;
  /** Nobody has charge, and the reader stands in today for a respondent who is away. */
  forRespondent: boolean;
  /** Who stands in for them today. */
  substituteId: string | null;
  substituteName: string | null;
  /** Where the company's people put it; null for nowhere. */
  establishmentName: string | null;
  /** Where it stands in its order, to the microsecond. */
  cursor: string;
};

/** Written out: the planner knows the partial indexes by these (Migration20261127004000). */
export const open = sql`d.submitted_at is not null and ${isRunning('d')}`;
export const closed = sql`d.submitted_at is not null and d.status in ('closed', 'expired')`;

/** As the matrix says: who has charge knows what the company's side answered, its other people do not (db/dossiers/list-branches.ts). */
const placeOf = (reader: RawBuilder<unknown>) =>
  sql`(select case when d.holder_id = ${reader} then 'handler' else 'otherMerchantRepresentative' end as reader_role)`;

/** Who stands in today for the member in charge. */
const standIn = sql`left join lateral (
    select u.id, ${fullName('u')} as name from member_absence a
      join merchant_member am on am.merchant_id = a.merchant_id and am.user_id = a.substitute_id and ${currentMember('am')}
      join app_user u on u.id = a.substitute_id and u.disabled_at is null
    where a.merchant_id = d.merchant_id and a.user_id = d.handler_id and ${awayToday('a')} order by a.first_day, a.id limit 1
  ) s on h.id is not null`;

/** The reader stands in today for a respondent of that company, who is away: whoever has charge is no matter. */
const forRespondentOf = (
  reader: RawBuilder<unknown>,
  of: RawBuilder<unknown>,
) => sql`exists (select 1 from member_absence a
    join merchant_member rm on rm.merchant_id = a.merchant_id and rm.user_id = a.user_id and rm.role = 'respondent' and ${currentMember('rm')}
    where a.merchant_id = ${of} and a.substitute_id = ${reader} and ${awayToday('a')})`;

export const columns = (
  reader: RawBuilder<unknown>,
) => sql`d.id, d.number, coalesce(f.title, '') as title, d.status, ${turnAsRead} as turn, d.turn_since as "turnSince",
  d.submitted_at as "submittedAt", d.merchant_id as "merchantId", m.name as "merchantName", ${fullName('c')} as "consumerName",
  h.id as "handlerId", ${fullName('h')} as "handlerName", d.handler_id as "heldBy", ${messagesOpen('d')} as "messagesOpen",
  h.id is null and ${forRespondentOf(reader, sql`d.merchant_id`)} as "forRespondent", s.id as "substituteId", s.name as "substituteName",
  (select e.name from dossier_establishment de join establishment e on e.id = de.establishment_id where de.dossier_id = d.id) as "establishmentName"`;

/** What the page shows of the dossiers that were chosen. */
export const joined = (reader: RawBuilder<unknown>) => sql`cross join lateral ${placeOf(reader)} v
  join merchant m on m.id = d.merchant_id
  join app_user c on c.id = d.consumer_id
  left join app_user h on h.id = d.handler_id and ${isNamed}
  left join dossier_form f on f.dossier_id = d.id
  ${standIn}`;

export const orders: Record<QueueOrder, RowOrder> = {
  age: { by: sql`d.submitted_at`, type: 'timestamptz' },
  wait: { by: sql`coalesce(d.turn_since, d.submitted_at)`, type: 'timestamptz' },
  newest: { by: sql`d.submitted_at`, type: 'timestamptz', down: true },
};

type QueueAsked = { filter: QueueFilter; order: QueueOrder };

/** What a statement is made for: all of what is asked but whose queue it is, whom it is narrowed to and where its page begins. */
type Shape = Pick<QueueFilter, 'status' | 'turn'> & {
  charge: Charge | null;
  /** How many of the reader's companies. */
  companies: number;
  establishments: { none: boolean } | null;
  order: QueueOrder;
  paged: boolean;
  limit: number;
};

type Charge = 'me' | 'nobody' | 'standIn' | 'member';

const chargeOf = (charge: string | null): Charge | null =>
  charge === null || charge === 'me' || charge === 'nobody' || charge === 'standIn' ? charge : 'member';

/** Whether a dossier of a company is among those that a filter keeps. */
function kept(
  company: RawBuilder<unknown>,
  { status, turn, charge, establishments }: Omit<Shape, 'companies' | 'order' | 'paged' | 'limit'>,
) {
  const over = status === 'closed';
  const parts: RawBuilder<unknown>[] = [sql`d.merchant_id = ${company}`, over ? closed : open];
  if (status && !over) parts.push(sql`d.status = ${sql.lit(status)}`);
  if (turn) parts.push(awaited(turn));
  if (charge) parts.push(inHandsOf(charge, company));
  if (establishments) parts.push(atEstablishment({ ids: placeholder('establishments'), none: establishments.none }));
  return sql.join(parts, sql` and `);
}

/** What `dossier.turn` is where a turn may be read so: the indexes are found by it, and what its reader knows more is asked of those alone. */
const stored: Record<QueueTurn, RawBuilder<unknown>> = {
  merchant: sql`d.turn in ('merchant', 'both')`,
  consumer: sql`d.turn in ('consumer', 'both')`,
  mediator: sql`d.turn in ('mediator', 'both')`,
  office: sql`d.turn = 'office'`,
};

const awaited = (turn: QueueTurn): RawBuilder<unknown> =>
  sql`${stored[turn]} and (d.holder_id = ${me} and ${awaitedAsRead('handler', turn)}
    or d.holder_id <> ${me} and ${awaitedAsRead('otherMerchantRepresentative', turn)})`;

/** One of the reader's companies: each is read along its own index. */
const company = (index: number) => unseen(`company${index}`, 'uuid');
const companyValues = (ids: readonly string[]) => Object.fromEntries(ids.map((id, index) => [`company${index}`, id]));

/** Who holds the dossiers of a company that nobody has charge of: the company itself, and whoever has left it. */
const nobodyOf = (of: RawBuilder<unknown>) => sql`select ${of} union all
  select fm.user_id from merchant_member fm where fm.merchant_id = ${of} and not ${currentMember('fm')}`;

/** Narrowed by `holder_id`, who has charge or, for nobody, the company itself: the indexes begin with it. */
function inHandsOf(charge: Charge, of: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (charge) {
    case 'me':
      return sql`d.holder_id = ${me}`;
    case 'nobody':
      return sql`d.holder_id = any (array(${nobodyOf(of)})) and not ${inCharge}`;
    case 'standIn':
      // Of colleagues who are away, what they have charge of; of a respondent who is, also what nobody has charge of.
      return sql`d.holder_id = any (array(select a.user_id from member_absence a
          join merchant_member am on am.merchant_id = a.merchant_id and am.user_id = a.user_id and ${currentMember('am')}
          where a.substitute_id = ${me} and a.merchant_id = ${of} and ${awayToday('a')}
        union all select n.id from (${nobodyOf(of)}) n (id) where ${forRespondentOf(me, of)}))`;
    case 'member':
      return sql`d.holder_id = ${unseen('member', 'uuid')}`;
  }
}

/**
 * What a person has in hand is found by its holder and sorted, whatever the company has besides: along the queue's own index, all that is open would be read to find a
 * few. « offset 0 » keeps the two apart.
 */
const heldByFew = ({ charge, status }: Pick<Shape, 'charge' | 'status'>): boolean =>
  charge !== null && charge !== 'nobody' && status !== 'closed';

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
  const { status, turn, charge, establishments } = filter;
  const { rows } = await page(
    db,
    {
      ...{ status, turn, charge: chargeOf(charge), establishments: establishments && { none: establishments.none } },
      ...{ companies: among.length, order, paged: after !== null, limit },
    },
    {
      ...{ me: reader.userId, member: charge, establishments: establishments?.ids, at: after?.at, id: after?.id },
      ...companyValues(among),
    },
  );
  return rows;
}

const page = preparedFor(
  'queue',
  ({ companies: among, order, paged, limit, ...filter }: Shape): RawBuilder<QueueRow> => {
    const sorted = orders[order];
    const [id, outside, upTo] = [sql`d.id`, { ...sorted, by: sql`at` }, sql.lit(limit)];
    const after = paged ? { at: unseen('at', 'text'), id: unseen('id', 'uuid') } : null;
    const branches = Array.from({ length: among }, (_, index) => {
      const found = sql`select d.id, ${sorted.by} as at from dossier d where ${kept(company(index), filter)}`;
      return heldByFew(filter)
        ? sql`(select id, at from (${found} offset 0) h where ${comesAfter(outside, sql`id`, after)} order by ${inOrder(outside, sql`id`)} limit ${upTo})`
        : sql`(${found} and ${comesAfter(sorted, id, after)} order by ${inOrder(sorted, id)} limit ${upTo})`;
    });
    return sql`
    with page as materialized (
      select id, at from (${sql.join(branches, sql` union all `)}) b order by ${inOrder(outside, sql`id`)} limit ${upTo}
    )
    select ${columns(me)}, p.at::text as cursor from page p join dossier d on d.id = p.id ${joined(me)}
    order by ${inOrder({ ...sorted, by: sql`p.at` }, sql`p.id`)}`;
  },
);

/** Those of the reader's companies among these, by number. */
export async function queueRowsOf(db: Database, reader: QueueReader, ids: readonly string[]): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select ${columns(sql`${reader.userId}::uuid`)}, '' as cursor from dossier d ${joined(sql`${reader.userId}::uuid`)}
    where d.id = any (${ids}::uuid[]) and d.merchant_id = any (${reader.merchantIds}::uuid[]) and d.submitted_at is not null and d.status <> 'purged'
    order by d.number`.execute(db);
  return rows;
}

/** How many open dossiers are in whose hands, each counted up to a limit; what waits for the company, whoever has charge. */
export type QueueCounts = Record<'nobody' | 'me' | 'standIn' | 'merchant', number>;

export async function queueCounts(db: Database, reader: QueueReader, limit: number): Promise<QueueCounts> {
  const { merchantIds } = reader;
  if (merchantIds.length === 0) return { nobody: 0, me: 0, standIn: 0, merchant: 0 };
  const { rows } = await counted(
    db,
    { companies: merchantIds.length, limit },
    { me: reader.userId, ...companyValues(merchantIds) },
  );
  return rows[0]!;
}

const counted = preparedFor('queue-counts', (shape: Pick<Shape, 'companies' | 'limit'>): RawBuilder<QueueCounts> => {
  const none = { status: null, turn: null, charge: null, establishments: null };
  const filters: Record<keyof QueueCounts, Parameters<typeof kept>[1]> = {
    nobody: { ...none, charge: 'nobody' },
    me: { ...none, charge: 'me' },
    standIn: { ...none, charge: 'standIn' },
    merchant: { ...none, turn: 'merchant' },
  };
  const upTo = sql`limit ${sql.lit(shape.limit)}`;
  const counts = Object.entries(filters).map(([name, filter]) => {
    const parts = Array.from(
      { length: shape.companies },
      (_, index) => sql`(select 1 from dossier d where ${kept(company(index), filter)} ${upTo})`,
    );
    return sql`(select count(*)::int from (select 1 from (${sql.join(parts, sql` union all `)}) a ${upTo}) b) as ${sql.raw(`"${name}"`)}`;
  });
  return sql`select ${sql.join(counts)}`;
});
