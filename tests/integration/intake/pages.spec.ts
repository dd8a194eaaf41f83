import { expect, test } from '@jest/globals';
import { representation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const at = (play: Play, screen: string) => `/dossiers/${play.dossierId}/creation/${screen}`;

async function upload(userId: string, address: string): Promise<string> {
  const form = new FormData();
  form.append('files', new File(['%PDF-1.4\ntrailer<<>>\nstartxref\n9\n%%EOF\n'], 'evaluation.pdf'));
  const response = await fetch(site.pages.origin + address, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: {
      cookie: `pc_lang=fr; pc_session=${await site.pages.session(userId)}`,
      origin: site.suite.servers.env['PUBLIC_ORIGIN'] ?? site.pages.origin,
      'sec-fetch-site': 'same-origin',
    },
  });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

test('F-064 what supports the damages is deposited on the way, then chosen where the person was; a choice made is kept', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  await site.pages.post(consumer.userId, at(play, 'solutions'), { base: '', 'remedy[]': ['dommages'] });
  const amount = { base: '', 'dommages.amount': '72,40', 'dommages.harm': 'Visite du réparateur' };
  const asked = await site.pages.post(consumer.userId, at(play, 'details'), { ...amount, intent: 'document' });
  expect(asked).toMatchObject({ status: 303, location: `${at(play, 'documents')}?retour=details` });
  const back = await upload(consumer.userId, asked.location ?? '');
  const id = back.split('piece=')[1] ?? '';
  expect(back).toBe(`${at(play, 'details')}?piece=${id}`);
  const { html } = await site.pages.get(consumer.userId, back);
  expect(html).toMatch(new RegExp(`<option (?=[^>]*value="${id}")[^>]*selected`));
  expect(html).toContain('72,40');
  await site.pages.post(consumer.userId, at(play, 'details'), { ...amount, 'dommages.document': id });
  const second = await upload(consumer.userId, asked.location ?? '');
  const kept = (await site.pages.get(consumer.userId, second)).html;
  expect(kept).toMatch(new RegExp(`<option (?=[^>]*value="${id}")[^>]*selected`));
});

test('F-071 a represented consumer reads the whole draft and is offered nothing to write; a stranger reads nothing', async () => {
  const { consumer, friend, otherClerk } = site.suite.people;
  const play = await openPlay(site.suite);
  await site.pages.post(consumer.userId, at(play, 'precisions'), { base: '', details: 'Il dégèle la nuit.' });
  await play.run(representation);
  expect(await site.pages.get(consumer.userId, at(play, 'precisions'))).toMatchObject({
    status: 303,
    location: at(play, 'revision'),
  });
  const { status, html } = await site.pages.get(consumer.userId, at(play, 'revision'));
  expect(status).toBe(200);
  expect(html).toContain('Il dégèle la nuit.');
  expect(html).not.toContain(`href="${at(play, 'precisions')}"`);
  expect((await site.pages.post(consumer.userId, at(play, 'revision'), {})).status).toBe(403);
  expect((await site.pages.get(friend.userId, at(play, 'revision'))).html).toContain(
    `href="${at(play, 'precisions')}"`,
  );
  expect((await site.pages.get(otherClerk.userId, at(play, 'revision'))).status).toBeGreaterThanOrEqual(403);
});

test('F-071 A-05 what the steps and the page of the representative say is so for each reader: alone, invited, represented, once the time is over', async () => {
  const { consumer, friend } = site.suite.people;
  const play = await openPlay(site.suite);
  const manage = `/dossiers/${play.dossierId}/representation`;
  const read = async (userId: string, address = `/dossiers/${play.dossierId}/creation`) => {
    const { status, html } = await site.pages.get(userId, address);
    expect([address, status]).toEqual([address, 200]);
    return shown(html).replaceAll('\u00a0', ' ');
  };
  const alone = await read(consumer.userId);
  expect(alone).toContain('Personne d’autre que vous ne le voit avant.');
  expect(alone).toContain('Ajouter une représentante ou un représentant');
  await play.step(representation[0]!);
  const invited = await read(consumer.userId);
  expect(invited).toContain('Personne invitée à vous représenter');
  expect(invited).toContain('Personne d’autre que vous ne le voit avant.');
  await play.step(representation[1]!);
  const represented = await read(consumer.userId);
  expect(represented).toContain('Votre représentante ou représentant');
  expect(represented).toContain('seules la personne représentée et celle qui la représente le voient');
  expect(represented).not.toContain('Vous pouvez partir et revenir.');
  const acting = await read(friend.userId);
  expect(acting).toContain('Votre rôle de représentation');
  expect(acting).not.toContain('Votre représentante ou représentant');
  expect(await read(friend.userId, at(play, 'vous'))).toContain('Coordonnées de la personne représentée');
  expect(await read(friend.userId, at(play, 'revision'))).toContain('Coordonnées de la personne représentée');
  expect(await read(consumer.userId, manage)).toContain('Vous pouvez demander à une personne de confiance');
  await play.step({ by: 'friend', act: 'submitDossier' });
  await play.step({ by: 'friend', act: 'closeDossier' });
  expect(await read(consumer.userId, manage)).toContain('Ce dossier n’est plus ouvert');
  const over = await read(friend.userId, manage);
  expect(over).not.toContain('vous seul pouvez répondre');
  expect(over).not.toContain('agira elle-même');
});

