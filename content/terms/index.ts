import type { Language } from '../texts/index.ts';
import { typesetAll } from '../texts/typography.ts';
import { confidentiality20261101 } from './confidentiality-2026-11-01.ts';
import { office20261127 } from './office-2026-11-27.ts';
import { terms20261101 } from './terms-2026-11-01.ts';
import type { TermsText } from './types.ts';
import { confidentialityVersion, officeVersion, termsVersion } from './versions.ts';

/** `office`: the undertaking of those who act for the Office. */
export type TermsKind = 'terms' | 'confidentiality' | 'office';
export type TermsDocument = TermsText & { kind: TermsKind; version: string };

const texts: Record<TermsKind, Record<string, Record<Language, TermsText>>> = {
  terms: { '2026-11-01': terms20261101 },
  confidentiality: { '2026-11-01': confidentiality20261101 },
  office: { '2026-11-27': office20261127 },
};

const inForce: Record<TermsKind, string> = {
  terms: termsVersion,
  confidentiality: confidentialityVersion,
  office: officeVersion,
};

/**
 * A text that people accept, in its version in force or a former one.
 * @throws Error for a version that never was.
 */
export function termsDocument(kind: TermsKind, language: Language, version: string = inForce[kind]): TermsDocument {
  const text = texts[kind][version]?.[language];
  if (!text) throw new Error(`no ${kind} of ${version}`);
  return { kind, version, ...(language === 'fr' ? typesetAll(text) : text) };
}

/** Which undertaking a person accepts with the terms: those who act for the Office have their own. */
export function undertakingOf(kind: 'consumer' | 'merchant' | 'mediator' | 'officer'): 'office' | 'confidentiality' {
  return kind === 'officer' ? 'office' : 'confidentiality';
}
