import { describe, expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { people, type Place } from '#domain/testing/people.ts';
import { acts, mediatorProposed, represented, type Story } from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { proposalFacts } from '#web/server/services/dossier/proposals/proposal-facts.ts';
import { presentCard } from './present-card.server.ts';

/** What the card of the mediator's proposal says of the answers, as one of the dossier's people reads it. */
function answers(story: Story, place: Exclude<Place, 'system'>): string {
  const proposal = story.state.proposals.at(-1)!;
  const facts = proposalFacts(openedBy(story, place), { proposal, number: 3, contents: new Map() });
  const { acceptances, revisions } = presentCard(readerOf('fr'), facts, { yes: '', no: '', documents: {} });
  return [...acceptances, ...revisions].join('\n');
}

describe('the answers on a card are said to whoever gave them', () => {
  const accepted = mediatorProposed().give(people.consumer, acts.accept('p3'));
  const asked = mediatorProposed().give(people.consumer, acts.askForRevision('p3'));

  test('A-17 F-071 whoever is represented does not read that they accepted what somebody else accepted for them', () => {
    expect(answers(accepted, 'consumer')).toContain('Vous avez accepté cette version');
    const byFriend = represented(mediatorProposed()).give(people.friend, acts.accept('p3'));
    expect(answers(byFriend, 'friend')).toContain('Vous avez accepté cette version');
    expect(answers(byFriend, 'consumer')).toContain('Votre côté a accepté cette version');
    expect(answers(represented(accepted), 'friend')).toContain('Votre côté a accepté cette version');
  });

  test('F-115 A-17 nobody reads that they can still accept who cannot', () => {
    expect(answers(asked, 'consumer')).toMatch(/Vous avez demandé une autre version.*Vous pouvez encore accepter\./s);
    expect(answers(represented(asked), 'consumer')).not.toContain('encore accepter');
    expect(answers(represented(asked), 'friend')).toMatch(/Votre côté a demandé.*Vous pouvez encore accepter\./s);
  });

  test('A-08 whoever has accepted reads on the card that the other side has left the mediation', () => {
    expect(answers(accepted, 'consumer')).toContain('L’entente existera quand l’autre partie l’acceptera aussi.');
    const left = accepted.give(people.clerk, acts.leave);
    expect(answers(left, 'consumer')).toContain('L’autre partie s’est retirée de la médiation');
    expect(answers(left, 'consumer')).not.toContain('L’entente existera');
    const leaver = mediatorProposed().give(people.consumer, acts.leave).give(people.consumer, acts.accept('p3'));
    expect(answers(leaver, 'consumer')).toContain('Votre côté s’est retiré de la médiation');
  });
});
