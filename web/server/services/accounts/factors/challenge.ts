import { createHash, randomUUID } from 'node:crypto';
import { isAmong, keyedHash, type Secret, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import { spendChallenge } from '#db/accounts/one-time-codes.ts';
import type { Database } from '#db/database.ts';

/** How long a passkey may be looked for, in seconds. */
const life = 600;
const [idBytes, timeBytes, macBytes] = [16, 6, 32];

/** What a passkey is asked for: to be made, to sign in with, or as the second step of somebody. */
export type ChallengeFor = { purpose: 'create' | 'sign_in' | 'second_step'; userId: string | null };

type Deps = { db: Database; now: () => Date; secrets: SecretRing };

/**
 * A challenge (WebAuthn §13.4.3): a random id and its end, signed for what it is asked for. Nothing is stored until it is answered, so that pages that show
 * one cost the database nothing, and then its id, so that it is answered once.
 */
export function newChallenge({ secrets, now }: Omit<Deps, 'db'>, asked: ChallengeFor): Uint8Array<ArrayBuffer> {
  const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  const end = Buffer.alloc(timeBytes);
  end.writeUIntBE(Math.floor(now().getTime() / 1000) + life, 0, timeBytes);
  return Uint8Array.from(Buffer.concat([id, end, mac(secrets[0], asked, Buffer.concat([id, end]))]));
}

/** Whether a challenge is ours, was made for this, and is not over. */
export function isOurs({ secrets, now }: Omit<Deps, 'db'>, asked: ChallengeFor, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== idBytes + timeBytes + macBytes) return false;
  const signed = bytes.subarray(0, idBytes + timeBytes);
  const signatures = secrets.map((secret) => mac(secret, asked, signed));
  if (!isAmong(signatures, bytes.subarray(idBytes + timeBytes))) return false;
  return bytes.readUIntBE(idBytes, timeBytes) * 1000 > now().getTime();
}

/** Uses up a challenge that {@link isOurs}. @returns false when it was answered before. */
export function useChallenge({ db, now }: Deps, challenge: string): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url');
  const hex = bytes.subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const expiresAt = new Date(bytes.readUIntBE(idBytes, timeBytes) * 1000).toISOString();
  const codeHash = createHash('sha256').update(bytes).digest();
  return spendChallenge(db, { id, codeHash, expiresAt, at: now().toISOString() });
}

function mac(secret: Secret, { purpose, userId }: ChallengeFor, signed: Buffer): Buffer {
  return keyedHash(secret, 'passkey-challenge', `${purpose}:${userId ?? ''}:${signed.toString('hex')}`);
}
