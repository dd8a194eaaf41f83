import { describe, expect, test } from '@jest/globals';
import { platformErrorCodes } from '#contracts/errors.ts';
import { domainErrorCodes } from '#domain/dossier/errors.ts';
import { lists } from '../lists/index.ts';
import en from './en/index.ts';
import fr from './fr/index.ts';
import { languages, translator } from './index.ts';
import { leaves, placeholders, wrongInFrench, wrongInText } from './parity.ts';
import { typeset } from './typography.ts';

const french = leaves(fr);
const english = leaves(en);

describe('B-12 French and English are at parity', () => {
  test('both languages have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  test('a text has the same placeholders in both languages', () => {
    const differing = [...french].filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('no text is empty, shouts, or carries stray spaces', () => {
    const wrong = [...french, ...english].flatMap(([key, text]) => wrongInText(text).map((what) => `${key}: ${what}`));
    expect(wrong).toEqual([]);
  });

  test('French texts are set with the spaces of French', () => {
    const wrong = [...french].flatMap(([key, text]) => wrongInFrench(typeset(text)).map((what) => `${key}: ${what}`));
    expect(wrong).toEqual([]);
  });

  test('every item of every list has both labels, well set, under a code of its own', () => {
    const wrong: string[] = [];
    for (const [name, items] of Object.entries(lists)) {
      const codes = items.map((item) => item.code);
      if (new Set(codes).size !== codes.length) wrong.push(`${name}: a code appears twice`);
      for (const item of items) {
        const problems = [...wrongInText(item.fr), ...wrongInText(item.en), ...wrongInFrench(typeset(item.fr))];
        wrong.push(...problems.map((what) => `${name}.${item.code}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every refusal has a sentence', () => {
  const codes = [...domainErrorCodes, ...platformErrorCodes];

  test.each(languages)('in %s, for each code of the rules and of the platform', (language) => {
    const t = translator(language);
    const silent = codes.filter((code) => t(`errors:${code}`) === code || !/[.]$/.test(t(`errors:${code}`)));
    expect(silent).toEqual([]);
  });

  test('and no sentence is left for a code that no longer exists', () => {
    const known = new Set<string>(codes);
    expect([...leaves(fr.errors).keys()].filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('typography', () => {
  test('spaces that must not break are made so, and only those', () => {
    expect(typeset('Voir « Mes dossiers » : 1 234,56 $, 10 % et plus')).toBe(
      'Voir «\u00a0Mes dossiers\u00a0»\u00a0: 1\u00a0234,56\u00a0$, 10\u00a0% et plus',
    );
    expect(typeset('{{count}} dossiers à 14:02; https://exemple')).toBe('{{count}} dossiers à 14:02; https://exemple');
  });

  test('what is badly set is seen', () => {
    expect(wrongInFrench('Attention:')).not.toEqual([]);
    expect(wrongInFrench('« mot »')).not.toEqual([]);
    expect(wrongInFrench('Vraiment ?')).not.toEqual([]);
    expect(wrongInText('Bravo!')).not.toEqual([]);
    expect(wrongInText(' ')).not.toEqual([]);
  });
});
