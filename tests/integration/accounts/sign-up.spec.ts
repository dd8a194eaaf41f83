import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { person, strong } from './journey.ts';
import { toldBy, type QueuedMail } from '#tests/kit/secrets.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web?.stop();
});

const theirs = 'mot du voleur tranquille 9';
const owner = (email: string) => ({ ...person(email), firstName: 'Vi', lastName: 'Propriétaire' });
const squatter = (email: string) => ({ email, firstName: 'Xavier', lastName: 'Squatteur', password: theirs });

/** Mails owed to an address, oldest first. */
const mails = async (email: string) => {
  const rows = await web.rows<QueuedMail & { template: string; name: string; recipient: string | null }>(
    `select id, to_address as "to", template, to_name as name, recipient_id as recipient, params from mail where to_address = $1
      order by created_at`,
    [email],
  );
  return rows.map(({ id, to, params, ...row }) => ({ ...row, params: toldBy({ id, to, params }) }));
};
/** The newest code sent to an address. */
const codeTo = async (email: string) =>
  (await mails(email)).findLast(({ params }) => params['code'])?.params['code'] ?? '';
const accounts = (email: string) =>
  web.rows(`select first_name as first, email_verified_at is not null as proved from app_user where email = $1`, [
    email,
  ]);

/** Signs up: the browser that did, and the code that the address received for it. */
async function signUp(form: ReturnType<typeof person>): Promise<{ client: Client; code: string }> {
  const client = web.client();
  const sent = await client.post('/inscription', form);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/inscription/code']);
  return { client, code: await codeTo(form.email) };
}

/** Answers a code: where it leads, or the sentence that refuses it. */
async function answer(client: Client, code: string): Promise<string> {
  const response = await client.post('/inscription/code', { code });
  if (response.status === 303) return response.headers.get('location') ?? '';
  const page = await response.text();
  return /Ce code (?:est inexact|n’est plus valable|vient d’un courriel plus ancien)/.exec(page)?.[0] ?? page;
}
const another = (client: Client) => client.post('/inscription/code', { intent: 'again' });
const signIn = async (email: string, password: string) =>
  (await web.client().post('/connexion', { email, password })).status;

const inexact = 'Ce code est inexact';
const over = 'Ce code n’est plus valable';
const older = 'Ce code vient d’un courriel plus ancien';

test('F-010 F-011 M-02 there is no account before the code, and the mail that brings it greets without the name that was typed', async () => {
  const email = 'avant@exemple.ca';
  const { client, code } = await signUp(person(email));
  expect(await accounts(email)).toEqual([]);
  expect(await signIn(email, strong)).toBe(422);
  expect(await mails(email)).toMatchObject([{ template: 'email-verification', name: '', recipient: null }]);
  expect(await answer(client, code)).toBe('/profil');
  expect(await accounts(email)).toEqual([{ first: 'Élise', proved: true }]);
  // What was kept to make the account is gone with it.
  expect(await web.rows('select 1 from registration where email = $1', [email])).toEqual([]);
});

test('F-011 who signed up with another’s address after them has nothing of the account that the owner proves with another code', async () => {
  const email = 'v1@exemple.ca';
  const victim = await signUp(owner(email));
  await signUp(squatter(email));
  await another(victim.client);
  expect(await answer(victim.client, await codeTo(email))).toBe('/profil');
  expect(await accounts(email)).toEqual([{ first: 'Vi', proved: true }]);
  expect([await signIn(email, theirs), await signIn(email, strong)]).toEqual([422, 303]);
});

test('F-011 a second sign-up for an address does not void the code of the first, whoever came first', async () => {
  const first = await signUp(owner('v2@exemple.ca'));
  await signUp(squatter('v2@exemple.ca'));
  expect(await answer(first.client, first.code)).toBe('/profil');

  const squatted = await signUp(squatter('v3@exemple.ca'));
  const victim = await signUp(owner('v3@exemple.ca'));
  await another(squatted.client);
  expect(await answer(victim.client, victim.code)).toBe('/profil');
  for (const email of ['v2@exemple.ca', 'v3@exemple.ca']) {
    expect([email, await accounts(email)]).toEqual([email, [{ first: 'Vi', proved: true }]]);
    expect([email, await signIn(email, theirs), await signIn(email, strong)]).toEqual([email, 422, 303]);
  }
});

test('F-011 ASVS 6.6.2 a code works for the sign-up that it was sent for only, in the browser that made it', async () => {
  const email = 'v4@exemple.ca';
  const squatted = await signUp(squatter(email));
  const victim = await signUp(owner(email));
  const crossed = { victim: victim.code === squatted.code ? 'same' : await answer(victim.client, squatted.code) };
  // It came by an earlier mail to the same address.
  expect(crossed).toEqual({ victim: older });
  expect(await answer(squatted.client, victim.code)).toBe(inexact);
  // Nor in a browser that made none.
  expect(await answer(web.client(), victim.code)).toBe('/connexion');
  expect(await accounts(email)).toEqual([]);
});

