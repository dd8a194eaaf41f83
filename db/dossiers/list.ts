import { sql, type RawBuilder } from 'kysely';
import type { ReaderRole } from '#domain/access/index.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { DeadlineKind, Outcome, Status, Turn, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import {
  branchesOf,
  inCharge,
  turnAsRead,
  viewOf,
  yoursAsRead,
  type Branch,
  type ListScope,
  type ListView,
} from './list-branches.ts';

export type { ListScope, ListView };

/** Position after the last row of a page: the list is ordered by the last change that its reader may know, newest first, then by id. */
type ListCursor = { at: string; id: string };

export type ListOptions = {
  scope: ListScope;
  view: ListView;
  status: Status | null;
  after: ListCursor | null;
  limit: number;
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
  viewer: ReaderRole;
  yours: boolean;
  unread: number;
  /** Of the last change that the reader may know of (domain/access). */
  changedAt: string;
  /** The same to the microsecond, to page on. */
  cursor: string;
};

/**
 * A page of a person's dossiers (F-030, F-041), at most `limit` + 1 rows so that the caller knows whether there are more.
 *
 * Each branch (as consumer, as representative, as handler, by each holder of the company's other dossiers, as mediator) walks its own index
 * in the order shown and stops at the page's end, so that the cost does not grow with the number of dossiers; names and counts are fetched
 * for the page only.
 */
export async function listDossiers(db: Database, options: ListOptions): Promise<ListRow[]> {
  const branches = branchesOf(options.scope).map((branch) => branchPage(branch, options));
  if (branches.length === 0) return [];
  const { rows } = await sql<ListRow>`
      with page as materialized (
        select id, changed, place from (${sql.join(branches, sql` union all `)}) b
        order by changed desc, id limit ${options.limit + 1}
      )
      select d.id, d.number, coalesce(f.title, '') as title, d.status, d.outcome, ${turnAsRead} as turn, d.turn_what as "turnWhat",
        d.next_deadline as "nextDeadline", d.next_deadline_kind as "nextDeadlineKind",
        trim(c.first_name || ' ' || c.last_name) as "consumerName", m.name as "merchantName",
        case when h.id is not null then trim(h.first_name || ' ' || h.last_name) end as "handlerName",
        v.viewer, ${yoursAsRead} as yours, p.changed as "changedAt", p.changed::text as cursor,
        (select count(*)::int from message g
           left join thread_read r on r.dossier_id = g.dossier_id and r.thread = g.thread and r.user_id = ${options.scope.userId}::uuid
          where g.dossier_id = d.id and g.published_at is not null and g.author_id <> ${options.scope.userId}::uuid
            and g.published_at > coalesce(r.read_at, '-infinity')
            and (${JSON.stringify(options.threads)}::jsonb -> v.viewer) @> to_jsonb(g.thread)) as unread
      from page p
      join dossier d on d.id = p.id
      cross join lateral (select case when p.place = 'consumer' and d.representative_id is not null then 'representedConsumer'
        else p.place end as viewer) v
      join app_user c on c.id = d.consumer_id
      join merchant m on m.id = d.merchant_id
      left join app_user h on h.id = d.handler_id and (d.status = 'closed' or ${inCharge})
      left join dossier_form f on f.dossier_id = d.id
      order by p.changed desc, p.id`.execute(db);
  return rows;
}

/** The rows of a branch that may be on the page, in its order. */
function branchPage(branch: Branch, { view, status, after, limit }: ListOptions): RawBuilder<unknown> {
  const changed = sql.ref(`d.changed_for_${branch.seat}`);
  const parts = [branch.owner, viewOf(view, branch)];
  if (status) parts.push(sql`d.status = ${status}`);
  if (after) parts.push(afterCursor(changed, after));
  const walk = (held: RawBuilder<unknown>) => sql`select d.id, ${changed} as changed from dossier d
    where ${sql.join([...parts, held], sql` and `)} order by ${changed} desc, d.id limit ${limit + 1}`;
  const found = branch.holders
    ? sql`(${view === 'yours' ? branch.holders.absent : branch.holders.others}) o (holder_id)
        cross join lateral (${walk(sql`d.holder_id = o.holder_id`)}) w`
    : sql`(${walk(sql`true`)}) w`;
  return sql`(select w.id, w.changed, ${branch.place}::text as place from ${found}
    order by w.changed desc, w.id limit ${limit + 1})`;
}

/** How many dossiers a list holds, each number counted up to `limit` only so that counting stays cheap. */
export type ListCounts = { open: number; yours: number; closed: number };

/** Counts for the sentence above the list and for its filters. */
export async function countDossiers(db: Database, scope: ListScope, limit: number): Promise<ListCounts> {
  const branches = branchesOf(scope);
  const count = (view: ListView): RawBuilder<number> => {
    const parts = branches.map((branch) => {
      const held =
        view === 'yours' && branch.holders ? sql`d.holder_id = any (array(${branch.holders.absent}))` : sql`true`;
      return sql`(select 1 from dossier d where ${branch.owner} and ${viewOf(view, branch)} and ${held} limit ${limit})`;
    });
    return sql<number>`(select count(*)::int from (select 1 from (${sql.join(parts, sql` union all `)}) a limit ${limit}) b)`;
  };
  if (branches.length === 0) return { open: 0, yours: 0, closed: 0 };
  const { rows } = await sql<ListCounts>`
    select ${count('open')} as open, ${count('yours')} as yours, ${count('closed')} as closed`.execute(db);
  return rows[0] ?? { open: 0, yours: 0, closed: 0 };
}

/** The first condition is where the index begins to be read; an `or` alone would read it from its start. */
function afterCursor(changed: RawBuilder<unknown>, cursor: ListCursor): RawBuilder<unknown> {
  const at = sql`${cursor.at}::timestamptz`;
  return sql`${changed} <= ${at} and (${changed} < ${at} or d.id > ${cursor.id}::uuid)`;
}
