import { keyboardLine } from './clean.ts';

/** Letters that look like digits, in codes and numbers that hold no such letter. */
function digitsOf(code: string): string {
  return code.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/**
 * A code of three groups of four signs (db/codes.ts) without what does not count: spaces, dashes, case, O for 0, I and L for 1, and words copied
 * before it. Anything else keeps its letters and digits, and is no code.
 */
export function spelledCode(typed: string): string {
  const line = keyboardLine(typed).toUpperCase();
  const [code = line] = /[0-9A-Z]{4}([ .-]?)[0-9A-Z]{4}\1[0-9A-Z]{4}[ .,;-]*$/.exec(line) ?? [];
  const alone = line.replaceAll(/[^0-9A-Z]/g, '');
  return digitsOf(alone.length === 12 ? alone : code.replaceAll(/[^0-9A-Z]/g, ''));
}

/**
 * The number of a dossier or of a request, `2026-000042`, however it is grouped, with or without the R of a request, and with words copied before it:
 * « R 2026 000042 », « No 2026–000042 ». Empty when there is none.
 */
export function spelledNumber(typed: string): string {
  const line = keyboardLine(typed).toUpperCase();
  const [, group = ''] = /(?:^|[^0-9A-Z])(?:R[ .-]*)?((?:[0-9OIL][ .-]*){10,})[,;]?$/.exec(line) ?? [];
  const digits = digitsOf(group.replaceAll(/[ .-]/g, ''));
  return digits === '' ? '' : `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
