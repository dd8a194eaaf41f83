import { createTexts } from './create.ts';
import { withFillers } from './grammar.ts';

const texts = (language: 'fr' | 'en', text: string) => {
  const instance = createTexts(language, { common: { text } });
  return (values: Record<string, string>) => instance.t('text', values);
};

describe('what is put in a text', () => {
  it('is elided in French before a vowel, accents and ligatures included', () => {
    const t = texts('fr', 'Dossiers de {{merchant}}, et que {{other}} lira');
    expect(t({ merchant: 'Ameublement Boréal', other: 'Électro Nordet' })).toBe(
      'Dossiers d’Ameublement Boréal, et qu’Électro Nordet lira',
    );
    expect(t({ merchant: 'Rénovations Tilleul', other: 'Œuvres du Nord' })).toBe(
      'Dossiers de Rénovations Tilleul, et qu’Œuvres du Nord lira',
    );
  });

  it('is not elided before a number, nor after a word that only ends like « de »', () => {
    expect(texts('fr', 'plus de {{count}}')({ count: '11' })).toBe('plus de 11');
    expect(texts('fr', 'Aide {{name}}')({ name: 'Alice' })).toBe('Aide Alice');
  });

  it('ends a sentence with one full stop', () => {
    const open = texts('en', 'Messages stay open until {{until}}. Write before.');
    expect(open({ until: 'Monday, 11:59 p.m.' })).toBe('Messages stay open until Monday, 11:59 p.m. Write before.');
    expect(open({ until: 'Monday, noon' })).toBe('Messages stay open until Monday, noon. Write before.');
    expect(texts('fr', 'Au nom de {{name}}.')({ name: 'Ameublement inc.' })).toBe('Au nom d’Ameublement inc.');
  });

  it('leaves a file’s name alone', () => {
    expect(withFillers('Entente {{number}}.docx')).toBe('Entente {{number}}.docx');
  });

  it('leaves alone what people wrote', () => {
    expect(texts('fr', 'Raison : {{reason}}')({ reason: 'la lettre de Alice..' })).toBe(
      'Raison\u00a0: la lettre de Alice..',
    );
  });
});
