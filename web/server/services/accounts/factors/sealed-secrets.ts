import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of what is stored: which key and which form. */
const form = 1;
const [ivBytes, tagBytes] = [12, 16];

/**
 * Secrets of authenticator applications as the database holds them: AES-256-GCM under a key derived from the platform's secret (HKDF, RFC 5869), bound to
 * their owner, so that a row copied to another account opens nothing. The one place that knows this key.
 */
export function sealSecret(pepper: string, userId: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(pepper), iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(userId));
  const closed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.of(form), iv, cipher.getAuthTag(), closed]);
}

/** @throws Error when it was closed with another secret, for another person, or was changed. */
export function openSecret(pepper: string, userId: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== form) throw new Error('an authenticator’s secret has an unknown form');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(pepper), bytes.subarray(1, 1 + ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(userId));
  decipher.setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
}

function keyOf(pepper: string): Buffer {
  return Buffer.from(hkdfSync('sha256', pepper, '', 'authenticator-secrets', 32));
}
