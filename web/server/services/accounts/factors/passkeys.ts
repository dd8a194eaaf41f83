import { randomUUID } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { AppError } from '#contracts/errors.ts';
import { isRecord } from '#contracts/unknown-values.ts';
import { credentialsOf, insertPasskey, markPasskeyUsed, passkeyOf, type NewPasskey } from '#db/accounts/factors.ts';
import type { Database } from '#db/database.ts';
import { isOurs, newChallenge, useChallenge, type ChallengeFor } from './challenge.ts';
import type { FactorDeps } from './deps.ts';

/** The person as their device names them. */
type Owner = { id: string; email: string; name: string };

/**
 * What the browser is asked to make a passkey with (WebAuthn §5.4): one that is found without an address and that asks its owner for a finger, a face or a
 * code. Nothing of the device is asked.
 */
export async function passkeyCreation(deps: FactorDeps, owner: Owner): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: deps.site.name,
    rpID: siteId(deps),
    userID: Uint8Array.from(Buffer.from(owner.id)),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: newChallenge(deps, { purpose: 'create', userId: owner.id }),
    attestationType: 'none',
    excludeCredentials: await known(deps.db, owner.id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser is asked to find a passkey with: any of this site, or one of a person whose password was right. */
export async function passkeyRequest(
  deps: FactorDeps,
  userId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: siteId(deps),
    challenge: newChallenge(deps, requestFor(userId)),
    userVerification: 'required',
    ...(userId === null ? {} : { allowCredentials: await known(deps.db, userId) }),
  });
}

/** The passkey that a browser made. @throws AppError `auth.passkey_refused`. */
export async function readNewPasskey(
  deps: FactorDeps,
  { userId, name, answer }: { userId: string; name: string; answer: string },
): Promise<NewPasskey> {
  const response = parsed<RegistrationResponseJSON>(answer);
  const asked: ChallengeFor = { purpose: 'create', userId };
  const seen = { challenge: '' };
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    ...expected(deps, asked, seen),
  }).catch(refuse);
  if (!verified || !(await useChallenge(deps, seen.challenge))) throw new AppError('auth.passkey_refused');
  const { id, publicKey, counter } = registrationInfo.credential;
  const transports = response.response.transports ?? [];
  return { id: randomUUID(), userId, name, credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
}

/** Keeps a passkey. @throws AppError `auth.passkey_refused` when it is there already. */
export async function keepPasskey(db: Database, passkey: NewPasskey): Promise<void> {
  if (!(await insertPasskey(db, passkey))) throw new AppError('auth.passkey_refused');
}

/**
 * Whose passkey answered, its owner verified by the device.
 *
 * @param userId the person whose second step it is; null for a passkey that signs in by itself.
 * @throws AppError `auth.passkey_unknown` for one that is nobody's here, `auth.passkey_refused` for any other answer that is not right.
 */
export async function ownerOfPasskey(
  deps: FactorDeps,
  { userId, answer }: { userId: string | null; answer: string },
): Promise<string> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  const passkey = await passkeyOf(deps.db, String(response.id));
  if (!passkey || (userId !== null && passkey.userId !== userId)) throw new AppError('auth.passkey_unknown');
  const { id, credentialId, publicKey, counter, transports } = passkey;
  const seen = { challenge: '' };
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    ...expected(deps, requestFor(userId), seen),
    credential: {
      id: credentialId,
      publicKey: Uint8Array.from(publicKey),
      counter,
      transports: transports as AuthenticatorTransport[],
    },
  }).catch(refuse);
  if (!verified || !(await useChallenge(deps, seen.challenge))) throw new AppError('auth.passkey_refused');
  await markPasskeyUsed(deps.db, { id, counter: authenticationInfo.newCounter, at: deps.now().toISOString() });
  return passkey.userId;
}

function requestFor(userId: string | null): ChallengeFor {
  return { purpose: userId === null ? 'sign_in' : 'second_step', userId };
}

/** What is compared in every answer; `seen` gets the challenge that it answers. */
function expected(deps: FactorDeps, asked: ChallengeFor, seen: { challenge: string }) {
  return {
    expectedChallenge: (challenge: string) => {
      seen.challenge = challenge;
      return isOurs(deps, asked, challenge);
    },
    expectedOrigin: deps.site.origin,
    expectedRPID: siteId(deps),
    requireUserVerification: true,
  };
}

async function known(db: Database, userId: string) {
  const passkeys = await credentialsOf(db, userId);
  return passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as AuthenticatorTransport[],
  }));
}

/** Passkeys belong to the host that people use (WebAuthn §5.1.3). */
function siteId({ site }: FactorDeps): string {
  return new URL(site.origin).hostname;
}

/** What a browser's script sent; its shape is the library's to check. */
function parsed<Response>(answer: string): Response {
  try {
    const value: unknown = JSON.parse(answer);
    if (isRecord(value) && isRecord(value['response'])) return value as Response;
  } catch {
    // Below.
  }
  throw new AppError('auth.passkey_refused');
}

/** The library says what is wrong by an error of no class. */
function refuse(): never {
  throw new AppError('auth.passkey_refused');
}
