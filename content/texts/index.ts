import type { TFunction } from 'i18next';
import { createTexts } from './create.ts';
import en from './en/index.ts';
import fr from './fr/index.ts';
import { resolvedOnce } from './resolved-once.ts';

/** Languages people are served in; French first (B-12). */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Finds the text of a key such as `errors:proposal.stale`; parameters are `{{name}}`, plurals `_one` and `_other`. */
export type Translate = TFunction;

const resources = { fr, en };
const translators = new Map<Language, Translate>();

/** The translate function of a language; made once, loaded at once, never falls back to the other language. */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = resolvedOnce(createTexts(language, resources[language]));
  translators.set(language, made);
  return made;
}

/** The language asked for when the platform has it, otherwise French. */
export function languageOf(value: string | null | undefined): Language {
  return value === 'en' ? 'en' : 'fr';
}
