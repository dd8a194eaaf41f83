import { describe, expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { people } from '#domain/testing/people.ts';
import {
  acts,
  agreed,
  closingAnnounced,
  countered,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorProposed,
  represented,
  submitted,
  type Story,
} from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { turnPanelOf } from '#web/server/services/dossier/shell/turn-panel.ts';
import { presentTurnPanel } from './present-turn-panel.server.ts';

/** « À qui le tour » as one of the dossier's people reads it. */
function panel(story: Story, place: Parameters<typeof openedBy>[1], row?: Parameters<typeof openedBy>[2]) {
  const { heading, what, by, notes } = presentTurnPanel(
    readerOf('fr'),
    turnPanelOf(openedBy(story, place, row)),
    story.state.id,
  );
  return { heading, what, by, notes };
}

const places = ['consumer', 'clerk', 'respondent', 'otherClerk', 'officer'] as const;
const gone = { handler: null };

describe('what « À qui le tour » says is true in every state', () => {
  test('B-01 A-09 nobody reads that the negotiation goes on once a mediator handed the dossier back', () => {
    const recused = inMediation().give(people.mediator, acts.recuse);
    for (const place of places) {
      expect(panel(recused, place).what).not.toMatch(/négociation|demandée/);
      expect(panel(mediationRequested(), place).what).toContain('La médiation est demandée.');
    }
    expect(panel(recused, 'consumer').what).toContain('L’Office désigne une autre personne');
    expect(panel(recused, 'officer').what).toBe('Personne ne mène plus cette médiation. Désignez une autre personne.');
  });

  test('A-24 the target date of a mediation is announced as such, and not as that of an answer', () => {
    for (const place of places) {
      expect(panel(inMediation(), place).by).toMatch(/^La médiation vise à se terminer d’ici le/);
    }
    expect(
      panel(
        submitted().pass('takeChargeReminder:1').pass('takeChargeReminder:2').pass('takeChargeReminder:3'),
        'consumer',
      ).by,
    ).toMatch(/^Sans réponse d’ici le/);
  });

  test('B-02 a mediator who is awaited reads of their own ladder, and that it is about what they do', () => {
    expect(panel(inMediation(), 'mediator').by).toMatch(
      /^Si vous n’avez rien fait d’ici le .*, nous vous le rappellerons\.$/,
    );
    const reminded = [1, 2, 3].reduce((story, step) => story.pass(`mediatorReminder:${step}`), inMediation());
    expect(panel(reminded, 'mediator').by).toMatch(/^Si rien n’est fait d’ici le .*, l’Office en sera averti\.$/);
  });

  test('A-06 before take-over the respondent is reminded, and no colleague is promised a reminder', () => {
    expect(panel(submitted(), 'respondent').by).toContain('nous vous le rappellerons');
    for (const place of ['clerk', 'otherClerk', 'consumer'] as const) {
      expect(panel(submitted(), place).by).toContain('nous enverrons un rappel');
    }
    expect(panel(inNegotiation(), 'clerk').by).toContain('nous vous le rappellerons');
  });

  test('A-17 F-071 who is represented does not read that they said it themself, nor that they can accept', () => {
    const asked = mediatorProposed().give(people.consumer, acts.askForRevision('p3'));
    expect(panel(asked, 'consumer').what).toMatch(/^Vous avez dit.*Vous pouvez encore accepter\.$/);
    const now = represented(asked);
    for (const place of ['consumer', 'friend'] as const) {
      expect(panel(now, place).what).toMatch(/^Votre côté a dit/);
      expect(panel(now, place).what).not.toContain('accepter');
      expect(panel(now, place).heading).toBe('On attend Inès Gagnon.');
    }
    const byFriend = represented(mediatorProposed()).give(people.friend, acts.askForRevision('p3'));
    expect(panel(byFriend, 'friend').what).toContain('Vous avez dit');
  });

  test('F-116 a mediator whose proposal does for neither side reads so', () => {
    const one = mediatorProposed().give(people.consumer, acts.askForRevision('p3'));
    expect(panel(one, 'mediator').what).toContain('ne convient pas à une partie');
    const both = one.give(people.clerk, acts.askForRevision('p3'));
    expect(panel(both, 'mediator').what).toContain('ne convient à aucune des deux parties');
    // §6: neither side learns what the other answered.
    for (const place of ['consumer', 'clerk', 'respondent', 'otherClerk', 'officer'] as const) {
      expect(panel(both, place).what).not.toContain('aucune des deux');
    }
  });

  test('F-131 an announced closing is said to all who read the discussion space, and to nobody else; the mediator is led to it', () => {
    const written = (story: Story, place: Parameters<typeof openedBy>[1]) => {
      const { main, others } = presentTurnPanel(readerOf('fr'), turnPanelOf(openedBy(story, place)), story.state.id);
      return { main: main?.label ?? null, others: others.map(({ label }) => label) };
    };
    const said = /^La fermeture du dossier sans entente a été annoncée/;
    for (const story of [closingAnnounced(), mediatorProposed().give(people.mediator, acts.announce)]) {
      for (const place of ['consumer', 'clerk', 'respondent', 'mediator'] as const) {
        expect(panel(story, place).notes).toContainEqual(expect.stringMatching(said));
      }
      for (const place of ['otherClerk', 'officer'] as const) {
        expect(JSON.stringify(panel(story, place))).not.toMatch(/annonc|fermer/);
      }
    }
    expect(panel(closingAnnounced(), 'mediator').what).toBe(
      'Vous avez annoncé aux parties la fermeture du dossier. Vous pouvez le fermer.',
    );
    expect(panel(closingAnnounced(), 'consumer').what).not.toContain('fera une proposition');
    expect(written(closingAnnounced(), 'mediator').main).toBe('Fermer le dossier');
    expect(written(inMediation(), 'mediator').others).toContain('Annoncer la fermeture du dossier');
    const left = inMediation().give(people.consumer, acts.leave);
    expect(panel(left, 'mediator').what).toContain('Annoncez aux parties la fermeture');
    expect(written(left, 'mediator').main).toBe('Annoncer la fermeture du dossier');
    const toldToo = left.give(people.mediator, acts.announce);
    expect(panel(toldToo, 'mediator').what).not.toContain('Annoncez');
    expect(panel(toldToo, 'consumer').what).toContain('se retire de la médiation');
    expect(written(toldToo, 'mediator').main).toBe('Fermer le dossier');
  });

  test('A-22 once who had charge has left the company, its people read that nobody acts', () => {
    for (const place of ['respondent', 'otherClerk'] as const) {
      for (const story of [inNegotiation(), mediatorProposed()]) {
        const { heading, what, notes } = panel(story, place, gone);
        expect({ heading, what }).not.toMatchObject({ what: expect.stringContaining('Cette personne') });
        expect(notes).toEqual([expect.stringContaining('Plus personne de votre entreprise')]);
      }
      expect(panel(inNegotiation(), place).what).toContain('Cette personne peut');
      expect(panel(inNegotiation(), place).notes).not.toContainEqual(expect.stringContaining('Plus personne'));
      expect(panel(submitted(), place).notes).toEqual([]);
    }
    expect(panel(countered(), 'consumer', gone).notes).toEqual([]);
  });

  test('F-103 when the days of messages are over nobody is told that they still serve, though the dossier has not noted it yet', () => {
    const story = agreed();
    const last = story.state.messagesOpenUntil!;
    expect(panel(story.at(last), 'consumer').what).toContain('les messages servent');
    const over = panel(story.at(new Date(Date.parse(last) + 1).toISOString()), 'consumer');
    expect(over).toMatchObject({ heading: 'Personne n’est attendu.', what: 'Il n’y a rien à faire dans ce dossier.' });
    expect(over.by).toContain('sera effacé');
  });
});
