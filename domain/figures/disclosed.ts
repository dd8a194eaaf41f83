/** Fewer than so many of anything are not told apart (B-11). */
const smallest = 5;

/** From so many on a 90th percentile is that of more than one dossier. */
const enoughForTail = 20;

/**
 * A count as figures show it: to the nearest multiple of five, null when it is fewer than five. Whoever subtracts one shown count from another that holds
 * it never learns a small number exactly, whatever periods are compared (ADR 41).
 */
export function disclosed(count: number): number | null {
  return count < smallest ? null : Math.round(count / smallest) * smallest;
}

/** How long a step took: half of the dossiers at most `median` days, nine in ten at most `most`. */
export type Span = { count: number; median: number | null; most: number | null };

/** Whole days; nothing of fewer than five dossiers, no 90th percentile of fewer than twenty. */
export function disclosedSpan({ count, median, most }: Span): Span {
  const day = (value: number | null, least: number) => (value === null || count < least ? null : Math.round(value));
  return { count, median: day(median, smallest), most: day(most, enoughForTail) };
}
