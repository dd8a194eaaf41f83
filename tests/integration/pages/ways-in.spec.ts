import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { draft } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

const site = siteForFile();

test('F-001 F-008 the first page says what this is, and has a door for each kind of person', async () => {
  const french = (await site.pages.get(null, '/')).html;
  expect(french).toContain('Négociez en ligne, gratuitement, dans un lieu neutre, privé et sécurisé.');
  const english = (await site.pages.get(null, '/', 'en')).html;
  for (const word of ['free', 'neutral', 'private', 'secure']) expect(english).toContain(word);
  const doors = /<div class="pc-doors">[\s\S]*?(?=<h2>Comment)/.exec(french)?.[0] ?? '';
  const cards = doors.split(/(?=<h2)/).slice(1);
  const ways = cards.map((card) => [
    /<h2[^>]*>(.*?)<\/h2>/.exec(card)?.[1],
    ...[...card.matchAll(/href="([^"]*)"/g)].map(([, to]) => to),
  ]);
  expect(ways).toEqual([
    ['Consommatrices et consommateurs', '/inscription', '/connexion'],
    ['Commerçants', '/aide/conseils-aux-commercants', '/connexion', '/participation'],
    ['Médiatrices et médiateurs', '/aide/mediation#mediatrices-et-mediateurs', '/connexion'],
  ]);
  // Merchants and mediators do not register: the Office opens their accounts.
  for (const card of cards.slice(1)) expect(card).toContain('Votre compte est ouvert par l’Office');
});

test('F-006 F-007 everyone reads and accepts that nothing said here is evidence, and that the mediator is no witness, before getting in', async () => {
  const { people, pool } = site.suite;
  const said = [
    'Tout ce qui est écrit, dit ou proposé pendant la négociation et la médiation est confidentiel.',
    'Rien de cela ne peut servir de preuve devant un tribunal ou ailleurs, sauf si les parties en conviennent.',
    'La médiatrice ou le médiateur ne peut pas être appelé à témoigner.',
  ];
  const both = bothTexts;
  for (const role of ['clerk', 'mediator'] as const) {
    const { userId } = people[role];
    await pool.query(`delete from terms_acceptance where user_id = $1`, [userId]);
    expect((await site.pages.get(userId, '/dossiers')).location).toMatch(/^\/engagement/);
    const { html } = await site.pages.get(userId, '/engagement');
    for (const words of said) expect(html).toContain(words);
    expect((await site.pages.post(userId, '/engagement', { terms: 'yes' })).status).toBe(422);
    expect((await site.pages.get(userId, '/dossiers')).status).toBe(303);
    expect((await site.pages.post(userId, '/engagement', both)).status).toBe(303);
    expect((await site.pages.get(userId, '/dossiers')).status).toBe(200);
  }
  // A consumer accepts for each dossier, before it is there.
  const dossierId = randomUUID();
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_by, dossier_id)
     values (gen_random_uuid(), 'R2026-000778', '\\x00', 'a@b.example', $1, 'qualite', $2, now() + interval '14 days', $3, $4)`,
    [people.merchantId, people.officer.userId, people.consumer.userId, dossierId],
  );
  const address = `/dossiers/nouveau/${dossierId}`;
  const { html } = await site.pages.get(people.consumer.userId, address);
  for (const words of said) expect(html).toContain(words);
  const hidden = site.pages.hidden(html, 'confidentiality');
  expect((await site.pages.post(people.consumer.userId, address, { ...hidden, terms: 'yes' })).status).toBe(422);
  expect((await site.pages.get(people.consumer.userId, `/dossiers/${dossierId}/creation`)).status).toBe(404);
  expect((await site.pages.post(people.consumer.userId, address, { ...hidden, ...both })).status).toBe(303);
  expect((await site.pages.get(people.consumer.userId, `/dossiers/${dossierId}/creation`)).status).toBe(200);
});

test('F-022 the representative of a consumer signs in to an account of their own before the key is asked', async () => {
  const { people } = site.suite;
  const play = await openPlay(site.suite, [...draft, { by: 'consumer', act: 'nameRepresentative' }]);
  const nobody = await site.pages.get(null, '/invitation');
  expect([nobody.status, nobody.location]).toEqual([303, '/connexion?suite=%2Finvitation']);
  expect((await site.pages.get(null, nobody.location ?? '')).html).toContain('href="/inscription?suite=%2Finvitation"');
  expect((await site.pages.post(null, '/invitation', { number: '2026-000001' })).status).toBe(401);
  const { html } = await site.pages.get(people.friend.userId, '/invitation');
  expect(html).toContain('name="validationKey"');
  // An account alone opens nothing.
  expect((await site.pages.get(people.friend.userId, `/dossiers/${play.dossierId}`)).status).toBe(404);
});
