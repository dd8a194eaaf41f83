import type { Language } from '../texts/index.ts';
import { typesetAll } from '../texts/typography.ts';
import { confidentiality20261101 } from './confidentiality-2026-11-01.ts';
import { terms20261101 } from './terms-2026-11-01.ts';
import type { TermsText } from './types.ts';
import { confidentialityVersion, termsVersion } from './versions.ts';

export type TermsKind = 'terms' | 'confidentiality';
export type TermsDocument = TermsText & { kind: TermsKind; version: string };

const texts: Record<TermsKind, Record<string, Record<Language, TermsText>>> = {
  terms: { '2026-11-01': terms20261101 },
  confidentiality: { '2026-11-01': confidentiality20261101 },
};

const inForce: Record<TermsKind, string> = { terms: termsVersion, confidentiality: confidentialityVersion };

/**
 * A text that people accept, in its version in force or a former one.
 * @throws Error for a version that never was.
 */
export function termsDocument(kind: TermsKind, language: Language, version: string = inForce[kind]): TermsDocument {
  const text = texts[kind][version]?.[language];
  if (!text) throw new Error(`no ${kind} of ${version}`);
  return { kind, version, ...(language === 'fr' ? typesetAll(text) : text) };
}
