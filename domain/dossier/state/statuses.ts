import { isOneOf } from '../../known-values.ts';
import type { Status } from '../types.ts';

/** F-002. Submitted and not closed: the merchant is concerned and the process runs. */
export const runningStatuses = [
  'submitted',
  'negotiation',
  'mediationRequested',
  'mediation',
] as const satisfies readonly Status[];

/** As {@link runningStatuses}, and the draft that its consumer side still prepares. */
export const activeStatuses = ['draft', ...runningStatuses] as const satisfies readonly Status[];

/** Whether the consumer's side still has something to do in it. */
export function isActive(status: string): boolean {
  return isOneOf(activeStatuses, status);
}

export function isRunning(status: string): boolean {
  return isOneOf(runningStatuses, status);
}
