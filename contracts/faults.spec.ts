import { expect, test } from '@jest/globals';
import { faultOf } from './faults.ts';

const secret = 'Élise Côté';

test('a fault is told by its kind, its code and its places, without its message', () => {
  const error = Object.assign(new TypeError(`duplicate key (${secret})`), { code: '23505', detail: secret });
  const fault = faultOf(error);
  expect(fault).toMatchObject({ type: 'TypeError', sqlState: '23505' });
  expect(fault.stack).toMatch(/^at .*faults\.spec\.ts:\d+:\d+\)?/);
  expect(JSON.stringify(fault)).not.toContain(secret);
});

test.each([
  ['of several lines', `row\n${secret}\nends`],
  ['that looks like a place', `no\n    at ${secret} (/etc/passwd:1:1)`],
  ['that is empty', ''],
])('a message %s is left out all the same', (_what, message) => {
  const fault = faultOf(new Error(message));
  expect(JSON.stringify(fault)).not.toMatch(/Élise|passwd/);
  expect(fault.stack).toContain('faults.spec.ts');
});

test('a message that was changed afterwards, a name and a code that hold a text are left out', () => {
  const error = new Error(`before: ${secret}`);
  error.message = 'after';
  Object.assign(error, { name: secret, code: secret });
  expect(JSON.stringify(faultOf(error))).not.toContain(secret);
  expect(faultOf(secret)).toEqual({ type: 'string' });
});
