import { sql, type RawBuilder } from 'kysely';
import { absenceNotice } from '#domain/absence/absence.ts';
import type { Side } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { folded, holds } from '../directory/text-search.ts';
import { numberedAs } from '../dossiers/by-number.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { isRunning } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { queueNames, type QueueAsked, type QueueName, type QueueOrder, type QueueRows } from './queue-rows.ts';

type Part = {
  columns: RawBuilder<unknown>;
  /** The table whose rows they are, what is read beside it, and which of them wait. */
  of: RawBuilder<unknown>;
  joins?: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** What its rows have waited since. */
  at: RawBuilder<unknown>;
  /** Of a civil day instead of an instant. */
  day?: boolean;
  /** How many dossiers wait, where a row is of several. */
  waiting?: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  /** The number of its rows. */
  number?: RawBuilder<unknown>;
  /** Its rows are dossiers that are under way, of which there may be many: those of a company are looked up. */
  running?: true;
  /** The company of its rows, where it is none that takes part yet: its name, folded, and what a search looks into. */
  name?: RawBuilder<unknown>;
  search?: RawBuilder<unknown>;
};

/** More than this is not counted: a long list is long. */
export const mostCounted = 100;

const all = (...conditions: (RawBuilder<unknown> | null)[]) =>
  sql.join(
    conditions.filter((each) => each !== null),
    sql` and `,
  );
const madeBy = (side: Side) =>
  sql`(select count(*) from jsonb_array_elements(d.state -> 'proposals') p where p ->> 'author' = ${sql.lit(side)})`;

