import { createHash, randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { compute } from '#web/server/compute/index.ts';
import { cost } from '../passwords/passwords.ts';

/** How many a person is given at once. */
const recoveryCodeCount = 10;
/** Without what is read for something else: 0 and O, 1, I and L, 5 and S, U and V. */
const letters = 'ABCDEFGHJKMNPQRTWXYZ2346789';
const length = 10;

/** Ten codes of ten characters, 47 bits each, as people copy them. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
    return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
  });
}

/** What was typed, as codes are written: without case, spaces or dashes. */
function readRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * What is stored of a code: argon2id at the cost of passwords (ASVS 6.5.2). Its salt is the owner's, so that an answer is compared with all their codes by one
 * hash; no secret of the platform is in it, since these codes outlive all of them.
 */
export function recoveryCodeHash(userId: string, typed: string): Promise<Buffer> {
  const salt = createHash('sha256').update(`recovery:${userId}`).digest().subarray(0, 16);
  return compute.hashes.run('', () => hashRaw(readRecoveryCode(typed), { ...cost, salt }));
}
