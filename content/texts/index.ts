import type { i18n, TFunction } from 'i18next';
import { createTexts } from './create.ts';
import en from './en/index.ts';
import fr from './fr/index.ts';

/** Languages people are served in; French first (B-12). */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Finds the text of a key such as `errors:proposal.stale`; parameters are `{{name}}`, plurals `_one` and `_other`. */
export type Translate = TFunction;

const resources = { fr, en };
const instances = new Map<Language, i18n>();

/** The i18next instance of a language; made once, loaded at once, never falls back to the other language. */
function texts(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createTexts(language, resources[language]);
  instances.set(language, instance);
  return instance;
}

/** Shorthand for `texts(language).t`. */
export function translator(language: Language): Translate {
  return texts(language).t;
}

/** The language asked for when the platform has it, otherwise French. */
export function languageOf(value: string | null | undefined): Language {
  return value === 'en' ? 'en' : 'fr';
}
