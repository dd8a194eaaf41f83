import { randomUUID } from 'node:crypto';
import type { Language } from '#content/texts/index.ts';
import { enqueueMail } from '#db/queries/outbox.ts';
import type { Database } from '#db/database.ts';
import type { AccountMailTemplate } from '#domain/dossier/mail-templates.ts';

export type Recipient = { id: string; email: string; firstName: string; lastName: string; language: Language };

/** Owes a mail of an account, in the same transaction as what it tells of. `subject` makes it unique: the code's id. */
export async function owe(
  db: Database,
  to: Recipient,
  template: Exclude<AccountMailTemplate, 'access-codes'>,
  subject: string,
  params: Record<string, string>,
): Promise<void> {
  await enqueueMail(db, {
    dedupeKey: `${template}:${subject}`,
    recipientId: to.id,
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`.trim() },
    language: to.language,
    template,
    params,
    dossierId: null,
  });
}

/** Owes the notice that a password was changed, in the transaction that changes it: whoever did not do it must know (ASVS 6.3.7). */
export async function owePasswordNotice(db: Database, to: Recipient, at: Date): Promise<void> {
  await owe(db, to, 'password-changed', randomUUID(), { changedAt: at.toISOString(), path: '/mot-de-passe' });
}
