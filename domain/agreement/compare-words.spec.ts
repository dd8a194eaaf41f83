import fc from 'fast-check';
import { compareWords } from './compare-words.ts';

const text = (change: 'added' | 'removed', parts: ReturnType<typeof compareWords>) =>
  parts.filter((part) => part.change === 'same' || part.change === change).map((part) => part.text.trimEnd());

describe('B-13 the terms of two proposals', () => {
  it('differ by their words when most are shared', () => {
    expect(compareWords('Le magasin paie 100 $ avant Noël.', 'Le magasin paie 240 $ avant Noël.')).toEqual([
      { change: 'same', text: 'Le magasin paie ' },
      { change: 'removed', text: '100 ' },
      { change: 'added', text: '240 ' },
      { change: 'same', text: '$ avant Noël.' },
    ]);
  });

  it('are shown one after the other when less than a third is shared', () => {
    const before = 'Nous réparons à nos frais et prêtons un réfrigérateur dès cette semaine.';
    const after = 'Je préfère de l’argent : 240 $ pour la nourriture perdue, à payer un mois après.';
    expect(compareWords(before, after)).toEqual([
      { change: 'removed', text: before },
      { change: 'added', text: after },
    ]);
  });

  it('have no empty part when one of them is empty', () => {
    expect(compareWords('', 'Tout est dit.')).toEqual([{ change: 'added', text: 'Tout est dit.' }]);
    expect(compareWords('Tout est dit.', '')).toEqual([{ change: 'removed', text: 'Tout est dit.' }]);
    expect(compareWords('', '')).toEqual([]);
  });

  it('are both found whole in what is shown', () => {
    const words = fc.array(fc.constantFrom('le', 'la', 'frigo', 'paie', '240 $', '\n', 'mardi'), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const [before, after] = [first.join(' '), second.join(' ')];
        const parts = compareWords(before, after);
        const plain = (value: string) => value.split(/\s+/).filter(Boolean);
        expect(text('removed', parts).flatMap(plain)).toEqual(plain(before));
        expect(text('added', parts).flatMap(plain)).toEqual(plain(after));
      }),
    );
  });
});
