import { readEnv } from '#config/env.ts';
import { migrate } from '#db/migrate.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { explain } from '#scripts/system/problem.ts';

/**
 * Readies given servers for the platform, before its processes start: database schema, Temporal namespace and search
 * attributes. A step of its own in containers and clusters; doing it again changes nothing.
 */
try {
  const env = readEnv();
  const applied = await migrate(env.DATABASE_URL);
  process.stdout.write(applied.length > 0 ? `Database schema: ${applied.join(', ')}\n` : 'Database schema: current\n');
  await setUpTemporal({
    address: env.TEMPORAL_ADDRESS,
    namespace: env.TEMPORAL_NAMESPACE,
    tls: env.TEMPORAL_TLS,
    ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY } : {}),
  });
  process.stdout.write(`Temporal: namespace ${env.TEMPORAL_NAMESPACE} is ready\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
