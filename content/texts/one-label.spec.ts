import { expect, test } from '@jest/globals';
import { languages, translator } from './index.ts';

test.each(languages)(
  'A-16 the terms of an agreement have one label in forms, sheets, comparisons and documents (%s)',
  (language) => {
    const t = translator(language);
    const labels = [
      t('filing:fields.terms.label'),
      t('proposals:terms'),
      t('proposals:agreementPreview.terms'),
      t('proposals:compare.terms'),
    ];
    expect(new Set(labels).size).toBe(1);
    if (language === 'fr') {
      expect(labels[0]).toBe('Précisions et modalités d’application de l’entente (délais, conditions, etc.)');
    }
  },
);
