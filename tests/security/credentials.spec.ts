import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { consumerProfile, mailTo, signedUp, strong } from '#tests/integration/accounts/journey.ts';
import { linkIn, member, participation, startOffice, type Office } from '#tests/integration/accounts/office/office.ts';
import { rules } from '#web/server/services/limits/rules.ts';
import type { Client } from '#tests/kit/web-process.ts';

let office: Office;
beforeAll(async () => {
  // One proxy in front, as most of those who run it have.
  office = await startOffice({ TRUST_PROXY_HOPS: '1' });
});
afterAll(async () => {
  await office?.stop();
});

const replacement = 'nouvelle phrase verte 19';

/** A consumer with a profile, and another browser of theirs. */
async function twoBrowsers(email: string): Promise<{ here: Client; there: Client }> {
  const here = await signedUp(office.web, email);
  expect((await here.post('/profil', consumerProfile)).status).toBe(303);
  const there = office.web.client();
  expect((await there.post('/connexion', { email, password: strong })).status).toBe(303);
  return { here, there };
}

const isIn = async (client: Client) => (await client.get('/profil')).status === 200;
const signIn = async (email: string, password: string) =>
  (await office.web.client().post('/connexion', { email, password })).status;

test('ASVS 6.2.2 6.2.3 7.4.3 a password is changed with the present one only, which ends the other sessions and rotates this one', async () => {
  const email = 'change@exemple.ca';
  const { here, there } = await twoBrowsers(email);
  for (const current of ['', 'pas celui-ci du tout', strong.toUpperCase()]) {
    expect((await here.post('/profil/securite', { current, password: replacement })).status).toBe(422);
  }
  expect([await isIn(there), await signIn(email, replacement)]).toEqual([true, 422]);
  const token = here.cookies.get('pc_session');
  expect((await here.post('/profil/securite', { current: strong, password: replacement })).status).toBe(303);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  expect(here.cookies.get('pc_session')).not.toBe(token);
  expect([await signIn(email, strong), await signIn(email, replacement)]).toEqual([422, 303]);
});

test('ASVS 7.4.3 7.5.2 a person ends their other sessions with their password, and keeps the one they ask from, under another token', async () => {
  const { here, there } = await twoBrowsers('ailleurs@exemple.ca');
  const token = here.cookies.get('pc_session') ?? '';
  const endOthers = (current: string) =>
    here.post('/profil/securite', { form_name: 'sessions', intent: 'end-others', current });
  for (const current of ['', 'pas celui-ci du tout']) expect((await endOthers(current)).status).toBe(422);
  expect([await isIn(here), await isIn(there)]).toEqual([true, true]);
  expect((await endOthers(strong)).status).toBe(303);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  const former = office.web.client();
  former.cookies.set('pc_session', token);
  expect(await isIn(former)).toBe(false);
});

test('ASVS 6.4.1 an activation link opens nothing once its seven days are over, and the page says so', async () => {
  const email = 'tardif@boreal.example';
  const enrolled = await office.officer.post('/office/commercants/nouveau', participation(email));
  const link = linkIn(await office.received(email));
  const [left] = await office.web.rows<{ days: number }>(
    `select round(extract(epoch from expires_at - created_at) / 86400)::int as days from one_time_code where user_id = (select id from app_user where email = $1)`,
    [email],
  );
  expect(left).toEqual({ days: 7 });
  await office.web.rows(
    `update one_time_code set expires_at = now() - interval '1 second' where user_id = (select id from app_user where email = $1)`,
    [email],
  );
  expect(await (await office.web.client().get(link)).text()).toContain('n’est plus valable');
  // From a page that was opened before: it leads to what the link says now.
  const late = await office.web.client().post(link, { password: strong });
  expect([late.status, late.headers.get('location')]).toEqual([303, link]);
  expect(await signIn(email, strong)).toBe(422);
  expect(enrolled.status).toBe(303);
});

test('ASVS 6.5.5 a code to choose another password is over after ten minutes, also the right one', async () => {
  const email = 'lente@exemple.ca';
  await signedUp(office.web, email);
  const client = office.web.client();
  await client.post('/mot-de-passe', { email });
  const code = (await mailTo(office.web, email))?.params['code'] ?? '';
  const [row] = await office.web.rows<{ minutes: number }>(
    `update one_time_code set expires_at = expires_at - interval '10 minutes' where purpose = 'reset_password'
       and user_id = (select id from app_user where email = $1)
     returning round(extract(epoch from expires_at + interval '10 minutes' - created_at) / 60)::int as minutes`,
    [email],
  );
  expect(row).toEqual({ minutes: 10 });
  const late = await client.post('/mot-de-passe/code', { code, password: replacement });
  expect([late.status, await signIn(email, replacement)]).toEqual([422, 422]);
});

