import { expect, test } from '@jest/globals';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

test('F-117 §6 in the list, the side that accepted the mediator’s proposal waits; the other is awaited as before and learns nothing', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  await play.step({ by: 'mediator', act: 'propose' });
  const awaited = async (userId: string) =>
    (await site.pages.get(userId, '/dossiers?vue=a-vous')).html.includes(`/dossiers/${play.dossierId}"`);
  const turns = () => Promise.all([consumer, clerk, mediator].map(({ userId }) => turnOf(userId, play.dossierId)));
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, true]);
  expect(await turns()).toEqual(['C’est à vous', 'C’est à vous', 'Les deux parties']);
  await play.step({ by: 'consumer', act: 'acceptProposal' });
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([false, true]);
  expect(await turns()).toEqual(['Commerçant', 'C’est à vous', 'Commerçant']);
  // A new version voids the acceptance.
  await play.step({ by: 'mediator', act: 'editProposal' });
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, true]);
  await play.step({ by: 'clerk', act: 'acceptProposal' });
  expect([await awaited(consumer.userId), await awaited(clerk.userId)]).toEqual([true, false]);
  expect(await turns()).toEqual(['C’est à vous', 'Partie consommatrice', 'Partie consommatrice']);
});

/** « À qui le tour » in the dossier's row of this person's list. */
async function turnOf(userId: string, dossierId: string): Promise<string> {
  const { html } = await site.pages.get(userId, '/dossiers');
  const row = html.split('<tr').find((each) => each.includes(`/dossiers/${dossierId}"`)) ?? '';
  const [, cell = ''] = /data-label="À qui le tour"[^>]*>(.*?)<\/td>/.exec(row) ?? [];
  return cell.replaceAll(/<[^>]+>/g, '');
}
