import { performance } from 'node:perf_hooks';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseOver } from '#db/database.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { anonymousMemory } from '../measure/process-memory.ts';
import type { Row } from '../measure/report.ts';
import { percentile } from '../measure/rounds.ts';
import { openSession } from '../servers/session.ts';
import type { Servers } from '../servers/servers.ts';

const streams = 500;
const dossiers = 50;
/** Acts whose arrival is timed, one after the other. */
const acts = 100;

/** A page that stays open: when the last event came. */
type Stream = { dossierId: string; heard: ((at: number) => void) | null; close(): void };

/**
 * Five hundred pages that stay open on fifty dossiers: what each costs the web process, and how long an act takes from its answer to the other side's page.
 */
export async function benchLive(servers: Servers): Promise<Row[]> {
  await buildPages(consoleProgress(), os.tmpdir());
  const { client, pool, taskQueue, commandKey, webEnv } = await servers.site();
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const { origin, pid } = await servers.web(await webEnv());
  const plays: Play[] = [];
  const cookies: string[] = [];
  for (let n = 0; n < dossiers; n += 1) {
    const people = await createPeople(pool);
    plays.push(await openPlay({ engine, pool, people }, inNegotiation));
    for (const { userId } of [people.clerk, people.respondent]) cookies.push(await openSession(pool, userId));
  }
  await admitEveryone(pool);
  const open: Stream[] = [];
  const follow = async (n: number): Promise<Stream> =>
    followAs(origin, cookies[n % cookies.length]!, plays[Math.floor((n % cookies.length) / 2)]!.dossierId);
  // What the process takes for its first streams (a connection that listens, compiled code) is not theirs.
  for (let n = 0; n < dossiers; n += 1) open.push(await follow(n));
  await sleep(3_000);
  const before = await anonymousMemory(pid);
  for (let n = open.length; n < streams; n += 1) open.push(await follow(n));
  await sleep(3_000);
  const after = await anonymousMemory(pid);
  const delays: number[] = [];
  for (let n = 0; n < acts; n += 1) {
    const play = plays[n % dossiers]!;
    const arrives = Promise.all(open.filter(({ dossierId }) => dossierId === play.dossierId).map(nextEvent));
    await play.step({ by: 'consumer', act: 'postMessage' });
    const done = performance.now();
    for (const at of await arrives) delays.push(Math.max(0, at - done));
  }
  for (const stream of open) stream.close();
  const each = before === null || after === null ? null : (after - before) / (streams - dossiers) / 1_024;
  return [
    ...(each === null
      ? []
      : [{ name: 'memory of the web process, a stream', unit: 'kB', ours: each, target: { atMost: 250 } }]),
    {
      name: `from the answer of an act to an open page, p95 of ${delays.length}`,
      unit: 'ms',
      ours: percentile(delays, 0.95),
      target: { atMost: 500 },
      note: `median ${percentile(delays, 0.5).toFixed(1)} ms; ${streams} streams, ${streams / dossiers} on each dossier.`,
    },
  ];
}

const nextEvent = (stream: Stream): Promise<number> => new Promise((resolve) => (stream.heard = resolve));

async function followAs(origin: string, cookie: string, dossierId: string): Promise<Stream> {
  const leaving = new AbortController();
  const { status, body } = await fetch(`${origin}/dossiers/${dossierId}/en-direct`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  if (status !== 200 || !body) throw new Error(`a stream answers ${status}`);
  const stream: Stream = { dossierId, heard: null, close: () => leaving.abort() };
  void read(body, stream).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return stream;
}

async function read(body: ReadableStream<Uint8Array>, stream: Stream): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (!/^event: change$/m.test(decoder.decode(chunk.value))) continue;
    stream.heard?.(performance.now());
    stream.heard = null;
  }
}
