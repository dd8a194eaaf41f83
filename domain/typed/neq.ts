import { keyboardLine } from './clean.ts';

/**
 * A Québec enterprise number (NEQ), as ten digits, however they are grouped. It begins with 11 for a legal person, 22 for a person who does business
 * alone, 33 for a partnership or another group, 88 for a body of the State. The rule of its last digit is not published: the register alone can tell
 * whether a number was given. Null when it is none.
 *
 * @example readNeq('NEQ : 1170 000 009') // '1170000009'
 */
export function readNeq(typed: string): string | null {
  const bare = keyboardLine(typed)
    .replace(/^neq[\s:.#-]*/i, '')
    .replaceAll(/[\s.-]/g, '');
  return /^(?:11|22|33|88)\d{8}$/.test(bare) ? bare : null;
}
