import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * Files that take more than half a minute, the longest first. `npm test` says which they are, at the end of each stage. One that is missing here costs
 * time, nothing else: it may still be under way when every other is done.
 */
export const longest = [
  'domain/dossier/dossier.properties.spec.ts',
  'tests/integration/visibility/hidden-acts.spec.ts',
  'tests/integration/visibility/marks.spec.ts',
  'tests/integration/pages/sent-twice.spec.ts',
  'tests/integration/pages/no-codes.spec.ts',
  'tests/chaos/kill.spec.ts',
  'tests/e2e/words/kept-words.spec.ts',
  'tests/e2e/mediation/from-the-pages.spec.ts',
  'tests/e2e/mediation/from-request-to-end.spec.ts',
  'tests/e2e/words/two-devices.spec.ts',
];

/** Gives the files of a run to Jest's workers, so that all of them end at about the same time: the longest first, then the largest. */
export default class LongestFirst {
  /** @param {{ path: string, context: { config: { rootDir: string } } }[]} tests */
  sort(tests) {
    const placed = tests.map((test) => {
      const place = longest.indexOf(path.relative(test.context.config.rootDir, test.path).replaceAll(path.sep, '/'));
      return { test, place: place < 0 ? longest.length : place, size: statSync(test.path).size };
    });
    return placed.sort((a, b) => a.place - b.place || b.size - a.size).map(({ test }) => test);
  }

  /** Jest tells how each file went: the order does not depend on it. */
  cacheResults() {}
}
