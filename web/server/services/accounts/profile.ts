import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import type { ConsumerProfile, MediatorProfile, ProfessionalProfile } from '#contracts/schemas/account.ts';
import type { Database } from '#db/database.ts';

export type Profile = {
  firstName: string;
  lastName: string;
  email: string;
  language: Language;
  phone: string;
  addressLine: string;
  city: string;
  province: string;
  postalCode: string;
  jobTitle: string;
  accreditation: string;
};

/** What a person has told of themselves (F-012, F-017). */
export async function loadProfile(db: Database, userId: string): Promise<Profile> {
  const { rows } =
    await sql<Profile>`select first_name as "firstName", last_name as "lastName", email::text as email, language, phone,
    address_line as "addressLine", city, province, postal_code as "postalCode", job_title as "jobTitle", accreditation
    from app_user where id = ${userId}`.execute(db);
  const profile = rows[0];
  if (!profile) throw new Error('the signed-in account is gone');
  return profile;
}

/** F-012: personal particulars of a consumer (and of a consumer's representative, who has the same account, F-022). */
export async function saveConsumerProfile(db: Database, userId: string, form: ConsumerProfile): Promise<void> {
  await sql`update app_user set first_name = ${form.firstName}, last_name = ${form.lastName}, address_line = ${form.addressLine},
    city = ${form.city}, province = ${form.province}, postal_code = ${form.postalCode}, phone = ${form.phone},
    language = ${form.language}, profile_completed_at = coalesce(profile_completed_at, now()), updated_at = now()
    where id = ${userId}`.execute(db);
}

/** F-017, F-021: professional particulars; the accreditation for mediators only. */
export async function saveProfessionalProfile(
  db: Database,
  userId: string,
  form: ProfessionalProfile & Partial<Pick<MediatorProfile, 'accreditation'>>,
): Promise<void> {
  await sql`update app_user set first_name = ${form.firstName}, last_name = ${form.lastName}, job_title = ${form.jobTitle},
    phone = ${form.phone}, accreditation = ${form.accreditation ?? ''}, language = ${form.language},
    profile_completed_at = coalesce(profile_completed_at, now()), updated_at = now()
    where id = ${userId}`.execute(db);
}

/** The language of pages, mails and documents for this person (B-12). */
export async function saveLanguage(db: Database, userId: string, language: Language): Promise<void> {
  await sql`update app_user set language = ${language}, updated_at = now() where id = ${userId}`.execute(db);
}
