import { isOneOf } from '../known-values.ts';
import { runningStatuses } from './state/statuses.ts';
import { turn } from './turn.ts';
import type { Dossier, Instant, Side } from './types.ts';

/** What a letter of the Office is about (F-136): a dossier nobody took charge of, a negotiation or a mediation that waits for a side, calls that nobody answered. */
export const letterCases = ['takeCharge', 'negotiation', 'mediation', 'calls'] as const;
export type LetterCase = (typeof letterCases)[number];

/** A letter that fits a dossier: to which side, about what, since when that has lasted. */
export type FittingLetter = { side: Side; about: LetterCase; since: Instant };

/**
 * The letters that the Office may send: to a side that is awaited, as anybody may know it (requirements §6), and to one that the mediator asks it to reach. None of
 * them says that the mediator asked, which stays between them.
 */
export function fittingLetters(state: Dossier, now: Instant): FittingLetter[] {
  if (!isOneOf(runningStatuses, state.status)) return [];
  const { who, since } = turn(state, now);
  return (['consumer', 'merchant'] as const).flatMap((side): FittingLetter[] => {
    const asked = state.mediation?.openReports.find((report) => report.kind === 'nudge' && report.side === side);
    const awaitedSince = who === side || who === 'both' ? since : null;
    const from = awaitedSince ?? asked?.at;
    if (!from) return [];
    const fits = about(state, from);
    return [
      { side, ...fits },
      { side, about: 'calls', since: fits.since },
    ];
  });
}

function about(state: Dossier, since: Instant): Omit<FittingLetter, 'side'> {
  if (state.status === 'submitted') return { about: 'takeCharge', since };
  // In mediation the date of a side's turn hangs on what somebody answered: the letter says since when there is a mediation.
  if (state.status === 'mediation') return { about: 'mediation', since: state.mediation.startedAt ?? since };
  return { about: 'negotiation', since };
}
