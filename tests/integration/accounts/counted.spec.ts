import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseOf, openOrm } from '#db/orm.ts';
import { inviteOfficer } from '#web/server/services/directory/officers.ts';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { consumerProfile, mailTo, person, signedUp, strong } from './journey.ts';

let web: WebProcess;
beforeAll(async () => {
  // Behind a proxy, so that each test is a place of its own.
  web = await startWebProcess({ TRUST_PROXY_HOPS: '1' });
});
afterAll(async () => {
  await web?.stop();
});

const weak = 'motdepasse123';
const replacement = 'nouvelle phrase verte 19';

/** Posts as someone whose address the proxy tells. */
const post = (client: Client, path: string, { ip, ...fields }: Record<string, string> & { ip: string }) =>
  client.post(path, fields, { origin: web.origin, 'x-forwarded-for': ip });
const refusal = async (response: Response) =>
  /se devine trop facilement|Ce code est inexact|Ce code vient d’un courriel plus ancien|Ce code n’est plus valable|trop d’essais/.exec(
    await response.text(),
  )?.[0] ?? response.status;
const statuses = async (many: number, one: (n: number) => Promise<Response>) => {
  const all: number[] = [];
  for (let n = 0; n < many; n += 1) all.push((await one(n)).status);
  return all;
};
const signIn = async (email: string, password: string) =>
  (await post(web.client(), '/connexion', { email, password, ip: '192.0.2.250' })).status;

/** A browser that asked for a code to choose a new password, and the code. */
async function forgot(email: string, ip: string): Promise<{ client: Client; code: string }> {
  const client = web.client();
  await post(client, '/mot-de-passe', { email, ip });
  return { client, code: (await mailTo(web, email))?.params['code'] ?? '' };
}
const other = (code: string) => (code === '000000' ? '111111' : '000000');

test('ASVS 2.4.1 a hundred weak sign-ups from one place are held back, and another place is not', async () => {
  const signUp = (n: number, ip: string) =>
    post(web.client(), '/inscription', { ...person(`faible${n}@exemple.ca`), password: weak, ip });
  const answers = await statuses(100, (n) => signUp(n, '192.0.2.1'));
  expect(answers.slice(0, 60)).toEqual(Array(60).fill(422));
  expect(answers.slice(60)).toEqual(Array(40).fill(429));
  expect(await refusal(await signUp(100, '192.0.2.1'))).toBe('trop d’essais');
  expect((await signUp(100, '192.0.2.2')).status).toBe(422);
}, 120_000);

test('ASVS 2.4.1 addresses of one IPv6 network are one place, and an IPv4 address written in IPv6 is that IPv4 address', async () => {
  const ask = (n: number, ip: string) => post(web.client(), '/mot-de-passe', { email: `lieu${n}@exemple.ca`, ip });
  const answers = await statuses(62, (n) => ask(n, `2001:db8:5:6:${n.toString(16)}::${n}`));
  expect(answers).toEqual([...Array(60).fill(303), 429, 429]);
  expect((await ask(62, '2001:db8:5:7::1')).status).toBe(303);
  const mapped = await statuses(62, (n) => ask(100 + n, n % 2 === 0 ? '192.0.2.3' : '::ffff:192.0.2.3'));
  expect(mapped).toEqual([...Array(60).fill(303), 429, 429]);
}, 120_000);

test('ASVS 2.4.1 weak passwords for one address are held back from everywhere, and do not use up its codes', async () => {
  const email = 'hesite@exemple.ca';
  const tries = await statuses(6, (n) =>
    post(web.client(), '/inscription', { ...person(email), password: weak, ip: `192.0.2.${10 + n}` }),
  );
  expect(tries).toEqual(Array(6).fill(422));
  const good = await post(web.client(), '/inscription', { ...person(email), ip: '192.0.2.10' });
  expect(good.status).toBe(303);
  const more = await statuses(15, (n) =>
    post(web.client(), '/inscription', { ...person(email), password: weak, ip: `192.0.2.${20 + n}` }),
  );
  expect(more).toEqual([...Array(13).fill(422), 429, 429]);
});

test('ASVS 6.2.4 a wrong code is refused before the new password is looked at, and a weak password does not cost the code', async () => {
  const email = 'reinit@exemple.ca';
  await signedUp(web, email);
  const { client, code } = await forgot(email, '192.0.2.40');
  const give = (typed: string, password: string) =>
    post(client, '/mot-de-passe/code', { code: typed, password, ip: '192.0.2.40' });
  expect(await refusal(await give(other(code), weak))).toBe('Ce code est inexact');
  for (let n = 0; n < 7; n += 1) expect(await refusal(await give(code, weak))).toBe('se devine trop facilement');
  const done = await give(code, replacement);
  expect([done.status, done.headers.get('location')]).toEqual([303, '/profil']);
  expect([await signIn(email, strong), await signIn(email, replacement)]).toEqual([422, 303]);
});

