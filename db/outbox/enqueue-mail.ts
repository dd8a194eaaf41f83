import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { seal, unseal } from '#contracts/secrets/sealed.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { MailTemplate } from '#domain/mail/templates.ts';
import type { Database } from '../database.ts';

/** A mail to be sent. Two mails of one `dedupeKey` are one: build it from what caused the mail, never from an attempt. */
export type NewMail = {
  dedupeKey: string;
  template: MailTemplate;
  to: { address: string; name: string };
  language: 'fr' | 'en';
  recipientId: string | null;
  /** Instants, numbers and names that the text needs. */
  params: Record<string, string | number>;
  /** Codes and links that it needs: nobody reads them in the table, and they are erased once the mail is sent (ADR 29). */
  sealed?: Sealed;
  dossierId: string | null;
  /** Seconds that it waits in the queue; what it tells may be known by then. */
  held?: number;
};

/** What is sealed, and with which secrets. */
export type Sealed = { secrets: SecretRing; params: Record<string, string> };

/** A queued mail's sealed parameters, with the others; null when they do not open: another mail's, changed, or of a secret not known here. */
export function openedParams(
  secrets: SecretRing,
  { id, toAddress, params }: { id: string; toAddress: string; params: Record<string, string | number> },
): Record<string, string | number> | null {
  const { sealed, ...others } = params;
  if (typeof sealed !== 'string') return others;
  const text = unseal(secrets, sealed, { purpose: 'mail', about: `${id} ${toAddress}` });
  return text === null ? null : { ...others, ...(JSON.parse(text) as Record<string, string>) };
}

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

function paramsOf(id: string, { params, sealed, to }: NewMail): NewMail['params'] {
  if (!sealed) return params;
  const about = `${id} ${to.address}`;
  return { ...params, sealed: seal(sealed.secrets, JSON.stringify(sealed.params), { purpose: 'mail', about }) };
}

function queued({ held = 0, ...mail }: NewMail, wanted: boolean) {
  const id = randomUUID();
  return sql<{ id: string }>`
    with hold as (select ${held}::int as seconds), queued as (
      insert into mail (id, dedupe_key, recipient_id, to_address, to_name, language, template, params, dossier_id, held_until)
      select ${id}::uuid, ${mail.dedupeKey}, ${mail.recipientId}::uuid, ${mail.to.address}, ${mail.to.name},
        ${mail.language}, ${mail.template}, ${JSON.stringify(paramsOf(id, mail))}::jsonb, ${mail.dossierId}::uuid,
        case when hold.seconds > 0 then clock_timestamp() + make_interval(secs => hold.seconds) end
      from hold where ${wanted}::boolean
      on conflict (dedupe_key) do nothing returning id
    )
    select id from queued union all select id from mail where dedupe_key = ${mail.dedupeKey} limit 1`;
}
