import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();
const t = translator('fr');

test('F-015 a company’s dossiers, queue and people open to its respondent and its representatives, and to nobody else; an officer gives one of these two parts, and no other', async () => {
  const { consumer, friend, respondent, clerk, otherClerk, mediator, officer, merchantId } = site.suite.people;
  const { dossierId } = await openPlay(site.suite, inNegotiation);
  const places = [`/dossiers/${dossierId}`, '/file-de-travail', `/equipe/${merchantId}`];
  const opens = async (userId: string | null) =>
    Promise.all(places.map(async (place) => (await site.pages.get(userId, place)).status === 200));
  for (const { userId } of [respondent, clerk, otherClerk]) expect(await opens(userId)).toEqual([true, true, true]);
  // The consumer is the other party; a mediator and a consumer of another dossier are nobody in it.
  expect(await opens(consumer.userId)).toEqual([true, false, false]);
  for (const userId of [friend.userId, mediator.userId, null])
    expect(await opens(userId)).toEqual([false, false, false]);

  // A merchant's account of another company, and of none any more.
  const { pool } = site.suite;
  await pool.query(`update merchant_member set until = now() - interval '1 day' where user_id = $1`, [
    otherClerk.userId,
  ]);
  expect((await opens(otherClerk.userId)).slice(0, 1)).toEqual([false]);
  const { html } = await site.pages.get(otherClerk.userId, '/dossiers');
  expect(html).toContain(t('dossier:list.empty.noCompany'));
  const elsewhere = randomUUID();
  await pool.query(`insert into merchant (id, name, email) values ($1, 'Ailleurs', 'info@ailleurs.example')`, [
    elsewhere,
  ]);
  await pool.query(`insert into merchant_member (merchant_id, user_id, role) values ($1, $2, 'respondent')`, [
    elsewhere,
    otherClerk.userId,
  ]);
  expect(await opens(otherClerk.userId)).toEqual([false, true, false]);

  const form = `/office/commercants/${merchantId}/membres/nouveau`;
  const page = (await site.pages.get(officer.userId, form)).html;
  expect(
    [...page.matchAll(/name="role"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="role"/g)].map(([, a, b]) => a ?? b),
  ).toEqual(['representative', 'respondent']);
  const person = { firstName: 'Luc', lastName: 'Gagné', email: 'luc@boreal.example', language: 'fr' };
  const members = async () =>
    (await pool.query(`select 1 from merchant_member where merchant_id = $1`, [merchantId])).rowCount;
  const before = await members();
  for (const role of ['', 'owner', 'officer'])
    expect((await site.pages.post(officer.userId, form, { ...person, role })).status).toBe(422);
  expect(await members()).toBe(before);
  expect((await site.pages.post(officer.userId, form, { ...person, role: 'representative' })).status).toBe(303);
  expect(await members()).toBe((before ?? 0) + 1);
});
