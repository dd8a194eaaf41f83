import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '#db/migrate.ts';
import { createRoles } from '#db/roles/create-roles.ts';
import { addressAs } from '#db/roles/names.ts';
import { startPostgres } from '#scripts/servers/postgres.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { findTemporal } from '#scripts/servers/temporal/ways.ts';
import { beganAt, isAlive, type ProcessId } from '#scripts/system/lock.ts';
import { endInOrder } from '#scripts/system/process-id.mjs';
import { consoleProgress } from '#scripts/system/progress.ts';

/** What suites need to know of the servers of a run. */
export type RunAddresses = {
  /** Administrative database, from which suites make theirs. */
  postgresUrl: string;
  /** Migrated once; each suite's database is a copy. */
  template: string;
  temporalAddress: string;
};

/** That of the roles of db/roles, on the run's PostgreSQL. */
export const rolePassword = 'password-of-the-tests';

export type RunServers = { addresses: RunAddresses; stop(): Promise<void> };

type Owned = { owner: ProcessId; servers: ProcessId[] };
const prefix = 'parle-tests-';
const ownedFile = (folder: string): string => path.join(folder, 'owned.json');

/** Ends the servers of test runs that were killed before they could do it, and removes their folders. */
async function endAbandonedRuns(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(os.tmpdir(), name);
    const owned = await readFile(ownedFile(folder), 'utf8').then(
      (text) => JSON.parse(text) as Owned,
      () => null,
    );
    if (!owned || isAlive(owned.owner)) continue;
    await endInOrder(owned.servers);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Starts the servers of one test run in a folder of its own, with time skipping: one PostgreSQL, one Temporal. A
 * `TEMPORAL_ADDRESS` of the environment is used as it is (it must then allow time skipping).
 */
export async function startRunServers(): Promise<RunServers> {
  await endAbandonedRuns();
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  await chmod(folder, 0o711); // another account runs PostgreSQL when we are root
  const way = await findTemporal(consoleProgress());
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataDir: path.join(folder, 'postgres'), password: 'tests', volatile: true }),
    way.kind === 'given'
      ? null
      : startTemporal({ dataDir: path.join(folder, 'temporal'), way, timeSkipping: true, memory: true }),
  ]);
  const servers = [postgres.process().id, ...(temporal ? [temporal.process().id] : [])];
  const owned: Owned = { owner: { pid: process.pid, began: beganAt(process.pid) }, servers };
  await writeFile(ownedFile(folder), JSON.stringify(owned));
  const stop = async (): Promise<void> => {
    await Promise.all([postgres.stop(), temporal?.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const template = 'parle_template';
    await postgres.createDatabase(template);
    await createRoles(postgres.url(template), { owner: rolePassword, web: rolePassword, worker: rolePassword });
    await migrate(addressAs('owner', postgres.url(template), rolePassword));
    const temporalAddress = way.kind === 'given' ? way.address : temporal!.address;
    return { addresses: { postgresUrl: postgres.url(), template, temporalAddress }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
