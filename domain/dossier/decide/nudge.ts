import type { EventBody } from '../events.ts';
import { requireStatus } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import { runningStatuses } from '../state/statuses.ts';
import type { Dossier } from '../types.ts';
import { requestsAnswered } from './mediation/reports.ts';

/** F-136, B-11: the Office reminds a side of a dossier under way; it never advises (F-005). That answers what the mediator asked about this side. */
export function nudge(state: Dossier, { side }: CommandOf<'nudge'>): EventBody[] {
  requireStatus(state, ...runningStatuses);
  return [{ type: 'sideNudged', side }, ...requestsAnswered(state, { side, answer: 'nudged' })];
}

/** F-136: the Office called a side or wrote to it, as a fact; what it noted is its own. A call that nobody answered leaves what the mediator asked open. */
export function contactSide(state: Dossier, { side, way }: CommandOf<'contactSide'>): EventBody[] {
  requireStatus(state, ...runningStatuses);
  const contacted: EventBody = { type: 'sideContacted', side, way };
  return way === 'missed' ? [contacted] : [contacted, ...requestsAnswered(state, { side, answer: way })];
}
