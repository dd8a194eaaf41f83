import type { Reaction, DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import type { Database, Row, Tables } from '../database.ts';
import { prepared } from '../prepared.ts';

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
  outcome: 'text',
  proposalsCount: 'int',
  submittedAt: 'timestamptz',
  takenChargeAt: 'timestamptz',
  mediationStartedAt: 'timestamptz',
  closedAt: 'timestamptz',
  updatedAt: 'timestamptz',
} as const satisfies Columns;

/** Columns that keep what they hold when the events say nothing of them. */
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
  (column) => `${snakeCase(column)} = coalesce(n."${column}", d.${snakeCase(column)})`,
);

const append = prepared(
  'journal-append',
  `with next as (
    select * from jsonb_to_record($8::jsonb) as r (${typed.join(', ')})
  ), moved as (
    update dossier d set ${[...moved, ...learnt].join(', ')},
      documents_count = d.documents_count + $6::int, messages_count = d.messages_count + $7::int,
      seq = $3::int, state = $4::jsonb, head_hash = $5::bytea, recorded_at = clock_timestamp()
    from next n where d.id = $1::uuid
  ), appended as (
    insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash)
    select $1::uuid, e.seq, e.event ->> 'type', (e.event ->> 'at')::timestamptz, e.event -> 'by' ->> 'role',
      (e.event -> 'by' ->> 'userId')::uuid, e.event, $2::text, e.previous, e.hash
    from unnest($9::int[], $10::jsonb[], $11::bytea[], $12::bytea[]) as e (seq, event, previous, hash)
  ), handled as (
    insert into dossier_command (dossier_id, command_key, seq, status, at)
    select $1::uuid, $2::text, $3::int, n.status, n."updatedAt" from next n
    on conflict (dossier_id, command_key) do update
      set seq = excluded.seq, status = excluded.status, at = excluded.at, refused_code = null, command_type = null
  )
  insert into reaction (id, dossier_id, event_seq, kind, payload)
  select r.id, $1::uuid, r.seq, r.reaction ->> 'kind', r.reaction
  from unnest($13::text[], $14::int[], $15::jsonb[]) as r (id, seq, reaction)
  on conflict (id) do nothing`,
);

/** What one command adds to a dossier's journal. */
export type Entry = {
  dossierId: string;
  commandKey: string;
  state: Dossier;
  /** Hash of the last event: the dossier's new head. */
  head: Buffer;
  row: Projection;
  /** How many documents and messages the events add or take away. */
  counts: { documents: number; messages: number };
  links: readonly { seq: number; event: DossierEvent; previous: Buffer; hash: Buffer }[];
  /** `seq`: number of the event that asks for it. */
  reactions: readonly { id: string; seq: number; reaction: Reaction }[];
};

/** Events, command, row and reactions in one statement. */
export async function appendEntry(db: Database, entry: Entry): Promise<void> {
  const { dossierId, commandKey, state, head, row, counts, links, reactions } = entry;
  await append(db, [
    dossierId,
    commandKey,
    state.seq,
    JSON.stringify(state),
    head,
    counts.documents,
    counts.messages,
    JSON.stringify(row),
    links.map(({ seq }) => seq),
    links.map(({ event }) => JSON.stringify(event)),
    links.map(({ previous }) => previous),
    links.map(({ hash }) => hash),
    reactions.map(({ id }) => id),
    reactions.map(({ seq }) => seq),
    reactions.map(({ reaction }) => JSON.stringify(reaction)),
  ]);
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
