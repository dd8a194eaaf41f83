import { expect, test } from '@jest/globals';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { closedByConsumer, inMediation, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const officer = () => site.suite.people.officer.userId;
const today = () => todayInQuebec(new Date().toISOString());
const words = 'NOTE-DE-L-OFFICE';

test('F-005 F-136 what officers note is read by them alone, and is erased with the content of the dossier', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  const address = `/office/dossiers/${play.dossierId}/suivi`;
  const nothing = await site.pages.post(officer(), address, {
    form_name: 'contact',
    kind: 'note',
    side: '',
    body: ' ',
  });
  expect(nothing.status).toBe(422);
  const nobody = await site.pages.post(officer(), address, { form_name: 'contact', kind: 'reached', body: words });
  expect([nobody.status, nobody.html]).toEqual([422, expect.stringContaining(words)]);
  const form = {
    form_key: '0f7c0a52-2f3e-4a0b-9a63-6f4f0f0d0a01',
    form_name: 'contact',
    kind: 'reached',
    side: 'merchant',
  };
  for (const _ of [1, 2])
    expect((await site.pages.post(officer(), address, { ...form, body: words })).status).toBe(303);
  const { html } = await site.pages.get(officer(), address);
  expect(html.slice(html.indexOf('<main'), html.indexOf('</main>')).split(words)).toHaveLength(2);
  for (const { userId } of [consumer, clerk, mediator]) {
    expect((await site.pages.get(userId, address)).status).toBe(403);
    for (const page of ['', '/propositions', '/documents'])
      expect((await site.pages.get(userId, `/dossiers/${play.dossierId}${page}`)).html).not.toContain(words);
  }
  const count = async () => {
    const { rows } = await site.suite.pool.query(
      'select count(*)::int as n from office_contact where dossier_id = $1',
      [play.dossierId],
    );
    return rows[0].n as number;
  };
  expect(await count()).toBe(1);
  await eraseDossierContent(site.suite.db, play.dossierId);
  expect(await count()).toBe(0);
});

test('B-11 the next step comes back on its day; two officers do not write over each other', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const address = `/office/dossiers/${play.dossierId}/suivi`;
  const plan = (seen: number, what: string) =>
    site.pages.post(officer(), address, { form_name: 'step', seen: String(seen), what, dueDay: today() });
  expect((await plan(0, 'Rappeler le commerçant')).status).toBe(303);
  const queue = async () => (await site.pages.get(officer(), '/office/a-faire/suivis')).html;
  expect(await queue()).toContain('Rappeler le commerçant');
  const stale = await plan(0, 'Autre chose');
  expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('La prochaine étape a été changée')]);
  expect(stale.html).toContain('value="Autre chose"');
  const seen = async () => {
    const { html } = await site.pages.get(officer(), address);
    return Number(/name="seen"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="seen"/.exec(html)?.slice(1).find(Boolean));
  };
  const first = await seen();
  expect((await plan(first, 'Écrire une lettre')).status).toBe(303);
  const done = (seen: number) =>
    site.pages.post(officer(), address, { form_name: 'done', seen: String(seen) }).then(({ status }) => status);
  const second = await seen();
  expect([await done(first), await done(second)]).toEqual([409, 303]);
  expect(await queue()).not.toContain('Écrire une lettre');
  // A page that saw a step that is done does not take the next one for it.
  expect((await plan(0, 'Convoquer les parties')).status).toBe(303);
  for (const stale of [first, second]) expect((await plan(stale, 'Autre chose')).status).toBe(409);
  expect(await queue()).toContain('Convoquer les parties');
});

test('F-136 B-11 a letter to the party that is awaited, in both languages; none to one that is not', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const letter = (side: string, language = 'fr') =>
    site.pages.get(officer(), `/office/dossiers/${play.dossierId}/lettre?partie=${side}&langue=${language}`);
  for (const language of ['fr', 'en']) {
    const { status, headers } = await letter('merchant', language);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    expect(headers.get('content-disposition')).toContain(language === 'fr' ? 'Lettre' : 'Letter');
  }
  expect((await letter('consumer')).status).toBe(409);
  const closed = await openPlay(site.suite, closedByConsumer);
  const late = await site.pages.get(officer(), `/office/dossiers/${closed.dossierId}/lettre?partie=merchant`);
  expect(late.status).toBe(409);
});

test('F-136 that the Office reminded a side, and which, is known to both, to the mediator and to the Office', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, [...inMediation, { by: 'officer', act: 'nudge', side: 'merchant' }]);
  const tells = async (userId: string, address: string) =>
    (await site.pages.get(userId, address)).html.includes('Relance par l’Office\u00a0: le commerçant');
  const summary = `/dossiers/${play.dossierId}`;
  expect(await tells(clerk.userId, summary)).toBe(true);
  expect(await tells(mediator.userId, summary)).toBe(true);
  expect(await tells(officer(), `/office${summary}`)).toBe(true);
  expect(await tells(consumer.userId, summary)).toBe(true);
});
