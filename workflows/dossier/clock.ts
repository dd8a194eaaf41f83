import type { Instant } from '#domain/dossier/types.ts';

/** The workflow's clock: the same on replay, and moved by the time-skipping test server. */
export function now(): Instant {
  return new Date(Date.now()).toISOString();
}
