import { access, phaseOf, threadResource, readerRoleOf } from '../../access/index.ts';
import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { actingSide, requireMediator, requireStatus, requireValue } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import type { Dossier, Instant } from '../types.ts';

/**
 * F-039, F-040, F-098, F-112, F-113: a message in a thread that its author may write to, as the visibility table says (requirements §6).
 * After an agreement only the parties' thread stays open, for 90 days (F-103); otherwise all is read-only at once (A-25).
 */
export function postMessage(state: Dossier, command: CommandOf<'postMessage'>, now: Instant): EventBody[] {
  const { thread, messageId, announcesClosing } = command;
  if (state.status === 'draft' || state.status === 'expired') throw new DomainError('dossier.not_submitted');
  const right = access(readerRoleOf(state, { actor: command.by, now }), threadResource(thread), phaseOf(state, now));
  if (right !== 'write') {
    if (state.status === 'closed' && right === 'read') throw new DomainError('message.closed');
    if (thread !== 'negotiation' && state.status !== 'mediation') requireStatus(state, 'mediation');
    throw new DomainError('message.no_thread_access');
  }
  // A private talk needs someone to talk with; the parties' room does not.
  const caucus = thread === 'consumerCaucus' || thread === 'merchantCaucus';
  if (caucus) requireMediator(state);
  requireValue(messageId);
  if (announcesClosing) requireAnnouncement(state, command);
  return [{ type: 'messagePosted', thread, messageId, ...(announcesClosing && { announcesClosing }) }];
}

/** F-131: the mediator alone announces the closing, to both parties at once, and once until something else is proposed (ADR 49). */
function requireAnnouncement(state: Dossier, { thread, by }: CommandOf<'postMessage'>): void {
  if (by.role !== 'mediator') throw new DomainError('actor.not_mediator');
  if (thread !== 'mediationRoom') throw new DomainError('value.invalid');
  if (state.mediation?.closingAnnouncedAt) throw new DomainError('mediation.closing_announced');
}

/** a party chooses messages of the negotiation that the mediator may read; nothing else of it is ever shown. */
export function shareMessages(state: Dossier, command: CommandOf<'shareMessages'>): EventBody[] {
  requireMediator(state);
  const { shareId, count } = command;
  requireValue(shareId);
  if (!Number.isInteger(count) || count < 1) throw new DomainError('value.invalid');
  return [{ type: 'messagesShared', shareId, side: actingSide(command.by), count }];
}