const parts: Record<QueueName, (asked: QueueAsked) => Part> = {
  assign: ({ filter: { language, kind } }) => ({
    columns: sql`d.id, d.number, m.name as "merchantName", d.turn_since as since, c.language, d.problem_kind as "problemKind",
      jsonb_build_object('consumer', ${madeBy('consumer')}, 'merchant', ${madeBy('merchant')}) as proposals,
      (select ${fullName('u')} from dossier_event e join app_user u on u.id = (e.payload ->> 'mediatorId')::uuid
        where e.dossier_id = d.id and e.type = 'mediatorAssigned' order by e.seq desc limit 1) as former`,
    of: sql`dossier d`,
    joins: sql`join merchant m on m.id = d.merchant_id join app_user c on c.id = d.consumer_id`,
    where: all(
      sql`d.turn = 'office' and d.status in ('mediationRequested', 'mediation')`,
      language ? sql`c.language = ${language}` : null,
      kind ? sql`d.problem_kind = ${kind}` : null,
    ),
    at: sql`d.turn_since`,
    id: sql`d.id`,
    number: sql`d.number`,
    running: true,
  }),
  reports: ({ filter: { report }, now }) => ({
    columns: sql`d.id, d.number, m.name as "merchantName", n.since, nullif(n.kind, 'target') as report, n.side, n.target,
      (select ${fullName('u')} from app_user u where u.id = d.mediator_id) as mediator`,
    of: sql`office_news n`,
    joins: sql`join dossier d on d.id = n.dossier_id join merchant m on m.id = d.merchant_id`,
    where: all(sql`n.since <= ${now}::timestamptz`, report ? sql`n.kind = ${report}` : null),
    at: sql`n.since`,
    id: sql`n.dossier_id`,
    number: sql`d.number`,
    running: true,
  }),
  stalled: ({ filter: { why }, today }) => ({
    columns: sql`d.id, d.number, m.name as "merchantName", s.since, s.why, ${fullName('u')} as mediator, s.first_day as "firstDay", s.last_day as "lastDay",
      d.state #>> '{mediation,target}' as target`,
    of: sql`${stalledOn(today)} s`,
    joins: sql`join dossier d on d.id = s.dossier_id join merchant m on m.id = d.merchant_id join app_user u on u.id = d.mediator_id`,
    where: why ? sql`s.why = ${why}` : sql`true`,
    at: sql`s.since`,
    id: sql`s.dossier_id`,
    number: sql`d.number`,
  }),
  silent: ({ filter: { turn, days = 0 }, now }) => ({
    columns: sql`d.id, d.number, m.name as "merchantName", d.turn_since as since, d.turn, d.status,
      ${momentsOf(sql`e.type = 'deadlinePassed' and e.payload ->> 'kind' ~ '^(turn|takeCharge)Reminder:'`)} as reminders,
      ${momentsOf(sql`e.type = 'sideNudged'`)} as nudges,
      (select max(o.at) from office_contact o where o.dossier_id = d.id and o.kind <> 'seen') as "contactAt",
      case when d.turn in ('merchant', 'both') then jsonb_build_object('submitted', coalesce(w.submitted, 0), 'taken', coalesce(w.taken, 0), 'silent',
        (select count(*) from (select 1 from dossier s where s.merchant_id = d.merchant_id and s.turn in ('merchant', 'both')
          and s.status in ('submitted', 'negotiation', 'mediation') and s.turn_since <= ${now}::timestamptz - make_interval(days => ${days}::int)
          limit ${sql.lit(mostCounted)}) x)) end as record`,
    of: sql`dossier d`,
    joins: sql`join merchant m on m.id = d.merchant_id left join merchant_record w on w.merchant_id = d.merchant_id`,
    where: all(
      sql`d.status in ('submitted', 'negotiation', 'mediation') and (d.turn in ('consumer', 'merchant') or d.turn = 'both' and d.side_silent_at is not null)`,
      sql`d.turn_since <= ${now}::timestamptz - make_interval(days => ${days}::int)`,
      turn ? sql`d.turn = ${turn}` : null,
    ),
    at: sql`d.turn_since`,
    id: sql`d.id`,
    number: sql`d.number`,
    running: true,
  }),
  merchants: ({ filter: { waited }, unansweredSince, now }) => ({
    columns: sql`w.merchant_id as id, m.name as "merchantName", w.waiting_since as since, ${waitingFor(unansweredSince)} as waiting, w.submitted, w.taken,
      w.median_days as "medianDays"`,
    of: sql`merchant_record w`,
    joins: sql`join merchant m on m.id = w.merchant_id`,
    where: all(
      sql`w.waiting_since <= ${unansweredSince}::timestamptz`,
      waited ? sql`w.waiting_since <= ${now}::timestamptz - make_interval(days => ${waited}::int)` : null,
    ),
    at: sql`w.waiting_since`,
    waiting: waitingFor(unansweredSince),
    id: sql`w.merchant_id`,
  }),
  steps: ({ filter: { due }, today }) => ({
    columns: sql`d.id, d.number, m.name as "merchantName", s.due_day as "dueDay", s.body, ${fullName('u')} as "setBy"`,
    of: sql`office_step s`,
    joins: sql`join dossier d on d.id = s.dossier_id join merchant m on m.id = d.merchant_id join app_user u on u.id = s.set_by`,
    where: due ? dueOn(due, today) : sql`s.due_day <= ${today}::date`,
    at: sql`s.due_day`,
    day: true,
    id: sql`s.dossier_id`,
    number: sql`d.number`,
  }),
  participations: ({ filter: { state = 'waiting' } }) => ({
    columns: sql`p.id, p.number, p.since, p.legal_name as "legalName", p.neq, p.form ->> 'city' as city, p.last_key <> p.id as corrected,
      1 + jsonb_array_length(p.form -> 'representatives') as people`,
    of: sql`participation p`,
    where: sql`p.state = ${state}`,
    at: sql`p.since`,
    id: sql`p.id`,
    number: sql`p.number`,
    name: folded('p.legal_name'),
    search: sql`search_text(p.legal_name, p.neq, p.form ->> 'city', p.form ->> 'tradeNames')`,
  }),
  accesses: ({ filter: { asked } }) => ({
    columns: sql`r.id, r.asked_at as since, m.name as "merchantName", r.kind, ${fullName('a')} as "askedBy",
      coalesce(${fullName('u')}, trim((r.person ->> 'firstName') || ' ' || (r.person ->> 'lastName')), '') as name`,
    of: sql`access_request r`,
    joins: sql`join merchant m on m.id = r.merchant_id join app_user a on a.id = r.asked_by left join app_user u on u.id = r.member_id`,
    where: all(sql`r.state = 'waiting'`, asked ? sql`r.kind = ${asked}` : null),
    at: sql`r.asked_at`,
    id: sql`r.id`,
  }),
};

const dueOn = (due: string, today: string) =>
  due === 'late' ? sql`s.due_day < ${today}::date` : sql`s.due_day = ${today}::date`;

/** Mediations that do not move on a day, one row each: read from closed accounts, from ladders that ran out and from absences that stand, and not from all mediations. */
const stalledOn = (today: string) => sql`(select distinct on (x.dossier_id) x.* from (
    select d.id as dossier_id, 1 as place, 'closed' as why, u.disabled_at as since, null::date as first_day, null::date as last_day
      from app_user u join dossier d on d.mediator_id = u.id and d.status = 'mediation' where u.kind = 'mediator' and u.disabled_at is not null
    union all
    select d.id, 2, case when d.mediator_declared then 'silent' else 'undeclared' end, d.mediator_silent_at, null, null
      from dossier d where d.mediator_silent_at is not null
    union all
    select d.id, 3, 'absent', a.declared_at, a.first_day, a.last_day
      from mediator_absence a join dossier d on d.mediator_id = a.mediator_id and d.status = 'mediation'
      where a.cancelled_at is null and a.last_day >= ${today}::date and (a.first_day <= ${today}::date
        or a.last_day - a.first_day >= ${absenceNotice.longerThan}::int and a.first_day - ${today}::date <= ${absenceNotice.ahead}::int)
  ) x order by x.dossier_id, x.place, x.first_day)`;

