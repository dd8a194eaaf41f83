import { expect, test } from '@jest/globals';
import { inMediation, representation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { servicesLater } from './later.ts';

const site = siteForFile();
const list = '/office/dossiers';

test('F-005 B-11 dossiers are found by number, name and e-mail, in a form whose words stand in no address; filters narrow the list', async () => {
  const { pool, people } = site.suite;
  const officer = people.officer.userId;
  const [one, two] = [await openPlay(site.suite, submitted), await openPlay(site.suite, inMediation)];
  await pool.query(`update app_user set first_name = 'Zoé', last_name = 'Étienne-Roy' where id = $1`, [
    people.consumer.userId,
  ]);
  const { rows } = await pool.query<{ id: string; number: string }>('select id, number from dossier');
  const numberOf = (id: string) => rows.find((row) => row.id === id)!.number;
  const [first, second] = [numberOf(one.dossierId), numberOf(two.dossierId)];

  const page = await site.pages.get(officer, list);
  expect(page.html).toMatch(/<form method="post" action="\/office\/dossiers" role="search"/);
  const search = async (words: string) => {
    const { html, status, location } = await site.pages.post(officer, list, { words, intent: 'search' });
    expect([words, status, location]).toEqual([words, 200, null]);
    return [first, second].map((number) => html.includes(`>${number}<`));
  };
  const { rows: of } = await pool.query<{ email: string }>('select email from app_user where id = $1', [
    people.consumer.userId,
  ]);
  expect(await search(first)).toEqual([true, false]);
  expect(await search('zoe etienne')).toEqual([true, true]);
  expect(await search(of[0]!.email)).toEqual([true, true]);
  expect(await search('meubles boreal')).toEqual([true, true]);
  expect(await search('personne de ce nom')).toEqual([false, false]);
  const nameOf = (userId: string, first: string, last: string) =>
    pool.query('update app_user set first_name = $2, last_name = $3 where id = $1', [userId, first, last]);
  await nameOf(people.respondent.userId, 'Rosalie', 'Quintal');
  await nameOf(people.clerk.userId, 'Bastien', 'Ouimet');
  await nameOf(people.friend.userId, 'Mireille', 'Xanthos');
  // One of them is in nobody's charge yet; a representative counts once they act.
  expect(await search('rosalie quintal')).toEqual([true, true]);
  expect(await search('bastien ouimet')).toEqual([false, true]);
  expect(await search('mireille xanthos')).toEqual([false, false]);
  await one.run(representation);
  expect(await search('mireille xanthos')).toEqual([true, false]);
  const empty = await site.pages.post(officer, list, { words: ' ', intent: 'search' });
  expect([empty.status, empty.html]).toEqual([422, expect.stringContaining('champ-words-erreur')]);
  expect((await site.pages.post(people.mediator.userId, list, { words: first })).status).toBe(403);

  const listed = async (query: string) => {
    const { html } = await site.pages.get(officer, `${list}?${query}`);
    return [first, second].map((number) => html.includes(`>${number}<`));
  };
  expect(await listed('tour=merchant')).toEqual([true, false]);
  expect(await listed(`mediateur=${people.mediator.userId}`)).toEqual([false, true]);
  expect(await listed(`commercant=${people.merchantId}&etape=submitted`)).toEqual([true, false]);
  expect(await listed('age=30')).toEqual([false, false]);
  expect(await listed('age=pas-un-age')).toEqual([true, true]);
  const { office } = servicesLater(site.suite, 31);
  const nothing = { status: null, awaited: false, turn: null, mediatorId: null, merchantId: null };
  const old = await office.dossiers({
    officerId: officer,
    filter: { ...nothing, days: 30 },
    order: 'changed',
    after: null,
  });
  expect(old.rows.map(({ number }) => number).sort()).toEqual([first, second].sort());
});

test('F-005 B-11 a hundred companies and more are no choice: each leads to its dossiers, and the list says whose they are', async () => {
  const { pool, people } = site.suite;
  const officer = people.officer.userId;
  const play = await openPlay(site.suite, submitted);
  const { rows } = await pool.query<{ number: string }>('select number from dossier where id = $1', [play.dossierId]);
  const choices = (html: string) =>
    /<select[^>]*name="commercant"[\s\S]*?<\/select>/.exec(html)?.[0].match(/<option/g)?.length;
  const { html: few } = await site.pages.get(officer, list);
  expect(choices(few)).toBeGreaterThan(1);

  await pool.query(
    `insert into merchant (id, name, email) select gen_random_uuid(), 'Commerce ' || n, 'c@c.example' from generate_series(1, 100) n`,
  );
  expect(choices((await site.pages.get(officer, list)).html)).toBeUndefined();
  const { html: company } = await site.pages.get(officer, `/office/commercants/${people.merchantId}`);
  expect(company).toContain(`href="${list}?commercant=${people.merchantId}"`);
  const { html: its } = await site.pages.get(officer, `${list}?commercant=${people.merchantId}`);
  expect(choices(its)).toBe(2);
  expect(its).toContain(`>${rows[0]!.number}<`);
  const { html: nobodys } = await site.pages.get(officer, `${list}?commercant=${play.dossierId}`);
  expect([choices(nobodys), nobodys.includes(`>${rows[0]!.number}<`)]).toEqual([undefined, false]);
});
