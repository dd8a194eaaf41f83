import type { DeadlineKind } from '../types.ts';

/** Passed moments without those of a ladder, which may then come again. */
export function without(passed: DeadlineKind[], ladder: string): DeadlineKind[] {
  return passed.filter((kind) => kind.split(':')[0] !== ladder);
}
