import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { eventually } from '#scripts/system/eventually.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { Problem } from '#scripts/system/problem.ts';
import { run, type Managed } from '#scripts/system/processes.ts';
import { postgresAccount, type Account } from './postgres/account.ts';
import { postgresPrograms } from './postgres/programs.ts';

export type PostgresServer = {
  port: number;
  /** Address of a database of this server; the administrative one without a name. */
  url(database?: string): string;
  /** The process, for cleaning up after a killed run. */
  process(): Managed;
  /** Creates a database, from a template when given; does nothing when it is there already. */
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /** As a power cut would (SIGKILL of the whole server). */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
};

export type PostgresOptions = {
  /** Folder of the data, made when missing. Whatever is above it must already be there. */
  dataDir: string;
  password: string;
  port?: number;
  logFile?: string;
  /**
   * Skips waiting for the disk, and tidies nothing by itself: for data that need not survive a power cut or grow old (tests). What a statement reads is then the same
   * at each run: while an automatic vacuum or analysis looks at a database, pages that a test has just tidied are read again row by row.
   */
  volatile?: boolean;
};

const user = 'parle';

const megabyte = 2 ** 20;

/**
 * How much of the machine PostgreSQL may keep its tables in: a sixteenth, since it shares the machine with all the rest. Taken as it is needed; beyond a
 * gigabyte the system's own cache does as well.
 */
function memoryOf(machine: number): string {
  return `${Math.min(1_024, Math.max(64, Math.floor(machine / 16 / megabyte)))}MB`;
}

/** Makes a new cluster beside its place and moves it there in one step: a folder that exists is complete. */
async function initialise(
  dataDir: string,
  { password, account, logFile }: { password: string; account: Account; logFile: string },
): Promise<void> {
  const staging = `${dataDir}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  if (account.uid !== undefined) await chown(staging, account.uid, account.gid ?? account.uid);
  await chmod(staging, 0o700);
  const passwordFile = `${dataDir}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) await chown(passwordFile, account.uid, account.gid ?? account.uid);
  try {
    // The provider built into PostgreSQL knows UTF-8 whatever locales the machine has.
    const args = ['-D', staging, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions');
    const [command, ...rest] = [...account.prefix, postgresPrograms().initdb, ...args];
    const program = run({
      name: 'initdb',
      command: command!,
      args: rest,
      cwd: '/',
      logFile,
      uid: account.uid,
      gid: account.gid,
    });
    const { code } = await program.ended;
    if (code === 0) {
      if (existsSync(dataDir)) await rm(dataDir, { recursive: true });
      await rename(staging, dataDir);
      return;
    }
    await rm(staging, { recursive: true, force: true });
    const log = program.tail();
    if (/no space left/i.test(log)) throw new Problem('The disk is full: free some space, then try again.');
    throw new Error(`initdb failed:\n${log}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function query(url: string, text: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

async function waitUntilReady(url: string, server: Managed): Promise<void> {
  let refusal: unknown;
  const ready = async (): Promise<boolean> => {
    try {
      await query(url, 'select 1');
      return true;
    } catch (error) {
      refusal = error;
    }
    if (!server.hasEnded()) return false;
    const log = server.tail();
    if (/no space left/i.test(log)) throw new Problem('The disk is full: free some space, then try again.');
    throw new Error(`PostgreSQL ended while starting:\n${log}`);
  };
  await eventually(ready, { within: 30_000, failure: () => refusal });
}

/**
 * Starts the embedded PostgreSQL on the loopback address, making its data folder the first time. Runs as root too (as
 * another account: PostgreSQL refuses root).
 *
 * @throws Problem when the machine cannot run it, with what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { dataDir, password, volatile = false } = options;
  const port = options.port ?? (await freePorts(1))[0]!;
  const account = postgresAccount(postgresPrograms().postgres, path.dirname(dataDir));
  const logFile = options.logFile ?? path.join(path.dirname(dataDir), 'postgres.log');
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await initialise(dataDir, { password, account, logFile });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: volatile ? '64MB' : memoryOf(os.totalmem()),
    timezone: 'UTC',
    ...(volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  };
  const url = (database = 'postgres'): string =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

  const launch = async (): Promise<Managed> => {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [command, ...args] = [
      ...account.prefix,
      postgresPrograms().postgres,
      '-D',
      dataDir,
      '-p',
      String(port),
      ...flags,
    ];
    const server = run({
      name: 'PostgreSQL',
      command: command!,
      args,
      cwd: '/',
      logFile,
      uid: account.uid,
      gid: account.gid,
      // "Fast shutdown": ends the sessions, writes a checkpoint, leaves a clean folder.
      stopSignal: 'SIGINT',
      graceMs: 20_000,
    });
    await waitUntilReady(url(), server);
    return server;
  };

  let server = await launch();
  return {
    port,
    url,
    process: () => server,
    async createDatabase(name, template) {
      const from = template ? ` template "${template}"` : '';
      await query(url(), `create database "${name}"${from}`).catch((error: { code?: string }) => {
        if (error.code !== '42P04') throw error;
      });
    },
    async dropDatabase(name) {
      await query(url(), `drop database if exists "${name}" with (force)`);
    },
    stop: () => server.stop(),
    kill: () => server.kill(),
    async restart() {
      await server.stop();
      server = await launch();
    },
  };
}
