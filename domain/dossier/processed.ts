import type { Dossier } from './types.ts';

/** How many handled command keys a dossier remembers; the journal remembers all of them. */
export const processedLimit = 200;

/**
 * The dossier with a handled command key, so that the same key is answered and not obeyed again (A-13's twin for double submission). The
 * oldest keys go first.
 *
 * @param seq number of the last event of that command; the dossier's own by default.
 */
export function withProcessed(state: Dossier, key: string, seq: number = state.seq): Dossier {
  const others = state.processed.filter((entry) => entry.key !== key);
  return { ...state, processed: [...others, { key, seq }].slice(-processedLimit) };
}

/** What a key returned the first time, or null when it is new or forgotten. */
export function processedSeq(state: Dossier | null, key: string): number | null {
  return state?.processed.find((entry) => entry.key === key)?.seq ?? null;
}
