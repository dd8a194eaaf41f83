import { sql, type RawBuilder } from 'kysely';
import { access, viewers, type Viewer } from '#domain/access/index.ts';
import { seats, type Seat } from '#domain/visibility/index.ts';
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

/** Position after the last row of a page: the list is ordered by the last change that its reader may know, newest first, then by id. */
export type ListCursor = { at: string; id: string };

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
  /** Of the last change that the reader may know of (domain/access). */
  changedAt: string;
  /** The same to the microsecond, to page on. */
  cursor: string;
};

/** Written out and not as parameters: the planner knows its partial indexes by them (Migration20261126004000). */
const open = sql`d.status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const openOrDraft = sql`d.status in ('draft', 'submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = sql`d.status in ('closed', 'expired')`;

/**
 * A page of a person's dossiers (F-030, F-041), at most `limit` + 1 rows so that the caller knows whether there are more.
 *
 * Each branch (as consumer, as representative, as handler, by each holder of the company's other dossiers, as mediator) walks its own index
 * in the order shown and stops at the page's end, so that the cost does not grow with the number of dossiers; names and counts are fetched
 * for the page only.
 */
export async function listDossiers(db: Db, options: ListOptions): Promise<ListRow[]> {
  const branches = branchesOf(options.scope).map((branch) => branchPage(branch, options));
  if (branches.length === 0) return [];
  return allRows(
    db,
    sql<ListRow>`
      with page as materialized (
        select id, changed, place from (${sql.join(branches, sql` union all `)}) b
        order by changed desc, id limit ${options.limit + 1}
      )
      select d.id, d.number, coalesce(f.title, '') as title, d.status, d.outcome, ${turnAsRead} as turn, d.turn_what as "turnWhat",
        ${iso('d.next_deadline')} as "nextDeadline", d.next_deadline_kind as "nextDeadlineKind",
        trim(c.first_name || ' ' || c.last_name) as "consumerName", m.name as "merchantName",
        case when h.id is not null then trim(h.first_name || ' ' || h.last_name) end as "handlerName",
        v.viewer, ${yoursAsRead} as yours, ${iso('p.changed')} as "changedAt", p.changed::text as cursor,
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
      order by p.changed desc, p.id`,
  );
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
export async function countDossiers(db: Db, scope: ListScope, limit: number): Promise<ListCounts> {
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

/** A reader's place in some of the dossiers of their list. */
type Branch = {
  owner: RawBuilder<unknown>;
  place: Viewer;
  /** Whose knowledge orders the rows. */
  seat: Seat;
  drafts: boolean;
  /** Who else has charge of a company's dossiers: everyone, and those who are there no more. The company itself stands for nobody. */
  holders?: { others: RawBuilder<unknown>; absent: RawBuilder<unknown> };
};

/** A side accepted the mediator's proposal and waits for the other, which does not know (requirements §6). */
const accepted = (side: Side) => sql`(d.status = 'mediation' and d.turn = 'both' and jsonb_path_exists(d.state,
  '$.proposals[*] ? (@.state == "open").acceptances[*] ? (@.side == $side)', jsonb_build_object('side', ${side}::text)))`;

/** Who may know of a side's acceptance before the other's, as the matrix says. */
const knowers = (side: Side): Viewer[] =>
  viewers.filter((viewer) => access(viewer, `${side}Acceptance`, 'mediation') !== 'none');

const awaitsOther = (side: Side) => sql`v.viewer in (${sql.join(knowers(side))}) and ${accepted(side)}`;

/** Who knows that a side accepted sees whom the dossier waits for; for everyone else both are awaited. */
const turnAsRead = sql`case when ${awaitsOther('consumer')} then 'merchant' when ${awaitsOther('merchant')} then 'consumer' else d.turn end`;

/** Whether the dossier awaits who reads it from that place: a colleague answers for nobody who is still there to answer. */
function awaits(place: Viewer): RawBuilder<unknown> {
  const not = (side: Side) => (knowers(side).includes(place) ? sql`not ${accepted(side)}` : sql`true`);
  switch (place) {
    case 'consumer':
    case 'consumerRepresentative':
      return sql`d.turn in ('consumer', 'both') and d.status not in ('closed', 'expired') and ${not('consumer')}
        and ${place === 'consumer' ? sql`d.representative_id is null` : sql`true`}`;
    case 'handler':
      return sql`d.turn in ('merchant', 'both') and ${open} and ${not('merchant')}`;
    case 'respondent':
    case 'otherMerchantRepresentative':
      return sql`d.turn in ('merchant', 'both') and ${open} and ${not('merchant')} and not ${inCharge}`;
    case 'mediator':
      return sql`d.turn = 'mediator' and d.status = 'mediation'`;
    default:
      return sql`false`;
  }
}

const yoursAsRead = sql`case p.place ${sql.join(
  viewers.map((viewer) => sql`when ${viewer} then ${awaits(viewer)}`),
  sql` `,
)} else false end`;

function branchesOf(scope: ListScope): Branch[] {
  const me = sql`${scope.userId}::uuid`;
  if (scope.kind === 'consumer') {
    return (['consumer', 'consumerRepresentative'] as const).map((place) => ({
      owner: sql`${sql.ref(place === 'consumer' ? 'd.consumer_id' : 'd.representative_id')} = ${me} and d.changed_for_consumer is not null
        and d.status <> 'purged'`,
      place,
      seat: 'consumer',
      drafts: true,
    }));
  }
  if (scope.kind === 'mediator') {
    const owner = sql`d.mediator_id = ${me} and d.changed_for_mediator is not null and d.status in ('mediation', 'closed')`;
    return [{ owner, place: 'mediator', seat: 'mediator', drafts: false }];
  }
  return scope.merchants.flatMap(({ id, role }): Branch[] => {
    const place = role === 'respondent' ? 'respondent' : 'otherMerchantRepresentative';
    const company = (seat: Seat) => sql`d.merchant_id = ${id}::uuid and d.submitted_at is not null
      and ${sql.ref(`d.changed_for_${seat}`)} is not null and d.status <> 'purged'`;
    const nobody = sql`select ${id}::uuid`;
    const others = sql`${nobody} union all
      select om.user_id from merchant_member om where om.merchant_id = ${id}::uuid and om.user_id <> ${me}`;
    return [
      { owner: sql`${company('handler')} and d.holder_id = ${me}`, place: 'handler', seat: 'handler', drafts: false },
      {
        owner: sql`${company(seatOf(place))} and d.holder_id <> ${me}`,
        place,
        seat: seatOf(place),
        drafts: false,
        holders: { others, absent: sql`${nobody} union all ${formerMembers(id)}` },
      },
    ];
  });
}

function seatOf(viewer: Viewer): Seat {
  const names = Object.keys(seats) as Seat[];
  const found = names.find((name) => (seats[name] as readonly Viewer[]).includes(viewer));
  if (!found) throw new Error(`${viewer} has no list`);
  return found;
}

function viewOf(view: ListView, branch: Branch): RawBuilder<unknown> {
  if (view === 'yours') return awaits(branch.place);
  if (view === 'closed') return closed;
  if (view === 'open') return branch.drafts ? openOrDraft : open;
  return sql`true`;
}

/** The first condition is where the index begins to be read; an `or` alone would read it from its start. */
function afterCursor(changed: RawBuilder<unknown>, cursor: ListCursor): RawBuilder<unknown> {
  const at = sql`${cursor.at}::timestamptz`;
  return sql`${changed} <= ${at} and (${changed} < ${at} or d.id > ${cursor.id}::uuid)`;
}
