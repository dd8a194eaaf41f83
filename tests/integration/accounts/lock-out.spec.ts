import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { signedUp, strong } from './journey.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess({ TRUST_PROXY_HOPS: '1' });
});
afterAll(async () => {
  await web?.stop();
});

const post = async (client: Client, path: string, { ip, ...fields }: Record<string, string> & { ip: string }) =>
  (await client.post(path, fields, { origin: web.origin, 'x-forwarded-for': ip })).status;

test('a stranger who guesses passwords keeps nobody out of a browser that they used before (ASVS 6.1.1)', async () => {
  const [email, other] = ['visee@exemple.ca', 'autre@exemple.ca'];
  const home = await signedUp(web, email);
  await home.post('/deconnexion', {});
  for (let n = 0; n < 12; n += 1) await post(web.client(), '/connexion', { email, password: 'x', ip: `192.0.2.${n}` });
  // The right password is refused from anywhere else, and taken at home.
  expect(await post(web.client(), '/connexion', { email, password: strong, ip: '192.0.2.90' })).toBe(429);
  expect(await post(home, '/connexion', { email, password: strong, ip: '192.0.2.91' })).toBe(303);
  // What a browser keeps is of one person, and guesses from it are counted too.
  const stranger = await signedUp(web, other);
  await stranger.post('/deconnexion', {});
  expect(await post(stranger, '/connexion', { email, password: strong, ip: '192.0.2.92' })).toBe(429);
  await home.post('/deconnexion', {});
  const guesses: number[] = [];
  for (let n = 0; n < 11; n += 1)
    guesses.push(await post(home, '/connexion', { email, password: 'x', ip: '192.0.2.93' }));
  expect(guesses).toEqual([...Array(10).fill(422), 429]);
}, 60_000);

test('a stranger who asks for codes uses up those of their own place, not the owner’s (ASVS 6.1.1)', async () => {
  const email = 'codes@exemple.ca';
  const home = await signedUp(web, email);
  await home.post('/deconnexion', {});
  const ask = (client: Client, ip: string) => post(client, '/mot-de-passe', { email, ip });
  const fromOne: number[] = [];
  for (let n = 0; n < 6; n += 1) fromOne.push(await ask(web.client(), '198.51.100.1'));
  expect(fromOne).toEqual([...Array(5).fill(303), 429]);
  expect(await ask(web.client(), '198.51.100.2')).toBe(303);
  // From many places the address is full, for strangers.
  for (let n = 0; n < 20; n += 1) await ask(web.client(), `198.51.100.${10 + n}`);
  expect(await ask(web.client(), '198.51.100.99')).toBe(429);
  expect(await ask(home, '198.51.100.98')).toBe(303);
}, 60_000);
