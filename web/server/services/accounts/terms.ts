import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import type { Database } from '#db/database.ts';
import { iso } from '#db/queries/sql.ts';

export type TermsAcceptance = {
  userId: string;
  /** The dossier it is given for (F-055); null for the account as a whole (F-018). */
  dossierId: string | null;
  language: Language;
  ip: string;
  at: Date;
};

/**
 * Records that a person accepted the terms of use and the confidentiality undertaking now in force (F-018, F-055, A-20): who, for which
 * dossier, which version, in which language, when. Twice is once.
 */
export async function acceptTerms(
  db: Database,
  { userId, dossierId, language, ip, at }: TermsAcceptance,
): Promise<void> {
  for (const [kind, version] of [
    ['terms', termsVersion],
    ['confidentiality', confidentialityVersion],
  ] as const) {
    await sql`insert into terms_acceptance (id, user_id, dossier_id, kind, version, language, accepted_at, ip)
      values (${randomUUID()}, ${userId}, ${dossierId}, ${kind}, ${version}, ${language}, ${at}, ${ip || null})
      on conflict (user_id, coalesce(dossier_id, '00000000-0000-0000-0000-000000000000'), kind, version) do nothing`.execute(
      db,
    );
  }
}

/** True when this person accepted both texts in force, for this dossier or (null) for the account. */
export async function hasAccepted(db: Database, userId: string, dossierId: string | null): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(distinct kind)::int as count from terms_acceptance
    where user_id = ${userId} and dossier_id is not distinct from ${dossierId}::uuid
      and (kind, version) in (('terms', ${termsVersion}), ('confidentiality', ${confidentialityVersion}))`.execute(db);
  return rows[0]?.count === 2;
}

/** What a person accepted, newest first, for their profile. */
export async function acceptances(
  db: Database,
  userId: string,
): Promise<{ kind: 'terms' | 'confidentiality'; version: string; at: string }[]> {
  const { rows } = await sql<{ kind: 'terms' | 'confidentiality'; version: string; at: string }>`
    select distinct on (kind, version) kind, version, ${iso('accepted_at')} as at from terms_acceptance
    where user_id = ${userId} order by kind, version desc, accepted_at desc`.execute(db);
  return rows;
}
