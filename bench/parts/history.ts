import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { History } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { databaseOver } from '#db/database.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { workflowBundle } from '#worker/bundle.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { createPeople } from '#tests/kit/people.ts';
import { draftDocuments } from '../dossiers.ts';
import type { Row } from '../measure/report.ts';
import { compare, type Comparison } from '../measure/rounds.ts';
import type { Servers } from '../servers/servers.ts';
import type { Site } from '../servers/site.ts';

/** Fewer than the documents that one side may file. */
const commands = 80;
const copies = 8;
const quiet = { log: none, trace: none, debug: none, info: none, warn: none, error: none };

function none(): void {}

/** History events that a command costs, and the time to replay an event, against the bare workflow. */
export async function benchHistory(servers: Servers): Promise<Row[]> {
  const site = await servers.site();
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const ours = await playOurs(site);
  const bare = await playBare(site);
  const silent = { workflowBundle: { codePath: await workflowBundle() } };
  const bundle = await bundleWorkflowCode({
    workflowsPath: path.join(import.meta.dirname, '..', 'bare', 'counter.workflow.ts'),
    logger: quiet,
  });
  const replay = await compare({
    ours: async () => ({ each: await replayTime(silent, ours.history) }),
    bare: async () => ({ each: await replayTime({ workflowBundle: bundle }, bare.history) }),
  });
  return [
    {
      name: 'history events per command',
      unit: 'events',
      ours: ours.perCommand,
      bare: bare.perCommand,
      target: { atMost: 7 },
    },
    replayRow(replay['each']!),
  ];
}

function replayRow(figure: Comparison): Row {
  return { name: 'replay time per event', unit: 'µs', ...figure, target: { atMost: 2 } };
}

type Played = { history: History; perCommand: number };

async function playOurs({ client, taskQueue, commandKey, pool }: Site): Promise<Played> {
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const people = await createPeople(pool);
  const { dossierId: id } = await openPlay({ engine, pool, people });
  const documents = await draftDocuments(pool, { dossierId: id, ownerId: people.consumer.userId, count: commands });
  const handle = client.workflow.getHandle(dossierWorkflowId(id));
  // The mail of the opening is made meanwhile; it is not this command's.
  await settled(async () => eventsOf(await handle.fetchHistory()));
  const before = eventsOf(await handle.fetchHistory());
  for (const documentId of documents) {
    await engine.command(id, { key: randomUUID(), command: { type: 'addDocument', documentId, by: people.consumer } });
  }
  const history = await handle.fetchHistory();
  return { history, perCommand: (eventsOf(history) - before) / commands };
}

async function playBare({ client, bareQueue }: Site): Promise<Played> {
  const handle = await client.workflow.start('counter', { taskQueue: bareQueue, workflowId: `bare-${randomUUID()}` });
  await handle.executeUpdate('add', { args: [{ id: handle.workflowId, note: 'une ligne' }] });
  const before = eventsOf(await handle.fetchHistory());
  for (let count = 0; count < commands; count += 1) {
    await handle.executeUpdate('add', { args: [{ id: handle.workflowId, note: 'une ligne' }] });
  }
  const history = await handle.fetchHistory();
  return { history, perCommand: (eventsOf(history) - before) / commands };
}

function eventsOf(history: History): number {
  return history.events?.length ?? 0;
}

/** Waits until a count has stood still for a second. */
async function settled(count: () => Promise<number>): Promise<void> {
  for (let last = -1; ;) {
    const now = await count();
    if (now === last) return;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Replays copies of one history and returns the time per event in microseconds. */
async function replayTime(options: Parameters<typeof Worker.runReplayHistories>[0], history: History): Promise<number> {
  const histories = Array.from({ length: copies }, () => ({ workflowId: `replay-${randomUUID()}`, history }));
  const start = performance.now();
  let events = 0;
  for await (const { error } of Worker.runReplayHistories(options, histories)) {
    if (error) throw error;
    events += eventsOf(history);
  }
  return ((performance.now() - start) * 1_000) / events;
}