test('ASVS 1.2.2 3.7.2 whatever page is asked to come back to, signing in leads to a page of ours', async () => {
  const email = 'retour@exemple.ca';
  const { here } = await twoBrowsers(email);
  for (const suite of [
    'https://evil.example/',
    '//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ]) {
    const address = `/connexion?suite=${encodeURIComponent(suite)}`;
    const client = office.web.client();
    const signed = await client.post(address, { email, password: strong });
    // Who is signed in already is led on at once.
    const led = await here.get(address);
    for (const { status, headers } of [signed, led]) {
      const { host } = new URL(headers.get('location') ?? '', 'http://ici.invalid');
      expect([suite, status, host]).toEqual([suite, 303, 'ici.invalid']);
      expect(headers.get('location')).not.toMatch(/^\/[/\\]/);
    }
  }
});

test('ASVS 15.3.7 a query is no form, and a name given twice has its first value', async () => {
  const email = 'double@exemple.ca';
  await signedUp(office.web, email);
  const query = new URLSearchParams({ email, password: strong }).toString();
  expect((await office.web.client().post(`/connexion?${query}`, {})).status).toBe(422);
  const twice = (fields: string[][]) =>
    fetch(`${office.web.origin}/connexion`, {
      method: 'POST',
      headers: { origin: office.web.origin },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const wrong = ['password', 'un autre mot de passe'];
  const right = ['password', strong];
  expect((await twice([['email', email], wrong, right])).status).toBe(422);
  expect((await twice([['email', email], right, wrong])).status).toBe(303);
});

test('ASVS 15.3.4 a person is counted by the address that the proxy tells, whatever they write before it', async () => {
  const guess = (n: number, forwarded: string) =>
    office.web
      .client()
      .post(
        '/connexion',
        { email: `lieu${n}@exemple.ca`, password: 'x' },
        { origin: office.web.origin, 'x-forwarded-for': forwarded },
      );
  const { points } = rules.signInPlace;
  const statuses: number[] = [];
  // Each claims another address; the proxy adds theirs.
  for (let n = 0; n <= points; n += 1) statuses.push((await guess(n, `10.0.${n >> 8}.${n & 255}, 192.0.2.7`)).status);
  expect(statuses.slice(0, points)).toEqual(Array(points).fill(422));
  expect(statuses[points]).toBe(429);
  // Someone else claims the address that is held back.
  expect((await guess(500, '192.0.2.7, 192.0.2.8')).status).toBe(422);
}, 120_000);

test('ASVS 1.3.11 a name with line breaks adds nothing to a mail: no recipient, no header, no subject', async () => {
  const email = 'julie@boreal.example';
  const enrolled = await office.officer.post('/office/commercants/nouveau', participation('marc@boreal.example'));
  const place = enrolled.headers.get('location')?.split('?')[0] ?? '';
  const hostile = {
    firstName: 'Julie\r\n.\r\nRCPT TO:<espion@evil.example>',
    lastName: 'N\r\nBcc: espion@evil.example\r\nSubject: Autre\r\n\r\n<b>x</b>',
  };
  expect((await office.officer.post(`${place}/membres/nouveau`, member(email, hostile))).status).toBe(422);
  // What letters alone can do.
  const named = { firstName: 'Julie\r\n.\r\nRCPT TO', lastName: 'N\r\nBcc espion\r\nSubject Autre\r\n\r\n' };
  expect((await office.officer.post(`${place}/membres/nouveau`, member(email, named))).status).toBe(303);
  const mail = await office.received(email);
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.subject).not.toContain('Autre');
  expect(await office.count('espion@evil.example')).toBe(0);
  const hidden = `${email}\r\nBcc: espion@evil.example`;
  for (const to of [hidden, `${email}, espion@evil.example`, `<${email}> espion@evil.example`]) {
    expect((await office.officer.post(`${place}/membres/nouveau`, member(to))).status).toBe(422);
    expect((await office.web.client().post('/mot-de-passe', { email: to })).status).toBe(422);
  }
  expect(await office.count('espion@evil.example')).toBe(0);
});

test('ASVS 16.5.3 while tries cannot be counted nobody gets in, and no code or link is used', async () => {
  const email = 'fermee@exemple.ca';
  await signedUp(office.web, email);
  const waiting = office.web.client();
  await waiting.post('/mot-de-passe', { email });
  const code = (await mailTo(office.web, email))?.params['code'] ?? '';
  await office.officer.post('/office/commercants/nouveau', participation('lien@boreal.example'));
  const link = linkIn(await office.received('lien@boreal.example'));
  await office.web.rows('alter table rate_limit rename to rate_limit_away');
  try {
    const clients = [office.web.client(), waiting, office.web.client(), office.web.client()] as const;
    const answers = [
      await clients[0].post('/connexion', { email, password: strong }),
      await clients[1].post('/mot-de-passe/code', { code, password: replacement }),
      await clients[2].post(link, { password: strong }),
      await clients[3].post('/inscription', { ...consumerProfile, email: 'neuve@exemple.ca', password: strong }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
    for (const client of clients) expect(client.cookies.has('pc_session')).toBe(false);
  } finally {
    await office.web.rows('alter table rate_limit_away rename to rate_limit');
  }
  expect([await signIn(email, replacement), await signIn(email, strong)]).toEqual([422, 303]);
  expect((await waiting.post('/mot-de-passe/code', { code, password: replacement })).status).toBe(303);
  expect((await office.web.client().post(link, { password: strong })).status).toBe(303);
});
