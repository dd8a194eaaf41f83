import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';

/**
 * What a key is for. Each has a key of its own, derived from the secret (HKDF, RFC 5869): what was made for one use is worth nothing for another.
 * A name here is part of the derivation: it never changes.
 */
export type Purpose =
  | 'access-code'
  | 'validation-key'
  | 'code-hash'
  | 'one-time-code'
  | 'cursor'
  | 'cursor-name'
  | 'device'
  | 'draft'
  | 'identity-step'
  | 'kept-text-name'
  | 'kept-text-key'
  | 'limit'
  | 'log'
  | 'mail'
  | 'passkey-challenge'
  | 'second-step'
  | 'authenticator';

/** One secret of the platform (`CODE_PEPPER`, or a former one). */
export type Secret = {
  /** Its name, which does not tell it: the first eight digits of a SHA-256. */
  readonly id: string;
  /** Its key for a purpose, 32 bytes; held as an object, which costs a hash a sixth of what a key in bytes does. */
  key(purpose: Purpose): KeyObject;
  /** HMAC under the secret itself, as everything was hashed before secrets had names (ADR 29). */
  plainHash(said: string): Buffer;
};

/** The secret that is used, then those that were: what they made is still known. */
export type SecretRing = readonly [present: Secret, ...former: Secret[]];

const hashLength = 32;
const stampLength = 4;

/** @param former secrets that were used before, the latest first. */
export function secretRing(present: string, former: readonly string[] = []): SecretRing {
  return [secretOf(present), ...former.filter((one) => one !== present).map(secretOf)];
}

/** The name of a secret. */
export function secretId(secret: string): string {
  return createHash('sha256')
    .update(`code:${secret}`)
    .digest('hex')
    .slice(0, 2 * stampLength);
}

function secretOf(secret: string): Secret {
  const keys = new Map<Purpose, KeyObject>();
  const itself = createSecretKey(secret, 'utf8');
  return {
    id: secretId(secret),
    key(purpose) {
      const known = keys.get(purpose);
      if (known) return known;
      const bytes = hkdfSync('sha256', secret, '', `parle-consommation ${purpose}`, hashLength);
      const key = createSecretKey(new Uint8Array(bytes));
      keys.set(purpose, key);
      return key;
    },
    plainHash: (said) => createHmac('sha256', itself).update(said).digest(),
  };
}

/** HMAC-SHA-256 under the secret's key for a purpose. */
export function keyedHash(secret: Secret, purpose: Purpose, said: string): Buffer {
  return createHmac('sha256', secret.key(purpose)).update(said).digest();
}

/** What says under which secret something is stored: its name, in front. */
export function stamped(secret: Secret, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(secret.id, 'hex'), content]);
}

/**
 * The secret that something {@link stamped} was stored under, and what follows its name; `secret` is null when the ring does not have it any more.
 * Null for a bare hash, stored before secrets had names.
 */
export function unstamped(ring: SecretRing, stored: Uint8Array): { secret: Secret | null; content: Buffer } | null {
  if (stored.length <= hashLength) return null;
  const bytes = Buffer.from(stored);
  const id = bytes.subarray(0, stampLength).toString('hex');
  return { secret: ring.find((one) => one.id === id) ?? null, content: bytes.subarray(stampLength) };
}

/** What was said, and how it was hashed under the secret itself before secrets had names. */
type Said = { said: string; before: string };

/** What is stored of something said: a keyed hash that tells its secret. */
export function storedHash([present]: SecretRing, purpose: Purpose, said: string): Buffer {
  return stamped(present, keyedHash(present, purpose, said));
}

/** Each hash under which something said may be stored: under the present secret, under each former one, and as they were before secrets had names. */
export function possibleHashes(ring: SecretRing, purpose: Purpose, { said, before }: Said): Buffer[] {
  return [
    ...ring.map((secret) => stamped(secret, keyedHash(secret, purpose, said))),
    ...ring.map((secret) => secret.plainHash(before)),
  ];
}

/** True when one of the hashes is this one; takes the same time whichever byte differs. */
export function isAmong(hashes: readonly Buffer[], hash: Uint8Array): boolean {
  return hashes.filter((one) => one.length === hash.length && timingSafeEqual(one, hash)).length > 0;
}
