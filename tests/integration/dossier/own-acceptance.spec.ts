import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPlay } from '#tests/support/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/support/engine/suite.ts';
import { startPages, type Pages } from '#tests/support/pages.ts';

let suite: EngineSuite;
let pages: Pages;
beforeAll(async () => {
  suite = await startEngineSuite();
  pages = await startPages(suite);
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

test('F-117 §6 in the list, the side that accepted the mediator’s proposal waits; the other is awaited as before and learns nothing', async () => {
  const { consumer, clerk, mediator } = suite.people;
  const play = await openPlay(suite);
  await play.toMediation();
  const proposalId = await play.propose(mediator);
  const awaited = async (userId: string) =>
    (await pages.get(userId, '/dossiers?vue=a-vous')).html.includes(`/dossiers/${play.dossierId}"`);
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, true]);
  await play.accept(consumer, proposalId);
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([false, true]);
  // A new version voids the acceptance.
  await play.edit(mediator, proposalId, 1);
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, true]);
  await play.accept(clerk, proposalId, 2);
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, false]);
});
