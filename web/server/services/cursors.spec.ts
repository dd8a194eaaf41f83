import { createCursors } from './cursors.ts';

const cursors = createCursors('pepper-of-the-unit-tests-0123456789abcdef');
const position = { at: '2026-11-24 22:58:31.417+00', id: '00000000-0000-4000-8000-000000000001' };

test('F-041 a position comes back as it was, from an address that needs no escape', () => {
  const text = cursors.write('dossiers a', position);
  expect(text).toBe(encodeURIComponent(text));
  expect(cursors.read('dossiers a', text)).toEqual(position);
});

test('§6 a position that this platform did not make for this list is none', () => {
  const text = cursors.write('dossiers a', position);
  const [body, mark] = text.split('.') as [string, string];
  const moved = Buffer.from(`2026-11-24 22:58:31.418+00~${position.id}`).toString('base64url');
  const others = createCursors('another-pepper-of-the-tests-0123456789abc');
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
