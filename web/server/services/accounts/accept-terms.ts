import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { insertAcceptances } from '#db/accounts/terms.ts';
import type { Database } from '#db/database.ts';
import { textsInForce } from './current-user.ts';

export type TermsAcceptance = {
  /** The person's id. */
  by: string;
  /** The dossier it is given for (F-055); null for the account as a whole (F-018). */
  for: string | null;
  language: Language;
  ip: string;
};

/** The versions of both texts, as a form was shown with them. */
export type TextVersions = { termsVersion: string; confidentialityVersion: string };

/**
 * Records that a person accepted the terms of use and the confidentiality undertaking now in force (F-018, F-055, A-20): who, for which dossier,
 * which version, in which language, when. Recorded twice, it counts once.
 */
export async function acceptTerms(
  { db, now }: { db: Database; now: () => Date },
  { by, for: dossierId, language, ip }: TermsAcceptance,
): Promise<void> {
  const acceptance = { userId: by, dossierId, language, acceptedAt: now().toISOString(), ip: ip || null };
  await insertAcceptances(db, acceptance, textsInForce);
}

/** @throws AppError `form.invalid` when the texts changed since they were shown. */
export function demandInForce({ termsVersion, confidentialityVersion }: TextVersions): void {
  if (termsVersion !== textsInForce.terms || confidentialityVersion !== textsInForce.confidentiality) {
    throw new AppError('form.invalid');
  }
}
