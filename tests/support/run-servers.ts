import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '#db/migrate.ts';
import { startPostgres } from '#scripts/servers/postgres.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { findTemporal } from '#scripts/servers/temporal/ways.ts';
import { consoleProgress } from '#scripts/system/progress.ts';

/** What suites need to know of the servers of a run. */
export type RunAddresses = {
  /** Administrative database, from which suites make theirs. */
  postgresUrl: string;
  /** Migrated once; each suite's database is a copy. */
  template: string;
  temporalAddress: string;
};

export type RunServers = { addresses: RunAddresses; stop(): Promise<void> };

/**
 * Starts the servers of one test run in a folder of its own, with time skipping: one PostgreSQL, one Temporal. A
 * `TEMPORAL_ADDRESS` of the environment is used as it is (it must then allow time skipping).
 */
export async function startRunServers(): Promise<RunServers> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-tests-'));
  await chmod(folder, 0o711); // another account runs PostgreSQL when we are root
  const way = await findTemporal(consoleProgress());
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataDir: path.join(folder, 'postgres'), password: 'tests', volatile: true }),
    way.kind === 'given' ? null : startTemporal({ dataDir: path.join(folder, 'temporal'), way, timeSkipping: true }),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all([postgres.stop(), temporal?.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const template = 'parle_template';
    await postgres.createDatabase(template);
    await migrate(postgres.url(template));
    const temporalAddress = way.kind === 'given' ? way.address : temporal!.address;
    return { addresses: { postgresUrl: postgres.url(), template, temporalAddress }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
