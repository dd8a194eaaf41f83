import { expect, test } from '@jest/globals';
import { createTexts } from './create.ts';
import en from './en/index.ts';
import fr from './fr/index.ts';
import { languages } from './index.ts';
import { resolvedOnce } from './resolved-once.ts';

const resources = { fr, en };
type Say = (key: string | string[], params?: Record<string, unknown>) => unknown;

/** Every key of a tree of texts, as it is asked for. */
function keysOf(tree: object, path: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : keysOf(value as object, `${path}${name}.`),
  );
}

test.each(languages)('every text is said as the library says it, whatever is put in it (%s)', (language) => {
  const instance = createTexts(language, resources[language]);
  const asked = instance.t as unknown as Say;
  const say = resolvedOnce(instance) as unknown as Say;
  const keys = Object.entries(resources[language]).flatMap(([namespace, texts]) => keysOf(texts, `${namespace}:`));
  expect(keys.length).toBeGreaterThan(1_000);
  for (const key of keys) {
    const plural = /^(.*)_(one|other|many)$/.exec(key);
    const names = [...String(asked(key, { skipInterpolation: true })).matchAll(/\{\{(\w+)/g)].map(([, name]) => name!);
    for (const value of ['Alice', 'Boréal inc.', '{{other}} $t(x) & <b>', '']) {
      const params = Object.fromEntries(names.map((name) => [name, value]));
      expect([key, say(key, params)]).toEqual([key, asked(key, params)]);
      // The second time it is not looked up.
      expect([key, say(key, params)]).toEqual([key, asked(key, params)]);
      if (!plural) continue;
      for (const count of [0, 1, 2, 1_000_000]) {
        const counted = { ...params, count };
        expect([key, say(plural[1]!, counted)]).toEqual([key, asked(plural[1]!, counted)]);
      }
    }
  }
});

test('what is asked for in another way is left to the library', () => {
  const instance = createTexts('en', { common: { open: 'Open', of: 'Files of {{name}}.' } });
  const asked = instance.t as unknown as Say;
  const say = resolvedOnce(instance) as unknown as Say;
  const ways: Parameters<Say>[] = [
    ['missing'],
    ['missing', { defaultValue: 'Something else' }],
    [['missing', 'open']],
    ['of'],
    ['of', { name: undefined }],
    ['of', { name: 'Alice', lng: 'en' }],
  ];
  for (const way of ways) expect(say(...way)).toEqual(asked(...way));
});
