import { expect, jest, test } from '@jest/globals';
import type { Disbelieved } from '#activities/journal/admission.ts';
import { tellDisbelieved } from './disbelieved.ts';

test('each command that was not believed is a line, and a flood of them twenty a minute and their count', () => {
  jest.useFakeTimers();
  try {
    const lines: object[] = [];
    const tell = tellDisbelieved((line) => lines.push(line));
    const what: Disbelieved = { why: 'proof.missing', dossierId: 'd', commandType: 'takeCharge' };
    for (let n = 0; n < 1_000; n += 1) tell(what);
    expect(lines).toEqual(Array.from({ length: 20 }, () => ({ security: 'command.refused', ...what })));
    jest.advanceTimersByTime(60_000);
    expect(lines.slice(20)).toEqual([{ security: 'command.refused', more: 980 }]);
    tell(what);
    expect(lines).toHaveLength(22);
    // A minute in which all were told adds nothing.
    jest.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(22);
  } finally {
    jest.useRealTimers();
  }
});