test('a password made of the person’s own name and address is weak when chosen with a code too (ASVS 6.2.11)', async () => {
  const email = 'bouteille.verte.montagne@exemple.ca';
  await signedUp(web, email);
  const { client, code } = await forgot(email, '192.0.2.41');
  const given = await post(client, '/mot-de-passe/code', {
    code,
    password: 'bouteille.verte.montagne',
    ip: '192.0.2.41',
  });
  expect(await refusal(given)).toBe('se devine trop facilement');
});

test('ASVS 6.5.1 one code given many times at once sets one password, and signs one browser in', async () => {
  const email = 'ensemble@exemple.ca';
  await signedUp(web, email);
  const { client, code } = await forgot(email, '192.0.2.42');
  const passwords = Array.from({ length: 5 }, (_, n) => `nouvelle phrase verte ${n}7`);
  const answers = await Promise.all(
    passwords.map(async (password) => {
      const same = web.client();
      for (const [name, value] of client.cookies) same.cookies.set(name, value);
      return (await post(same, '/mot-de-passe/code', { code, password, ip: '192.0.2.42' })).status;
    }),
  );
  expect([...answers].sort()).toEqual([303, 422, 422, 422, 422]);
  for (const [n, password] of passwords.entries()) expect(await signIn(email, password)).toBe(answers[n]);
});

test('a code asked by someone else voids nothing, works in no other browser, and is over once the owner has chosen (ASVS 6.6.2)', async () => {
  const email = 'visee@exemple.ca';
  await signedUp(web, email);
  const mine = await forgot(email, '192.0.2.43');
  const theirs = await forgot(email, '192.0.2.44');
  const give = ({ client }: { client: Client }, code: string) =>
    post(client, '/mot-de-passe/code', { code, password: replacement, ip: '192.0.2.43' });
  if (mine.code !== theirs.code)
    expect(await refusal(await give(theirs, mine.code))).toBe('Ce code vient d’un courriel plus ancien');
  expect((await give(mine, mine.code)).status).toBe(303);
  expect(await refusal(await give(theirs, theirs.code))).toBe('Ce code n’est plus valable');
});

test('ASVS 6.3.1 five wrong answers at once void a code to choose a password, whether the address has an account or not', async () => {
  await signedUp(web, 'connue@exemple.ca');
  for (const email of ['connue@exemple.ca', 'inconnue@exemple.ca']) {
    const { client, code } = await forgot(email, '192.0.2.45');
    expect(code === '').toBe(email === 'inconnue@exemple.ca');
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () =>
        refusal(
          await post(client, '/mot-de-passe/code', { code: other(code), password: replacement, ip: '192.0.2.45' }),
        ),
      ),
    );
    expect([email, answers.filter((each) => each === 'Ce code est inexact').length]).toEqual([email, 5]);
    expect([email, answers.filter((each) => each === 'Ce code n’est plus valable').length]).toEqual([email, 3]);
    const right = await post(client, '/mot-de-passe/code', {
      code: code || '123456',
      password: replacement,
      ip: '192.0.2.45',
    });
    expect(await refusal(right)).toBe('Ce code n’est plus valable');
  }
});

test('ASVS 2.4.1 weak passwords tried from the profile are counted, and do not keep the person from signing in', async () => {
  const email = 'profil@exemple.ca';
  const client = await signedUp(web, email);
  expect((await client.post('/profil', consumerProfile)).status).toBe(303);
  const change = (password: string) =>
    post(client, '/profil/securite', { current: strong, password, ip: '192.0.2.46' });
  expect(await statuses(22, () => change(weak))).toEqual([...Array(20).fill(422), 429, 429]);
  expect(await signIn(email, strong)).toBe(303);
  expect((await change(replacement)).status).toBe(429);
});

test('F-017 a weak password does not cost the activation link, and the link used many times at once sets one password', async () => {
  const email = 'sam@office.example';
  const orm = await openOrm(web.as.web, { poolMax: 1 });
  const deps = { orm, db: await databaseOf(orm), now: () => new Date() };
  const { link } = await inviteOfficer(deps, { email, firstName: 'Sam', lastName: 'Lee', language: 'fr' }, 'print');
  await orm.close(true);
  const path = link?.path ?? '';
  const first = await post(web.client(), path, { password: weak, ip: '192.0.2.47' });
  expect(await refusal(first)).toBe('se devine trop facilement');
  const passwords = Array.from({ length: 4 }, (_, n) => `nouvelle phrase verte ${n}7`);
  const answers = await Promise.all(
    passwords.map(async (password) =>
      (await post(web.client(), path, { password, ip: '192.0.2.47' })).headers.get('location'),
    ),
  );
  // One chose it; the others are led to what the link says now.
  expect(answers.toSorted()).toEqual([path, path, path, '/profil']);
  for (const [n, password] of passwords.entries()) {
    expect((await signIn(email, password)) === 303).toBe(answers[n] === '/profil');
  }
});
