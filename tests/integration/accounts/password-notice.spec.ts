import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { consumerProfile, signedUp, strong } from './journey.ts';
import { toldBy } from '#tests/kit/secrets.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web.stop();
});

const replacement = 'nouvelle phrase verte 19';

/** Notices owed to an address, oldest first. */
const notices = (email: string) =>
  web.rows<{ language: string; params: Record<string, string> }>(
    `select language, params from mail where to_address = $1 and template = 'password-changed' order by created_at`,
    [email],
  );

test('ASVS 6.3.7 F-011 who changes a password from the profile is told by mail, in their language, and nothing of it is in the mail', async () => {
  const client = await signedUp(web, 'change@exemple.ca');
  expect((await client.post('/profil', consumerProfile)).status).toBe(303);
  await client.post('/preferences', { language: 'en', back: '/aide' });
  const wrong = await client.post('/profil/securite', { current: 'pas celui-ci du tout', password: replacement });
  expect(wrong.status).toBe(422);
  expect(await notices('change@exemple.ca')).toEqual([]);
  const before = Date.now();
  const changed = await client.post('/profil/securite', { current: strong, password: replacement });
  expect(changed.status).toBe(303);
  const [notice, ...others] = await notices('change@exemple.ca');
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ language: 'en', params: { path: '/mot-de-passe' } });
  expect(Date.parse(notice!.params['changedAt']!)).toBeGreaterThanOrEqual(before);
  expect(JSON.stringify(notice)).not.toContain(replacement);
});

test('ASVS 6.3.7 who chooses another password with a code is told by mail too', async () => {
  await signedUp(web, 'reinitialise@exemple.ca');
  const client = web.client();
  await client.post('/mot-de-passe', { email: 'reinitialise@exemple.ca' });
  const [mail] = await web.rows<{ id: string; to: string; params: Record<string, string> }>(
    `select id, to_address as "to", params from mail where to_address = $1 and template = 'password-reset'`,
    ['reinitialise@exemple.ca'],
  );
  expect(await notices('reinitialise@exemple.ca')).toEqual([]);
  await client.post('/mot-de-passe/code', { code: toldBy(mail!)['code'] ?? '', password: replacement });
  expect(await notices('reinitialise@exemple.ca')).toMatchObject([{ language: 'fr' }]);
});
