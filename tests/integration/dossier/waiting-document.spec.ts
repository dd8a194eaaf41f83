import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { inNegotiation, representation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

/**
 * A file that was received and not filed, because the engine was away: it waits on the page of whoever sent it (F-033). It stays theirs when who acts for the consumer changes:
 * a represented consumer files their own (F-072), and nobody files or sees another's.
 */
const site = siteForFile();

const refused = 'Une des réponses n’est pas valable.';
const title = 'Facture qui attend';
const home = ({ dossierId }: Play) => `/dossiers/${dossierId}/documents`;
const shown = async (play: Play, by: 'consumer' | 'friend') => site.pages.get(site.suite.people[by].userId, home(play));
const filed = async (play: Play) => (await play.state()).documents;

async function file(play: Play, by: 'consumer' | 'friend', documentId: string) {
  return site.pages.post(site.suite.people[by].userId, home(play), { form_key: randomUUID(), documentId });
}

test('F-072 A-18 a consumer who is represented since files what they had begun to send, in their own name', async () => {
  const { people } = site.suite;
  const play = await openPlay(site.suite, inNegotiation);
  const documentId = await play.drafts.document(people.consumer, title);
  await play.run(representation);
  expect((await shown(play, 'consumer')).html).toContain(title);
  expect((await shown(play, 'friend')).html).not.toContain(title);
  // Whoever represents them files it for them as little as anyone else: it is refused in words, and waits on.
  const forged = await file(play, 'friend', documentId);
  expect([forged.status, await filed(play)]).toEqual([422, []]);
  expect(forged.html).toContain(refused);
  expect((await file(play, 'consumer', documentId)).status).toBe(303);
  expect(await filed(play)).toMatchObject([{ id: documentId, side: 'consumer', by: people.consumer.userId }]);
  for (const by of ['consumer', 'friend'] as const) expect((await shown(play, by)).html).toContain(title);
});

test('F-073 A-18 what a representative had begun to send is theirs alone: once the mandate is over it is filed by nobody', async () => {
  const { people } = site.suite;
  const play = await openPlay(site.suite, [...inNegotiation, ...representation]);
  const documentId = await play.drafts.document(people.friend, title);
  const before = await shown(play, 'friend');
  expect(before.html).toContain(title);
  await play.step({ by: 'consumer', act: 'removeRepresentative' });
  const late = await site.pages.post(people.friend.userId, home(play), {
    ...site.pages.hidden(before.html, 'documentId'),
    documentId,
  });
  expect([late.status, await filed(play)]).toEqual([404, []]);
  expect((await shown(play, 'consumer')).html).not.toContain(title);
  expect([(await file(play, 'consumer', documentId)).status, await filed(play)]).toEqual([422, []]);
});
