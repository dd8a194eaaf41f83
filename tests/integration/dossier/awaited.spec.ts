import { expect, test } from '@jest/globals';
import { submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { playMarked } from './marked-dossier.ts';

/** Who is told that something is theirs to do, and who is not. */
const site = siteForFile();
const read = async (userId: string, address: string): Promise<string> => (await site.pages.get(userId, address)).html;

test('F-071 F-072 a proposal awaits the representative’s answer, not that of the consumer whom she represents', async () => {
  const { consumer, friend } = site.suite.people;
  const { dossierId } = await playMarked(site.suite, 'negotiation', { represented: true });
  const page = `/dossiers/${dossierId}/propositions`;
  expect(await read(friend.userId, page)).toContain('Attend votre réponse');
  const theirs = await read(consumer.userId, page);
  expect(theirs).toContain('En attente de réponse');
  expect(theirs).not.toContain('Attend votre réponse');
});

test('F-081 F-098 before take-over the merchant is told to take charge in order to write', async () => {
  const { consumer, respondent } = site.suite.people;
  const play = await openPlay(site.suite, submitted);
  const page = `/dossiers/${play.dossierId}/messages`;
  expect(await read(respondent.userId, page)).toContain('Prenez le dossier en charge pour écrire ici.');
  expect(await read(consumer.userId, page)).not.toContain('Prenez le dossier en charge');
});

test('F-104 F-140 who closes is told who receives the information kit: themselves or the other side', async () => {
  const { consumer, clerk } = site.suite.people;
  const { dossierId } = await playMarked(site.suite, 'negotiation');
  const page = `/dossiers/${dossierId}/fermeture`;
  expect(await read(consumer.userId, page)).toContain('Vous recevrez par courriel une trousse');
  expect(await read(clerk.userId, page)).toContain('La personne consommatrice recevra par courriel une trousse');
});

test('F-005 for the Office nobody is awaited in a closed dossier, in the list and on its page', async () => {
  const { officer } = site.suite.people;
  const running = await playMarked(site.suite, 'negotiation');
  const closed = await playMarked(site.suite, 'withdrawn');
  const list = await read(officer.userId, '/office/dossiers');
  const rowOf = (dossierId: string) => list.split('<tr').find((row) => row.includes(`/office/dossiers/${dossierId}"`));
  expect(rowOf(running.dossierId)).toMatch(/data-label="À qui le tour"[^>]*><bdi>Partie consommatrice</);
  expect(rowOf(closed.dossierId)).toMatch(/data-label="À qui le tour"[^>]*><bdi>—</);
  expect(await read(officer.userId, `/office/dossiers/${running.dossierId}`)).toContain('À qui le tour');
  expect(await read(officer.userId, `/office/dossiers/${closed.dossierId}`)).not.toContain('À qui le tour');
});
