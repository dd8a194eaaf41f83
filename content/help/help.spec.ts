import { describe, expect, test } from '@jest/globals';
import { helpSlugs, type HelpTheme } from '#contracts/pages/index.ts';
import { keysOf } from '#domain/known-values.ts';
import { leaves, wrongInFrench, wrongInText } from '../texts/parity.ts';
import { typeset } from '../texts/typography.ts';
import { helpCheckedOn, helpText, helpTexts, type HelpBlock, type HelpText } from './index.ts';

const themes = keysOf(helpSlugs);

/** What a page is made of, without its words. */
function shapeOf({ sections }: HelpText): unknown {
  return sections.map(({ id, blocks }) => ({ id, blocks: blocks.map(shapeOfBlock) }));
}

function shapeOfBlock(block: HelpBlock): unknown {
  if (typeof block === 'string') return places(block);
  if ('list' in block) return { list: block.list.map(places) };
  if ('steps' in block) return { steps: block.steps.map(places) };
  if ('parts' in block) return { parts: block.parts.map(({ text }) => text.map(places)) };
  if ('links' in block) return { links: block.links.map(({ to, note }) => ({ to, note: note !== undefined })) };
  return { remedies: Object.keys(block.remedies) };
}

const places = (text: string) => text.match(/\{\{\w+\}\}/g) ?? [];

const linksOf = (text: HelpText) =>
  text.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (typeof block === 'object' && 'links' in block ? block.links : [])),
  );

describe.each(themes)('the help on %s', (theme: HelpTheme) => {
  const { fr, en } = { fr: helpTexts.fr[theme], en: helpTexts.en[theme] };

  test('B-12 has the same sections, items, durations and links in both languages', () => {
    expect(shapeOf(en)).toEqual(shapeOf(fr));
  });

  test('has sections with an anchor each, and links to sections that are there', () => {
    const ids = fr.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z-]*$/.test(id) || ['contenu', 'sommaire'].includes(id))).toEqual([]);
    const lost = linksOf(fr).filter(
      ({ to }) => 'theme' in to && to.section && !helpTexts.fr[to.theme].sections.some(({ id }) => id === to.section),
    );
    expect(lost).toEqual([]);
  });

  test('is well set, dated, and has a value for each of its places', () => {
    const texts = [...leaves(fr), ...leaves(en)].filter(
      ([key]) => !/\.(id|url|theme|section|page|language)$/.test(key),
    );
    const wrong = texts.flatMap(([key, text]) => wrongInText(text).map((what) => `${key}: ${what}`));
    const wrongFrench = [...leaves(fr)].flatMap(([key, text]) =>
      wrongInFrench(typeset(text)).map((what) => `${key}: ${what}`),
    );
    expect([...wrong, ...wrongFrench.filter((each) => !each.includes('url'))]).toEqual([]);
    expect(helpCheckedOn[theme]).toMatch(/^20\d\d-\d\d-\d\d$/);
    const values = {
      email: 'a@b.example',
      draft: '14',
      mediationWait: '45',
      mediationTarget: '75',
      messages: '90',
      retention: '1 an',
    };
    for (const language of ['fr', 'en'] as const)
      expect(JSON.stringify(helpText(theme, language, values))).not.toContain('{{');
  });
});
