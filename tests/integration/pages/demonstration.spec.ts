import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { siteForFile, startPages, type Pages } from '#tests/kit/pages.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { mediationRequested, representation, submitted } from '#domain/testing/scenario/scenarios.ts';

const site = siteForFile();
let demo: Pages;

/** The same people for both: some have the demonstration's addresses and a password; the mediator's address is somebody's. */
beforeAll(async () => {
  const { suite } = site;
  const { people, pool } = suite;
  await openPlay(suite, submitted);
  await openPlay(suite, submitted);
  await openPlay(suite, [...mediationRequested, ...representation]);
  const given = [people.consumer, people.friend, people.respondent, people.officer].map(({ userId }) => userId);
  await pool.query(`update app_user set password_hash = 'set' where id = any($1)`, [given]);
  await pool.query(`update app_user set password_hash = 'set', email = 'h.duval@courriel.ca' where id = $1`, [
    people.mediator.userId,
  ]);
  demo = await startPages(suite, { DEMO: 'true', PORT: '0' });
});
afterAll(() => demo?.stop());

const buttons = (html: string) => [...html.matchAll(/name="userId" value="([^"]+)"/g)].map(([, id]) => id!);

test('a demonstration offers its people by role with what waits for each, on a page of theirs and where one signs in', async () => {
  const { consumer, friend, respondent, officer } = site.suite.people;
  const { status, html } = await demo.get(null, '/demonstration');
  expect(status).toBe(200);
  const everyone = [consumer, friend, respondent, officer].map(({ userId }) => userId);
  expect(new Set(buttons(html))).toEqual(new Set(everyone));
  expect(html).toContain('Personnes qui représentent une partie consommatrice');
  expect(html.replaceAll(/<!--.*?-->/g, '')).toContain('représente une partie consommatrice');
  const own = await demo.get(respondent.userId, '/dossiers');
  expect(own.html.replaceAll(/<!--.*?-->/g, '')).toContain('À vous (2)');
  expect(html.replaceAll(/<!--.*?-->/g, '')).toContain('2 dossiers attendent une réponse');
  // For an officer, what stands on the desk.
  expect(html).toContain('1 point attend au bureau de l’Office');
  const signIn = await demo.get(null, '/connexion');
  expect(new Set(buttons(signIn.html))).toEqual(new Set(everyone));
  for (const role of ['Consommatrices et consommateurs', 'Personnes qui représentent', 'Office'])
    expect(signIn.html).toContain(`<h3>${role}`);
  expect(signIn.html).toContain('href="/demonstration"');
});

test('one click enters as that person; another, from there, as someone else', async () => {
  const { consumer, respondent } = site.suite.people;
  for (const { userId } of [consumer, respondent]) {
    const answer = await demo.post(null, '/demonstration', { userId });
    expect([answer.status, answer.location]).toEqual([303, '/dossiers']);
    expect(answer.headers.get('set-cookie')).toContain('pc_session=');
  }
  const client = demo.client();
  for (const person of [consumer, respondent]) {
    await client.post('/demonstration', { userId: person.userId });
    const { rows } = await site.suite.pool.query<{ email: string }>('select email from app_user where id = $1', [
      person.userId,
    ]);
    expect(await (await client.get('/profil')).text()).toContain(rows[0]!.email);
  }
});

test('nobody enters as someone whose account is their own, has no password, or does not exist; nor from another site', async () => {
  const { mediator, clerk, consumer } = site.suite.people;
  for (const userId of [mediator.userId, clerk.userId, '00000000-0000-4000-8000-000000000000', 'x']) {
    const answer = await demo.post(null, '/demonstration', { userId });
    expect([userId, answer.status]).toEqual([userId, 404]);
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('pc_session=');
  }
  const forged = await fetch(`${demo.origin}/demonstration`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ userId: consumer.userId }),
    redirect: 'manual',
  });
  expect(forged.status).toBe(403);
});

test('without DEMO nothing of it exists: neither page, nor button, nor link, and no one is let in', async () => {
  const { consumer } = site.suite.people;
  const { pages } = site;
  expect((await pages.get(null, '/demonstration')).status).toBe(404);
  expect((await pages.get(consumer.userId, '/demonstration.data')).status).toBe(404);
  const answer = await pages.post(null, '/demonstration', { userId: consumer.userId });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('set-cookie') ?? '').not.toContain('pc_session=');
  for (const address of ['/', '/connexion', '/inscription', '/aide']) {
    const { html } = await pages.get(null, address);
    expect([address, /d[ée]monstration/i.test(html)]).toEqual([address, false]);
  }
});
