import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnv, type Env } from '#config/env.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { startProcess } from '#scripts/start/platform.ts';
import { freePorts } from '#scripts/system/ports.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { startTestServers, type TestServers } from '#tests/support/servers.ts';

/** The whole product, as people meet it: a worker and a web process of their own on the servers of the run. */
export type Product = {
  servers: TestServers;
  origin: string;
  env: Env;
  /** Log files of the two processes, to say why something failed. */
  logs: string;
  worker: Managed;
  web: Managed;
  stop(): Promise<void>;
};

/** Builds the pages when they are stale, then starts both processes and waits until they answer. */
export async function startProduct(overrides: Record<string, string> = {}): Promise<Product> {
  const logs = path.join(tmpdir(), `parle-e2e-${randomUUID()}`);
  const [workerPort] = await freePorts(1);
  // First, so that a build that fails leaves nothing running.
  await buildPages(consoleProgress(), logs);
  const servers = await startTestServers({ WORKER_HEALTH_PORT: String(workerPort), ...overrides });
  const processEnv = { ...pathOf(process.env), ...servers.env };
  const worker = startProcess('worker', 'start', processEnv, logs);
  const web = startProcess('web', 'start', processEnv, logs);
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
    await servers.stop();
  };
  try {
    await Promise.all([answers(web, `${servers.env['PORT']}/health/ready`), answers(worker, `${workerPort}/ready`)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, origin: servers.env['PUBLIC_ORIGIN'] ?? '', env: readEnv(servers.env), logs, worker, web, stop };
}

const pathOf = (env: NodeJS.ProcessEnv) => ({ PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '', TZ: 'UTC' });

async function answers(managed: Managed, place: string): Promise<void> {
  for (const until = Date.now() + 60_000; ;) {
    if (managed.hasEnded()) throw new Error(`${managed.name} ended at once:\n${managed.tail(20)}`);
    const ready = await fetch(`http://127.0.0.1:${place}`)
      .then((response) => response.ok)
      .catch(() => false);
    if (ready) return;
    if (Date.now() > until) throw new Error(`${managed.name} does not answer:\n${managed.tail(20)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
