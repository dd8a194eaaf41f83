import { seal, unseal } from '#contracts/secrets/sealed.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';

const sealedFor = (userId: string) => ({ purpose: 'authenticator', about: userId }) as const;

/**
 * Secrets of authenticator applications as the database holds them: sealed under the platform's present secret, bound to their owner, so that a row copied to
 * another account opens nothing.
 */
export function sealSecret(secrets: SecretRing, userId: string, secret: Uint8Array): Buffer {
  return Buffer.from(seal(secrets, Buffer.from(secret).toString('base64url'), sealedFor(userId)));
}

/** @throws Error when it was closed with a secret that is not known any more, for another person, or was changed. */
export function openSecret(secrets: SecretRing, userId: string, sealed: Uint8Array): Buffer {
  const opened = unseal(secrets, Buffer.from(sealed).toString(), sealedFor(userId));
  if (opened === null) throw new Error('an authenticator’s secret does not open');
  return Buffer.from(opened, 'base64url');
}

/** Whether it is under a former secret of the platform, and must be sealed anew before that one is forgotten. */
export function isUnderFormer([present]: SecretRing, sealed: Uint8Array): boolean {
  return !Buffer.from(sealed).toString().startsWith(`${present.id}.`);
}
