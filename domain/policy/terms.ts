import { wholeDays, type Duration } from '../calendar/durations.ts';
import type { Policy } from '../dossier/policy.ts';
import { keysOf } from '../known-values.ts';

/** What a length is counted in, as people choose it. */
export type Unit = 'days' | 'businessDays' | 'years';

/** A term of the policy: one length, or several on a ladder; its unit, and the least and the most of it that may be chosen. */
type Term = { unit: Unit; least: number; most: number; ladder?: 'up' | 'down' };

/** Every term of a policy, in the order of a dossier's life. The bounds are ours: shorter would leave people no time, longer would never end. */
const terms = {
  draft: { unit: 'days', least: 1, most: 90 },
  draftReminders: { unit: 'days', least: 1, most: 89, ladder: 'down' },
  draftGrace: { unit: 'days', least: 1, most: 365 },
  invitation: { unit: 'days', least: 1, most: 60 },
  takeChargeReminders: { unit: 'days', least: 1, most: 60, ladder: 'up' },
  takeChargeAlert: { unit: 'days', least: 1, most: 90 },
  mediationWait: { unit: 'days', least: 1, most: 180 },
  turnReminders: { unit: 'businessDays', least: 1, most: 60, ladder: 'up' },
  turnAlert: { unit: 'businessDays', least: 1, most: 90 },
  mediationTarget: { unit: 'days', least: 7, most: 365 },
  mediationWarning: { unit: 'days', least: 1, most: 90 },
  withdrawalClose: { unit: 'days', least: 1, most: 60 },
  messagesAfterAgreement: { unit: 'days', least: 1, most: 365 },
  retention: { unit: 'years', least: 1, most: 10 },
} as const satisfies Record<Exclude<keyof Policy, 'version'>, Term>;

export type TermName = keyof typeof terms;
export const termNames = keysOf(terms);
export const termOf = (name: TermName): Term => terms[name];

/** The lengths of a term: those of its ladder in their order, or its one. */
export function lengthsOf(policy: Policy, name: TermName): readonly Duration[] {
  return [policy[name]].flat();
}

/** The most reminders that one ladder may have. */
const mostReminders = 5;

/** What is wrong with a term: a code of content/texts, with what its sentence says. */
export type TermProblem = { term: TermName; problem: Problem; params: Record<string, number> };
type Problem =
  'bounds' | 'many' | 'up' | 'down' | 'withinDraft' | 'afterReminders' | 'beforeTarget' | 'withinRetention';

const daysOf = (policy: Policy, name: TermName): number[] => lengthsOf(policy, name).map(wholeDays);

/** What keeps these durations from being a policy (A-05, A-06, A-24, B-02, F-103, F-142): one problem a term at most, in the order of the terms. */
export function problemsOf(policy: Policy): TermProblem[] {
  return termNames.flatMap((term) => {
    const found = alone(policy, term) ?? beside(policy, term);
    return found ? [{ term, ...found }] : [];
  });
}

type Found = Omit<TermProblem, 'term'> | null;

/** A term by itself: its bounds, and the order of its ladder. */
function alone(policy: Policy, name: TermName): Found {
  const { least, most, unit, ladder } = termOf(name);
  const lengths = lengthsOf(policy, name);
  if (ladder && (lengths.length === 0 || lengths.length > mostReminders))
    return { problem: 'many', params: { most: mostReminders } };
  const fits = (count: number) => Number.isInteger(count) && count >= least && count <= most;
  const outside = lengths.some((length) => !(unit in length) || !fits(countOf(length)));
  if (outside) return { problem: 'bounds', params: { least, most } };
  const days = lengths.map(wholeDays);
  const ordered = days.every((day, at) => at === 0 || (ladder === 'down' ? day < days[at - 1]! : day > days[at - 1]!));
  return ladder && !ordered ? { problem: ladder, params: {} } : null;
}

/** A term beside the others: what must come before or after it. */
function beside(policy: Policy, name: TermName): Found {
  const days = (other: TermName) => daysOf(policy, other);
  const last = (other: TermName) => Math.max(...days(other));
  switch (name) {
    case 'draftReminders':
      return last('draftReminders') >= last('draft')
        ? { problem: 'withinDraft', params: { days: last('draft') } }
        : null;
    case 'takeChargeAlert':
      return afterLast(last('takeChargeAlert'), last('takeChargeReminders'));
    case 'turnAlert':
      return afterLast(last('turnAlert'), last('turnReminders'));
    case 'mediationWarning':
      return last('mediationWarning') >= last('mediationTarget')
        ? { problem: 'beforeTarget', params: { days: last('mediationTarget') } }
        : null;
    case 'messagesAfterAgreement':
      return last('messagesAfterAgreement') >= last('retention') ? { problem: 'withinRetention', params: {} } : null;
    default:
      return null;
  }
}

const afterLast = (alert: number, reminder: number): Found =>
  alert <= reminder ? { problem: 'afterReminders', params: { days: reminder } } : null;

/** How many of its own unit a length is. */
export function countOf(length: Duration): number {
  return Object.values(length)[0] ?? 0;
}

/** Terms that are not the same in two policies, in the order of the terms. */
export function changesOf(before: Policy, after: Policy): TermName[] {
  const said = (policy: Policy, name: TermName) => JSON.stringify(lengthsOf(policy, name));
  return termNames.filter((name) => said(before, name) !== said(after, name));
}
