import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A claimed mail. */
export type ClaimedMail = NonNullable<Awaited<ReturnType<typeof claimMail>>>;

/** Seconds after which a mail that is `sending` is considered unclaimed: longer than any SMTP conversation may last. */
export const abandonedAfter = 120;

/** Seconds to the next try after a transient failure: 5 s, 10 s, 20 s… up to an hour. */
const backoff = sql`least(3600, 5 * power(2, least(attempts, 12) - 1)) * interval '1 second'`;

const due = sql<boolean>`(
  (state = 'queued' and coalesce(held_until <= clock_timestamp(), true) and (attempted_at is null or attempted_at + ${backoff} < clock_timestamp()))
  or (state = 'sending' and attempted_at < clock_timestamp() - ${sql.raw(String(abandonedAfter))} * interval '1 second')
)`;

/** Claims one mail, unless it was sent or abandoned, waits after a failure, or is claimed by someone else: then nothing. */
export function claimMail(db: Database, id: string) {
  // Not sent at once: for want of a mail server, or of a worker, or because it was held.
  const waited =
    sql<boolean>`(attempts > 1 or held_until is not null or created_at < clock_timestamp() - interval '1 minute')`.as(
      'waited',
    );
  return db
    .updateTable('mail')
    .set(({ eb, fn }) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      attemptedAt: fn<string>('clock_timestamp'),
    }))
    .where('id', '=', id)
    .where(due)
    .returning([
      'id',
      'dedupeKey',
      'template',
      'toAddress',
      'toName',
      'language',
      'params',
      'dossierId',
      'attempts',
      'recipientId',
    ])
    .returning(waited)
    .executeTakeFirst();
}

/** Ids of mails that may be tried now, oldest first. */
export async function dueMails(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    // Written out: the planner knows its partial index by it.
    .where(sql<boolean>`state in ('queued', 'sending')`)
    .where(due)
    .orderBy('createdAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Parameters of a mail that must be deleted once it is sent. */
const withoutSecrets = sql<Record<string, string | number>>`params - '{code,key,path,sealed}'::text[]`;

/** Sent: codes and links are forgotten. */
export async function markMailSent(db: Database, id: string): Promise<void> {
  await db
    .updateTable('mail')
    .set(({ fn }) => ({
      state: 'sent',
      sentAt: fn<string>('clock_timestamp'),
      lastError: null,
      params: withoutSecrets,
    }))
    .where('id', '=', id)
    .execute();
}

/** Takes a claimed mail out of the queue: what it would say is over. */
export async function dropMail(db: Database, id: string): Promise<void> {
  await db.deleteFrom('mail').where('id', '=', id).where('state', '=', 'sending').execute();
}

/**
 * Why a mail was not sent: permanently refused; temporarily refused by a server that answered about this mail; or no server reached, which says
 * nothing about the mail.
 */
export type MailFailure = 'forGood' | 'forNow' | 'outOfReach';

/** A mail that is temporarily refused is abandoned after these days (RFC 5321 §4.5.4.1); while its server is unreachable it waits. */
export const givenUpAfterDays = 5;

/** Not sent. `code` is one of our own: messages of mail servers may quote addresses. @returns whether it is abandoned. */
export async function markMailFailed(
  db: Database,
  { id, code, failure }: { id: string; code: string; failure: MailFailure },
): Promise<boolean> {
  const givenUp = sql<boolean>`(${failure === 'forGood'}::boolean or (${failure === 'forNow'}::boolean
    and created_at < clock_timestamp() - make_interval(days => ${givenUpAfterDays}::int)))`;
  const row = await db
    .updateTable('mail')
    .set(({ eb, ref }) => ({
      state: eb
        .case()
        .when(givenUp)
        .then('failed' as const)
        .else('queued' as const)
        .end(),
      lastError: code,
      params: eb.case().when(givenUp).then(withoutSecrets).else(ref('params')).end(),
    }))
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .returning('state')
    .executeTakeFirst();
  return row?.state === 'failed';
}
