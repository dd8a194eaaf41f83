import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { consumerProfile, mailTo, signedUp, strong } from './journey.ts';
import { isIn, withApplication } from './factors.ts';
import { audited, startOffice, type Office } from './office/office.ts';
import type { Client } from '#tests/kit/web-process.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ TRUST_PROXY_HOPS: '1' });
});
afterAll(async () => {
  await office?.stop();
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

async function person(email: string): Promise<Client> {
  const home = await signedUp(office.web, email);
  await home.post('/profil', consumerProfile);
  return home;
}

async function signInFrom(email: string, headers: Record<string, string>): Promise<Client> {
  const client = office.web.client();
  const from = { origin: office.web.origin, ...headers };
  expect((await client.post('/connexion', { email, password: strong }, from)).status).toBe(303);
  return client;
}

const idOf = async (email: string) =>
  (await office.web.rows<{ id: string }>('select id from app_user where email = $1', [email]))[0]?.id ?? '';

test('ASVS 7.5.2 sessions are listed in words, and the ones that are chosen end, with the password', async () => {
  const email = 'sessions@exemple.ca';
  const home = await person(email);
  const work = await signInFrom(email, { 'user-agent': firefox, 'x-forwarded-for': '203.0.113.7' });
  const phone = await signInFrom(email, { 'user-agent': safari, 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' });
  const stranger = await person('voisine@exemple.ca');
  const html = await (await home.get('/profil/securite')).text();
  for (const shown of ['Firefox, Windows', '203.0.113.7', 'Safari, iPhone', '2001:db8:1:2::/64', '(cette session)']) {
    expect(html).toContain(shown);
  }
  expect(html).not.toContain('pc_session');
  const ids = [...html.matchAll(/name="sessions\[\]"[^>]* value="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(ids.length).toBe(2);
  const [chosen] = await office.web.rows<{ id: string }>(`select id from session where browser = 'safari'`);
  const others = await office.web.rows<{ id: string }>(
    `select s.id from session s join app_user u on u.id = s.user_id where u.email = 'voisine@exemple.ca'`,
  );
  const end = (id: string, current: string) =>
    home.post('/profil/securite', { form_name: 'sessions', 'sessions[]': id, current });
  expect((await end(chosen?.id ?? '', 'pas celui-ci du tout')).status).toBe(422);
  expect(await isIn(phone)).toBe(true);
  // Nobody ends a session of somebody else.
  expect((await end(others[0]?.id ?? '', strong)).status).toBe(303);
  expect((await end(chosen?.id ?? '', strong)).status).toBe(303);
  expect([await isIn(home), await isIn(work), await isIn(phone), await isIn(stranger)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test('ASVS 7.4.5 the Office finds an account by its whole address and ends its sessions, once a form; it is audited and told', async () => {
  const email = 'appelle@exemple.ca';
  const home = await person(email);
  const find = (typed: string) => office.officer.post('/office/comptes', { email: typed });
  expect((await find('appel')).status).toBe(422);
  expect((await find('appelle@exemple.com')).status).toBe(422);
  const found = await find(' Appelle@exemple.ca');
  const page = found.headers.get('location') ?? '';
  expect([found.status, page]).toEqual([303, `/office/comptes/${await idOf(email)}`]);
  const html = await (await office.officer.get(page)).text();
  for (const shown of ['Élise Côté', email, 'Consommatrice ou consommateur', 'Actif']) expect(html).toContain(shown);
  expect((await home.get(page)).status).toBe(403);
  expect((await home.post(page, { form_name: 'sessions' })).status).toBe(403);
  expect(await isIn(home)).toBe(true);
  const sent = { form_name: 'sessions', form_key: '0197d000-0000-7000-8000-000000000001.sessions' };
  expect((await office.officer.post(page, sent)).status).toBe(303);
  expect(await isIn(home)).toBe(false);
  const back = await signInFrom(email, {});
  expect((await office.officer.post(page, sent)).status).toBe(303);
  expect(await isIn(back)).toBe(true);
  expect(await audited(office.web, 'account.sessions_ended')).toEqual([
    { action: 'account.sessions_ended', subject: await idOf(email), actor: 'agente@office.example' },
  ]);
  expect((await office.received(email)).subject).toBe('L’Office a fermé vos sessions');
});

test('ASVS 6.4.4 the Office resets the factors of a person who lost them, who then comes in with the password', async () => {
  const email = 'perdu@exemple.ca';
  const home = await person(email);
  await withApplication(home);
  const page = `/office/comptes/${await idOf(email)}`;
  expect(await (await office.officer.get(page)).text()).toContain('Application de codes, 10 codes de secours');
  expect((await office.officer.post(page, { form_name: 'factors' })).status).toBe(422);
  expect((await office.officer.post(page, { form_name: 'factors', confirmed: 'yes' })).status).toBe(303);
  expect(await isIn(home)).toBe(false);
  expect((await mailTo(office.web, email))?.template).toBe('factors-reset');
  expect((await audited(office.web, 'account.factors_reset')).map(({ subject }) => subject)).toEqual([
    await idOf(email),
  ]);
  const back = await signInFrom(email, {});
  expect(await isIn(back)).toBe(true);
  // Not their own: a stolen session of the Office would be enough.
  const own = `/office/comptes/${await idOf('agente@office.example')}`;
  expect((await office.officer.post(own, { form_name: 'factors', confirmed: 'yes' })).status).toBe(403);
  expect(await (await office.officer.get(own)).text()).not.toContain('name="form_name" value="factors"');
});

test('ASVS 7.5.1 the Office lets a person who lost their mailbox change their address for a day, never itself; it is audited and told at the mailbox', async () => {
  const email = 'sans-boite@exemple.ca';
  const home = await person(email);
  const page = `/office/comptes/${await idOf(email)}`;
  expect((await office.officer.post(page, { form_name: 'waive' })).status).toBe(422);
  expect((await home.post(page, { form_name: 'waive', confirmed: 'yes' })).status).toBe(403);
  expect((await office.officer.post(page, { form_name: 'waive', confirmed: 'yes' })).status).toBe(303);
  expect(await (await office.officer.get(page)).text()).toContain(
    'Changement d’adresse permis sans l’adresse actuelle',
  );
  const [{ hours }] = (await office.web.rows<{ hours: number }>(
    `select ceil(extract(epoch from former_address_waived_until - now()) / 3600)::int as hours from app_user where email = $1`,
    [email],
  )) as [{ hours: number }];
  expect(hours).toBe(24);
  expect((await mailTo(office.web, email))?.template).toBe('address-waived');
  expect((await audited(office.web, 'account.address_waived')).map(({ subject }) => subject)).toEqual([
    await idOf(email),
  ]);
  await home.post('/profil/courriel', { email: 'nouvelle-boite@exemple.ca', current: strong });
  expect(await (await home.get('/profil/courriel/code')).text()).not.toContain('name="formerCode"');
  const own = `/office/comptes/${await idOf('agente@office.example')}`;
  expect((await office.officer.post(own, { form_name: 'waive', confirmed: 'yes' })).status).toBe(403);
});
