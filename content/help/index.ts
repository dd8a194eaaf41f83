import type { HelpTheme } from '#contracts/pages/index.ts';
import type { Language } from '../texts/index.ts';
import { eachText, typeset } from '../texts/typography.ts';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import type { HelpDurations, HelpText } from './types.ts';

export type { HelpBlock, HelpDurations, HelpLink, HelpText } from './types.ts';

/** What every page of help is, in both languages: the same sections, in the same order (F-146, F-147, F-148). */
export const helpTexts: Record<Language, Record<HelpTheme, HelpText>> = { fr: french, en: english };

/** « À jour au »: the day on which a page's facts were last checked against the law and the guide. Both languages are checked together. */
export const helpCheckedOn: Record<HelpTheme, string> = {
  process: '2026-11-26',
  participants: '2026-11-26',
  solutions: '2026-11-26',
  negotiation: '2026-11-26',
  caseLaw: '2026-11-26',
  mediation: '2026-11-26',
  merchants: '2026-11-26',
  remedies: '2026-11-26',
  questions: '2026-11-26',
  contact: '2026-11-26',
};

/**
 * A page of help, with the durations in force and the office's address in their places.
 *
 * @throws Error for a place that has no value.
 */
export function helpText(
  theme: HelpTheme,
  language: Language,
  values: Record<keyof HelpDurations | 'email', string>,
): HelpText {
  return eachText(helpTexts[language][theme], (text) => {
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = (values as Record<string, string>)[name];
      if (value === undefined) throw new Error(`help ${theme}: no ${name}`);
      return value;
    });
    return language === 'fr' ? typeset(filled) : filled;
  });
}
