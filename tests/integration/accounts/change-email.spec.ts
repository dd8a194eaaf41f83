import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { isIn } from './factors.ts';
import { consumerProfile, mailTo, signedUp, strong } from './journey.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web?.stop();
});

async function person(email: string): Promise<Client> {
  const client = await signedUp(web, email);
  await client.post('/profil', consumerProfile);
  return client;
}

const signIn = async (email: string) => (await web.client().post('/connexion', { email, password: strong })).status;
const ask = (client: Client, email: string, current = strong) => client.post('/profil/courriel', { email, current });
const confirm = async (client: Client, email: string) =>
  client.post('/profil/courriel/code', { code: (await mailTo(web, email))?.params['code'] ?? '' });

test('ASVS 6.3.7 7.5.1 an address is changed with the password and a code at the new one; the former one is told and undoes it, once', async () => {
  const [former, next] = ['ancienne@exemple.ca', 'nouvelle@exemple.ca'];
  const home = await person(former);
  const elsewhere = web.client();
  await elsewhere.post('/connexion', { email: former, password: strong });
  expect((await ask(home, next, 'pas celui-ci du tout')).status).toBe(422);
  expect((await ask(home, next)).headers.get('location')).toBe('/profil/courriel/code');
  // Nothing is another before the code, which works in this browser and for this person only.
  expect(await signIn(next)).toBe(422);
  expect((await home.post('/profil/courriel/code', { code: '000000' })).status).toBe(422);
  const stranger = await person('curieuse@exemple.ca');
  stranger.cookies.set('pc_pending', home.cookies.get('pc_pending') ?? '');
  expect((await confirm(stranger, next)).status).toBe(422);
  expect((await confirm(home, next)).status).toBe(303);
  expect([await isIn(home), await isIn(elsewhere)]).toEqual([true, false]);
  expect([await signIn(former), await signIn(next)]).toEqual([422, 303]);

  const told = await mailTo(web, former);
  expect([told?.template, told?.params['userName']]).toEqual(['email-changed', next]);
  const link = told?.params['path'] ?? '';
  expect((await web.client().get(link)).status).toBe(200);
  expect(await isIn(home)).toBe(true);
  const owner = web.client();
  expect((await owner.post(link, {})).headers.get('location')).toBe('/mot-de-passe');
  expect([await isIn(home), await signIn(former), await signIn(next)]).toEqual([false, 303, 422]);
  expect([(await owner.post(link, {})).status, (await owner.get(link)).status]).toEqual([404, 404]);
});

test('a link undoes nothing after seven days, and the code nothing after ten minutes', async () => {
  const [former, next] = ['avant@exemple.ca', 'apres@exemple.ca'];
  const home = await person(former);
  await ask(home, next);
  await web.rows(`update email_change set code_expires_at = now() where new_email = $1`, [next]);
  expect((await confirm(home, next)).status).toBe(422);
  await ask(home, next);
  expect((await confirm(home, next)).status).toBe(303);
  const link = (await mailTo(web, former))?.params['path'] ?? '';
  await web.rows(`update email_change set confirmed_at = now() - interval '7 days' where new_email = $1`, [next]);
  expect([(await web.client().post(link, {})).status, await signIn(next)]).toEqual([404, 303]);
});

test('ASVS 6.3.8 an address that has an account is answered alike, changes nothing, and its owner is told', async () => {
  const [mine, theirs] = ['moi@exemple.ca', 'eux@exemple.ca'];
  await person(theirs);
  const home = await person(mine);
  const asked = await ask(home, theirs);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/profil/courriel/code']);
  expect((await mailTo(web, theirs))?.template).toBe('account-exists');
  expect((await home.post('/profil/courriel/code', { code: '123456' })).status).toBe(422);
  expect([await signIn(mine), await signIn(theirs)]).toEqual([303, 303]);
});
