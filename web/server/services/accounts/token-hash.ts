import { createHash } from 'node:crypto';

/** What is stored of a token of 256 random bits, a session's or a link's: a fast hash is enough for what nobody can guess (ASVS 7.2.3). */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
