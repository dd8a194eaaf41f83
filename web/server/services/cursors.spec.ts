import { createHmac } from 'node:crypto';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { createCursors } from './cursors.ts';

const secret = 'pepper-of-the-unit-tests-0123456789abcdef';
const cursors = createCursors(secretRing(secret));
const position = { at: '2026-11-24 22:58:31.417+00', id: '00000000-0000-4000-8000-000000000001' };

test('F-041 a position comes back as it was, from an address that needs no escape', () => {
  const text = cursors.write('dossiers a', position);
  expect(text).toBe(encodeURIComponent(text));
  expect(cursors.read('dossiers a', text)).toEqual(position);
});

test('ASVS 14.2.1 a position in an order of names carries none of them, and comes back as it was', () => {
  const named = { at: 'tremblay ~ camille', id: position.id };
  const text = cursors.write('mediators a', named, true);
  const [body = ''] = text.split('.');
  expect(Buffer.from(body, 'base64url').toString()).not.toContain('tremblay');
  expect(cursors.read('mediators a', text)).toEqual(named);
  expect(cursors.read('mediators b', text)).toBeNull();
});

test('§6 a position that this platform did not make for this list is none', () => {
  const text = cursors.write('dossiers a', position);
  const [body, mark] = text.split('.') as [string, string];
  const moved = Buffer.from(`2026-11-24 22:58:31.418+00~${position.id}`).toString('base64url');
  const others = createCursors(secretRing('another-pepper-of-the-tests-0123456789abc'));
  const tries = [
    null,
    '',
    '.',
    body,
    `${body}.`,
    `${moved}.${mark}`,
    others.write('dossiers a', position),
    `${position.at}~${position.id}`,
  ];
  expect(tries.map((each) => cursors.read('dossiers a', each))).toEqual(tries.map(() => null));
  expect(cursors.read('dossiers b', text)).toBeNull();
});

test('ASVS 11.2.2 a position made under a former secret leads where it did, also one of before uses had keys of their own', () => {
  const rotated = createCursors(secretRing('another-pepper-of-the-tests-0123456789abc', [secret]));
  expect(rotated.read('dossiers a', cursors.write('dossiers a', position))).toEqual(position);
  const body = Buffer.from(`${position.at}~${position.id}`).toString('base64url');
  const key = createHmac('sha256', secret).update('cursors of lists').digest();
  const mark = createHmac('sha256', key).update(`dossiers a\n${body}`).digest('base64url');
  for (const each of [cursors, rotated]) expect(each.read('dossiers a', `${body}.${mark}`)).toEqual(position);
});
