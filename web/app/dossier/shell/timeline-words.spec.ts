import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import {
  closedByConsumer,
  expired,
  inMediation,
  mediationRequested,
  refused,
  submitted,
  type Story,
} from '#domain/testing/story.ts';
import { timelineOf } from '#web/server/services/dossier/shell/timeline.ts';
import { presentTimeline } from './present-timeline.server.ts';

/** What the phases say of where they stand, by their keys. */
const said = ({ state }: Story) =>
  Object.fromEntries(presentTimeline(readerOf('fr'), timelineOf(state)).map(({ key, stateText }) => [key, stateText]));

test('F-002 of a dossier that is over, no phase is to come', () => {
  for (const over of [refused(), closedByConsumer(), expired()]) {
    expect(Object.values(said(over))).not.toContain('à venir');
  }
  expect(said(refused())['negotiation']).toBe('n’a pas eu lieu');
  expect(said(closedByConsumer())['negotiation']).toBe('fait');
  expect(said(expired())['submitted']).toBe('n’a pas eu lieu');
  expect(said(submitted())['negotiation']).toBe('à venir');
});

test('F-105 a mediation that was asked for is not only possible', () => {
  expect(said(submitted())['mediation']).toBe('possible');
  expect(said(mediationRequested())['mediation']).toBe('demandée');
  expect(said(inMediation())['mediation']).toBe('en cours');
});
