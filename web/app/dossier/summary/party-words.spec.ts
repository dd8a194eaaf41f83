import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { presentSummary } from './present.server.ts';

const contact = { email: '', phone: '', addressLine: '', city: '', province: '', postalCode: '' };
const representative = { name: 'Hugo Caron', email: '', phone: '', relationship: 'ami' };

/** The notes under the two parties. */
function notes({ active, over, answering = false }: { active: boolean; over: boolean; answering?: boolean }) {
  const { parties } = presentSummary(readerOf('fr'), {
    ending: null,
    leaving: null,
    parties: {
      consumer: { name: 'Claire Roy', ...contact },
      representative: { ...representative, active },
      merchant: { name: 'Meubles Boréal', ...contact },
      branch: '',
      contactPerson: '',
      handler: null,
      respondent: null,
      over,
      answering,
      mediator: null,
    },
    representation: null,
    problem: null,
    office: null,
    history: [],
    historyCut: null,
  });
  return parties.map(({ note }) => note);
}

test('F-071 F-087 of a dossier that is over nobody is said to act, or not to have taken charge for the moment', () => {
  expect(notes({ active: true, over: false })).toEqual([
    'Cette personne agit pour la partie consommatrice. Elle seule peut agir.',
    'Personne n’a le dossier en charge pour le moment.',
  ]);
  expect(notes({ active: true, over: true })).toEqual([
    'Cette personne représente la partie consommatrice.',
    'Personne n’a pris le dossier en charge.',
  ]);
  // Closed by an agreement, with messages open: somebody may take charge.
  expect(notes({ active: true, over: true, answering: true })[1]).toBe(
    'Personne n’a le dossier en charge pour le moment.',
  );
  expect(notes({ active: false, over: false })[0]).toBe('Invitation envoyée, pas encore acceptée.');
});
