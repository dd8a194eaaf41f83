import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '#domain/access/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { DeadlineKind, Outcome, Side, Status, Turn, TurnHolder } from '#domain/dossier/types.ts';
import { currentMember } from './membership.ts';
import { allRows, firstRow, iso, type Db } from './sql.ts';

/** Whose list it is. `merchants`: the companies that the person is a member of, with the role held there. */
export type ListScope =
  | { kind: 'consumer'; userId: string }
  | { kind: 'merchant'; userId: string; merchants: { id: string; role: 'respondent' | 'representative' }[] }
  | { kind: 'mediator'; userId: string };

/** Which part of the list is shown. `yours`: the turn is the reader's. */
export type ListView = 'all' | 'yours' | 'open' | 'closed';

/** Position after the last row of a page: the list is ordered by last change, newest first, then by id. */
export type ListCursor = { updatedAt: string; id: string };

export type ListOptions = {
  scope: ListScope;
  view: ListView;
  status: Status | null;
  after: ListCursor | null;
  limit: number;
  /** Threads that each kind of reader may read, for the count of unread messages (domain/access decides). */
  threads: Partial<Record<Viewer, readonly Thread[]>>;
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
  viewer: Viewer;
  yours: boolean;
  unread: number;
  updatedAt: string;
  /** Exact position of the row, to page on. */
  cursor: string;
};

