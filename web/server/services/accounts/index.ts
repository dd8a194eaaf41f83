import type { ServiceDeps } from '../deps.ts';
import { createSessions } from './sessions.ts';

export type AccountServices = ReturnType<typeof createAccountServices>;

/** Who people are: accounts, sessions, terms. */
export function createAccountServices(deps: ServiceDeps) {
  return { sessions: createSessions(deps) };
}
