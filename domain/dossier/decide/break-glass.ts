import { readsContentUntil } from '../../access/index.ts';
import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { actingUser, requireStatus, requireValue } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import type { Dossier, Instant } from '../types.ts';

/** How long a reading lasts at most, in minutes: a promise made to everybody alike, and no setting (ADR 37). */
export const readingMinutes = 30;

/** an officer reads the content of this dossier for a reason; from then on its people know (ADR 37). A draft is nobody else's yet. */
export function breakGlass(state: Dossier, command: CommandOf<'breakGlass'>, now: Instant): EventBody[] {
  const { reason, justificationId } = command;
  requireStatus(state, 'submitted', 'negotiation', 'mediationRequested', 'mediation', 'closed');
  if (readsContentUntil(state, { officerId: actingUser(command.by), now }) !== null) {
    throw new DomainError('content.already_open');
  }
  requireValue(reason, justificationId);
  const until = new Date(Date.parse(now) + readingMinutes * 60_000).toISOString();
  return [{ type: 'glassBroken', reason, justificationId, until }];
}

/** the officer has read what there was to read, before the time is over. */
export function endBreakGlass(state: Dossier, command: CommandOf<'endBreakGlass'>, now: Instant): EventBody[] {
  if (readsContentUntil(state, { officerId: actingUser(command.by), now }) === null) {
    throw new DomainError('content.not_open');
  }
  return [{ type: 'breakGlassEnded' }];
}
