import { availableParallelism } from 'node:os';
import path from 'node:path';
import { personOf } from '#scripts/demo/people.ts';
import { root } from '#scripts/system/paths.ts';
import { run, type Managed } from '#scripts/system/processes.ts';
import type { StartOptions } from './options.ts';
import { listed, type Remembered } from './settings.ts';

export type Addresses = { databaseUrl: string; temporalAddress: string; namespace: string; smtpUrl: string };

/**
 * The environment of `config/env.ts` for worker and web: what the person set, and defaults for the rest.
 */
export function platformEnv(
  options: StartOptions,
  { dataDir, settings, addresses }: { dataDir: string; settings: Remembered; addresses: Addresses },
  base: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const set = Object.entries(base).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const defaults = {
    PUBLIC_ORIGIN: `http://localhost:${options.port}`,
    HOST: '127.0.0.1',
    FILES_DIR: path.join(dataDir, 'files'),
    CODE_PEPPER: settings.codePepper,
    CODE_FORMER_PEPPERS: listed(settings.former.codePepper),
    COMMAND_KEY: settings.commandKey,
    COMMAND_FORMER_KEYS: listed(settings.former.commandKey),
    WORKER_HEALTH_PORT: String(settings.workerHealthPort),
    // The UI that this start brings; another Temporal has its own, or none.
    ...(options.given.temporalAddress
      ? {}
      : {
          TEMPORAL_UI_URL: `http://localhost:${options.temporalUiPort}`,
          // The officer of the demonstration is whoever tries the platform out.
          ...(options.demo ? { TEMPORAL_UI_OFFICERS: personOf('officer').email } : {}),
        }),
    LOG_LEVEL: 'info',
    WEB_PROCESSES: String(options.mode === 'dev' ? 1 : webProcessesOn(availableParallelism())),
  };
  return {
    ...defaults,
    ...Object.fromEntries(set),
    NODE_ENV: options.mode === 'dev' ? 'development' : 'production',
    DEMO: String(options.demo),
    DATABASE_URL: addresses.databaseUrl,
    // What changes the schema is for the start alone.
    DATABASE_OWNER_URL: '',
    DATABASE_WORKER_URL: '',
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: addresses.namespace,
    // Our own server speaks in clear, on the loopback address.
    ...(options.given.temporalAddress ? {} : { TEMPORAL_TLS: 'false', TEMPORAL_API_KEY: '' }),
    SMTP_URL: addresses.smtpUrl,
    PORT: String(options.port),
    // Dates are made for people by name of zone; nothing may depend on the machine's.
    TZ: 'UTC',
  };
}

/** As many as leave half of the machine to the database, the engine and the worker. One on two cores: a second gains nothing there (bench/capacity.md). */
export const webProcessesOn = (cores: number): number => Math.min(Math.max(Math.floor(cores / 2), 1), 8);

/**
 * Folders whose change starts a process again. Named, because `--watch` alone follows every module that is loaded, and Vite
 * loads its configuration from a new temporary file each time. Pages are reloaded by Vite itself.
 */
const shared = ['config', 'contracts', 'content', 'db', 'domain', 'threads'];
const watched = { worker: ['worker', 'workflows', 'activities', ...shared], web: ['web/server', ...shared] };

const watchFlags = (folders: string[]): string[] => [
  '--watch',
  '--watch-preserve-output',
  ...folders.map((folder) => `--watch-path=${path.join(root, folder)}`),
  // Threads would report their modules as messages, which the Temporal SDK takes for those of its own threads.
  '--import=data:text/javascript,delete process.env.WATCH_REPORT_DEPENDENCIES',
];

export type ProcessOptions = {
  name: 'worker' | 'web';
  mode?: StartOptions['mode'];
  /** All of its environment (config/env.ts). */
  env: Record<string, string | undefined>;
  /** Folder of its log file; what it writes is dropped without one. */
  logs?: string;
  /** Hears what it writes instead. */
  hear?: (text: string) => void;
};

/** What Node made of the sources and of their packages at the last start: the next one takes half the time. */
export const compiled = path.join(root, 'build/compiled');

/** Starts a process of the platform from its source: Node runs TypeScript as it is. */
export function startProcess({ name, mode = 'start', env, logs, hear }: ProcessOptions): Managed {
  const entry = name === 'worker' ? 'worker/main.ts' : 'web/server/main.ts';
  const watch = mode === 'dev' ? watchFlags(watched[name]) : [];
  return run({
    name,
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', ...watch, path.join(root, entry)],
    cwd: root,
    env: { NODE_COMPILE_CACHE: compiled, ...env },
    logFile: logs === undefined ? null : path.join(logs, `${name}.log`),
    echo: mode === 'dev',
    hear,
    tied: true,
    // Longer than either takes to finish what is in progress (10 s each), so that it is not cut short.
    graceMs: 20_000,
  });
}
