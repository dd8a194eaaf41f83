import type { Reaction, DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import type { Database, Row, Tables } from '../database.ts';
import { changeChannel } from '../live/channel.ts';
import { prepared } from '../prepared.ts';
import { publications, publishing, valuesOf, type OnlyPublication, type Publishing } from './publications.ts';

/**
 * Columns of the row `dossier` that follow from a state, with their types: the only list; the statement and {@link Projection} are derived from it.
 */
const projected = {
  status: 'text',
  turn: 'text',
  turnWhat: 'text',
  turnSince: 'timestamptz',
  nextDeadline: 'timestamptz',
  nextDeadlineKind: 'text',
  representativeId: 'uuid',
  handlerId: 'uuid',
  mediatorId: 'uuid',
  mediatorDeclared: 'boolean',
  outcome: 'text',
  acceptedSide: 'text',
  revisionAskedBy: 'text',
  sideSilentAt: 'timestamptz',
  mediatorSilentAt: 'timestamptz',
  proposalsCount: 'int',
  submittedAt: 'timestamptz',
  takenChargeAt: 'timestamptz',
  mediationStartedAt: 'timestamptz',
  closedAt: 'timestamptz',
  updatedAt: 'timestamptz',
} as const satisfies Columns;

/**
 * Columns that keep what they hold when the events say nothing of them, and that go on when they do: two acts of one instant are two changes to whoever
 * waits for the next one.
 */
const unlessLearnt = {
  changedForConsumer: 'timestamptz',
  changedForHandler: 'timestamptz',
  changedForRespondent: 'timestamptz',
  changedForColleague: 'timestamptz',
  changedForMediator: 'timestamptz',
  changedForOffice: 'timestamptz',
} as const satisfies Columns;

type Columns = { [Column in keyof Tables['dossier']]?: string };

/** Columns of the row `dossier` that lists read, as a state and its last events make them. */
export type Projection = Pick<Row<'dossier'>, keyof typeof projected> & Changes;

/** When each seat last learnt of something; null when it learns nothing of these events, and the row's value stays. */
export type Changes = Pick<Row<'dossier'>, keyof typeof unlessLearnt>;

const snakeCase = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const typed = Object.entries({ ...projected, ...unlessLearnt }).map(([column, type]) => `"${column}" ${type}`);
const moved = Object.keys(projected).map((column) => `${snakeCase(column)} = n."${column}"`);
const learnt = Object.keys(unlessLearnt).map(
  (column) =>
    `${snakeCase(column)} = case when n."${column}" is null then d.${snakeCase(column)} else greatest(n."${column}", d.${snakeCase(column)} + interval '1 microsecond') end`,
);

/**
 * The statement by which a command is journalled. Everything in it hangs on `present`, the row at the expected event with a command that it does not
 * know, locked; and on `published`: where either has nothing, nothing is written. Each link's hash is that of activities/journal/hash-chain.ts.
 */
const appending = (publication: Publishing | null) =>
  prepared<{ head: Buffer; number: string }>(
    `journal-append${publication ? `-${publication.table}` : ''}`,
    `with recursive present as (
      select d.head_hash from dossier d where d.id = $1::uuid and d.seq = $3::int
        and not exists (select from dossier_command c where c.dossier_id = $1::uuid and c.command_key = $2::text and c.refused_code is null)
      for update
    ), published as (
      ${publication ? publishing(publication, { first: 15, when: 'exists (select from present)' }) : 'select 1 as id, null::bytea as seal'}
    ), next as (
      select * from jsonb_to_record($8::jsonb) as r (${typed.join(', ')})
    ), given as (
      select e.n::int as n, e.link, e.event, coalesce(e.seal, case when e.n = $14::int then (select p.seal from published p) end) as seal
      from unnest($9::text[], $10::jsonb[], $13::bytea[]) with ordinality as e (link, event, seal, n)
    ), chain (n, previous, hash) as (
      select 0, null::bytea, p.head_hash from present p
      union all
      select c.n + 1, c.hash, sha256(c.hash || convert_to(g.link, 'UTF8') || coalesce(g.seal, ''::bytea)) from chain c join given g on g.n = c.n + 1
    ), moved as (
      update dossier d set ${[...moved, ...learnt].join(', ')},
        documents_count = d.documents_count + $6::int, messages_count = d.messages_count + $7::int,
        seq = $4::int, engine_seq = greatest(d.engine_seq, $3::int), state = $5::jsonb, head_hash = (select c.hash from chain c order by c.n desc limit 1), recorded_at = clock_timestamp()
      from next n where d.id = $1::uuid and exists (select from present) and exists (select from published)
      returning d.id, d.number
    ), appended as (
      insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash, seal)
      select m.id, $3::int + c.n, g.event ->> 'type', (g.event ->> 'at')::timestamptz, g.event -> 'by' ->> 'role',
        (g.event -> 'by' ->> 'userId')::uuid, g.event, $2::text, c.previous, c.hash, g.seal
      from moved m, chain c join given g using (n)
    ), handled as (
      insert into dossier_command (dossier_id, command_key, seq, status, at, digest)
      select m.id, $2::text, $4::int, n.status, n."updatedAt", $12::text from moved m, next n
      on conflict (dossier_id, command_key) do update
        set seq = excluded.seq, status = excluded.status, at = excluded.at, digest = excluded.digest, refused_code = null, command_type = null
    ), owed as (
      insert into reaction (id, dossier_id, event_seq, kind, payload)
      select r.reaction ->> 'id', m.id, (r.reaction ->> 'seq')::int, r.reaction -> 'reaction' ->> 'kind', r.reaction -> 'reaction'
      from moved m, unnest($11::jsonb[]) as r (reaction)
      on conflict (id) do nothing
    )
    select (select c.hash from chain c order by c.n desc limit 1) as head, m.number, pg_notify('${changeChannel}', m.id::text) from moved m`,
  );

const appends = {
  none: appending(null),
  proposal_content: appending(publications.proposal_content),
  message: appending(publications.message),
  message_share: appending(publications.message_share),
  document: appending(publications.document),
  justification: appending(publications.justification),
};

/** What one command adds to a dossier's journal. */
export type Entry = {
  dossierId: string;
  commandKey: string;
  /** Which command the key is used for. */
  digest: string | null;
  /** Number of the last event before. */
  from: number;
  state: Dossier;
  row: Projection;
  /** How many documents and messages the events add or take away. */
  counts: { documents: number; messages: number };
  /** `text`: what the event's link is made of (activities/journal/hash-chain.ts). `seal`: of what it published already (db/journal/seals.ts). */
  links: readonly { text: string; event: DossierEvent; seal: Buffer | null }[];
  /** `seq`: number of the event that asks for it. */
  reactions: readonly { id: string; seq: number; reaction: Reaction }[];
  /** The one row of content that the events publish, when they need no more than that. */
  publication: OnlyPublication | null;
};

/**
 * Events, command, row, reactions and the content that they publish, in one statement, all or nothing.
 *
 * @returns the hash of the dossier's last event and the dossier's number; null, and nothing was written, when the dossier is not at `from`, knows the command already, or the content cannot be published.
 */
export async function appendEntry(db: Database, entry: Entry): Promise<{ head: Buffer; number: string } | null> {
  const { dossierId, commandKey, digest, from, state, row, counts, links, reactions, publication } = entry;
  const { rows } = await appends[publication?.row.table ?? 'none'](db, [
    dossierId,
    commandKey,
    from,
    state.seq,
    JSON.stringify(state),
    counts.documents,
    counts.messages,
    JSON.stringify(row),
    links.map(({ text }) => text),
    links.map(({ event }) => JSON.stringify(event)),
    reactions.map((each) => JSON.stringify(each)),
    digest,
    links.map(({ seal }) => seal),
    publication?.nth ?? null,
    ...(publication ? valuesOf(publication.row) : []),
  ]);
  return rows[0] ? { head: rows[0].head, number: rows[0].number } : null;
}

/** Records that a command was refused, once. */
export async function recordRefusal(
  db: Database,
  refusal: {
    dossierId: string;
    commandKey: string;
    seq: number;
    status: Status;
    refusedCode: string;
    commandType: string;
  },
): Promise<void> {
  await db
    .insertInto('dossier_command')
    .values(({ fn }) => ({ ...refusal, at: fn<string>('now') }))
    .onConflict((on) => on.columns(['dossierId', 'commandKey']).doNothing())
    .execute();
}
