import { sealAuthenticatorAnew, sealedAuthenticators } from '#db/accounts/factors.ts';
import type { Database } from '#db/database.ts';
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

/**
 * Secrets that are under a former secret of the platform are sealed under the present one: an application is used for years, and former secrets are
 * forgotten sooner. One that does not open is left as it is.
 */
export async function sealAuthenticatorsAnew({ db, secrets }: { db: Database; secrets: SecretRing }): Promise<void> {
  for (const { userId, secret } of await sealedAuthenticators(db)) {
    const opened = isUnderFormer(secrets, secret) ? unseal(secrets, secret.toString(), sealedFor(userId)) : null;
    if (opened === null) continue;
    const to = Buffer.from(seal(secrets, opened, sealedFor(userId)));
    await sealAuthenticatorAnew(db, { userId, from: secret, to });
  }
}

/** Whether it is under a former secret of the platform. */
function isUnderFormer([present]: SecretRing, sealed: Uint8Array): boolean {
  return !Buffer.from(sealed).toString().startsWith(`${present.id}.`);
}
