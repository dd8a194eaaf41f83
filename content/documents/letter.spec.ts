import { expect, test } from '@jest/globals';
import { letterCases } from '#domain/dossier/letters.ts';
import { languages } from '../texts/index.ts';
import { letterDocument } from './letter.ts';

const model = {
  number: '2026-000042',
  officeName: 'Office',
  officeEmail: 'office@parle.example',
  address: 'https://parle.example',
  today: '2026-03-12',
  to: { name: 'Meubles Boréal', attention: 'Luc Côté', lines: ['1, rue Un', 'Québec QC G1A 1A1'] },
  consumerName: 'Claire Roy',
  merchantName: 'Meubles Boréal',
  since: '2026-02-20T15:00:00.000Z',
};

test.each(languages.flatMap((language) => letterCases.map((about) => [language, about] as const)))(
  'F-136 B-11 the letter in %s about %s: names, number, dates, where to answer',
  (language, about) => {
    const { blocks } = letterDocument({ ...model, about }, language);
    const said = JSON.stringify(blocks);
    for (const words of ['2026-000042', 'Claire Roy', 'Luc Côté', '1, rue Un', 'https://parle.example', 'office@parle'])
      expect(said).toContain(words);
    expect(said).toContain(language === 'fr' ? '20 février 2026' : 'February 20, 2026');
    expect(said).toContain(language === 'fr' ? '12 mars 2026' : 'March 12, 2026');
    expect(said).not.toMatch(/\{\{|undefined/);
  },
);

test.each(languages)('F-136 no two cases have the same letter in %s', (language) => {
  const letters = letterCases.map((about) => JSON.stringify(letterDocument({ ...model, about }, language)));
  expect(new Set(letters).size).toBe(letterCases.length);
});
