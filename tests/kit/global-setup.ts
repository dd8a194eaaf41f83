/**
 * Starts the servers of one run: one PostgreSQL with a migrated template database, one Temporal server. Their
 * addresses reach the suites through `TEST_SERVERS`; a run that already has them (npm test) is left alone.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env['TEST_SERVERS']) return;
  const { startRunServers } = await import('./run-servers.ts');
  const { onStopAsked } = await import('#config/stop.ts');
  const servers = await startRunServers();
  onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], () => void servers.stop().finally(() => process.exit(1)));
  process.env['TEST_SERVERS'] = JSON.stringify(servers.addresses);
  (globalThis as { testRunServers?: { stop(): Promise<void> } }).testRunServers = servers;
}
