/** Ends what {@link file://./global-setup.ts} started, and nothing else. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { testRunServers?: { stop(): Promise<void> } }).testRunServers?.stop();
}
