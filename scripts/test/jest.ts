import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compiled } from '#scripts/start/platform.ts';
import { root } from '#scripts/system/paths.ts';
import { program } from './program.ts';
import { inShort, oneCheck, type StageResult } from './result.ts';

/** The part of Jest's JSON report that we read. */
type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    message: string;
    status: string;
    startTime: number;
    endTime: number;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** Its failed tests, or what kept it from running. */
function failuresOf({ name, message, assertionResults }: JestReport['testResults'][number]): string[] {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const said = failed.map(({ fullName, failureMessages }) => `${fullName}\n${inShort(failureMessages.join('\n'))}`);
  return (said.length > 0 ? said : [inShort(message)]).map((text) => `${path.relative(root, name)}: ${text}`);
}

/** Reads Jest's report: a suite that could not run at all counts as one failure. */
export function readReport(report: JestReport): StageResult {
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status))
      .map(({ fullName }) => `${path.relative(root, name)}: ${fullName}`),
  );
  const longest = report.testResults
    .map(({ name, startTime, endTime }) => ({ name: path.relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .filter(({ seconds }) => seconds >= 30)
    .sort((a, b) => b.seconds - a.seconds);
  const failed = report.testResults.filter(({ status }) => status === 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped,
    longest,
    details: failed.map(({ name, message }) => `${path.relative(root, name)}\n${message}`).join('\n'),
    failures: failed.flatMap(failuresOf),
  };
}

/** Of a run whose tests passed. */
const endedBadly = (output: string) => {
  const { failed, details, failures } = oneCheck(false, output.slice(-4_000));
  return { failed, details, failures };
};

export type JestStage = {
  project: string;
  patterns: string[];
  workers: number;
  /** Ends Jest although a native library keeps a handle open. */
  forceExit: boolean;
  /** A pattern may fit no test of this project. */
  mayBeEmpty: boolean;
  /** Hears of each suite as it ends. */
  onSuite: (line: string) => void;
};

/** Runs one project of jest.config.mjs. */
export async function jestStage(stage: JestStage): Promise<StageResult> {
  const { project, patterns, workers, forceExit, mayBeEmpty, onSuite } = stage;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-jest-'));
  const reportFile = path.join(folder, 'report.json');
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--json', `--outputFile=${reportFile}`];
  args.push(
    `--maxWorkers=${workers}`,
    ...(forceExit ? ['--forceExit'] : []),
    ...(mayBeEmpty ? ['--passWithNoTests'] : []),
  );
  const env = {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    NODE_ENV: 'test',
    TZ: 'UTC',
    NODE_COMPILE_CACHE: compiled,
  };
  try {
    const { code, output } = await program(
      [...args, ...patterns],
      env,
      (line) => /^(PASS|FAIL) /.test(line) && onSuite(line),
    );
    try {
      const result = readReport(JSON.parse(await readFile(reportFile, 'utf8')) as JestReport);
      // Jest itself may fail after its tests passed (a global tear-down, a worker that died).
      return code !== 0 && result.failed === 0 && result.skipped.length === 0
        ? { ...result, ...(mayBeEmpty && result.passed === 0 ? {} : endedBadly(output)) }
        : result;
    } catch {
      return oneCheck(false, output.slice(-8000));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
