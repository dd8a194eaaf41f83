import { createInstance, type i18n } from 'i18next';
import type { Language } from './index.ts';
import { typesetAll } from './typography.ts';

/**
 * An i18next instance of one language, from its texts; loaded at once, never falls back to the other language. Apart from
 * index.ts so that a browser gets the code without both languages.
 */
export function createTexts(language: Language, namespaces: Record<string, object>): i18n {
  const spaced = language === 'fr' ? typesetAll(namespaces) : namespaces;
  const instance = createInstance({
    lng: language,
    resources: { [language]: spaced as Record<string, Record<string, string>> },
    ns: Object.keys(namespaces),
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  void instance.init();
  return instance;
}