const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

test('B-03 documents named in two windows: a name given elsewhere is not written over unseen, and the window says so', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  const address = at(play, 'documents');
  await upload(consumer.userId, address);
  await upload(consumer.userId, address);
  const { html } = await site.pages.get(consumer.userId, address);
  const { base = '' } = site.pages.hidden(html, 'base');
  const [first = '', second = ''] = [...html.matchAll(/name="title-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
  const name = (titles: Record<string, string>, seen = base) =>
    site.pages.post(consumer.userId, address, { ...titles, base: seen });
  const titles = async () =>
    (
      await site.suite.pool.query<{ id: string; title: string }>(
        `select id, title from document where dossier_id = $1 order by id`,
        [play.dossierId],
      )
    ).rows.map(({ id, title }) => [id, title]);
  expect((await name({ [`title-${first}`]: 'Facture AILLEURS' })).status).toBe(303);
  // Another document is no one else's business; the same words are no conflict.
  expect((await name({ [`title-${second}`]: 'Photo' })).status).toBe(303);
  expect((await name({ [`title-${first}`]: 'Facture AILLEURS' })).status).toBe(303);
  const refused = await name({ [`title-${first}`]: 'Facture ICI' });
  expect(refused.status).toBe(409);
  expect(shown(refused.html)).toContain('modifiée dans une autre fenêtre');
  expect(shown(refused.html)).toContain('value="Facture ICI"');
  expect(new Map((await titles()) as [string, string][]).get(first)).toBe('Facture AILLEURS');
  const seen = site.pages.hidden(refused.html, 'base')['base'] ?? '';
  expect((await name({ [`title-${first}`]: 'Facture ICI' }, seen)).status).toBe(303);
  const autosave = `${address}/enregistrer`;
  const late = await site.pages.post(consumer.userId, autosave, { [`title-${first}`]: 'Facture LA-BAS', base });
  expect([late.status, JSON.parse(late.html)]).toEqual([409, { code: 'conflict' }]);
  const long = await name({ [`title-${first}`]: `Trop ${'long '.repeat(30)}` }, seen);
  expect(long.status).toBe(422);
  expect(shown(long.html)).toContain('Trop long long');
  expect(new Map((await titles()) as [string, string][]).get(first)).toBe('Facture ICI');
});

test('B-03 what was being written while the dossier was submitted elsewhere is shown, with why it is not saved', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  const { html } = await site.pages.get(consumer.userId, at(play, 'precisions'));
  const page = site.pages.hidden(html, 'details');
  await play.step({ by: 'consumer', act: 'submitDossier' });
  const late = await site.pages.post(consumer.userId, at(play, 'precisions'), { ...page, details: 'TROP-TARD texte' });
  expect(late.status).toBe(409);
  expect(shown(late.html)).toContain('a déjà été transmis');
  expect(shown(late.html)).toContain('TROP-TARD texte');
  const autosave = await site.pages.post(consumer.userId, at(play, 'precisions/enregistrer'), {
    ...page,
    details: 'x',
  });
  const sentence = expect.stringContaining('a déjà été transmis');
  expect([autosave.status, JSON.parse(autosave.html)]).toEqual([409, { code: 'dossier.not_draft', sentence }]);
});

test('F-070 the form that named someone names nobody else: another person under its key is refused and shown', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  const address = `/dossiers/${play.dossierId}/representation`;
  const { html } = await site.pages.get(consumer.userId, address);
  const page = site.pages.hidden(html, 'relationship');
  const person = {
    lastName: 'Roy',
    relationship: 'ami',
    email: 'lea.roy@personne.example',
    adult: 'on',
    consent: 'on',
  };
  const name = (changes: Record<string, string>) =>
    site.pages.post(consumer.userId, address, { ...page, ...person, firstName: 'Léa', ...changes });
  expect([(await name({})).status, (await name({})).status]).toEqual([303, 303]);
  const other = await name({ firstName: 'Zoé', email: 'zoe.roy@personne.example' });
  expect(other.status).toBe(409);
  expect(shown(other.html)).toContain('déjà servi à envoyer autre chose');
  expect(shown(other.html)).toContain('zoe.roy@personne.example');
  const { rows } = await site.suite.pool.query(`select email::text as email from invitation where dossier_id = $1`, [
    play.dossierId,
  ]);
  expect(rows).toEqual([{ email: 'lea.roy@personne.example' }]);
});
