import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { consumerProfile, mailTo, person, signedUp, strong } from './journey.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web.stop();
});

test('F-010 F-011 F-013 a consumer signs up with an address that a code proves, without any code of the Office', async () => {
  const client = web.client();
  const sent = await client.post('/inscription', person('elise@exemple.ca'));
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/inscription/code']);
  expect((await client.get('/profil')).headers.get('location')).toMatch(/^\/connexion/);
  const mail = await mailTo(web, 'elise@exemple.ca');
  expect(mail).toMatchObject({ template: 'email-verification', params: { code: expect.stringMatching(/^\d{6}$/) } });
  const wrong = await client.post('/inscription/code', {
    code: mail?.params['code'] === '000000' ? '111111' : '000000',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Ce code est inexact');
  const right = await client.post('/inscription/code', { code: mail?.params['code'] ?? '' });
  expect(right.headers.get('location')).toBe('/profil');
  expect((await client.get('/profil')).status).toBe(200);
  // Used once.
  expect((await client.post('/inscription/code', { code: mail?.params['code'] ?? '' })).status).toBe(303);
});

test('F-012 the profile is asked first, checked field by field, and kept', async () => {
  const client = await signedUp(web, 'profil@exemple.ca');
  const wrong = await client.post('/profil', { ...consumerProfile, postalCode: '12345', city: '' });
  const page = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(page).toContain('Écrivez un code postal canadien');
  expect(page).toContain('value="12, rue des Érables"');
  expect((await client.post('/profil', consumerProfile)).headers.get('location')).toBe('/dossiers');
  const [row] = await web.rows('select city, postal_code, phone from app_user where email = $1', ['profil@exemple.ca']);
  expect(row).toEqual({ city: 'Trois-Rivières', postal_code: 'G8Z 1A1', phone: '+1 819 555 0123' });
  expect(await (await client.get('/profil')).text()).toContain('value="819\u00a0555-0123"');
});

test('an address that has an account gets the same answer, and a mail that says so', async () => {
  await signedUp(web, 'connu@exemple.ca');
  const client = web.client();
  const again = await client.post('/inscription', {
    ...person('connu@exemple.ca'),
    password: 'autre phrase bien longue 77',
  });
  expect([again.status, again.headers.get('location')]).toEqual([303, '/inscription/code']);
  expect((await mailTo(web, 'connu@exemple.ca'))?.template).toBe('account-exists');
  expect((await client.get('/inscription/code')).status).toBe(200);
  const answer = await client.post('/inscription/code', { code: '123456' });
  expect(await answer.text()).toContain('Ce code est inexact');
  // The password was not replaced.
  expect((await web.client().post('/connexion', { email: 'connu@exemple.ca', password: strong })).status).toBe(303);
});

test('sign-in answers alike for a wrong password and for an unknown address', async () => {
  await signedUp(web, 'vraie@exemple.ca');
  const wrong = await web.client().post('/connexion', { email: 'vraie@exemple.ca', password: 'pas celui-ci du tout' });
  const unknown = await web
    .client()
    .post('/connexion', { email: 'inconnue@exemple.ca', password: 'pas celui-ci du tout' });
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  const sentence = 'L’adresse de courriel ou le mot de passe est inexact';
  expect(await wrong.text()).toContain(sentence);
  expect(await unknown.text()).toContain(sentence);
});

test('a new password needs the code sent by mail, and ends every session', async () => {
  const before = await signedUp(web, 'oubli@exemple.ca');
  const client = web.client();
  await client.post('/mot-de-passe', { email: 'oubli@exemple.ca' });
  const mail = await mailTo(web, 'oubli@exemple.ca');
  expect(mail?.template).toBe('password-reset');
  const weak = await client.post('/mot-de-passe/code', { code: mail?.params['code'] ?? '', password: 'motdepasse123' });
  expect(await weak.text()).toContain('se devine trop facilement');
  const done = await client.post('/mot-de-passe/code', {
    code: mail?.params['code'] ?? '',
    password: 'nouvelle phrase verte 19',
  });
  expect(done.headers.get('location')).toBe('/profil');
  expect((await before.get('/profil')).headers.get('location')).toMatch(/^\/connexion/);
  expect((await web.client().post('/connexion', { email: 'oubli@exemple.ca', password: strong })).status).toBe(422);
});

test('a password has no rule of composition, and may be long (ASVS 6.2.5, 6.2.9)', async () => {
  const client = web.client();
  const sent = await client.post('/inscription', {
    ...person('longue@exemple.ca'),
    password: 'cerisier balcon nuage '.repeat(4),
  });
  expect(sent.status).toBe(303);
  const short = await web.client().post('/inscription', { ...person('courte@exemple.ca'), password: 'Ab3$efgh' });
  expect(await short.text()).toContain('12 caractères au moins');
});

test('B-12 pages follow the language chosen, which is kept on the account', async () => {
  const client = await signedUp(web, 'langue@exemple.ca');
  await client.post('/preferences', { language: 'en', back: '/aide' });
  expect(await (await client.get('/aide')).text()).toContain('lang="en-CA"');
  const [row] = await web.rows('select language from app_user where email = $1', ['langue@exemple.ca']);
  expect(row).toEqual({ language: 'en' });
});
