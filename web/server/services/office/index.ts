import type { ServiceDeps } from '../deps.ts';

export type OfficeServices = ReturnType<typeof createOfficeServices>;

/** What the office pages read and do. */
export function createOfficeServices(_deps: ServiceDeps) {
  return {};
}
