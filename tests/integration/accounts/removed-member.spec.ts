import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recipientsOf, type Addressing } from '#activities/mail/audience.ts';
import { databaseOver } from '#db/database.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';

let suite: EngineSuite;
let pages: Pages;
let play: Play;
beforeAll(async () => {
  suite = await startEngineSuite();
  const { pool, people } = suite;
  await pool.query(`update app_user set first_name = 'Paul', last_name = 'Partant' where id = $1`, [
    people.clerk.userId,
  ]);
  // Paul acts for another company too: his account stays open.
  await pool.query(`with other as (insert into merchant (id, name) values (gen_random_uuid(), 'Ailleurs') returning id)
    insert into merchant_member (merchant_id, user_id, role) select id, '${people.clerk.userId}', 'representative' from other`);
  pages = await startPages(suite);
  play = await openPlay(suite, inNegotiation);
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

const at = (page = '') => `/dossiers/${play.dossierId}${page}`;
const told = (audience: Addressing['audience']) =>
  recipientsOf(databaseOver(suite.pool), {
    dossierId: play.dossierId,
    audience,
    invitationId: null,
    office: { address: 'office@parle.example', name: 'Office' },
  });
const ids = async (audience: Parameters<typeof told>[0]) => (await told(audience)).map(({ userId }) => userId);
const number = async () =>
  (await suite.pool.query<{ number: string }>('select number from dossier')).rows[0]?.number ?? '';

test('F-019 the page of who is to be removed says how many dossiers have nobody in charge afterwards', async () => {
  const { clerk, officer, respondent, merchantId } = suite.people;
  expect((await pages.get(clerk.userId, at())).status).toBe(200);
  expect((await pages.get(suite.people.consumer.userId, at())).html).toContain(`${clerk.userId}@personne.example`);
  expect(await ids('merchantSide')).toEqual([clerk.userId]);
  expect((await pages.get(respondent.userId, '/dossiers?vue=a-vous')).html).not.toContain(await number());
  const page = await pages.get(officer.userId, `/office/commercants/${merchantId}/membres/${clerk.userId}`);
  expect(page.html).toContain('Elle est responsable d’un dossier ouvert');
});

test('F-019 A-22 who was removed reads nothing more, with a session that lives too, and the respondents get the notices', async () => {
  const { clerk, officer, respondent, merchantId, consumer } = suite.people;
  const token = await pages.session(clerk.userId);
  const address = `/office/commercants/${merchantId}/membres/${clerk.userId}`;
  expect((await pages.post(officer.userId, address, { form_name: 'remove', confirmed: 'yes' })).status).toBe(303);
  expect((await pages.get(clerk.userId, at())).location).toMatch(/^\/connexion/);

  await suite.pool.query(
    `insert into session (id_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), clerk.userId],
  );
  for (const page of [
    '',
    '/documents',
    '/propositions',
    '/messages',
    '/messages?fil=negotiation',
    '/prise-en-charge',
  ]) {
    expect([page, (await pages.get(clerk.userId, at(page))).status]).toEqual([page, 404]);
  }
  expect((await pages.get(clerk.userId, '/dossiers')).html).not.toContain(await number());
  const message = await pages.post(clerk.userId, at('/messages?fil=negotiation'), { body: 'Encore là' });
  expect(message.status).toBe(404);

  expect(await ids('merchantSide')).toEqual([respondent.userId]);
  expect(await ids(`user:${clerk.userId}`)).toEqual([]);
  expect(await ids(`user:${respondent.userId}`)).toEqual([respondent.userId]);
  // The journal keeps that he took charge; his particulars are no longer given.
  const summary = (await pages.get(consumer.userId, at())).html;
  expect(summary).toContain('Personne n’a le dossier en charge pour le moment');
  expect(summary).not.toContain(`${clerk.userId}@personne.example`);
});

test('F-019 A-22 the dossier waits for any colleague, who takes charge without meeting who left', async () => {
  const { respondent } = suite.people;
  expect((await pages.get(respondent.userId, '/dossiers?vue=a-vous')).html).toContain(await number());
  const page = await pages.get(respondent.userId, at('/prise-en-charge'));
  expect(page.html).not.toContain('Paul Partant');
  const taken = await pages.post(respondent.userId, at('/prise-en-charge'), pages.hidden(page.html, 'replaces'));
  expect(taken).toMatchObject({ status: 303, location: at() });
  expect((await play.state()).handlerId).toBe(respondent.userId);
  expect(await ids('merchantSide')).toEqual([respondent.userId]);
});

test('F-019 A-22 without a respondent left, the notices go to the company’s own address', async () => {
  const { officer, respondent, merchantId } = suite.people;
  const address = `/office/commercants/${merchantId}/membres/${respondent.userId}`;
  expect((await pages.get(officer.userId, address)).html).toContain('les avis iront à l’adresse de l’entreprise');
  await pages.post(officer.userId, address, { form_name: 'remove', confirmed: 'yes' });
  expect(await told('merchantSide')).toMatchObject([{ userId: null, address: `info@${merchantId}.example` }]);
});
