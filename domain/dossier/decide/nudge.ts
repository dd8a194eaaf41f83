import type { EventBody } from '../events.ts';
import { requireStatus } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import { runningStatuses } from '../state/statuses.ts';
import type { Dossier } from '../types.ts';

/** F-136, B-11: the Office reminds a side of a dossier under way; it never advises (F-005). */
export function nudge(state: Dossier, command: CommandOf<'nudge'>): EventBody[] {
  requireStatus(state, ...runningStatuses);
  return [{ type: 'sideNudged', side: command.side }];
}
