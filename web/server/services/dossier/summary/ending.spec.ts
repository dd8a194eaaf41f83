import { expect, test } from '@jest/globals';
import { people } from '#domain/testing/people.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { acts, failed, mediatorProposed, type Story } from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { endingOf } from './ending.ts';

/** How it ended, as the consumer reads it; its justification, which the database has, left aside. */
const ending = ({ state, now }: Story) => {
  if (!state.closing) throw new Error('it has not ended');
  const closed: Dossier = { ...state, closing: { ...state.closing, justificationId: null } };
  return endingOf({ db: null as never }, openedBy({ state: closed, now }, 'consumer'));
};

test('A-08 of a dossier that closed by itself after a side left, whoever left is named; of one that the mediator closed, nobody', async () => {
  const left = mediatorProposed().give(people.clerk, acts.leave).pass('withdrawalClose');
  expect(await ending(left)).toMatchObject({ by: 'system', left: { role: 'merchant', name: 'Meubles Boréal' } });
  const closed = mediatorProposed()
    .give(people.mediator, acts.announce)
    .give(people.clerk, acts.leave)
    .give(people.mediator, acts.fail);
  expect(await ending(closed)).toMatchObject({ by: 'mediator', left: null });
  expect(await ending(failed())).toMatchObject({ by: 'mediator', left: null });
});
