import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from '#scripts/servers/chromium.ts';
import { ensureClamd } from '#scripts/servers/clamd.ts';
import { findTemporal } from '#scripts/servers/temporal/ways.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { explain } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { jestStage } from './jest.ts';
import { program } from './program.ts';
import { oneCheck, type StageResult } from './result.ts';

export type Stage = { name: string; title: string; run(context: StageContext): Promise<StageResult> };
type StageContext = { patterns: string[]; progress: Progress; onSuite: (line: string) => void };

const check = (name: string, title: string, args: string[]): Stage => ({
  name,
  title,
  async run() {
    const { code, output } = await program(args);
    return oneCheck(code === 0, output);
  },
});

/** Once a run, however many stages ask. */
const once = <T>(work: (progress: Progress) => Promise<T>): ((progress: Progress) => Promise<T>) => {
  let result: Promise<T> | null = null;
  return (progress) => (result ??= work(progress));
};

const temporalServer = once(async (progress) => void (await findTemporal(progress)));
const pages = once(async (progress) => {
  const logs = await mkdtemp(path.join(os.tmpdir(), 'parle-build-'));
  await buildPages(progress, logs);
  await rm(logs, { recursive: true, force: true });
});
const scanner = once(async (progress) => void (await ensureClamd(progress)));
const browser = once(async (progress) => void (process.env['CHROMIUM_PATH'] = await ensureChromium(progress)));

type JestOptions = { workers: number; forceExit: boolean; needs?: ((progress: Progress) => Promise<void>)[] };

const jest = (name: string, title: string, { workers, forceExit, needs = [] }: JestOptions): Stage => ({
  name,
  title,
  async run({ patterns, progress, onSuite }) {
    try {
      for (const need of needs) await need(progress);
    } catch (error) {
      return oneCheck(false, explain(error));
    }
    return jestStage({ project: name, patterns, workers, forceExit, mayBeEmpty: patterns.length > 0, onSuite });
  },
});

const checks = [
  check('types', 'Types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
  check('lint', 'Lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  check('layers', 'Layer rules', [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '.',
  ]),
  check('requirements', 'Requirements and references', ['scripts/requirements.ts', '--check']),
  check('unused', 'Unused files and packages', ['node_modules/knip/bin/knip.js', '--no-progress']),
];

/** Run beside the checks, which are over in half a minute; the rest has the machine to itself. */
const light = [
  jest('unit', 'Unit and property', { workers: 2, forceExit: false }),
  jest('replay', 'Replay', { workers: 1, forceExit: true }),
];

const integration = jest('integration', 'Integration', {
  workers: 2,
  forceExit: true,
  needs: [temporalServer, pages, scanner],
});
const processes = jest('processes', 'Processes that start, stop and fall', {
  workers: 1,
  forceExit: true,
  needs: [temporalServer, pages],
});
const held = jest('held', 'One request holds nobody up', {
  workers: 1,
  forceExit: true,
  needs: [temporalServer, pages],
});
const e2e = jest('e2e', 'End to end', { workers: 2, forceExit: true, needs: [temporalServer, pages, browser] });

/**
 * Lanes run side by side, the stages of a lane one after the other; the groups follow each other. What waits for processes leaves most of the processor
 * to what asks pages beside it; what measures runs alone.
 */
export const groups: Stage[][][] = [[checks, light], [[integration], [processes]], [[held, e2e]]];
