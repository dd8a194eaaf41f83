import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { MailTemplate } from '#domain/mail/templates.ts';
import type { Database } from '../database.ts';

/** A mail to be sent. Two mails of one `dedupeKey` are one: build it from what caused the mail, never from an attempt. */
export type NewMail = {
  dedupeKey: string;
  template: MailTemplate;
  to: { address: string; name: string };
  language: 'fr' | 'en';
  recipientId: string | null;
  /** Codes, instants, numbers and names the text needs; secrets in it are erased once sent. */
  params: Record<string, string | number>;
  dossierId: string | null;
};

/**
 * Queues a mail within the caller's transaction (`db` is that transaction): it is sent once, within a second or two of the commit, and only if the
 * transaction commits.
 *
 * @returns id of the mail, the first one's when this key was queued before.
 */
export async function enqueueMail(db: Database, mail: NewMail): Promise<string> {
  const { rows } = await queued(mail, true).execute(db);
  if (rows[0]) return rows[0].id;
  // Enqueued at the same moment by another transaction: the insertion waited for them, and a new statement sees their row.
  const other = await db.selectFrom('mail').select('id').where('dedupeKey', '=', mail.dedupeKey).executeTakeFirst();
  if (!other) throw new Error('the mail of this key was erased while it was queued again');
  return other.id;
}

/**
 * Queues a mail when there is someone to write to, and does the same database work when there is not: the response time must not reveal which it was.
 */
export async function enqueueMailIf(db: Database, wanted: boolean, mail: NewMail): Promise<void> {
  await queued(mail, wanted).execute(db);
}

function queued(mail: NewMail, wanted: boolean) {
  return sql<{ id: string }>`
    with queued as (
      insert into mail (id, dedupe_key, recipient_id, to_address, to_name, language, template, params, dossier_id)
      select ${randomUUID()}::uuid, ${mail.dedupeKey}, ${mail.recipientId}::uuid, ${mail.to.address}, ${mail.to.name},
        ${mail.language}, ${mail.template}, ${JSON.stringify(mail.params)}::jsonb, ${mail.dossierId}::uuid
      where ${wanted}::boolean
      on conflict (dedupe_key) do nothing returning id
    )
    select id from queued union all select id from mail where dedupe_key = ${mail.dedupeKey} limit 1`;
}
