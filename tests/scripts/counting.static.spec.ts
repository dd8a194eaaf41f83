import { describe, expect, it } from '@jest/globals';
import { readReport } from '#scripts/test/jest.ts';
import { exitCode, oneCheck, total } from '#scripts/test/result.ts';
import { root } from '#scripts/system/paths.ts';

const report = {
  numPassedTests: 3,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: `${root}/domain/a.spec.ts`,
      message: 'expected 1, received 2',
      status: 'failed',
      startTime: 1_000,
      endTime: 32_000,
      assertionResults: [
        { fullName: 'a holds', status: 'passed', failureMessages: [] },
        { fullName: 'a waits', status: 'pending', failureMessages: [] },
        { fullName: 'a is planned', status: 'todo', failureMessages: [] },
        { fullName: 'a ends', status: 'failed', failureMessages: ['expected 1, received 2\n\n    at a.spec.ts:3:1'] },
      ],
    },
    {
      name: `${root}/domain/b.spec.ts`,
      message: 'Cannot find module',
      status: 'failed',
      startTime: 0,
      endTime: 0,
      assertionResults: [],
    },
  ],
};

describe('the count of npm test', () => {
  it('counts a suite that could not run as a failure, and names what was left out', () => {
    const result = readReport(report);
    expect(result).toMatchObject({ passed: 3, failed: 2 });
    expect(result.skipped).toEqual(['domain/a.spec.ts: a waits', 'domain/a.spec.ts: a is planned']);
    expect(result.details).toContain('domain/b.spec.ts\nCannot find module');
  });

  it('names the files that took half a minute or more', () => {
    expect(readReport(report).longest).toEqual([{ name: 'domain/a.spec.ts', seconds: 31 }]);
  });

  it('says in short which tests failed, and why', () => {
    expect(readReport(report).failures).toEqual([
      'domain/a.spec.ts: a ends\nexpected 1, received 2\n\n    at a.spec.ts:3:1',
      'domain/b.spec.ts: Cannot find module',
    ]);
    const [long] = oneCheck(false, 'line\n'.repeat(100)).failures;
    expect(long?.split('\n')).toHaveLength(12);
  });

  it('adds up tests and checks', () => {
    const sum = total([readReport(report), oneCheck(true, 'said much'), oneCheck(false, 'unused variable')]);
    expect(sum).toMatchObject({ passed: 4, failed: 3 });
  });

  it('is a failure on any failure, on a run of nothing, and on a skip where nobody watches', () => {
    expect(exitCode({ passed: 4, failed: 0, skipped: [] }, true)).toBe(0);
    expect(exitCode({ passed: 4, failed: 1, skipped: [] }, false)).toBe(1);
    expect(exitCode({ passed: 0, failed: 0, skipped: [] }, false)).toBe(1);
    expect(exitCode({ passed: 4, failed: 0, skipped: ['x'] }, false)).toBe(0);
    expect(exitCode({ passed: 4, failed: 0, skipped: ['x'] }, true)).toBe(1);
  });
});
