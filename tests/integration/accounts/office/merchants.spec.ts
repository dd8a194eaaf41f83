import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { strong } from '../journey.ts';
import { audited, linkIn, markOn, member, participation, professional, startOffice, type Office } from './office.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const text = async (response: Response) => (await response.text()).replaceAll(/<!-- -->|&nbsp;/g, '');

/** Enrols a merchant through the page; returns the address of its own page. */
async function enrolled(email: string, changes: Record<string, string> = {}): Promise<string> {
  const sent = await office.officer.post('/office/commercants/nouveau', participation(email, changes));
  expect(sent.status).toBe(303);
  return sent.headers.get('location') ?? '';
}

async function idOf(email: string): Promise<string> {
  const [row] = await office.web.rows<{ id: string }>(`select id from app_user where email = $1`, [email]);
  return row?.id ?? '';
}

test('F-014 F-016 F-017 F-018 M-04 from the participation form to the respondent’s list of dossiers, by the pages and the mail', async () => {
  const email = 'marc@boreal.example';
  const page = await enrolled(email, { neq: '1140 002 233' });
  const sheet = await text(await office.officer.get(page));
  expect(sheet).toContain('Le commerçant est inscrit');
  for (const shown of [
    'Meubles Boréal inc.',
    '1140002233',
    'G2K\u00a01B7',
    email,
    'Répondante ou répondant',
    'Invitation envoyée',
  ]) {
    expect(sheet).toContain(shown);
  }
  const mail = await office.received(email);
  expect(mail.subject).toContain('Meubles Boréal');
  expect(mail.text).toContain(email);
  const link = linkIn(mail);
  const client = office.web.client();
  expect((await client.get(link)).status).toBe(200);
  expect((await client.post(link, { password: strong })).headers.get('location')).toBe('/profil');
  expect((await client.post('/profil', professional)).status).toBe(303);
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/engagement/);
  await client.post('/engagement', bothTexts);
  expect((await client.get('/dossiers')).status).toBe(200);
  expect(await text(await office.officer.get(page))).toContain('Actif');
  const [act] = await audited(office.web, 'merchant.enrolled');
  expect(act).toMatchObject({ actor: 'agente@office.example', subject: page.split('/').at(-1) });
});

