import { todayInQuebec } from '../calendar/civil-day.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Policy } from '../dossier/policy.ts';

/** A version of the durations that an officer wrote: `number` counts from 2, the first one being that of who installed the platform. */
export type PolicyVersion = { number: number; policy: Policy; fromDay: string; setAt: Instant };

/** `replaced`: another one was written before it came into force, so that no dossier ever had it. */
export type Standing = 'coming' | 'inForce' | 'over' | 'replaced';

/** Where each version stands at an instant, in their order. One comes into force with its civil day in Québec. */
export function standings<Version extends PolicyVersion>(
  versions: readonly Version[],
  now: Instant,
): (Version & { standing: Standing })[] {
  const today = todayInQuebec(now);
  const ordered = [...versions].sort((a, b) => a.number - b.number);
  const kept = ordered.filter((version) => !isReplaced(version, ordered));
  const current = kept.findLast(({ fromDay }) => fromDay <= today);
  return ordered.map((version) => {
    if (!kept.includes(version)) return { ...version, standing: 'replaced' };
    if (version.fromDay > today) return { ...version, standing: 'coming' };
    return { ...version, standing: version === current ? 'inForce' : 'over' };
  });
}

/** The durations that a dossier which opens now lives by: those of the version in force, the first ones where there is none. */
export function policyAt(first: Policy, versions: readonly PolicyVersion[], now: Instant): Policy {
  return standings(versions, now).find(({ standing }) => standing === 'inForce')?.policy ?? first;
}

function isReplaced({ number, fromDay }: PolicyVersion, all: readonly PolicyVersion[]): boolean {
  return all.some((later) => later.number > number && todayInQuebec(later.setAt) < fromDay);
}
