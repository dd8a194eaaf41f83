import type { Reader } from '#content/reader.ts';
import { termsDocument, type TermsKind } from '#content/terms/index.ts';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';

/** One of the texts in force, for everyone to read. */
export function presentText({ language }: Reader, kind: TermsKind) {
  return termsDocument(kind, language);
}

/** Both texts in force, to read before they are accepted (F-018, F-055), and the versions that they are. */
export function presentTerms(reader: Reader) {
  return {
    documents: [presentText(reader, 'terms'), presentText(reader, 'confidentiality')],
    termsVersion,
    confidentialityVersion,
  };
}
