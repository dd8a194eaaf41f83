import type { Reader } from '#content/reader.ts';
import { termsDocument, undertakingOf, type TermsKind } from '#content/terms/index.ts';
import type { UserKind } from '#web/server/services/accounts/types.ts';

/** One of the texts in force, for everyone to read. */
export function presentText({ language }: Reader, kind: TermsKind) {
  return termsDocument(kind, language);
}

/** Both texts in force, to read before they are accepted (F-018, F-055), and the versions that they are; `kind`: of who accepts. */
export function presentTerms(reader: Reader, kind: UserKind = 'consumer') {
  const terms = presentText(reader, 'terms');
  const undertaking = presentText(reader, undertakingOf(kind));
  return {
    documents: [terms, undertaking],
    termsVersion: terms.version,
    confidentialityVersion: undertaking.version,
  };
}
