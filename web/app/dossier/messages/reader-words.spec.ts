import { describe, expect, test } from '@jest/globals';
import type { Thread } from '#domain/access/index.ts';
import type { Place } from '#domain/testing/people.ts';
import { acts, inMediation, inNegotiation, mediatorNamed, represented, type Story } from '#domain/testing/story.ts';
import { people } from '#domain/testing/people.ts';
import { readerOf } from '#content/reader.ts';
import { presentPeople } from './present.server.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { readersOf } from '#web/server/services/dossier/messages/thread-readers.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const inLanguage = (language: 'fr' | 'en') => (story: Story, place: Exclude<Place, 'system'>, thread: Thread) =>
  plain(presentPeople(readerOf(language), readersOf(openedBy(story, place), thread)));
const who = inLanguage('fr');

describe('« Qui lit »: the people of each conversation by name, as the matrix opens it', () => {
  test('F-113 F-123 each private talk names its two, for both of them', () => {
    expect(who(inMediation(), 'consumer', 'consumerCaucus')).toBe('Vous et Inès Gagnon (médiation)');
    expect(who(inMediation(), 'mediator', 'consumerCaucus')).toBe('Claire Roy (partie consommatrice) et vous');
    expect(who(inMediation(), 'clerk', 'merchantCaucus')).toBe('Vous et Inès Gagnon (médiation)');
    expect(who(inMediation(), 'mediator', 'merchantCaucus')).toBe('Nadia Roy (Meubles Boréal) et vous');
    expect(inLanguage('en')(inMediation(), 'mediator', 'merchantCaucus')).toBe('Nadia Roy (Meubles Boréal) and you');
  });

  test('F-039 F-124 the three-way space names the three, and the respondent, who reads it too', () => {
    expect(who(inMediation(), 'mediator', 'mediationRoom')).toBe(
      'Claire Roy (partie consommatrice), Nadia Roy (Meubles Boréal), Anne Dubé (répond pour Meubles Boréal) et vous',
    );
  });

  test('A-32 F-123 the parties’ own conversation never names the mediator', () => {
    expect(who(inMediation(), 'consumer', 'negotiation')).toBe(
      'Vous, Nadia Roy (Meubles Boréal) et Anne Dubé (répond pour Meubles Boréal)',
    );
    expect(who(inNegotiation(), 'respondent', 'negotiation')).toBe(
      'Claire Roy (partie consommatrice), Nadia Roy (Meubles Boréal) et vous',
    );
  });

  test('F-071 ADR 31 a representative reads beside whom they represent; who has not declared yet, and who has gone, is not named', () => {
    expect(who(represented(inMediation()), 'mediator', 'consumerCaucus')).toBe(
      'Claire Roy (partie consommatrice), Hugo Caron (représente la partie consommatrice) et vous',
    );
    for (const story of [mediatorNamed(), inMediation().give(people.mediator, acts.recuse)])
      expect(who(story, 'consumer', 'consumerCaucus')).toBe('Vous');
  });
});
