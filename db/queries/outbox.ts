import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { MailTemplate } from '#domain/mail/templates.ts';
import { allRows, firstRow, type Db } from './sql.ts';

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
 * Queues a mail within the caller's transaction (`db` is that transaction): it leaves if and when the transaction commits, within
 * a second or two, and once.
 *
 * @returns id of the mail, the first one's when this key was queued before.
 */
export async function enqueueMail(db: Db, mail: NewMail): Promise<string> {
  const row = await firstRow(db, queued(mail, true));
  if (row) return row.id;
  // Queued at the same moment by someone else: the insertion waited for them, and a new statement sees their row.
  const other = await firstRow(db, sql<{ id: string }>`select id from mail where dedupe_key = ${mail.dedupeKey}`);
  if (!other) throw new Error('the mail of this key was erased while it was queued again');
  return other.id;
}

/**
 * Queues a mail when there is someone to write to, and asks the same of the database when there is not: the time that an answer takes must
 * not tell which it was.
 */
export async function enqueueMailIf(db: Db, wanted: boolean, mail: NewMail): Promise<void> {
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

export type ClaimedMail = {
  id: string;
  template: MailTemplate;
  toAddress: string;
  toName: string;
  language: 'fr' | 'en';
  params: Record<string, string | number>;
  dossierId: string | null;
  attempts: number;
};

/** Seconds after which a mail that is `sending` is thought to be nobody's: longer than any SMTP conversation may last. */
export const abandonedAfter = 120;

/** Seconds to the next try after a transient failure: 5 s, 10 s, 20 s… up to an hour. */
const backoff = sql`least(3600, 5 * power(2, least(attempts, 12) - 1)) * interval '1 second'`;

const due = sql`(
  (state = 'queued' and (attempted_at is null or attempted_at + ${backoff} < clock_timestamp()))
  or (state = 'sending' and attempted_at < clock_timestamp() - ${sql.raw(String(abandonedAfter))} * interval '1 second')
)`;

/** Takes one mail in hand, unless it was sent, given up, waits after a failure, or is in someone else's hands. */
export async function claimMail(db: Db, id: string): Promise<ClaimedMail | null> {
  return firstRow(
    db,
    sql<ClaimedMail>`
      update mail set state = 'sending', attempts = attempts + 1, attempted_at = clock_timestamp()
      where id = ${id}::uuid and ${due}
      returning id, template, to_address as "toAddress", to_name as "toName", language, params, dossier_id as "dossierId", attempts`,
  );
}

/** Ids of mails that may be tried now, oldest first. */
export async function dueMails(db: Db, limit: number): Promise<string[]> {
  const rows = await allRows(
    db,
    sql<{
      id: string;
    }>`select id from mail where state in ('queued', 'sending') and ${due} order by created_at limit ${limit}`,
  );
  return rows.map((row) => row.id);
}

/** What a mail carried and must not outlive it. */
const withoutSecrets = sql`params - '{code,key,path}'::text[]`;

/** Sent: codes and links are forgotten. */
export async function markMailSent(db: Db, id: string): Promise<void> {
  await sql`update mail set state = 'sent', sent_at = clock_timestamp(), last_error = null, params = ${withoutSecrets}
    where id = ${id}::uuid`.execute(db);
}

/**
 * Why a mail did not leave: refused for good; refused for now by a server that was reached and answered about this mail; or no server to
 * ask, which says nothing of the mail.
 */
export type MailFailure = 'forGood' | 'forNow' | 'outOfReach';

/** A mail refused for now is given up after these days (RFC 5321 §4.5.4.1); one whose server is away waits as long as it is. */
export const givenUpAfterDays = 5;

/** Not sent. `code` is one of ours: what mail servers say may quote addresses. @returns whether it is given up. */
export async function markMailFailed(db: Db, id: string, code: string, failure: MailFailure): Promise<boolean> {
  const givenUp = sql<boolean>`(${failure === 'forGood'}::boolean or (${failure === 'forNow'}::boolean
    and created_at < clock_timestamp() - make_interval(days => ${givenUpAfterDays}::int)))`;
  const row = await firstRow(
    db,
    sql<{
      state: string;
    }>`update mail set state = case when ${givenUp} then 'failed' else 'queued' end, last_error = ${code},
      params = case when ${givenUp} then ${withoutSecrets} else params end
    where id = ${id}::uuid and state = 'sending' returning state`,
  );
  return row?.state === 'failed';
}
