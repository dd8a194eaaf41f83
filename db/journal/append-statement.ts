import type { Row, Tables } from '../database.ts';
import { changeChannel } from '../live/channel.ts';
import { prepared, type Prepared } from '../prepared.ts';
import { publishing, type Publishing } from './publications.ts';

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

const ordinary = Object.entries(projected);
const kept = Object.entries(unlessLearnt);

/** The columns of {@link Projection} in the order of the statement's values. */
export const columns = [...Object.keys(projected), ...Object.keys(unlessLearnt)] as (keyof Projection)[];

/** What comes first among the statement's values. */
const given = {
  dossierId: 'uuid',
  commandKey: 'text',
  from: 'int',
  seq: 'int',
  state: 'jsonb',
  documents: 'int',
  messages: 'int',
  digest: 'text',
  reactions: 'jsonb[]',
} as const;

export type Given = Record<keyof typeof given, unknown>;

export const givenInOrder = (values: Given): unknown[] => Object.keys(given).map((name) => values[name as keyof Given]);

/** How many events a command has, and which of them, from 1, publishes which row; a row of content is published with them, or none is. */
export type Shape = { events: number; publication: { of: Publishing; nth: number } | null };

const written = new Map<string, Prepared<{ head: Buffer; number: string }>>();

/**
 * The statement by which a command of that shape is journalled. Its values: what is {@link Given}, the {@link columns} of the row, for each event its
 * link's text and itself, with its seal where the statement publishes nothing, and what is published.
 */
export function appending(shape: Shape): Prepared<{ head: Buffer; number: string }> {
  const { events, publication } = shape;
  const several = events > 1 ? `-${events}${publication ? `-${publication.nth}` : ''}` : '';
  const name = `journal-append${publication ? `-${publication.of.table}` : ''}${several}`;
  const known = written.get(name) ?? prepared(name, textOf(shape));
  written.set(name, known);
  return known;
}

/**
 * Everything hangs on `present`, the row at the expected event with a command that it does not know, locked; and on `published`: where either has
 * nothing, nothing is written. Each link's hash is that of activities/journal/hash-chain.ts, of the one before.
 */
function textOf({ events, publication }: Shape): string {
  let last = 0;
  const next = (type: string): string => `$${(last += 1)}::${type}`;
  const $ = Object.fromEntries(Object.entries(given).map(([name, type]) => [name, next(type)])) as Record<
    keyof Given,
    string
  >;
  const value = new Map([...ordinary, ...kept].map(([column, type]) => [column, next(type)]));
  const sets = ordinary.map(([column]) => `${snakeCase(column)} = ${value.get(column)}`);
  for (const [column] of kept) {
    const [told, row] = [value.get(column), `d.${snakeCase(column)}`];
    sets.push(
      `${snakeCase(column)} = case when ${told} is null then ${row} else greatest(${told}, ${row} + interval '1 microsecond') end`,
    );
  }
  const numbers = Array.from({ length: events }, (_, index) => index + 1);
  const links = numbers.map((n) => {
    const [text, event] = [next('text'), next('jsonb')];
    const publishes = n === publication?.nth;
    const seal = publishes ? 'q.seal' : publication ? 'null::bytea' : next('bytea');
    return `link_${n} as (
      select p.hash as previous, sha256(p.hash || convert_to(${text}, 'UTF8') || coalesce(${seal}, ''::bytea)) as hash, ${seal} as seal, ${event} as event
      from ${n === 1 ? 'present' : `link_${n - 1}`} p${publishes ? ', published q' : ''}
    )`;
  });
  const published = publication
    ? [`published as (${publishing(publication.of, { first: last + 1, when: 'exists (select from present)' })})`]
    : [];
  const added = numbers.map(
    (
      n,
    ) => `select m.id, ${$.from} + ${n}, l.event ->> 'type', (l.event ->> 'at')::timestamptz, l.event -> 'by' ->> 'role',
        (l.event -> 'by' ->> 'userId')::uuid, l.event, ${$.commandKey}, l.previous, l.hash, l.seal from moved m, link_${n} l`,
  );
  const parts = [
    `present as (
      select d.head_hash as hash from dossier d where d.id = ${$.dossierId} and d.seq = ${$.from}
        and not exists (select from dossier_command c where c.dossier_id = ${$.dossierId} and c.command_key = ${$.commandKey} and c.refused_code is null)
      for update
    )`,
    ...published,
    ...links,
    `moved as (
      update dossier d set ${sets.join(', ')},
        documents_count = d.documents_count + ${$.documents}, messages_count = d.messages_count + ${$.messages},
        seq = ${$.seq}, state = ${$.state}, head_hash = l.hash, recorded_at = clock_timestamp()
      from link_${events} l where d.id = ${$.dossierId}
      returning d.id, d.number, d.head_hash
    )`,
    `appended as (
      insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash, seal)
      ${added.join('\n      union all ')}
    )`,
    `handled as (
      insert into dossier_command (dossier_id, command_key, seq, status, at, digest)
      select m.id, ${$.commandKey}, ${$.seq}, ${value.get('status')}, ${value.get('updatedAt')}, ${$.digest} from moved m
      on conflict (dossier_id, command_key) do update
        set seq = excluded.seq, status = excluded.status, at = excluded.at, digest = excluded.digest, refused_code = null, command_type = null
    )`,
    `behind as (
      insert into engine_behind (dossier_id, seq, recorded_at) select m.id, ${$.seq}, clock_timestamp() from moved m
      on conflict (dossier_id) do update set seq = excluded.seq, recorded_at = excluded.recorded_at
    )`,
    `owed as (
      insert into reaction (id, dossier_id, event_seq, kind, payload)
      select r.reaction ->> 'id', m.id, (r.reaction ->> 'seq')::int, r.reaction -> 'reaction' ->> 'kind', r.reaction -> 'reaction'
      from moved m, unnest(${$.reactions}) as r (reaction)
      on conflict (id) do nothing
    )`,
  ];
  return `with ${parts.join(', ')}
    select m.head_hash as head, m.number, pg_notify('${changeChannel}', m.id::text) from moved m`;
}
