import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '#scripts/system/paths.ts';
import LongestFirst, { longest } from '#tests/kit/longest-first.mjs';

const fileOf = (name: string) => ({ path: path.join(root, name), context: { config: { rootDir: root } } });

describe('the order of the files of a run', () => {
  it('names files that are there', () => {
    expect(longest.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('gives the longest first, then the largest', () => {
    const [first = '', second = ''] = longest;
    const small = 'tests/e2e/pages/without-scripts.spec.ts';
    const large = 'tests/integration/queue/queue.spec.ts';
    const sorted = new LongestFirst().sort([small, second, large, first].map(fileOf));
    expect(sorted).toEqual([first, second, large, small].map(fileOf));
  });
});
