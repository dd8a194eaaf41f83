import { keyboardLine } from './clean.ts';

const letters = 'ABCEGHJ-NPRSTVWXYZ';
const written = new RegExp(`^[${letters.replace(/[WZ]/g, '')}]\\d[${letters}]\\d[${letters}]\\d$`);

/**
 * A Canadian postal code as Canada Post writes it, `H2X 1Y4`, whatever its case, spaces and dashes, and with the letters O and I typed for the digits
 * 0 and 1, which they look like: no postal code has these letters. Null when it is none.
 */
export function readPostalCode(typed: string): string | null {
  const bare = keyboardLine(typed)
    .toUpperCase()
    .replaceAll(/[\s.-]/g, '');
  const code = bare.replaceAll(/[OI]/g, (letter, at: number) => (at % 2 === 0 ? letter : letter === 'O' ? '0' : '1'));
  return written.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : null;
}
