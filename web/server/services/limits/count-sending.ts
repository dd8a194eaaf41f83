import { placeOf } from '#web/server/http/network-place.ts';
import type { Limits } from './index.ts';

/**
 * Counts a code sent to an address: few from one place, so that whoever asks for codes in somebody's name uses up their own place's, and more from
 * all places together, so that no mailbox is flooded.
 *
 * @throws AppError `auth.too_many_attempts`.
 */
export async function countSending(limits: Limits, { email, ip }: { email: string; ip: string }): Promise<void> {
  await limits.count('sendAccountPlace', `${email} ${placeOf(ip)}`);
  await limits.count('sendAccount', email);
}
