import { href, pages } from '#contracts/pages/index.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import { AppError } from '#contracts/errors.ts';
import { AppUser, AuditLog } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { issueLink } from '../accounts/one-time-codes.ts';
import { hashPassword } from '../accounts/passwords/passwords.ts';
import { openAccount, sendLink } from './accounts.ts';
import type { DirectoryDeps, NewPerson } from './types.ts';

/** `opened`: new; `invited`: its link was not used yet, and another one was made; `active`: in use, nothing to do. */
export type OfficerInvitation = {
  outcome: 'opened' | 'invited' | 'active';
  link: { path: string; until: string } | null;
};

/**
 * Opens an officer's account, for the person who runs the platform (never from a page): the activation link is enqueued as a mail, sealed with
 * the secrets that are given, or handed back with `deliver: 'print'`. Called again, it opens no second account: an account that was never activated gets a new link, an active one is unchanged.
 *
 * @throws AppError `account.of_…`, `account.closed`.
 */
export function inviteOfficer(
  deps: Omit<DirectoryDeps, 'secrets'>,
  person: NewPerson,
  deliver: SecretRing | 'print',
): Promise<OfficerInvitation> {
  return inTransaction(deps, async ({ db, entities }): Promise<OfficerInvitation> => {
    const account = await openAccount(db, 'officer', person);
    if (account.disabled) throw new AppError('account.closed');
    if (account.activated) return { outcome: 'active', link: null };
    const outcome = account.fresh ? 'opened' : 'invited';
    const action = account.fresh ? 'officer.opened' : 'activation.resent';
    entities.create(AuditLog, { actorId: null, action, subject: account.id });
    if (deliver !== 'print') {
      await sendLink({ ...deps, db, secrets: deliver }, { userId: account.id });
      return { outcome, link: null };
    }
    const { token, until } = await issueLink({ ...deps, db }, account.id);
    return { outcome, link: { path: href(pages.accounts.activation, { token }), until } };
  });
}

/**
 * Opens an officer's account, ready to use with a given password: the demonstration's. An account that is an officer's already is left as it is.
 *
 * @throws AppError `account.of_…`.
 */
export async function createOfficer(deps: DirectoryDeps, person: NewPerson & { password: string }): Promise<string> {
  const passwordHash = await hashPassword(person.password);
  return inTransaction(deps, async ({ db, entities }) => {
    const account = await openAccount(db, 'officer', person);
    if (!account.fresh) return account.id;
    const at = deps.now().toISOString();
    const officer = await entities.findOneOrFail(AppUser, account.id);
    Object.assign(officer, { passwordHash, emailVerifiedAt: at, profileCompletedAt: at });
    return account.id;
  });
}
