import { createHash } from 'node:crypto';

/**
 * The id that a form's key, or another stable name, always gives (a version 8 UUID, RFC 9562 §5.8): sent twice, it names one row.
 *
 * @example idOf('referral', form.key)
 */
export function idOf(...parts: string[]): string {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
