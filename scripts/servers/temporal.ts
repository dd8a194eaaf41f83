import path from 'node:path';
import { Connection } from '@temporalio/client';
import { defaultNamespace } from '#contracts/task-queues.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { answers, freePorts } from '#scripts/system/ports.ts';
import { Problem } from '#scripts/system/problem.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { silentProgress, type Progress } from '#scripts/system/progress.ts';
import {
  chooseInnerPorts,
  dynamicConfig,
  eraseDatabase,
  launchBuilt,
  launchCli,
  type LaunchOptions,
} from './temporal/launch.ts';
import { findTemporal, type Way } from './temporal/ways.ts';

/** A Temporal server that we started. */
export type TemporalServer = {
  kind: 'cli' | 'built';
  address: string;
  /** Port of the pages that the development server of the command line tool brings with it. */
  ownUiPort: number | null;
  process(): Managed;
  stop(): Promise<void>;
  /** As a power cut would (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again, on the same database and the same ports. */
  restart(): Promise<void>;
  /** Removes the database of a stopped server, as if its disk were lost. */
  eraseDatabase(): Promise<void>;
};

export type TemporalOptions = {
  /** Folder of the database and of the log. */
  dataDir: string;
  /** Which server; found as `findTemporal` says when left out. */
  way?: Way;
  port?: number;
  innerPorts?: number[];
  /** Only the command line tool's server brings its own pages. */
  ownUiPort?: number | null;
  namespace?: string;
  /** Tests only: lets a workflow's own clock run ahead. */
  timeSkipping?: boolean;
  /** Keeps nothing on disk; such a server cannot be restarted. */
  memory?: boolean;
  logFile?: string;
  progress?: Progress;
  env?: NodeJS.ProcessEnv;
};

/** Waits until a frontend answers. `ended` says that its process is over and there is nothing to wait for. */
async function waitUntilServing(address: string, ended: () => boolean, timeoutMs = 60_000): Promise<void> {
  const [, host = '', port] = /^(.*):(\d+)$/.exec(address) ?? [];
  let refusal: unknown = null;
  const failure = (): unknown => refusal ?? new Problem(`The Temporal server at ${address} does not answer.`);
  const serving = async (): Promise<boolean> => {
    refusal = null;
    try {
      // A gRPC channel that was refused once waits a whole second: check the port first.
      if (await answers(Number(port), host)) {
        const connection = await Connection.connect({ address, connectTimeout: 5000 });
        await connection.close();
        return true;
      }
    } catch (error) {
      refusal = error;
    }
    if (ended()) throw failure();
    return false;
  };
  await eventually(serving, { within: timeoutMs, failure });
}

/**
 * Starts a Temporal server of our own, whatever its kind, and waits until it answers. Several may run side by side: every port is chosen among the
 * free ones. `setUpTemporal` makes the namespace and the search attributes.
 *
 * @throws Problem when no server is available, or the one found does not start.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { dataDir, memory = false, timeSkipping = false, env = process.env } = options;
  const way = options.way ?? (await findTemporal(options.progress ?? silentProgress, env));
  if (way.kind === 'given') throw new Error('A given server is used as it is, not started.');
  const port = options.port ?? (await freePorts(1))[0]!;
  const address = `127.0.0.1:${port}`;
  const launchOptions: LaunchOptions = {
    dataDir,
    port,
    innerPorts: options.innerPorts ?? (way.kind === 'built' ? await chooseInnerPorts() : []),
    namespace: options.namespace ?? defaultNamespace,
    dynamic: dynamicConfig({ timeSkipping }),
    logFile: options.logFile ?? path.join(dataDir, 'temporal.log'),
    memory,
    uiPort: way.kind === 'cli' ? (options.ownUiPort ?? null) : null,
  };
  const launch = async (): Promise<Managed> => {
    const server =
      way.kind === 'built' ? await launchBuilt(way.server, launchOptions) : await launchCli(way.program, launchOptions);
    try {
      await waitUntilServing(address, () => server.hasEnded());
    } catch (error) {
      await server.kill();
      const log = server.tail();
      if (/no space left|disk is full/i.test(log))
        throw new Problem('The disk is full: free some space, then try again.');
      throw new Problem(`The Temporal server did not start; its log is ${launchOptions.logFile}:\n${log}`, {
        cause: error,
      });
    }
    return server;
  };
  let server = await launch();
  return {
    kind: way.kind,
    address,
    ownUiPort: launchOptions.uiPort,
    process: () => server,
    stop: () => server.stop(),
    kill: () => server.kill(),
    async restart() {
      await server.stop();
      server = await launch();
    },
    eraseDatabase: () => eraseDatabase(dataDir),
  };
}
