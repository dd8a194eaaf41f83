import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from '#scripts/system/ports.ts';
import { run, type Managed } from '#scripts/system/processes.ts';

export type DynamicConfig = Record<string, boolean | string | number>;

/**
 * Dynamic configuration of the servers that we start. Time skipping lets a test run a year in seconds, and would let an
 * operator make a dossier's deadlines pass: it is on only when a test asks.
 */
export function dynamicConfig(options: { timeSkipping: boolean }): DynamicConfig {
  return {
    // A namespace and its search attributes are seen at once by every service of the server.
    'system.namespaceCacheRefreshInterval': '200ms',
    ...(options.timeSkipping ? { 'frontend.WorkflowTimeSkippingEnabled': true } : {}),
  };
}

/** The file that the server reads: each name with one value for everyone. */
export const dynamicConfigYaml = (config: DynamicConfig): string =>
  Object.entries(config)
    .map(([name, value]) => `${name}:\n  - value: ${JSON.stringify(value)}\n`)
    .join('');

export type LaunchOptions = {
  dataDir: string;
  /** Port of the frontend (gRPC). */
  port: number;
  /** Others that the server needs; chosen among the free ones once, reused after restarts. */
  innerPorts: number[];
  namespace: string;
  dynamic: DynamicConfig;
  logFile: string;
  /** Stores nothing on disk: a little faster, and lost when the server ends. */
  memory: boolean;
  uiPort: number | null;
};

/** How many inner ports a launch needs. */
export const innerPortCount = 8;
export const chooseInnerPorts = (): Promise<number[]> => freePorts(innerPortCount);

const databaseFiles = (dataDir: string): string[] =>
  ['temporal.db', 'temporal_visibility.db'].flatMap((name) =>
    ['', '-wal', '-shm', '-journal'].map((suffix) => path.join(dataDir, name + suffix)),
  );

/** Removes the engine's database, as if its disk were lost. The server must be stopped. */
export async function eraseDatabase(dataDir: string): Promise<void> {
  for (const file of databaseFiles(dataDir)) await rm(file, { force: true });
}

/** Only what a program needs of our environment: a stray `LOG_LEVEL` or `DB` must not change the server. */
const cleanEnv = (): Record<string, string | undefined> => {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, SystemRoot }).filter(([, value]) => value));
};

/** The production server on SQLite, configured by its environment alone. */
export async function launchBuilt(server: string, options: LaunchOptions): Promise<Managed> {
  const { dataDir, port, innerPorts, memory } = options;
  await mkdir(dataDir, { recursive: true });
  const dynamicFile = path.join(dataDir, 'dynamic-config.yaml');
  await writeFile(dynamicFile, dynamicConfigYaml(options.dynamic));
  const names = ['FRONTEND_HTTP_PORT', 'HISTORY_GRPC_PORT', 'MATCHING_GRPC_PORT', 'WORKER_GRPC_PORT'];
  names.push(
    'FRONTEND_MEMBERSHIP_PORT',
    'HISTORY_MEMBERSHIP_PORT',
    'MATCHING_MEMBERSHIP_PORT',
    'WORKER_MEMBERSHIP_PORT',
  );
  const database = memory
    ? { SQLITE_MODE: 'memory', SQLITE_CACHE: 'shared' }
    : {
        DBNAME: path.join(dataDir, 'temporal.db'),
        VISIBILITY_DBNAME: path.join(dataDir, 'temporal_visibility.db'),
      };
  return run({
    name: 'Temporal',
    command: server,
    args: ['--allow-no-auth', 'start'],
    cwd: dataDir,
    logFile: options.logFile,
    env: {
      ...cleanEnv(),
      DB: 'sqlite',
      ...database,
      DYNAMIC_CONFIG_FILE_PATH: dynamicFile,
      LOG_LEVEL: 'warn',
      BIND_ON_IP: '127.0.0.1',
      FRONTEND_GRPC_PORT: String(port),
      ...Object.fromEntries(names.map((name, index) => [name, String(innerPorts[index])])),
    },
  });
}

/** The development server of Temporal's command line tool. */
export async function launchCli(program: string, options: LaunchOptions): Promise<Managed> {
  const { dataDir, port, uiPort, namespace, memory } = options;
  await mkdir(dataDir, { recursive: true });
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'];
  args.push('--namespace', namespace);
  if (!memory) args.push('--db-filename', path.join(dataDir, 'temporal.db'));
  args.push(...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort)]));
  for (const [name, value] of Object.entries(options.dynamic)) {
    args.push('--dynamic-config-value', `${name}=${JSON.stringify(value)}`);
  }
  return run({ name: 'Temporal', command: program, args, cwd: dataDir, logFile: options.logFile, env: cleanEnv() });
}
