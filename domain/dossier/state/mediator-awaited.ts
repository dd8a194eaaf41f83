import { morningAfter } from '../../calendar/durations.ts';
import type { Dossier, Instant } from '../types.ts';
import { openProposal } from './proposals.ts';

/**
 * Since when the mediator alone is awaited, by a ladder of its own (B-02): to declare no conflict of interest (ADR 31), to make the first proposal, to change one
 * that does not do for a side (F-116, ADR 32), or to close after a withdrawal. Null when none is so.
 */
export function mediatorAwaitedSince(state: Dossier): Instant | null {
  if (state.status !== 'mediation') return null;
  const { mediatorId, assignedAt, declaredAt, lastActAt, withdrawal } = state.mediation;
  if (!mediatorId) return null;
  if (!declaredAt) return assignedAt;
  // Whoever takes over a proposal or a withdrawal is awaited from the declaration on.
  if (isAtWork(state)) return latest(withdrawal?.at ?? declaredAt, declaredAt, lastActAt);
  const [asked] = (openProposal(state)?.revisionsAsked ?? []).map(({ at }) => at).sort();
  return asked ? latest(asked, declaredAt) : null;
}

/**
 * Whether a mediator who declared is awaited for the first proposal, or to close after a withdrawal: whatever they do meanwhile, a message included, begins their
 * ladder again (ADR 50).
 */
export function isAtWork(state: Dossier): boolean {
  if (state.status !== 'mediation' || !state.mediation.declaredAt) return false;
  return state.mediation.withdrawal !== null || openProposal(state) === null;
}

/** When the Office was told that the mediator had been silent for the whole ladder; null once they did something, or another leads. */
export function mediatorSilentAt(state: Dossier): Instant | null {
  const since = mediatorAwaitedSince(state);
  return since && state.passed.includes('mediatorAlert') ? morningAfter(since, state.policy.turnAlert) : null;
}

function latest(since: Instant, ...others: (Instant | null)[]): Instant {
  return others.reduce<Instant>((last, each) => (each && each > last ? each : last), since);
}
