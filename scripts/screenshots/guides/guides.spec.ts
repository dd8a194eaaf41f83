import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { languages } from '#content/texts/index.ts';
import { root } from '#scripts/system/paths.ts';
import { fileOf, guideFiles, guideNames, isPicture } from './scene.ts';
import { scenes } from './scenes.ts';
import { isOnPages } from './words.ts';

const folder = path.join(root, 'docs/guides');
const guides = languages.flatMap((language) =>
  guideNames.map((guide) => ({ language, guide, file: guideFiles[language][guide] })),
);
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const pictures = scenes.filter(isPicture);

/** Pictures of a guide in the order of its text, from the folder of the guides, with the words for those who do not see them. */
function picturesIn(file: string): { file: string; alt: string }[] {
  return [...textOf(file).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', target = '']) => ({
    alt,
    file: path.posix.join(path.posix.dirname(file), target),
  }));
}

const headingsOf = (file: string) => [...textOf(file).matchAll(/^(#+) /gm)].map(([, marks]) => marks!.length);

test.each(guides)(
  'every picture of $file is there, is taken by the script, and says what it shows',
  ({ language, guide, file }) => {
    const taken = pictures.filter((picture) => picture.guide === guide).map((picture) => fileOf(picture, language));
    const used = picturesIn(file);
    expect(used.map((one) => one.file).sort()).toEqual(taken.sort());
    expect(used.length).toBeGreaterThan(5);
    for (const { file: picture, alt } of used) {
      expect([picture, existsSync(path.join(folder, picture))]).toEqual([picture, true]);
      expect([picture, alt.length > 20]).toEqual([picture, true]);
    }
  },
);

test.each(guides)('what $file writes in bold is said by the pages, letter for letter', ({ language, file }) => {
  const bold = [...textOf(file).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!.replaceAll(/\s+/g, ' '));
  expect(bold.length).toBeGreaterThan(20);
  expect(bold.filter((words) => !isOnPages(words, language))).toEqual([]);
});

test('words that no page says are found out', () => {
  expect(isOnPages('Accepter cette proposition', 'fr')).toBe(true);
  expect(isOnPages('Prendre ce dossier à la place de Josée Fortier', 'fr')).toBe(true);
  expect(isOnPages('Accepter la proposition', 'fr')).toBe(false);
  expect(isOnPages('Accept this proposal', 'fr')).toBe(false);
});

test.each(guideNames)(
  'the guide %s has the same parts and the same pictures in both languages, in the same order',
  (guide) => {
    const { fr, en } = guideFiles;
    expect(headingsOf(en[guide])).toEqual(headingsOf(fr[guide]));
    const plain = (file: string) => picturesIn(file).map((picture) => path.posix.basename(picture.file));
    expect(plain(en[guide])).toEqual(plain(fr[guide]));
    const rows = (file: string) => textOf(file).match(/^\|/gm)?.length ?? 0;
    expect(rows(en[guide])).toBe(rows(fr[guide]));
  },
);

test('the door leads to every guide', () => {
  const door = textOf('README.md');
  for (const { file } of guides) expect(door).toContain(`(${file})`);
});
