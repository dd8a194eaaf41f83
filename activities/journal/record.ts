import type { Pool, PoolClient } from 'pg';
import { reactionKey } from '#contracts/ids.ts';
import type { CommandResult, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import { databaseWithin } from '#db/database.ts';
import { keepClosingIdentity } from '#db/queries/closing-identity.ts';
import { reactions } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import { genesis, linkHash } from './chain.ts';
import { countsOf, projectionOf } from './projection.ts';
import { publish } from './publish.ts';

/** A command was decided on a dossier that the journal does not know. */
export class UnknownDossier extends Error {
  constructor() {
    super('journal.unknown_dossier');
    this.name = 'UnknownDossier';
  }
}

type Present = {
  seq: number;
  head: string;
  state: string;
  command_seq: number | null;
  command_status: Status | null;
};

/**
 * The journal's one transaction (architecture §4): events appended to the dossier's chain, its row and its state brought to
 * `input.state`, the content that the events name published, the pending reactions inserted. All or nothing.
 *
 * Idempotent by `commandKey`: the second call answers what the first one recorded. When the journal is not at `expectedSeq`,
 * nothing is written and its own state is returned: the journal is the truth.
 *
 * @throws ContentMissing when a command names content that cannot be published.
 * @throws UnknownDossier when `expectedSeq` supposes events of a dossier that has none.
 */
export async function record(pool: Pool, input: RecordInput): Promise<RecordResult> {
  return inTransaction(pool, async (client) => {
    const present = await lock(client, input);
    if (present && present.command_seq !== null) return repeated(present, present.command_seq);
    if (!present && input.expectedSeq > 0) throw new UnknownDossier();
    if (present && present.seq !== input.expectedSeq) {
      return { outcome: 'ahead', seq: present.seq, state: stateOf(present) };
    }
    if (input.refused) {
      await client.query(refusalSql, refusalValues(input, input.refused));
      return { outcome: 'recorded', seq: input.expectedSeq, owed: 0 };
    }
    if (!present) await open(client, input);
    const owed = await append(client, input, present ? Buffer.from(present.head, 'hex') : genesis);
    for (const event of input.events) await publish(client, input.dossierId, event);
    if (input.events.some(makesDocument)) await keepClosingIdentity(databaseWithin(client), input.dossierId);
    return { outcome: 'recorded', seq: input.state.seq, owed };
  });
}

/** Its document must name the parties as they are now, not as they will be when it is made. */
function makesDocument(event: DossierEvent): boolean {
  return event.type === 'dossierClosed' && (event.outcome === 'agreement' || event.outcome === 'mediationFailed');
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function lock(client: PoolClient, { dossierId, commandKey }: RecordInput): Promise<Present | undefined> {
  const { rows } = await client.query<Present>({
    name: 'journal-lock',
    text: `select d.seq, encode(d.head_hash, 'hex') as head, d.state::text as state,
        c.seq as command_seq, c.status as command_status
      from dossier d
      left join dossier_command c on c.dossier_id = d.id and c.command_key = $2 and c.refused_code is null
      where d.id = $1 for update of d`,
    values: [dossierId, commandKey],
  });
  return rows[0];
}

const stateOf = (present: Present): Dossier => JSON.parse(present.state) as Dossier;

function repeated(present: Present, seq: number): RecordResult {
  const state = stateOf(present);
  const result: CommandResult = { seq, status: present.command_status ?? state.status, repeated: true };
  return { outcome: 'repeated', seq: present.seq, result, state };
}

/** The row itself, with what never changes; the update that follows fills the rest. */
async function open(client: PoolClient, { dossierId, state }: RecordInput): Promise<void> {
  await client.query(
    `insert into dossier (id, number, status, turn, turn_what, consumer_id, merchant_id, problem_kind,
        created_at, updated_at, seq, head_hash, state)
      values ($1, to_char($4::timestamptz at time zone 'America/Toronto', 'YYYY') || '-' ||
          lpad(nextval('dossier_number_seq')::text, 6, '0'),
        'draft', '', '', $2, $3, coalesce((select problem_kind from referral where dossier_id = $1), ''),
        $4, $4, 0, $5, '{}')`,
    [dossierId, state.consumerId, state.merchantId, state.createdAt, genesis],
  );
}

/** Events, command, row and reactions in one statement. Returns how many reactions are pending. */
async function append(client: PoolClient, input: RecordInput, head: Buffer): Promise<number> {
  const { dossierId, events, state, commandKey, expectedSeq } = input;
  const hashes: Buffer[] = [];
  events.forEach((event, index) => {
    const link = { dossierId, seq: expectedSeq + index + 1, commandKey, event };
    hashes.push(linkHash(hashes.at(-1) ?? head, link));
  });
  const owed = events.flatMap((event, index) =>
    reactions(event, state).map((reaction) => ({ seq: expectedSeq + index + 1, reaction })),
  );
  const counts = countsOf(events);
  const row = projectionOf(state, events);
  await client.query({
    name: 'journal-append',
    text: appendSql,
    values: [
      dossierId,
      commandKey,
      state.seq,
      JSON.stringify(state),
      hashes.at(-1) ?? head,
      counts.documents,
      counts.messages,
      JSON.stringify(row),
      events.map((_, index) => expectedSeq + index + 1),
      events.map((event) => JSON.stringify(event)),
      [head, ...hashes.slice(0, -1)].slice(0, events.length),
      hashes,
      owed.map(({ seq, reaction }) => reactionKey(dossierId, seq, reaction.key)),
      owed.map(({ seq }) => seq),
      owed.map(({ reaction }) => JSON.stringify(reaction)),
    ],
  });
  return owed.length;
}

const appendSql = `
with next as (
  select * from jsonb_to_record($8::jsonb) as r (
    status text, turn text, turn_what text, turn_since timestamptz, next_deadline timestamptz, next_deadline_kind text,
    representative_id uuid, handler_id uuid, mediator_id uuid, outcome text, proposals_count int,
    submitted_at timestamptz, taken_charge_at timestamptz, mediation_started_at timestamptz, closed_at timestamptz,
    updated_at timestamptz, changed_for_consumer timestamptz, changed_for_handler timestamptz, changed_for_respondent timestamptz,
    changed_for_colleague timestamptz, changed_for_mediator timestamptz, changed_for_office timestamptz)
), moved as (
  update dossier d set
    status = n.status, turn = n.turn, turn_what = n.turn_what, turn_since = n.turn_since,
    next_deadline = n.next_deadline, next_deadline_kind = n.next_deadline_kind,
    representative_id = n.representative_id, handler_id = n.handler_id, mediator_id = n.mediator_id, outcome = n.outcome,
    proposals_count = n.proposals_count, submitted_at = n.submitted_at, taken_charge_at = n.taken_charge_at,
    mediation_started_at = n.mediation_started_at, closed_at = n.closed_at, updated_at = n.updated_at,
    changed_for_consumer = coalesce(n.changed_for_consumer, d.changed_for_consumer),
    changed_for_handler = coalesce(n.changed_for_handler, d.changed_for_handler),
    changed_for_respondent = coalesce(n.changed_for_respondent, d.changed_for_respondent),
    changed_for_colleague = coalesce(n.changed_for_colleague, d.changed_for_colleague),
    changed_for_mediator = coalesce(n.changed_for_mediator, d.changed_for_mediator),
    changed_for_office = coalesce(n.changed_for_office, d.changed_for_office),
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
  select $1::uuid, $2::text, $3::int, n.status, n.updated_at from next n
  on conflict (dossier_id, command_key) do update
    set seq = excluded.seq, status = excluded.status, at = excluded.at, refused_code = null, command_type = null
)
insert into reaction (id, dossier_id, event_seq, kind, payload)
select r.id, $1::uuid, r.seq, r.reaction ->> 'kind', r.reaction
from unnest($13::text[], $14::int[], $15::jsonb[]) as r (id, seq, reaction)
on conflict (id) do nothing`;

const refusalSql = `
insert into dossier_command (dossier_id, command_key, seq, status, refused_code, command_type, at)
values ($1, $2, $3, $4, $5, $6, now())
on conflict (dossier_id, command_key) do nothing`;

function refusalValues(input: RecordInput, refused: NonNullable<RecordInput['refused']>): unknown[] {
  const { dossierId, commandKey, expectedSeq, state } = input;
  return [dossierId, commandKey, expectedSeq, state.status, refused.code, refused.commandType];
}
