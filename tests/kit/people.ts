import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { confidentialityVersion, officeVersion, termsVersion } from '#content/terms/versions.ts';
import { castWith, places, type Cast } from '#domain/testing/people.ts';

/** Who has an account. */
type Place = (typeof places)[number];

/** One person a place, and their merchant, as rows and as actors. */
export type People = { merchantId: string } & Pick<Cast, Place>;

/** What stands in the row of an account or of a merchant. */
export type Particulars = {
  person(place: Place, userId: string): { firstName: string; lastName: string; email: string; language: 'fr' | 'en' };
  merchant(merchantId: string): { name: string; email: string };
};

/** Names and addresses that carry `mark` where one is given (to be looked for where it must not be). */
const marked = (mark = ''): Particulars => ({
  person: (_, userId) => ({
    firstName: `Camille${mark}`,
    lastName: `Tremblay${mark}`,
    email: `${mark}${userId}@personne.example`,
    language: 'fr',
  }),
  merchant: (id) => ({ name: `Meubles Boréal ${mark}`, email: `${mark || 'info'}@${id}.example` }),
});

/** Names and addresses that tell the place; the respondent, the mediator and the friend read English, so that every mail must look at who reads it. */
export const named = (merchantId: string): Particulars => ({
  person: (place) => ({
    firstName: `P-${place}`,
    lastName: 'Essai',
    email: `${place.toLowerCase()}@${merchantId}.example`,
    language: ['respondent', 'mediator', 'friend'].includes(place) ? 'en' : 'fr',
  }),
  merchant: () => ({ name: 'Meubles Boréal', email: `siege@${merchantId}.example` }),
});

const kinds = {
  consumer: 'consumer',
  consumerRepresentative: 'consumer',
  respondent: 'merchant',
  merchantRepresentative: 'merchant',
  mediator: 'mediator',
  officer: 'officer',
} as const;

/** Writes the accounts of a cast of its own. */
export async function createPeople(
  pool: Pool,
  options: { mark?: string; particulars?: (merchantId: string) => Particulars } = {},
): Promise<People> {
  const cast = castWith(() => randomUUID());
  const { merchantId } = cast.respondent;
  const particulars = options.particulars?.(merchantId) ?? marked(options.mark);
  const merchant = particulars.merchant(merchantId);
  await pool.query(`insert into merchant (id, name, email) values ($1, $2, $3)`, [
    merchantId,
    merchant.name,
    merchant.email,
  ]);
  for (const place of places) {
    const { role, userId } = cast[place];
    const { firstName, lastName, email, language } = particulars.person(place, userId);
    await pool.query(
      `insert into app_user (id, kind, email, first_name, last_name, language, email_verified_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [userId, kinds[role], email, firstName, lastName, language],
    );
    if (kinds[role] !== 'merchant') continue;
    await pool.query(`insert into merchant_member (merchant_id, user_id, role) values ($1, $2, $3)`, [
      merchantId,
      userId,
      role === 'respondent' ? 'respondent' : 'representative',
    ]);
  }
  const { consumer, friend, respondent, clerk, otherClerk, mediator, officer } = cast;
  return { merchantId, consumer, friend, respondent, clerk, otherClerk, mediator, officer };
}

/** Everyone has completed their profile and accepted what is asked at the first visit. */
export async function admitEveryone(pool: Pool): Promise<void> {
  await pool.query(`update app_user set profile_completed_at = now()`);
  // Nothing opens to those who act for a merchant or the Office, or mediate, before (F-018): tests/integration/accounts proves it.
  await pool.query(
    `insert into terms_acceptance (id, user_id, kind, version, language)
     select gen_random_uuid(), u.id, asked.kind, asked.version, 'fr' from app_user u,
       (values ('terms', $1), ('confidentiality', $2), ('office', $3)) as asked (kind, version)
     where u.kind <> 'consumer' and (asked.kind = 'terms' or (asked.kind = 'office') = (u.kind = 'officer')) on conflict do nothing`,
    [termsVersion, confidentialityVersion, officeVersion],
  );
}
