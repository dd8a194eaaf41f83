import type { Language } from '#content/texts/index.ts';
import en from '#content/texts/en/index.ts';
import fr from '#content/texts/fr/index.ts';
import * as lists from '#content/lists/index.ts';
import { isRecord } from '#contracts/unknown-values.ts';

const texts = { fr, en };

/** Every word of a tree of texts. */
function eachWord(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return isRecord(tree) ? Object.values(tree).flatMap(eachWord) : [];
}

/** Labels of the lists of choices in a language. */
function labelsOf(tree: unknown, language: Language): string[] {
  if (!isRecord(tree)) return [];
  const own = typeof tree[language] === 'string' && 'code' in tree ? [tree[language]] : [];
  return [...own, ...Object.values(tree).flatMap((each) => labelsOf(each, language))];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').trim();

function saidIn(language: Language): { exact: ReadonlySet<string>; filled: RegExp[] } {
  const all = [...eachWord(texts[language]), ...labelsOf(lists, language)].map(plain);
  // « Prendre ce dossier à la place de {{name}} » is said with any name.
  const filled = all
    .filter((text) => text.includes('{{') && text.replaceAll(/\{\{.*?\}\}/g, '').trim().length > 12)
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\{.*?\}\}/)
            .map(escaped)
            .join('.+')}$`,
        ),
    );
  return { exact: new Set(all), filled };
}

const said = { fr: saidIn('fr'), en: saidIn('en') };

/** Whether the pages say these words, alone: a button, a link, a label, a choice of a list, a heading. */
export function isOnPages(words: string, language: Language): boolean {
  const asked = plain(words);
  const { exact, filled } = said[language];
  return exact.has(asked) || filled.some((pattern) => pattern.test(asked));
}
