import { sql } from 'kysely';
import type { ParticipationForm } from '#contracts/schemas/participation.ts';
import type { Database, Row } from '../database.ts';
import { json, nextNumber } from '../sql.ts';

/** A request to take part, whole (F-014). */
export type ParticipationRow = Row<'participation'>;

/** A form of the public, with the key it came under and the address that its answers go to. */
export type SentParticipation = {
  key: string;
  form: ParticipationForm;
  senderEmail: string;
  /** Version of the undertaking that was ticked. */
  undertaking: string;
  language: 'fr' | 'en';
  at: string;
};

/**
 * Writes a request under the key of its form, with the next number, such as `P2026-000042`.
 *
 * @returns null when this key is there already.
 */
export async function insertParticipation(
  db: Database,
  { key, form, senderEmail, undertaking, language, at }: SentParticipation,
): Promise<string | null> {
  const row = await db
    .insertInto('participation')
    .values({
      id: key,
      number: sql<string>`'P' || to_char(${at}::timestamptz at time zone 'America/Toronto', 'YYYY') || '-' ||
        ${nextNumber('participation_number_seq')}`,
      form: json(form),
      legalName: form.legalName,
      neq: form.neq,
      senderEmail,
      undertaking,
      language,
      sentAt: at,
      since: at,
      lastKey: key,
    })
    .onConflict((on) => on.column('id').doNothing())
    .returning('number')
    .executeTakeFirst();
  return row?.number ?? null;
}

export async function participationById(db: Database, id: string): Promise<ParticipationRow | null> {
  return (await db.selectFrom('participation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The request that a link was sent for, whatever became of it. */
export async function participationOfLink(db: Database, linkHash: Uint8Array): Promise<ParticipationRow | null> {
  const hash = Buffer.from(linkHash);
  return (await db.selectFrom('participation').selectAll().where('linkHash', '=', hash).executeTakeFirst()) ?? null;
}

/** The same row, locked until the transaction ends: what two people do to it happens one after the other. */
export async function lockParticipation(db: Database, id: string): Promise<ParticipationRow | null> {
  const row = await db.selectFrom('participation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ?? null;
}

/** Puts a corrected form in place of the one before, under its own key. */
export async function replaceForm(
  db: Database,
  id: string,
  { key, form, senderEmail, undertaking, language, at }: SentParticipation,
): Promise<void> {
  await db
    .updateTable('participation')
    .set({
      state: 'waiting',
      form: json(form),
      legalName: form.legalName,
      neq: form.neq,
      senderEmail,
      undertaking,
      language,
      since: at,
      lastKey: key,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** The Office's answer to a request. `link`: the one that its sender gets with it, in place of the one before. */
type ParticipationAnswer = {
  state: 'correction' | 'accepted' | 'declined';
  answer: string;
  officerId: string;
  at: string;
  link: { hash: Buffer; until: string } | null;
  merchantId: string | null;
};

export async function answerParticipation(
  db: Database,
  id: string,
  { state, answer, officerId, at, link, merchantId }: ParticipationAnswer,
): Promise<void> {
  await db
    .updateTable('participation')
    .set({
      state,
      answer,
      answeredBy: officerId,
      since: at,
      linkHash: link?.hash ?? null,
      linkUntil: link?.until ?? null,
      merchantId,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** What an address of mail serves already, if it serves. */
export type AddressUse = { email: string; kind: Row<'app_user'>['kind']; closed: boolean };

/** The accounts of these addresses. */
export function usesOf(db: Database, emails: string[]): Promise<AddressUse[]> {
  return db
    .selectFrom('app_user')
    .select((eb) => ['email', 'kind', eb('disabledAt', 'is not', null).$castTo<boolean>().as('closed')])
    .where('email', 'in', emails)
    .execute();
}

/** What has the NEQ of a request already: a company, other requests. */
export async function sameNeq(
  db: Database,
  { id, neq }: { id: string; neq: string },
): Promise<{ merchant: { id: string; name: string } | null; others: { id: string; number: string }[] }> {
  const [merchant, others] = await Promise.all([
    db
      .selectFrom('merchant')
      .select(['id', 'name'])
      .where('neq', '=', neq)
      .where('leftAt', 'is', null)
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('participation')
      .select(['id', 'number'])
      .where('neq', '=', neq)
      .where('state', 'in', ['waiting', 'correction'])
      .where('id', '<>', id)
      .orderBy('sentAt')
      .limit(20)
      .execute(),
  ]);
  return { merchant: merchant ?? null, others };
}

/** The request that a company came from, while it is there. */
export async function participationOfMerchant(db: Database, merchantId: string): Promise<string | null> {
  const row = await db
    .selectFrom('participation')
    .select('id')
    .where('merchantId', '=', merchantId)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
