import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import type { Language } from '#content/texts/index.ts';
import { enqueueMail, enqueueMailIf, type NewMail, type Sealed } from '#db/outbox/enqueue-mail.ts';
import type { Database } from '#db/database.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';

/**
 * The recipient of a mail of an account. `id` is null for an address that has no account yet: names typed with it are unverified, so they are left
 * empty.
 */
export type Recipient = { id: string | null; email: string; firstName: string; lastName: string; language: Language };

type Template = Exclude<AccountMailTemplate, 'access-codes'>;

/** A mail of an account. `subject` makes it unique: the code's id. `sealed`: its code or link. */
type AccountMail = {
  to: Recipient;
  template: Template;
  subject: string;
  params: Record<string, string>;
  sealed?: Sealed;
};

/** Enqueues a mail of an account, in the same transaction as the act that it is about. */
export async function enqueueAccountMail(db: Database, mail: AccountMail): Promise<void> {
  await enqueueMail(db, rowOf(mail));
}

/** {@link enqueueAccountMail}, when there is someone to write to; the same work when not. */
export async function enqueueAccountMailIf(db: Database, wanted: boolean, mail: AccountMail): Promise<void> {
  await enqueueMailIf(db, wanted, rowOf(mail));
}

/** Enqueues the notice that a password was changed, in the transaction that changes it: the owner must know if someone else did it (ASVS 6.3.7). */
export async function enqueuePasswordNotice(db: Database, to: Recipient, at: Date): Promise<void> {
  const params = { changedAt: at.toISOString(), path: href(pages.accounts.forgot) };
  await enqueueAccountMail(db, { to, template: 'password-changed', subject: randomUUID(), params });
}

/** Changes of a way in that their owner is told of, whoever made them (ASVS 6.3.7). */
export type WayInChange =
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'factors-reset'
  | 'address-waived'
  | 'identity-linked'
  | 'sessions-ended'
  | 'own-sessions-ended';

/** Enqueues the notice of a change of a person's ways in, in its transaction. The button leads to where the password is changed. */
export async function enqueueWayInNotice(
  db: Database,
  { to, change, at }: { to: Recipient; change: WayInChange; at: Date },
): Promise<void> {
  const params = { changedAt: at.toISOString(), path: href(pages.accounts.forgot) };
  await enqueueAccountMail(db, { to, template: change, subject: randomUUID(), params });
}

function rowOf({ to, template, subject, params, sealed }: AccountMail): NewMail {
  return {
    dedupeKey: `${template}:${subject}`,
    recipientId: to.id,
    to: { address: to.email, name: fullName(to) },
    language: to.language,
    template,
    params,
    ...(sealed ? { sealed } : {}),
    dossierId: null,
  };
}