test('F-014 the same form sent twice, at once too, enrols one merchant, opens one account and sends one mail', async () => {
  const form = participation('deux@fois.example', { name: 'Deux Fois' });
  const answers = await Promise.all([1, 2, 3].map(() => office.officer.post('/office/commercants/nouveau', form)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
  expect(await office.web.rows(`select 1 from merchant where name = 'Deux Fois'`)).toHaveLength(1);
  expect(await office.web.rows(`select 1 from app_user where email = 'deux@fois.example'`)).toHaveLength(1);
  expect(await office.count('deux@fois.example')).toBe(1);
});

test('F-019 a representative is added with a link of their own, which another one replaces', async () => {
  const page = await enrolled('chef@ajout.example', { name: 'Ajouts' });
  const email = 'julie@ajout.example';
  const form = member(email);
  const added = await office.officer.post(`${page}/membres/nouveau`, form);
  expect([added.status, added.headers.get('location')]).toEqual([303, page]);
  expect((await office.officer.post(`${page}/membres/nouveau`, form)).status).toBe(303);
  expect(await office.count(email)).toBe(1);
  const first = linkIn(await office.received(email));
  const person = `${page}/membres/${await idOf(email)}`;
  expect(await text(await office.officer.get(person))).toContain('Envoyer un autre lien');
  expect((await office.officer.post(person, { form_name: 'resend' })).status).toBe(303);
  expect(await text(await office.officer.get(person))).toContain('Le précédent ne fonctionne plus');
  const second = linkIn(await office.received(email));
  expect(second).not.toBe(first);
  expect((await office.web.client().get(first)).status).toBe(410);
  expect((await office.web.client().get(second)).status).toBe(200);
  await office.firstVisit(email);
  // Once activated there is no link to send, and the page says so to a form that was left open.
  expect(await text(await office.officer.get(person))).not.toContain('Envoyer un autre lien');
  const late = await office.officer.post(person, { form_name: 'resend' });
  expect(late.status).toBe(409);
  expect(await text(late)).toContain('Ce compte est déjà activé');
});

test('F-019 removal cuts access at once: pages left open, password, links; and it can be given back', async () => {
  const page = await enrolled('chef@retrait.example', { name: 'Retraits' });
  const email = 'luc@retrait.example';
  await office.officer.post(`${page}/membres/nouveau`, member(email, { firstName: 'Luc' }));
  const client = await office.firstVisit(email);
  expect((await client.get('/dossiers')).status).toBe(200);
  const person = `${page}/membres/${await idOf(email)}`;
  const unread = await office.officer.post(person, { form_name: 'remove' });
  expect([unread.status, await text(unread)]).toEqual([422, expect.stringContaining('Cochez cette case')]);
  expect((await client.get('/dossiers')).status).toBe(200);

  const form = { form_name: 'remove', confirmed: 'yes', form_key: `${randomUUID()}.remove` };
  expect((await office.officer.post(person, form)).status).toBe(303);
  expect((await office.officer.post(person, form)).status).toBe(303);
  expect(await audited(office.web, 'member.ended')).toHaveLength(1);
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/connexion/);
  const back = await office.web.client().post('/connexion', { email, password: strong });
  expect(back.status).toBe(422);
  expect(await text(await office.officer.get(person))).toContain('Accès retiré');

  expect((await office.officer.post(person, { form_name: 'restore' })).status).toBe(303);
  expect((await office.received(email)).subject).toContain('Retraits');
  const again = office.web.client();
  expect((await again.post('/connexion', { email, password: strong })).status).toBe(303);
  expect((await again.get('/dossiers')).status).toBe(200);
});

test('F-019 an invitation that was not used is void once access is removed', async () => {
  const page = await enrolled('chef@avant.example', { name: 'Avant' });
  const email = 'lien@avant.example';
  await office.officer.post(`${page}/membres/nouveau`, member(email));
  const link = linkIn(await office.received(email));
  await office.officer.post(`${page}/membres/${await idOf(email)}`, { form_name: 'remove', confirmed: 'yes' });
  expect((await office.web.client().post(link, { password: strong })).status).toBe(404);
});

test('F-019 who acts for two merchants keeps one account, and loses only the one that is removed', async () => {
  const [one, two] = [
    await enrolled('chef@un.example', { name: 'Un' }),
    await enrolled('chef@deux.example', { name: 'Deux' }),
  ];
  const email = 'partagee@deux.example';
  await office.officer.post(`${one}/membres/nouveau`, member(email));
  await office.firstVisit(email);
  await office.officer.post(`${two}/membres/nouveau`, member(email));
  expect(await text(await office.officer.get(two))).toContain('Cette personne avait déjà un compte');
  const mail = await office.received(email);
  expect([mail.subject, linkIn(mail)]).toEqual([expect.stringContaining('Deux'), '']);
  await office.officer.post(`${one}/membres/${await idOf(email)}`, { form_name: 'remove', confirmed: 'yes' });
  const client = office.web.client();
  expect((await client.post('/connexion', { email, password: strong })).status).toBe(303);
  const profile = await text(await client.get('/profil'));
  expect(profile).toContain('Deux (représentante ou représentant)');
  expect(profile).not.toContain('Un (représentante ou représentant)');
});

test('F-019 the respondent changes: another role, a warning when none is left, contact details', async () => {
  const page = await enrolled('chef@roles.example', { name: 'Rôles', neq: '1160000001' });
  const person = `${page}/membres/${await idOf('chef@roles.example')}`;
  expect(await text(await office.officer.get(person))).toContain('C’est le dernier répondant');
  expect((await office.officer.post(person, { form_name: 'role', role: 'representative' })).status).toBe(303);
  expect(await text(await office.officer.get(page))).toContain('Ce commerçant n’a plus de répondant');
  const { form_key: _key, ...sheet } = participation('', { name: 'Rôles et fils', neq: '1160000001' });
  const shown = await markOn(office.officer, `${page}/modifier`);
  expect((await office.officer.post(`${page}/modifier`, { ...sheet, ...shown })).status).toBe(303);
  expect(await text(await office.officer.get(page))).toContain('Rôles et fils');
  for (const action of ['member.representative', 'merchant.edited']) {
    expect(await audited(office.web, action)).toMatchObject([{ actor: 'agente@office.example' }]);
  }
});

test('F-019 the present respondents are told by mail of another one, added or made so; nobody else, and once', async () => {
  const page = await enrolled('premiere@deux.example', { name: 'Deux répondantes', neq: '1160000222' });
  const told = async (to: string) =>
    (
      await office.web.rows<{ to_address: string }>(
        `select to_address from mail where template = 'respondent-added' and to_address = $1`,
        [to],
      )
    ).length;
  expect(await told('premiere@deux.example')).toBe(0);
  const second = { ...member('deuxieme@deux.example', { role: 'respondent' }), form_key: `${randomUUID()}.membre` };
  for (const _twice of [1, 2]) await office.officer.post(`${page}/membres/nouveau`, second);
  expect([await told('premiere@deux.example'), await told('deuxieme@deux.example')]).toEqual([1, 0]);
  const { subject, text: said } = await office.received('premiere@deux.example');
  expect(subject).toBe('Une autre personne répond pour Deux répondantes');
  expect(said).toContain('Julie Nguyen');
  expect(said).toContain('/equipe/');

  await office.officer.post(`${page}/membres/nouveau`, member('troisieme@deux.example'));
  const third = `${page}/membres/${await idOf('troisieme@deux.example')}`;
  for (const _twice of [1, 2]) await office.officer.post(third, { form_name: 'role', role: 'respondent' });
  const counts = ['premiere', 'deuxieme', 'troisieme'].map((name) => told(`${name}@deux.example`));
  expect(await Promise.all(counts)).toEqual([2, 1, 0]);
});

test('F-014 the list counts members, and finds by name without accents, NEQ and member’s address', async () => {
  await enrolled('chef@érable.example'.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''), {
    name: 'Électro Érable 100 %',
    neq: '1170000009',
  });
  const list = await text(await office.officer.get('/office/commercants'));
  const places = ['Deux Fois', 'Électro Érable', 'Un'].map((name) => list.indexOf(`>${name}`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  for (const typed of ['electro erable', '1170000009', 'chef@erable', '100 %']) {
    const found = await text(await office.officer.post('/office/commercants', { words: typed, intent: 'search' }));
    expect([typed, found]).toEqual([typed, expect.stringContaining('Électro Érable')]);
    expect(found).not.toContain('Deux Fois');
  }
  const none = await office.officer.post('/office/commercants', { words: 'zzz_%\u0000', intent: 'search' });
  expect([none.status, await text(none)]).toEqual([200, expect.stringContaining('Rien ne correspond')]);
});
