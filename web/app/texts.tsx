import { createContext, useContext, type ReactNode } from 'react';
import type { Language, Translate } from '#content/texts/index.ts';

type Texts = { language: Language; t: Translate; nonce?: string };

const TextsContext = createContext<Texts | null>(null);

/** Provides the page with its texts: on the server the request's, in the browser those of the one language that was fetched. */
export function TextsProvider({ language, t, nonce = '', children }: Texts & { children: ReactNode }) {
  return <TextsContext.Provider value={{ language, t, nonce }}>{children}</TextsContext.Provider>;
}

/** The translate function of the reader's language: `t('account:signIn.title')`. */
export function useT(): Translate {
  return useTexts().t;
}

/** The reader's language, for dates, amounts and `lang`. */
export function useLanguage(): Language {
  return useTexts().language;
}

/** The policy's nonce while rendering on the server; browsers hide it from scripts, so '' there. */
export function useNonce(): string {
  return useTexts().nonce ?? '';
}

function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('TextsProvider is missing above this component.');
  return texts;
}
