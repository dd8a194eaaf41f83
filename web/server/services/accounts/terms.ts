import type { Language } from '#content/texts/index.ts';
import { countAccepted, insertAcceptances } from '#db/accounts/terms.ts';
import type { Database } from '#db/database.ts';
import { textsInForce } from './current-user.ts';

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
  const acceptance = { userId, dossierId, language, acceptedAt: at.toISOString(), ip: ip || null };
  await insertAcceptances(db, acceptance, textsInForce);
}

/** True when this person accepted both texts in force, for this dossier or (null) for the account. */
export async function hasAccepted(db: Database, userId: string, dossierId: string | null): Promise<boolean> {
  return (await countAccepted(db, { userId, dossierId, texts: textsInForce })) === 2;
}
