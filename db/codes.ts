import { createHmac, timingSafeEqual } from 'node:crypto';
import { spelledCode } from '#domain/typed/codes.ts';

/** Letters and digits that nobody confuses when reading or dictating (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The validation key of an invitation (F-077, A-19), such as `7KQM-4XPT-9R2B` (60 bits). It is derived from the invitation and the
 * platform's secret: the mail can be made again after a crash, and neither a row, a history nor a log ever holds the key.
 *
 * @param pepper `CODE_PEPPER`
 */
export function invitationKey(pepper: string, invitationId: string): string {
  return spell(pepper, `invitation-key:${invitationId}`);
}

/**
 * The access code that goes with a reference number (F-051), derived likewise. Each issue (`issuedAt`, ISO-8601) makes another code, so that sending
 * codes again voids the earlier ones.
 */
export function accessCode(pepper: string, referralId: string, issuedAt: string): string {
  return spell(pepper, `access-code:${referralId}:${issuedAt}`);
}

/** What is stored of a code: HMAC-SHA256 of its normal form under the platform's secret. */
export function hashCode(pepper: string, typed: string): Buffer {
  return createHmac('sha256', pepper)
    .update(`code:${spelledCode(typed)}`)
    .digest();
}

/** True when what was typed is the code of that hash; takes the same time whichever character differs. */
export function codeMatches(pepper: string, typed: string, hash: Uint8Array): boolean {
  const own = hashCode(pepper, typed);
  return own.length === hash.length && timingSafeEqual(own, hash);
}

function spell(pepper: string, subject: string): string {
  const digest = createHmac('sha256', pepper).update(subject).digest();
  const letters = Array.from(digest.subarray(0, 12), (byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
