import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#db/migrate.ts';
import { createRoles } from '#db/roles/create-roles.ts';
import { addressAs, type ProcessRole } from '#db/roles/names.ts';
import { startPostgres, type PostgresServer } from '#scripts/servers/postgres.ts';
import { root } from '#scripts/system/paths.ts';
import { run, type Managed } from '#scripts/system/processes.ts';
import type { Stack } from '#scripts/start/stack.ts';
import { startWeb } from '#scripts/start/web.ts';
import type { Versions } from './machine.ts';
import { openSite, type Site } from './site.ts';

/** What the parts stand on. Each is started when first asked for, kept for the next part, and ended with the stack. */
export type Servers = {
  /** A migrated database of the part's own, with durable storage. Returns its address, where everything is allowed. */
  database(name: string): Promise<string>;
  /** The same as a process of the platform has it. */
  as(process: ProcessRole, databaseUrl: string): string;
  /** The engine, our worker and the bare one. */
  site(): Promise<Site>;
  launch: Launch;
  /** Starts the web process in production mode; it ends with the stack. */
  web(env: Record<string, string>): Promise<{ origin: string; child: ChildProcess; pid: number }>;
  /** A folder that goes with the stack. */
  folder(): Promise<string>;
  versions: Versions;
};

/** Starts a program of this tree in production mode; it ends with the stack. */
export type Launch = (
  name: string,
  script: string,
  options: { env: Record<string, string>; flags?: readonly string[] },
) => Managed;

export type Base = Omit<Servers, 'site' | 'web'> & { stack: Stack };

export function createServers(stack: Stack): Servers {
  const versions: Versions = new Map();
  const folder = once(async () => {
    const made = await mkdtemp(path.join(os.tmpdir(), 'parle-bench-'));
    await chmod(made, 0o711); // another account runs PostgreSQL when we are root
    stack.add('folder', () => rm(made, { recursive: true, force: true }));
    return made;
  });
  const postgres = once(async (): Promise<PostgresServer> => {
    const server = await startPostgres({ dataDir: path.join(await folder(), 'postgres'), password });
    stack.add('PostgreSQL', () => server.stop());
    versions.set('PostgreSQL', await versionOf(server.url()));
    return server;
  });
  const launch: Launch = (name, script, { env, flags = [] }) => {
    const program = run({
      name,
      command: process.execPath,
      args: ['--disable-warning=ExperimentalWarning', ...flags, path.join(root, script)],
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      logFile: path.join(os.tmpdir(), `parle-bench-${process.pid}-${name}.log`),
    });
    stack.add(name, async () => {
      await program.stop();
      await rm(program.logFile!, { force: true });
    });
    return program;
  };
  const database = async (name: string): Promise<string> => {
    const server = await postgres();
    await server.createDatabase(name);
    await createRoles(server.url(name), { owner: password, web: password, worker: password });
    await migrate(addressAs('owner', server.url(name), password));
    return server.url(name);
  };
  const web: Servers['web'] = async (env) => {
    const started = await startWeb({ env: { ...process.env, NODE_ENV: 'production', ...env }, logs: await folder() });
    stack.add('web', () => started.process.stop());
    const { child } = started.process;
    return { origin: `http://127.0.0.1:${started.port}`, child, pid: child.pid ?? 0 };
  };
  const as = (process: ProcessRole, databaseUrl: string): string => addressAs(process, databaseUrl, password);
  const base: Base = { database, as, launch, versions, folder, stack };
  return { database, as, launch, web, folder, versions, site: once(() => openSite(base)) };
}

const password = 'bench';

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return rows[0]?.server_version ?? 'unknown';
}
