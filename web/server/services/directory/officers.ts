import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { firstRow } from '#db/queries/sql.ts';
import { issueLink } from '../accounts/one-time-codes.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { audit } from '../office/audit.ts';
import { openAccount, sendLink } from './accounts.ts';
import type { DirectoryDeps, NewPerson } from './types.ts';

/** `opened`: new; `invited`: its link was not used yet, and another one was made; `active`: in use, nothing to do. */
export type OfficerInvitation = {
  outcome: 'opened' | 'invited' | 'active';
  link: { path: string; until: string } | null;
};

/**
 * Opens an officer's account, for whoever runs the platform (never from a page): the activation link is owed as a mail, or handed back
 * with `deliver: 'print'`. Done again it stays one account: who never activated it gets a new link, who did keeps everything.
 *
 * @throws AppError `account.of_…`, `account.closed`.
 */
export function inviteOfficer(
  deps: DirectoryDeps,
  person: NewPerson,
  deliver: 'mail' | 'print',
): Promise<OfficerInvitation> {
  return deps.db.transaction().execute(async (tx) => {
    const account = await openAccount(tx, 'officer', person);
    if (account.disabled) throw new AppError('account.closed');
    if (account.activated) return { outcome: 'active', link: null };
    const outcome = account.fresh ? 'opened' : 'invited';
    await audit(tx, null, account.fresh ? 'officer.opened' : 'activation.resent', account.id);
    if (deliver === 'mail') {
      await sendLink(deps, tx, account.id);
      return { outcome, link: null };
    }
    const { token, until } = await issueLink({ ...deps, db: tx }, account.id);
    return { outcome, link: { path: href(pages.accounts.activation, { token }), until } };
  });
}

/** Opens an officer's account, ready to use with a given password: the demonstration's. */
export async function createOfficer(deps: DirectoryDeps, person: NewPerson & { password: string }): Promise<string> {
  const officer = await firstRow(
    deps.db,
    sql<{ id: string }>`
      insert into app_user (id, kind, email, first_name, last_name, language, password_hash, email_verified_at, profile_completed_at)
      values (${randomUUID()}, 'officer', ${person.email}, ${person.firstName}, ${person.lastName}, ${person.language},
        ${await hashPassword(person.password)}, ${deps.now()}, ${deps.now()})
      on conflict (email) do update set updated_at = app_user.updated_at returning id`,
  );
  if (!officer) throw new AppError('platform.unexpected');
  return officer.id;
}
