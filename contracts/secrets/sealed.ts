import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Purpose, SecretRing } from './secret-ring.ts';

const algorithm = 'aes-256-gcm';
/** Bytes of a nonce and of a tag (NIST SP 800-38D §8.2, §5.2.1.2). */
const nonceLength = 12;
const tagLength = 16;

/** What a text is sealed for: the purpose of its key, and what it belongs to, outside of which it does not open. */
type SealedFor = { purpose: Purpose; about: string };

/** A text that only the holders of the platform's secret can read: the name of the secret, then AES-256-GCM of the text. */
export function seal([present]: SecretRing, text: string, { purpose, about }: SealedFor): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, present.key(purpose), nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(about));
  const closed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${present.id}.${closed.toString('base64url')}`;
}

/** The text that was sealed; null when it was sealed for something else, was changed, or its secret is not known any more. */
export function unseal(ring: SecretRing, sealed: string, { purpose, about }: SealedFor): string | null {
  const [id, body = ''] = sealed.split('.');
  const secret = ring.find((one) => one.id === id);
  const bytes = Buffer.from(body, 'base64url');
  if (!secret || bytes.length < nonceLength + tagLength) return null;
  const nonce = bytes.subarray(0, nonceLength);
  const decipher = createDecipheriv(algorithm, secret.key(purpose), nonce, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