/** How many dossiers a merchant has not taken charge of since then. */
const waitingFor = (since: string) =>
  sql`(select count(*) from dossier d where d.merchant_id = w.merchant_id and d.status = 'submitted' and d.submitted_at <= ${since}::timestamptz)`;

/** When events of a kind happened since the turn came to whom it is with, oldest first. */
function momentsOf(kind: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by e.seq), '[]') from dossier_event e
    where e.dossier_id = d.id and e.at >= d.turn_since and ${kind})`;
}

/** How the rows of a list are sorted; null for an order that it does not have. */
function orderOf({ at, day, waiting, name }: Part, order: QueueOrder): RowOrder | null {
  const since = { by: at, type: day ? 'date' : 'timestamptz' } as const;
  if (order === 'merchant') return { by: name ?? folded('m.name'), type: 'text' };
  if (order === 'waiting') return waiting ? { by: waiting, type: 'bigint', down: true } : null;
  return order === 'newest' ? { ...since, down: true } : since;
}

/** So many dossiers are looked up by their ids; of more, a list is read in its order, and stops at the page's end. */
const mostLookedUp = 500;

/** Condition: the row's dossier has the number that was typed, or its company every word of it. Of what has no dossier, its own number may hold it. */
async function foundBy(db: Database, part: Part, words: string): Promise<RawBuilder<boolean>> {
  const { number, search } = part;
  if (search) return sql<boolean>`(position(upper(${words}) in upper(${number})) > 0 or ${holds(words, search)})`;
  const ofCompany = holds(words, 'm.search');
  if (!number) return ofCompany;
  const ids = await (part.running ? ofThoseUnderWay(db, words) : ofTheList(db, part, words));
  if (ids.length > mostLookedUp) return sql<boolean>`(d.id in (${numberedAs(words)}) or ${ofCompany})`;
  return sql<boolean>`d.id = any (${ids}::uuid[])`;
}

/** Ids of the dossiers that have the number, and of those under way whose company holds the words; one more than are looked up when there are more. */
async function ofThoseUnderWay(db: Database, words: string): Promise<string[]> {
  const named = sql`select s.id from merchant s where ${holds(words, 's.search')}`;
  const { rows } = await sql<{ id: string }>`select id from (${numberedAs(words)}
      union all select x.id from dossier x where x.merchant_id in (${named}) and x.submitted_at is not null and ${isRunning('x')}
    ) found limit ${mostLookedUp + 1}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The same of a list that is short: it is read first, and then what is looked for in it. */
async function ofTheList(db: Database, { of, joins = sql``, where }: Part, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from (select d.id, m.search from ${of} ${joins} where ${where} offset 0) l
    where l.id in (${numberedAs(words)}) or ${holds(words, 'l.search')} limit ${mostLookedUp + 1}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Rows of a list, `limit` at most after the position named; oldest first for an order that the list does not have. */
export async function queueRows<Name extends QueueName>(
  db: Database,
  name: Name,
  { after, limit, order = 'age', words = null, ...asked }: QueueAsked & { order?: QueueOrder } & PageAsked,
): Promise<QueueRows[Name][]> {
  const part: Part = parts[name](asked);
  const sorted = orderOf(part, order) ?? { by: part.at, type: part.day ? 'date' : 'timestamptz' };
  const { columns, of, joins = sql``, where, id } = part;
  const searched = words === null ? sql`true` : await foundBy(db, part, words);
  const { rows } = await sql<QueueRows[Name]>`
    select ${columns}, ${placeIn(sorted)} as cursor from ${of} ${joins} where ${where} and ${comesAfter(sorted, id, after)}
      and ${searched}
    order by ${inOrder(sorted, id)} limit ${limit}`.execute(db);
  return rows;
}

/** How long each list is, whatever it is narrowed to, {@link mostCounted} at most: one statement, along the index that each list is read in order from. */
export async function queueLengths(
  db: Database,
  asked: Omit<QueueAsked, 'filter' | 'words'>,
): Promise<Record<QueueName, number>> {
  const counts = queueNames.map((name) => {
    const filter = name === 'silent' ? { days: 7 } : {};
    const { of, where, at } = parts[name]({ ...asked, filter });
    return sql`(select count(*) from (select 1 from ${of} where ${where} order by ${at} limit ${sql.lit(mostCounted)}) x) as ${sql.ref(name)}`;
  });
  const { rows } = await sql<Record<QueueName, number>>`select ${sql.join(counts)}`.execute(db);
  return rows[0]!;
}