/** Written out and not as parameters: the planner knows its partial indexes by them (Migration20261125020000). */
const open = sql`d.status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const openOrDraft = sql`d.status in ('draft', 'submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = sql`d.status in ('closed', 'expired')`;

/**
 * A page of a person's dossiers (F-030, F-041), at most `limit` + 1 rows so that the caller knows whether there are more.
 *
 * Each branch (as consumer, as representative, per company, as mediator) walks its own index in the order shown and stops at
 * the page's end, so that the cost does not grow with the number of dossiers; names and counts are fetched for the page only.
 */
export async function listDossiers(db: Db, options: ListOptions): Promise<ListRow[]> {
  const branches = branchesOf(options.scope).map((branch) => {
    const parts = [branch.owner, viewOf(options.view, branch)];
    if (options.status) parts.push(sql`d.status = ${options.status}`);
    if (options.after) parts.push(after(options.after));
    return sql`(select d.id, d.updated_at, ${branch.viewer} as viewer, (${branch.yours}) as yours from dossier d
      where ${sql.join(parts, sql` and `)} order by d.updated_at desc, d.id limit ${options.limit + 1})`;
  });
  if (branches.length === 0) return [];
  return allRows(
    db,
    sql<ListRow>`
      with page as materialized (
        select id, updated_at, viewer, yours from (${sql.join(branches, sql` union all `)}) b
        order by updated_at desc, id limit ${options.limit + 1}
      )
      select d.id, d.number, coalesce(f.title, '') as title, d.status, d.outcome, ${turnAsRead} as turn, d.turn_what as "turnWhat",
        ${iso('d.next_deadline')} as "nextDeadline", d.next_deadline_kind as "nextDeadlineKind",
        trim(c.first_name || ' ' || c.last_name) as "consumerName", m.name as "merchantName",
        case when h.id is not null then trim(h.first_name || ' ' || h.last_name) end as "handlerName",
        p.viewer, p.yours, ${iso('d.updated_at')} as "updatedAt", d.updated_at::text as cursor,
        (select count(*)::int from message g
           left join thread_read r on r.dossier_id = g.dossier_id and r.thread = g.thread and r.user_id = ${options.scope.userId}::uuid
          where g.dossier_id = d.id and g.published_at is not null and g.author_id <> ${options.scope.userId}::uuid
            and g.published_at > coalesce(r.read_at, '-infinity')
            and (${JSON.stringify(options.threads)}::jsonb -> p.viewer) @> to_jsonb(g.thread)) as unread
      from page p
      join dossier d on d.id = p.id
      join app_user c on c.id = d.consumer_id
      join merchant m on m.id = d.merchant_id
      left join app_user h on h.id = d.handler_id and (d.status = 'closed' or ${inCharge})
      left join dossier_form f on f.dossier_id = d.id
      order by p.updated_at desc, p.id`,
  );
}

/** How many dossiers a list holds, each number counted up to `limit` only so that counting stays cheap. */
export type ListCounts = { open: number; yours: number; closed: number };

/** Counts for the sentence above the list and for its filters. */
export async function countDossiers(db: Db, scope: ListScope, limit: number): Promise<ListCounts> {
  const branches = branchesOf(scope);
  const count = (view: ListView): RawBuilder<number> => {
    const parts = branches.map(
      (branch) => sql`(select 1 from dossier d where ${branch.owner} and ${viewOf(view, branch)} limit ${limit})`,
    );
    return sql<number>`(select count(*)::int from (select 1 from (${sql.join(parts, sql` union all `)}) a limit ${limit}) b)`;
  };
  if (branches.length === 0) return { open: 0, yours: 0, closed: 0 };
  const counts = await firstRow(
    db,
    sql<ListCounts>`select ${count('open')} as open, ${count('yours')} as yours, ${count('closed')} as closed`,
  );
  return counts ?? { open: 0, yours: 0, closed: 0 };
}

/** Who has charge is still a member of the merchant: a dossier of who left is anybody's there (F-019, A-22). */
const inCharge = sql`exists (select 1 from merchant_member hm
  where hm.merchant_id = d.merchant_id and hm.user_id = d.handler_id and ${currentMember('hm')})`;

/** Who left the company: what they had charge of is anybody's there, and found by its index. */
const formerMembers = (merchantId: string) =>
  sql`select fm.user_id from merchant_member fm where fm.merchant_id = ${merchantId}::uuid and not ${currentMember('fm')}`;

type Branch = { owner: RawBuilder<unknown>; viewer: RawBuilder<unknown>; yours: RawBuilder<unknown>; drafts: boolean };

/** In mediation a side that has accepted waits for the other; it alone knows (requirements §6). */
const notAccepted = (side: Side) => sql`not (d.status = 'mediation' and d.turn = 'both' and jsonb_path_exists(d.state,
  '$.proposals[*] ? (@.state == "open").acceptances[*] ? (@.side == $side)', jsonb_build_object('side', ${side}::text)))`;

/** Who accepted waits for the other side; the mediator alone knows of both (requirements §6). */
const turnAsRead = sql`case
  when p.viewer in ('consumer', 'representedConsumer', 'consumerRepresentative', 'mediator') and not (${notAccepted('consumer')})
    then 'merchant'
  when p.viewer not in ('consumer', 'representedConsumer', 'consumerRepresentative') and not (${notAccepted('merchant')})
    then 'consumer'
  else d.turn end`;

function branchesOf(scope: ListScope): Branch[] {
  const me = sql`${scope.userId}::uuid`;
  if (scope.kind === 'consumer') {
    const turn = sql`d.turn in ('consumer', 'both') and d.status not in ('closed', 'expired') and ${notAccepted('consumer')}`;
    return [
      {
        owner: sql`d.consumer_id = ${me} and d.status <> 'purged'`,
        viewer: sql`case when d.representative_id is null then 'consumer' else 'representedConsumer' end`,
        yours: sql`${turn} and d.representative_id is null`,
        drafts: true,
      },
      {
        owner: sql`d.representative_id = ${me} and d.status <> 'purged'`,
        viewer: sql`'consumerRepresentative'`,
        yours: turn,
        drafts: true,
      },
    ];
  }
  if (scope.kind === 'mediator') {
    return [
      {
        owner: sql`d.mediator_id = ${me} and d.status in ('mediation', 'closed')`,
        viewer: sql`'mediator'`,
        yours: sql`d.turn = 'mediator' and d.status = 'mediation'`,
        drafts: false,
      },
    ];
  }
  return scope.merchants.map((merchant) => ({
    owner: sql`d.merchant_id = ${merchant.id}::uuid and d.submitted_at is not null and d.status <> 'purged'`,
    viewer: sql`case when d.handler_id = ${me} then 'handler'
      else ${merchant.role === 'respondent' ? 'respondent' : 'otherMerchantRepresentative'}::text end`,
    yours: sql`d.turn in ('merchant', 'both') and ${open} and ${notAccepted('merchant')}
      and (d.handler_id is null or d.handler_id = any (array(select ${me} union all ${formerMembers(merchant.id)})))`,
    drafts: false,
  }));
}

function viewOf(view: ListView, branch: Branch): RawBuilder<unknown> {
  if (view === 'yours') return branch.yours;
  if (view === 'closed') return closed;
  if (view === 'open') return branch.drafts ? openOrDraft : open;
  return sql`true`;
}

/** The first condition is where the index begins to be read; an `or` alone would read it from its start. */
function after(cursor: ListCursor): RawBuilder<unknown> {
  const at = sql`${cursor.updatedAt}::timestamptz`;
  return sql`d.updated_at <= ${at} and (d.updated_at < ${at} or d.id > ${cursor.id}::uuid)`;
}
