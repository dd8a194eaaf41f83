import { expect, test } from '@jest/globals';
import { withReply } from './replies.ts';

test('B-09 a saved text goes after what is written, which it never replaces, and only where it fits', () => {
  expect(withReply('', 'Bonjour', 100)).toBe('Bonjour');
  expect(withReply('  Un mot. \n', 'Bonjour', 100)).toBe('  Un mot.\n\nBonjour');
  expect(withReply('Un mot.', 'Bonjour', 16)).toBe('Un mot.\n\nBonjour');
  expect(withReply('Un mot.', 'Bonjour', 15)).toBeNull();
});
