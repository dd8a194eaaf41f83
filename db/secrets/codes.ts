import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Codes that people copy from an e-mail. They are derived from a random id and the platform's secret (`CODE_PEPPER`), so that the
 * one who sends the mail can write the code and no table, queue, log or history ever holds it; tables keep a keyed hash only.
 */

/** Letters and digits that nobody mistakes for another: none of 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const alphabet = 'ACDEFGHJKMNPQRTWXY34679';

/** Access code of a referral (F-051), twelve signs, 54 bits: `K4QN-7RTC-9XHM`. `issuedAt` makes a new code at each issue. */
export function accessCodeOf(pepper: string, referralId: string, issuedAt: string): string {
  return spell(pepper, `access-code:${referralId}:${issuedAt}`);
}

/** Validation key of a representative's invitation (F-077, A-19), in the same form. */
export function validationKeyOf(pepper: string, invitationId: string): string {
  return spell(pepper, `validation-key:${invitationId}`);
}

/** What a table keeps of a code. `code` may be written as people type it. */
export function codeHash(pepper: string, code: string): Buffer {
  return createHmac('sha256', pepper).update(`code-hash:${normalizeCode(code)}`).digest();
}

/** True when what was typed is the code of that hash; takes the same time whichever character differs. */
export function codeMatches(pepper: string, typed: string, hash: Uint8Array): boolean {
  const own = codeHash(pepper, typed);
  return own.length === hash.length && timingSafeEqual(own, hash);
}

/** A code as it is compared: case, spaces and hyphens do not count. */
export function normalizeCode(typed: string): string {
  return typed.replaceAll(/[\s\u00a0\u202f.\-–—_]/g, '').toUpperCase();
}

/** Twelve signs from 128 bits of a keyed hash, by repeated division: the bias is below 2⁻⁷⁰. */
function spell(pepper: string, subject: string): string {
  const digest = createHmac('sha256', pepper).update(subject).digest('hex').slice(0, 32);
  let rest = BigInt(`0x${digest}`);
  let code = '';
  for (let n = 0; n < 12; n += 1) {
    code += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
