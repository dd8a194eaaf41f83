import { sql, type RawBuilder } from 'kysely';
import type { ReaderRole } from '#domain/access/index.ts';
import type { Duration } from '#domain/calendar/durations.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { DeadlineKind, Outcome, Status, Turn, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { preparedFor, unseen } from '../prepared.ts';
import {
  branchesOf,
  isNamed,
  me,
  scopeValues,
  shapeOf,
  turnAsRead,
  viewOf,
  yoursAsRead,
  type Branch,
  type ListScope,
  type ListView,
  type ScopeShape,
} from './list-branches.ts';

export type { ListScope, ListView };

/**
 * Position after the last row of a page: the list is ordered by the last change that its reader may know, newest first, then by id; a mediator's desk by what
 * waits for them, then by the age of the mediation ({@link deskOrder}).
 */
type ListCursor = { at: string; id: string };

export type ListOptions = {
  scope: ListScope;
  view: ListView;
  status: Status | null;
  /** A mediator's desk by the last change instead of its own order. */
  byChange?: boolean;
  /** Words of a search, each as `patternsOf` (text-search.ts) has them: in a dossier's number and the names of its parties, which every reader of it knows. */
  patterns?: readonly string[] | null;
  after: ListCursor | null;
  limit: number;
  /** How far each part of the list is counted. */
  countUpTo: ListCounts;
  /** Threads that each kind of reader may read, for the count of unread messages (domain/access decides). */
  threads: Partial<Record<ReaderRole, readonly Thread[]>>;
};

export type ListRow = {
  id: string;
  number: string;
  title: string;
  status: Status;
  outcome: Outcome | null;
  turn: TurnHolder;
  turnWhat: Turn['what'];
  nextDeadline: string | null;
  nextDeadlineKind: DeadlineKind | null;
  consumerName: string;
  merchantName: string;
  handlerName: string | null;
  readerRole: ReaderRole;
  yours: boolean;
  unread: number;
  /** Of a mediation, for its mediator: first assignment, target date, how long before it is near (A-24); null for everyone else. */
  gauge: { startedAt: string; target: string; warning: Duration } | null;
  /** Of the last change that the reader may know of (domain/access). */
  changedAt: string;
  /** By which the list is ordered, to page on: the same to the microsecond, or the place on a desk. */
  cursor: string;
};

/** How many dossiers a list holds, each number counted up to a limit so that counting stays cheap. */
export type ListCounts = { open: number; yours: number; closed: number };

/** `rows`: one more than asked when there are more. */
export type ListPage = { rows: ListRow[]; counts: ListCounts };

/** What a statement is made for: all of what is asked but whose list it is and where its page begins. */
type Shape = Omit<ListOptions, 'scope' | 'after' | 'patterns'> & {
  scope: ScopeShape;
  paged: boolean;
  searched: boolean;
};

/**
 * A page of a person's dossiers (F-030, F-041), with the counts of the sentence above it and of its filters, in one statement.
 *
 * Each branch (as consumer, as representative, as handler, as one of the company's other people, as mediator) walks its own index in the order
 * shown and stops at the page's end, so that the cost does not grow with the number of dossiers; names and unread messages are read for the page
 * only.
 */
export async function listDossiers(
  db: Database,
  { scope, after, patterns = null, ...asked }: ListOptions,
): Promise<ListPage> {
  if (scope.kind === 'merchant' && scope.merchants.length === 0)
    return { rows: [], counts: { open: 0, yours: 0, closed: 0 } };
  const shape: Shape = { ...asked, scope: shapeOf(scope), paged: after !== null, searched: patterns !== null };
  const found = await listPage(db, shape, { ...scopeValues(scope), patterns, at: after?.at, id: after?.id });
  const [first] = found.rows;
  return {
    rows: found.rows.filter(({ id }) => id !== null),
    counts: { open: first?.open ?? 0, yours: first?.yoursCount ?? 0, closed: first?.closed ?? 0 },
  };
}

type CountedRow = ListRow & { open: number; yoursCount: number; closed: number };

const listPage = preparedFor('list', (shape: Shape): RawBuilder<CountedRow> => {
  const branches = branchesOf(shape.scope);
  const counted = (view: keyof ListCounts) => countOf(branches, view, shape.countUpTo[view]);
  const readable = readableBy(shape.threads);
  // A list without a row still has its counts.
  return sql`
    with page as materialized (
      select id, changed, place, cursor from (${sql.join(
        branches.map((branch) => branchPage(branch, shape)),
        sql` union all `,
      )}) b
      order by ${placeOf(shape).by}, id limit ${sql.lit(shape.limit + 1)}
    )
    select n.open, n.yours as "yoursCount", n.closed,
      d.id, d.number, case when v.reader_role = 'assignedMediator' then '' else coalesce(f.title, '') end as title, d.status, d.outcome, ${turnAsRead} as turn, d.turn_what as "turnWhat",
      d.next_deadline as "nextDeadline", d.next_deadline_kind as "nextDeadlineKind",
      trim(c.first_name || ' ' || c.last_name) as "consumerName", m.name as "merchantName",
      case when h.id is not null then trim(h.first_name || ' ' || h.last_name) end as "handlerName",
      ${shape.scope.kind === 'mediator' ? gauge : sql`null`} as gauge, v.reader_role as "readerRole", ${yoursAsRead} as yours, p.changed as "changedAt", p.cursor,
      (select count(*)::int from message g
         left join thread_read r on r.dossier_id = g.dossier_id and r.thread = g.thread and r.user_id = ${me}
        where g.dossier_id = d.id and g.published_at is not null and g.author_id <> ${me}
          and g.published_at > coalesce(r.seen_until, '-infinity')
          and g.thread = any (v.threads) ${shape.scope.kind === 'mediator' ? sql`and ${openedToMediator}` : sql``}) as unread
    from (select ${counted('open')} as open, ${counted('yours')} as yours, ${counted('closed')} as closed) n
    left join (page p
      join dossier d on d.id = p.id
      cross join lateral (select w.reader_role, ${readable} as threads from (select case when p.place = 'consumer' and d.representative_id is not null
        then 'representedConsumer' when p.place = 'mediator' and not d.mediator_declared then 'assignedMediator' else p.place end as reader_role) w) v
      join app_user c on c.id = d.consumer_id
      join merchant m on m.id = d.merchant_id
      left join app_user h on h.id = d.handler_id and ${isNamed}
      left join dossier_form f on f.dossier_id = d.id
    ) on true
    order by ${placeOf(shape).by}, p.id`;
});

