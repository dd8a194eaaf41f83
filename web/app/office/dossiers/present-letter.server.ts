import { letterDocument } from '#content/documents/letter.ts';
import { translator, type Language } from '#content/texts/index.ts';
import type { LetterWords } from '#web/server/services/office/letter.ts';

/** The Office's letter in the language of whoever receives it, which may not be the officer's. */
export function letterWords(language: Language): LetterWords {
  return {
    document: (facts) => letterDocument(facts, language),
    fileName: (number) => translator(language)('documents:letter.fileName', { number }),
  };
}
