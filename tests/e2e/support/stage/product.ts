import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnv, type Env } from '#config/env.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { startProcess } from '#scripts/start/platform.ts';
import { waitUntilReady } from '#scripts/start/watch-over.ts';
import { freePorts } from '#scripts/system/ports.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { startTestServers, type TestServers } from '#tests/kit/servers.ts';

/** The whole product, as people meet it: a worker and a web process of their own on the servers of the run. */
export type Product = {
  servers: TestServers;
  origin: string;
  env: Env;
  /** Log files of the two processes, to say why something failed. */
  logs: string;
  /** Ends the web process and starts it again with other settings, as an operator does: whoever was signed in still is. */
  restartWeb(settings: Record<string, string>): Promise<void>;
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
  const worker = startProcess({ name: 'worker', env: { ...pathOf(process.env), ...servers.workerEnv }, logs });
  const startWeb = (settings: Record<string, string> = {}): Managed =>
    startProcess({ name: 'web', env: { ...processEnv, ...settings }, logs });
  const webReady = () => waitUntilReady(web, `http://127.0.0.1:${servers.env['PORT']}/health/ready`);
  let web = startWeb();
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
    await servers.stop();
  };
  try {
    await Promise.all([webReady(), waitUntilReady(worker, `http://127.0.0.1:${workerPort}/ready`)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ servers, origin: servers.env['PUBLIC_ORIGIN'] ?? '', env: readEnv(servers.env), logs, stop },
    async restartWeb(settings) {
      await web.stop();
      web = startWeb(settings);
      await webReady();
    },
  };
}

const pathOf = (env: NodeJS.ProcessEnv) => ({ PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '', TZ: 'UTC' });
