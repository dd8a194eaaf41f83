/** What a stage found. A check that is not made of tests (types, lint, layers) counts as one. */
export type StageResult = {
  passed: number;
  failed: number;
  /** Names of the tests that were left out. */
  skipped: string[];
  /** Files of tests that took half a minute or more, the longest first: tests/kit/longest-first.mjs names them. */
  longest: { name: string; seconds: number }[];
  /** What to read when something failed. */
  details: string;
  /** The same in a few lines each, to be read at the end of a long output. */
  failures: string[];
};

/** Beginning of what a failure says. */
export const inShort = (text: string): string => text.trim().split('\n').slice(0, 12).join('\n').slice(0, 1_200);

export const oneCheck = (ok: boolean, details: string): StageResult => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: [],
  longest: [],
  details: ok ? '' : details,
  failures: ok ? [] : [inShort(details)],
});

/** Adds up the stages of a run. */
export function total(results: StageResult[]): { passed: number; failed: number; skipped: string[] } {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.flatMap(({ skipped }) => skipped),
  };
}

/** 0 when nothing failed; a skip is a failure where nobody watches (CI=true), and so is a run of nothing. */
export function exitCode({ passed, failed, skipped }: ReturnType<typeof total>, ci: boolean): number {
  return failed > 0 || passed === 0 || (ci && skipped.length > 0) ? 1 : 0;
}
