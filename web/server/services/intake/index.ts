import type { ServiceDeps } from '../deps.ts';

export type IntakeServices = ReturnType<typeof createIntakeServices>;

/** What the intake pages read and do. */
export function createIntakeServices(_deps: ServiceDeps) {
  return {};
}
