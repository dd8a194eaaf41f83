import type { Dossier, Instant } from '../types.ts';
import { openProposal } from './proposals.ts';

/**
 * Since when the mediator alone is awaited, by a ladder of its own: to declare no conflict of interest (ADR 31), or to change a proposal that does not do
 * for a side (F-116, ADR 32). Null when neither is so, and while a withdrawal waits to be closed, which has its own date.
 */
export function mediatorAwaitedSince(state: Dossier): Instant | null {
  if (state.status !== 'mediation') return null;
  const { mediatorId, assignedAt, declaredAt, withdrawal } = state.mediation;
  if (!mediatorId) return null;
  if (!declaredAt) return assignedAt;
  if (withdrawal) return null;
  const asked = openProposal(state)?.revisionsAsked ?? [];
  const [first] = asked.map(({ at }) => at).sort();
  if (!first) return null;
  // Whoever takes over a proposal is awaited from the declaration on.
  return first > declaredAt ? first : declaredAt;
}