/**
 * How a mediator's desk is ordered (B-10), as its index has it: what waits for them first, then the mediations that began first. One text: pages go on after it.
 */
const deskOrder = sql`(case when d.turn = 'mediator' or d.revision_asked_by is not null then '0' else '1' end
  || coalesce(d.state #>> '{mediation,startedAt}', '')) collate "C"`;

const isDesk = ({ scope, view, byChange }: Pick<Shape, 'scope' | 'view' | 'byChange'>): boolean =>
  scope.kind === 'mediator' && (view === 'open' || view === 'yours') && byChange !== true;

/** By which the rows of a page stand. */
const placeOf = (shape: Shape): { by: RawBuilder<unknown> } => ({
  by: isDesk(shape) ? sql`cursor collate "C"` : sql`changed desc`,
});

const gauge = sql`case when d.status = 'mediation' then jsonb_build_object('startedAt', d.state #> '{mediation,startedAt}',
  'target', d.state #> '{mediation,target}', 'warning', d.state #> '{policy,mediationWarning}') end`;

/** A private talk with a former mediator stays closed to the one who follows, unless that side opened it (domain/access, A-03). */
const openedToMediator = sql`(g.thread not in ('consumerCaucus', 'merchantCaucus')
  or d.state #>> '{mediation,assignedAt}' = d.state #>> '{mediation,startedAt}'
  or d.state #> '{mediation,openedCaucuses}' @> to_jsonb(replace(g.thread, 'Caucus', ''))
  or g.published_at >= (d.state #>> '{mediation,assignedAt}')::timestamptz)`;

/** The threads that the reader of a row may read. */
function readableBy(threads: ListOptions['threads']): RawBuilder<unknown> {
  const cases = Object.entries(threads).map(
    ([role, names]) => sql`when ${sql.lit(role)} then ${sql.lit(`{${names.join(',')}}`)}`,
  );
  return cases.length > 0 ? sql`(case w.reader_role ${sql.join(cases, sql` `)} end)::text[]` : sql`'{}'::text[]`;
}

/** The rows of a branch that may be on the page, in its order. */
function branchPage(branch: Branch, shape: Shape): RawBuilder<unknown> {
  const { view, status, paged, searched, limit } = shape;
  const changed = sql.ref(`d.changed_for_${branch.seat}`);
  const parts = [branch.owner, viewOf(view, branch)];
  if (status) parts.push(sql`d.status = ${sql.lit(status)}`);
  const desk = isDesk(shape);
  // Written out: the planner knows the desk's partial index by it.
  if (desk) parts.push(sql`d.status = 'mediation'`);
  if (searched) parts.push(holdsWords);
  if (paged) parts.push(desk ? afterPlace : afterCursor(changed));
  const [cursor, order] = desk ? [deskOrder, deskOrder] : [sql`${changed}::text`, sql`${changed} desc`];
  return sql`(select d.id, ${changed} as changed, ${sql.lit(branch.place)}::text as place, ${cursor} as cursor from dossier d
    where ${sql.join(parts, sql` and `)} order by ${order}, d.id limit ${sql.lit(limit + 1)})`;
}

/** How many dossiers a part of the list holds, counted up to `limit` along the index that the list walks: the table itself is never read in search of one. */
function countOf(branches: Branch[], view: keyof ListCounts, limit: number): RawBuilder<number> {
  const upTo = sql`limit ${sql.lit(limit)}`;
  const parts = branches.map(
    (branch) =>
      sql`(select 1 from dossier d where ${branch.owner} and ${viewOf(view, branch)} ${inOrder(branch, view)} ${upTo})`,
  );
  return sql<number>`(select count(*)::int from (select 1 from (${sql.join(parts, sql` union all `)}) a ${upTo}) b)`;
}

function inOrder({ seat }: Branch, view: ListView): RawBuilder<unknown> {
  return view === 'yours' ? sql`` : sql`order by ${sql.ref(`d.changed_for_${seat}`)} desc, d.id`;
}

/** The number and the parties' names hold every word. Asked of what one person's list holds, row by row. */
const holdsWords = sql`not exists (select from unnest(${unseen('patterns', 'text[]')}) word where not exists (
    select from app_user sc, merchant sm where sc.id = d.consumer_id and sm.id = d.merchant_id
      and search_text(d.number, sc.first_name, sc.last_name, sm.name) like word))`;

/** The first condition is where the index begins to be read; an `or` alone would read it from its start. */
function afterCursor(changed: RawBuilder<unknown>): RawBuilder<unknown> {
  const at = unseen('at', 'timestamptz');
  return sql`${changed} <= ${at} and (${changed} < ${at} or d.id > ${unseen('id', 'uuid')})`;
}

const afterPlace = sql`(${deskOrder}, d.id) > (${unseen('at', 'text')}, ${unseen('id', 'uuid')})`;
