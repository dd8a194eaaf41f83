import { AppError } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { identityLinkOf, insertIdentityLink } from '#db/accounts/identity-links.ts';
import { personByEmail, personById, type Person } from '#db/accounts/people.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueWayInNotice } from '../account-mail.ts';
import type { AccountDeps } from '../deps.ts';
import { newChallenge, type Identified, type IdentityProvider } from './provider.ts';
import { openStep, sealStep } from './step.ts';

/** With no provider, there is no such way in: `access.not_found`. */
export type IdentityDeps = AccountDeps & { identityProvider: IdentityProvider | null };

/** What the office calls its identity service; null when it has none. */
export function identityServiceName({ identityProvider }: IdentityDeps): string | null {
  return identityProvider?.name ?? null;
}

/**
 * Where a person is sent to sign in, and what their browser keeps meanwhile.
 *
 * @throws AppError `access.not_found`, `auth.service_away`.
 */
export async function leaveForIdentityService(
  deps: IdentityDeps,
  asked: string,
): Promise<{ to: string; step: string }> {
  const provider = providerOf(deps);
  const challenge = newChallenge();
  const to = await provider.ask(challenge);
  return { to: to.href, step: sealStep(deps.secrets, { challenge, asked }, deps.now()) };
}

/**
 * Whose account it is that the service sent back. The first time, the officer with the address that the service verified; from then on whoever has the same
 * subject there, whatever their address is (OpenID Connect Core §5.7).
 *
 * @param came the whole address that the person came back to.
 * @throws AppError `access.not_found`, `auth.step_over`, `auth.service_away`, `auth.service_refused`, `auth.service_unknown`, `auth.too_many_attempts`.
 */
export async function signInFromIdentityService(
  deps: IdentityDeps,
  { came, step, ip }: { came: string; step: string | null; ip: string },
): Promise<{ userId: string; strong: boolean; asked: string }> {
  const provider = providerOf(deps);
  await deps.limits.check('signInPlace', ip);
  try {
    const left = openStep(deps.secrets, step, deps.now());
    if (!left) throw new AppError('auth.step_over');
    const identified = await provider.identify(new URL(came), left.challenge);
    const { id, email } = await officerOf(deps, identified);
    tell('sign_in.accepted', { subject: email });
    return { userId: id, strong: identified.strong, asked: left.asked };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal && refusal.code !== 'auth.service_away') {
      await deps.limits.count('signInPlace', ip);
      tell('identity.refused', { reason: refusal.code });
    }
    throw error;
  }
}

function providerOf({ identityProvider }: IdentityDeps): IdentityProvider {
  if (!identityProvider) throw new AppError('access.not_found');
  return identityProvider;
}

async function officerOf(deps: IdentityDeps, { issuer, subject, email }: Identified): Promise<Person> {
  const linked = await identityLinkOf(deps.db, { issuer, subject });
  const person = linked ? await personById(deps.db, linked) : email && (await personByEmail(deps.db, email));
  if (!person || person.disabled || person.kind !== 'officer') throw new AppError('auth.service_unknown');
  if (!linked) await link(deps, person, { issuer, subject });
  return person;
}

async function link(deps: IdentityDeps, person: Person, identity: { issuer: string; subject: string }): Promise<void> {
  const at = deps.now();
  await inTransaction(deps, async ({ db }) => {
    // Somebody else there had this address before: theirs is not given to the next one who gets it.
    const made = await insertIdentityLink(db, { ...identity, userId: person.id, at: at.toISOString() });
    if (!made) throw new AppError('auth.service_unknown');
    await enqueueWayInNotice(db, { to: person, change: 'identity-linked', at });
  });
  tell('identity.linked', { subject: person.id });
}