test('F-011 once the owner has the account, the other’s code opens and changes nothing; the owner is told by mail, once', async () => {
  const email = 'v5@exemple.ca';
  const squatted = await signUp(squatter(email));
  const victim = await signUp(owner(email));
  expect(await answer(victim.client, victim.code)).toBe('/profil');
  expect(await answer(squatted.client, squatted.code)).toBe(over);
  expect(squatted.client.cookies.has('pc_session')).toBe(false);
  expect(await answer(squatted.client, squatted.code)).toBe(over);
  expect((await mails(email)).map(({ template }) => template)).toEqual([
    'email-verification',
    'email-verification',
    'account-exists',
  ]);
  expect(await accounts(email)).toEqual([{ first: 'Vi', proved: true }]);
  expect([await signIn(email, theirs), await signIn(email, strong)]).toEqual([422, 303]);
  // Another code asked for it is the same word again, and the page says nothing of it.
  const again = await another(squatted.client);
  expect([again.status, again.headers.get('location')]).toEqual([303, '/inscription/code']);
  expect((await mails(email)).at(-1)).toMatchObject({ template: 'account-exists', name: 'Vi Propriétaire' });
  expect(await answer(victim.client, victim.code)).toBe('/connexion');
});

test('F-011 ASVS 6.5.1 one code given many times at once makes one account', async () => {
  const email = 'v6@exemple.ca';
  const { client, code } = await signUp(person(email));
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => {
      const same = web.client();
      for (const [name, value] of client.cookies) same.cookies.set(name, value);
      return answer(same, code);
    }),
  );
  expect(answers.filter((where) => where === '/profil')).toHaveLength(1);
  expect(answers.filter((where) => where === over || where === inexact)).toHaveLength(5);
  expect(await accounts(email)).toHaveLength(1);
});

test('F-011 ASVS 6.5.5 a code is over after ten minutes, another one works, and the sign-up is over after a day', async () => {
  const email = 'v7@exemple.ca';
  const { client, code } = await signUp(person(email));
  const [row] = await web.rows<{ minutes: number }>(
    `select extract(epoch from code_expires_at - created_at)::int / 60 as minutes from registration where email = $1`,
    [email],
  );
  expect(row?.minutes).toBe(10);
  await web.rows(`update registration set code_expires_at = now() where email = $1`, [email]);
  expect(await answer(client, code)).toBe(over);
  await another(client);
  const second = await codeTo(email);
  await web.rows(`update registration set created_at = now() - interval '1 day' where email = $1`, [email]);
  expect(await answer(client, second)).toBe(inexact);
  const owed = (await mails(email)).length;
  expect((await another(client)).status).toBe(303);
  expect(await mails(email)).toHaveLength(owed);
  await web.rows(`update registration set created_at = now() - interval '23 hours' where email = $1`, [email]);
  expect(await answer(client, second)).toBe('/profil');
});

test('F-011 a code that had five wrong answers is void, also for the right one, and another one is good', async () => {
  const email = 'v8@exemple.ca';
  const { client, code } = await signUp(person(email));
  const wrong = code === '000000' ? '111111' : '000000';
  const answers = await Promise.all(Array.from({ length: 8 }, () => answer(client, wrong)));
  expect(answers.filter((each) => each === inexact)).toHaveLength(5);
  expect(await answer(client, code)).toBe(over);
  await another(client);
  expect(await answer(client, await codeTo(email))).toBe('/profil');
});

test('a password opens an account whose address was proved only: the table itself refuses another', async () => {
  await expect(
    web.rows(
      `insert into app_user (id, kind, email, password_hash) values (gen_random_uuid(), 'consumer', 'x@exemple.ca', 'h')`,
    ),
  ).rejects.toMatchObject({ code: '23514' });
});

test('F-011 the code of an earlier mail says that a newer one exists, and the newer one opens the account', async () => {
  const email = 'tard@exemple.ca';
  const { client, code: first } = await signUp(person(email));
  await another(client);
  const second = await codeTo(email);
  expect(await answer(client, first)).toBe(older);
  // Signing up again in the same browser sends another code too.
  await client.post('/inscription', person(email));
  expect([await answer(client, first), await answer(client, second)]).toEqual([older, older]);
  const third = await codeTo(email);
  expect(await answer(client, third)).toBe('/profil');
});

test('the code of an earlier mail to choose a new password says so too', async () => {
  const email = 'oubli@exemple.ca';
  const { client, code } = await signUp(person(email));
  await answer(client, code);
  const forgetful = web.client();
  const asked = async () => {
    await forgetful.post('/mot-de-passe', { email });
    return codeTo(email);
  };
  const [first, second] = [await asked(), await asked()];
  const chosen = { password: 'lanterne tramway érable 43' };
  const late = await forgetful.post('/mot-de-passe/code', { ...chosen, code: first });
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining(older)]);
  expect((await forgetful.post('/mot-de-passe/code', { ...chosen, code: second })).status).toBe(303);
});

test('F-010 a person with one name signs up with a password that two devices encode differently', async () => {
  const email = 'suharto@exemple.ca';
  const chosen = 'tramway e\u0301rable\u00a0lanterne 42';
  const { client, code } = await signUp({ email, firstName: '', lastName: 'Suharto', password: chosen });
  expect(await answer(client, code)).toBe('/profil');
  expect(await (await client.get('/profil')).text()).toMatch(/>\s*Suharto\s*</);
  for (const typed of [chosen, 'tramway érable lanterne 42']) expect(await signIn(email, typed)).toBe(303);
  expect(await signIn(email, 'tramway erable lanterne 42')).toBe(422);
});
