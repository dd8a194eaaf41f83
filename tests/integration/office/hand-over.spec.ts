import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { secondMediator } from './second-mediator.ts';

const site = siteForFile();

const leads = async (play: Play) => (await play.state()).mediation?.mediatorId;

test('F-121 F-137 all dossiers of a mediator are given in one form, a line each; sent twice it is one act; a colleague’s is refused plainly', async () => {
  const { mediator, officer } = site.suite.people;
  const { userId: taker, name } = await secondMediator(site.suite.pool);
  const plays = [await openPlay(site.suite, inMediation), await openPlay(site.suite, inMediation)];
  const [one, two] = plays as [Play, Play];
  const address = `/office/mediateurs/${mediator.userId}/dossiers`;
  const page = await site.pages.get(officer.userId, address);
  expect(page.status).toBe(200);
  for (const { dossierId } of plays) expect(page.html).toContain(`name="to.${dossierId}"`);
  expect(page.html).toMatch(/<option value="[\w-]{36}" selected="">Inès Diaz \(Suggestion/);

  const form = { form_key: randomUUID(), [`to.${one.dossierId}`]: taker, [`to.${two.dossierId}`]: taker };
  const first = await site.pages.post(officer.userId, address, form);
  expect(first.status).toBe(200);
  expect(first.html.split(`est maintenant avec ${name}`)).toHaveLength(3);
  expect(first.html).toContain('Aucune médiation n’est en cours avec cette personne');
  expect([await leads(one), await leads(two)]).toEqual([taker, taker]);
  const events = async () => {
    const { rows } = await site.suite.pool.query(`select 1 from dossier_event where type = 'mediatorAssigned'`);
    return rows.length;
  };
  const before = await events();
  const again = await site.pages.post(officer.userId, address, form);
  expect(again.html.split(`est maintenant avec ${name}`)).toHaveLength(3);
  expect(await events()).toBe(before);

  // Another officer's page, opened before: nothing changes, and each line says why.
  const colleague = await site.pages.post(officer.userId, address, { ...form, form_key: randomUUID() });
  expect(colleague.status).toBe(409);
  expect(colleague.html.split('n’a pas changé de main')).toHaveLength(3);
  expect(await events()).toBe(before);
  const empty = await site.pages.post(officer.userId, address, { [`to.${one.dossierId}`]: '' });
  expect(empty.status).toBe(422);
});

test('F-020 F-121 the page that refuses to close an account leads to giving the dossiers, after which it closes', async () => {
  const { officer } = site.suite.people;
  const { userId } = await secondMediator(site.suite.pool);
  const account = `/office/mediateurs/${userId}`;
  const play = await openPlay(site.suite, inMediation);
  const named = await site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, {
    replaces: site.suite.people.mediator.userId,
    mediatorId: userId,
  });
  expect(named.status).toBe(303);
  const refused = await site.pages.get(officer.userId, account);
  expect(refused.html).toContain(`href="${account}/dossiers"`);
  const { userId: taker } = await secondMediator(site.suite.pool);
  await site.pages.post(officer.userId, `${account}/dossiers`, { [`to.${play.dossierId}`]: taker });
  const closed = await site.pages.post(officer.userId, account, { form_name: 'close', confirmed: 'yes' });
  expect(closed.status).toBe(303);
});
