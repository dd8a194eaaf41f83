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
