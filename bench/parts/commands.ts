import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { databaseOver } from '#db/database.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { createPeople } from '#tests/kit/people.ts';
import { draftDocuments, draftMessages } from '../dossiers.ts';
import type { Row } from '../measure/report.ts';
import { compare, percentile, type Comparison, type Figures } from '../measure/rounds.ts';
import type { Servers } from '../servers/servers.ts';

const concurrency = 16;
/**
 * Commands a round to each dossier: one after the other, then all dossiers side by side. A dossier gets almost a hundred in all, a long one that has room
 * for them (domain/dossier/room.ts).
 */
const alone = 5;
const each = 11;
const rounds = 5;
const count = (alone + each) * (rounds + 1);

/** At the median alone, and in time per command side by side. */
const targets = {
  'act without a reaction': { alone: 1.2, together: 1.25 },
  'message, with its mail': { alone: null, together: 1.6 },
} as const;

type Send = () => Promise<unknown>;
type Lane = { sends: Send[] };

/** Latency of commands one after the other, in milliseconds. */
async function latency(lanes: Lane[]): Promise<Figures> {
  const times: number[] = [];
  for (const send of lanes.flatMap(({ sends }) => sends)) {
    const start = performance.now();
    await send();
    times.push(performance.now() - start);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** Time for all lanes side by side, per command in milliseconds (the inverse of throughput, so that less is better). */
async function together(lanes: Lane[]): Promise<Figures> {
  const start = performance.now();
  await Promise.all(
    lanes.map(async ({ sends }) => {
      for (const send of sends) await send();
    }),
  );
  const count = lanes.reduce((sum, { sends }) => sum + sends.length, 0);
  return { throughput: (performance.now() - start) / count };
}

/**
 * The cost of a command: latency alone and throughput at concurrency 16 (one dossier a lane), against a bare update whose handler
 * inserts one row by a local activity. Twice: an act that owes nobody anything, and a message, whose mail is made meanwhile.
 */
export async function benchCommands(servers: Servers): Promise<Row[]> {
  const { pool, client, taskQueue, commandKey, bareQueue } = await servers.site();
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const people = await createPeople(pool);
  const drafts = await inTurn(concurrency, () => openPlay({ engine, pool, people }));
  const negotiations = await inTurn(concurrency, () => openPlay({ engine, pool, people }, inNegotiation));
  const counters = await inTurn(concurrency, async () => {
    const workflowId = `bare-${randomUUID()}`;
    return client.workflow.start('counter', { taskQueue: bareQueue, workflowId });
  });

  const documents = await lanesOf(drafts, async ({ dossierId: id }) => {
    const ids = await draftDocuments(pool, { dossierId: id, ownerId: people.consumer.userId, count });
    return ids.map(
      (documentId) => () =>
        engine.command(id, { key: randomUUID(), command: { type: 'addDocument', documentId, by: people.consumer } }),
    );
  });
  const messages = await lanesOf(negotiations, async ({ dossierId: id }) => {
    const ids = await draftMessages(pool, { dossierId: id, authorId: people.consumer.userId, count });
    return ids.map(
      (messageId) => () =>
        engine.command(id, {
          key: randomUUID(),
          command: { type: 'postMessage', thread: 'negotiation', messageId, by: people.consumer },
        }),
    );
  });
  const bare = counters.map((handle): Lane => ({
    sends: Array.from(
      { length: 2 * (alone + each) * (rounds + 1) },
      () => () => handle.executeUpdate('add', { args: [{ id: handle.workflowId, note: 'une ligne' }] }),
    ),
  }));

  const rows: Row[] = [];
  for (const [name, lanes] of [
    ['act without a reaction', documents],
    ['message, with its mail', messages],
  ] as const) {
    const one = await compare(
      { ours: () => latency(take(lanes, alone)), bare: () => latency(take(bare, alone)) },
      rounds,
    );
    const many = await compare(
      { ours: () => together(take(lanes, each)), bare: () => together(take(bare, each)) },
      rounds,
    );
    const aim = targets[name];
    rows.push(row(`${name}: latency p50`, one['p50']!, aim.alone), row(`${name}: latency p95`, one['p95']!, null));
    rows.push(row(`${name}: time per command, ${concurrency} at once`, many['throughput']!, aim.together));
  }
  return rows;
}

function row(name: string, figure: Comparison, atMost: number | null): Row {
  return { name, unit: 'ms', ...figure, target: atMost === null ? null : { atMost } };
}

/** The next commands of each lane; what was sent is never sent again. */
function take(lanes: Lane[], count: number): Lane[] {
  return lanes.map((lane) => ({ sends: lane.sends.splice(0, count) }));
}

async function lanesOf(dossiers: Play[], sends: (dossier: Play) => Promise<Send[]>): Promise<Lane[]> {
  return Promise.all(dossiers.map(async (dossier) => ({ sends: await sends(dossier) })));
}

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make());
  return made;
}
