import { readSetUpEnv } from '#config/env.ts';
import { temporalOptions } from '#config/temporal.ts';
import { migrate } from '#db/migrate.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { explain } from '#scripts/system/problem.ts';

/**
 * Prepares given servers for the platform, before its processes start: database schema and what each role may do with it, Temporal namespace and search
 * attributes. A step of its own in containers and clusters; running it again changes nothing.
 */
try {
  const env = readSetUpEnv();
  const applied = await migrate(env.DATABASE_OWNER_URL);
  process.stdout.write(applied.length > 0 ? `Database schema: ${applied.join(', ')}\n` : 'Database schema: current\n');
  const { connection, namespace } = temporalOptions(env);
  await setUpTemporal({ ...connection, namespace });
  process.stdout.write(`Temporal: namespace ${namespace} is ready\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
