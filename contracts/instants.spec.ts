import { expect, test } from '@jest/globals';
import { isUuid } from './ids.ts';
import { isInstant } from './instants.ts';

test.each(['2026-11-26T13:45:00.123Z', '2024-02-29T00:00:00Z', '0001-01-01T00:00:00.000001Z', '9999-12-31T23:59:59Z'])(
  '%s is an instant',
  (value) => expect(isInstant(value)).toBe(true),
);

test.each([
  '0000-01-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-26T24:00:00Z',
  '2026-11-26T13:45:60Z',
  '2026-11-26T13:45:00+00:00',
  '2026-11-26T13:45Z',
  '294276-01-01T00:00:00Z',
  'infinity',
  '2026-11-26T13:45:00Z\n',
  null,
])('%p is none', (value) => expect(isInstant(value)).toBe(false));

test.each([
  ['3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1', true],
  ['3F0E2F57-9f6f-4d2e-9d0c-0a8a57d1a6c1', false],
  ['3f0e2f57-9f6f-0d2e-9d0c-0a8a57d1a6c1', false],
  ['3f0e2f57-9f6f-4d2e-cd0c-0a8a57d1a6c1', false],
  ['00000000-0000-0000-0000-000000000000', false],
  ['3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1\n', false],
  [undefined, false],
])('an id has one meaning: %p is one: %p', (value, expected) => expect(isUuid(value)).toBe(expected));
