import type { DossierEvent } from '../events.ts';
import type { Dossier, Instant, Side } from '../types.ts';
import { hasAccepted, hasAskedForRevision, openProposal } from './proposals.ts';

const sides: readonly Side[] = ['consumer', 'merchant'];

/**
 * Sides that are awaited as anybody may know it. One that has accepted, or asked for another version, is not reminded: `mailFor` of domain/visibility decides it, since it knows who
 * reads for that side now (requirements §6).
 */
export function awaitedSides(state: Dossier): Side[] {
  const who = state.awaiting?.who;
  return sides.filter((side) => who === side || who === 'both');
}

/** Sides that have all answered the mediator's proposal are not silent, though neither may know it of the other. */
export function someSideIsSilent(state: Dossier): boolean {
  return awaitedSides(state).some((side) => !hasAnswered(state, side));
}

/** Since when the Office knows of a silent side, after a moment that passed: what is answered later changes nothing until the turn passes (ADR 50). */
export function sideSilentAfter(
  state: Dossier,
  event: Extract<DossierEvent, { type: 'deadlinePassed' }>,
): Instant | null {
  return event.kind === 'turnAlert' && someSideIsSilent(state) ? event.at : state.sideSilentAt;
}

function hasAnswered(state: Dossier, side: Side): boolean {
  const open = openProposal(state);
  return open !== null && (hasAccepted(open, side) || hasAskedForRevision(open, side));
}
