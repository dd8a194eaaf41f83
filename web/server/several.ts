import cluster, { type Worker } from 'node:cluster';
import type { Env } from '#config/env.ts';
import { onStopAsked } from '#config/stop.ts';
import { createLog } from './log.ts';

/** Ends of one process in a minute after which all of them end: what starts them knows better what to do. */
const mostEnds = 3;
const minute = 60_000;

type Ready = { type?: string; port?: number };

/**
 * Keeps `WEB_PROCESSES` processes up that serve one port: whichever is free takes the next connection (node:cluster). They share nothing but the database, in which
 * sessions, limits, kept texts and what changed are, so that any of them serves anybody. One that ends by itself is started again; all end in order on
 * SIGTERM or SIGINT, or when the parent process ends.
 */
export function keepSeveral({
  WEB_PROCESSES: count,
  LOG_LEVEL: level,
}: Pick<Env, 'WEB_PROCESSES' | 'LOG_LEVEL'>): void {
  const log = createLog(level);
  // Handed out one by one, a connection that reaches a process as it dies is answered by nobody and never closed.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  const ready = new Set<Worker>();
  const ends: number[] = [];
  let told = false;
  let stopping = false;

  const stop = (): void => {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };

  const launch = (): void => {
    const worker = cluster.fork();
    worker.on('message', ({ type, port }: Ready) => {
      if (type !== 'ready') return;
      ready.add(worker);
      if (told || ready.size < count) return;
      told = true;
      process.send?.({ type: 'ready', port });
    });
    worker.once('exit', (code, signal) => {
      const served = ready.delete(worker);
      if (stopping) return;
      ends.push(Date.now());
      const recent = ends.filter((at) => at > Date.now() - minute).length;
      log.error({ code, signal, recent }, 'a web process ended by itself');
      if (served && recent < mostEnds * count) {
        launch();
        return;
      }
      process.exitCode = code || 1;
      stop();
    });
  };

  for (let started = 0; started < count; started += 1) launch();
  onStopAsked(['SIGTERM', 'SIGINT'], stop);
}
