import { createInstance, type i18n } from 'i18next';
import type { Language } from './index.ts';
import { fillers, withFillers } from './grammar.ts';
import { eachText, typeset } from './typography.ts';

/**
 * An i18next instance of one language, from its texts; loaded at once, never falls back to the other language. Apart from
 * index.ts so that a browser gets the code without both languages.
 */
export function createTexts(language: Language, namespaces: Record<string, Record<string, unknown>>): i18n {
  const spaced = eachText(namespaces, (text) => withFillers(language === 'fr' ? typeset(text) : text));
  const instance = createInstance({
    lng: language,
    resources: { [language]: spaced },
    ns: Object.keys(namespaces),
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  void instance.init();
  for (const [name, fill] of Object.entries(fillers)) {
    instance.services.formatter?.add(name, (value: unknown) => fill(String(value)));
  }
  return instance;
}
