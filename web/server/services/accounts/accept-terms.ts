import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { undertakingOf } from '#content/terms/index.ts';
import { insertAcceptances } from '#db/accounts/terms.ts';
import type { Database } from '#db/database.ts';
import { textsInForce } from './current-user.ts';
import type { UserKind } from './types.ts';

export type TermsAcceptance = {
  /** The person's id. */
  by: string;
  /** Of which the undertaking depends: those who act for the Office have their own. A party's without it. */
  kind?: UserKind;
  /** The dossier it is given for (F-055); null for the account as a whole (F-018). */
  for: string | null;
  /** The versions that the person read. */
  shown: TextVersions;
  language: Language;
  ip: string;
};

/** The versions of both texts, as a form was shown with them: the terms, and the undertaking of its reader. */
export type TextVersions = { termsVersion: string; confidentialityVersion: string };

/** The versions in force, for a person of this kind. */
export function versionsFor(kind: UserKind): TextVersions {
  return { termsVersion: textsInForce.terms, confidentialityVersion: textsInForce[undertakingOf(kind)] };
}

/**
 * Records that a person accepted the terms of use and the confidentiality undertaking (F-018, F-055, A-20): who, for which dossier, which version, in which
 * language, when. Recorded twice, it counts once.
 *
 * @throws AppError `auth.terms_changed` when others came into force since these were shown.
 */
export async function acceptTerms(
  { db, now }: { db: Database; now: () => Date },
  { by, kind = 'consumer', for: dossierId, shown, language, ip }: TermsAcceptance,
): Promise<void> {
  demandInForce(shown, kind);
  const acceptance = { userId: by, dossierId, language, acceptedAt: now().toISOString(), ip: ip || null };
  await insertAcceptances(db, acceptance, [
    { kind: 'terms', version: shown.termsVersion },
    { kind: undertakingOf(kind), version: shown.confidentialityVersion },
  ]);
}

/** @throws AppError `auth.terms_changed` when the texts changed since they were shown: the new ones are read first. */
export function demandInForce(shown: TextVersions, kind: UserKind = 'consumer'): void {
  const { termsVersion, confidentialityVersion } = versionsFor(kind);
  if (shown.termsVersion !== termsVersion || shown.confidentialityVersion !== confidentialityVersion)
    throw new AppError('auth.terms_changed');
}
