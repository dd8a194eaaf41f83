import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import type { Language } from '#content/texts/index.ts';
import { enqueueMail, enqueueMailIf, type NewMail } from '#db/outbox/enqueue-mail.ts';
import type { Database } from '#db/database.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';

/**
 * Who a mail of an account goes to. `id` is null for an address that has no account yet: whatever was typed with it is a stranger's word,
 * so the names are empty then.
 */
export type Recipient = { id: string | null; email: string; firstName: string; lastName: string; language: Language };

type Template = Exclude<AccountMailTemplate, 'access-codes'>;

/** Owes a mail of an account, in the same transaction as what it tells of. `subject` makes it unique: the code's id. */
export async function owe(
  db: Database,
  to: Recipient,
  template: Template,
  subject: string,
  params: Record<string, string>,
): Promise<void> {
  await enqueueMail(db, mailTo(to, template, subject, params));
}

/** {@link owe}, when there is someone to write to; the same work when not. */
export async function oweIf(
  wanted: boolean,
  db: Database,
  ...[to, template, subject, params]: Parameters<typeof mailTo>
): Promise<void> {
  await enqueueMailIf(db, wanted, mailTo(to, template, subject, params));
}

/** Owes the notice that a password was changed, in the transaction that changes it: whoever did not do it must know (ASVS 6.3.7). */
export async function owePasswordNotice(db: Database, to: Recipient, at: Date): Promise<void> {
  await owe(db, to, 'password-changed', randomUUID(), {
    changedAt: at.toISOString(),
    path: href(pages.accounts.forgot),
  });
}

function mailTo(to: Recipient, template: Template, subject: string, params: Record<string, string>): NewMail {
  return {
    dedupeKey: `${template}:${subject}`,
    recipientId: to.id,
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`.trim() },
    language: to.language,
    template,
    params,
    dossierId: null,
  };
}
