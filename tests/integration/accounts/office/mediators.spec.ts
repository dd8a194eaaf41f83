import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { strong } from '../journey.ts';
import { audited, linkIn, markOn, professional, startOffice, type Office } from './office.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const mediator = (email: string, changes: Record<string, string> = {}) => ({
  firstName: 'Anne',
  lastName: 'Lapointe',
  email,
  language: 'en',
  accreditation: 'IMAQ 1234',
  form_key: `${randomUUID()}.mediateur`,
  ...changes,
});

async function opened(email: string): Promise<string> {
  const sent = await office.officer.post('/office/mediateurs/nouveau', mediator(email));
  expect(sent.status).toBe(303);
  return sent.headers.get('location') ?? '';
}

test('F-020 F-021 M-08 from the Office’s form to the mediator’s desk, by the pages and the mail, in the mediator’s language', async () => {
  const email = 'anne@mediation.example';
  const form = mediator(email);
  const sent = await office.officer.post('/office/mediateurs/nouveau', form);
  const twice = await office.officer.post('/office/mediateurs/nouveau', form);
  expect([sent.status, twice.status, twice.headers.get('location')]).toEqual([303, 303, sent.headers.get('location')]);
  expect(await office.count(email)).toBe(1);
  const mail = await office.received(email);
  expect(mail.subject).toBe('Activate your mediation account');
  expect(mail.text).toContain(email);
  const client = office.web.client();
  expect((await client.post(linkIn(mail), { password: strong })).headers.get('location')).toBe('/profil');
  // What the Office wrote is there to be checked.
  expect(await (await client.get('/profil')).text()).toContain('value="IMAQ 1234"');
  await client.post('/profil', { ...professional, accreditation: 'IMAQ 1234' });
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/engagement/);
  await client.post('/engagement', bothTexts);
  expect((await client.get('/dossiers')).status).toBe(200);
  expect(await audited(office.web, 'mediator.opened')).toMatchObject([{ actor: 'agente@office.example' }]);
});

test('F-020 another link replaces the former one', async () => {
  const email = 'lien@mediation.example';
  const page = await opened(email);
  const first = linkIn(await office.received(email));
  expect((await office.officer.post(page, { form_name: 'resend' })).status).toBe(303);
  const second = linkIn(await office.received(email));
  expect((await office.web.client().get(first)).status).toBe(410);
  expect((await office.web.client().get(second)).status).toBe(200);
});

test('F-020 a closed account is out at once, and can be opened again', async () => {
  const email = 'ferme@mediation.example';
  const page = await opened(email);
  const client = await office.firstVisit(email, { ...professional, accreditation: 'IMAQ 9' });
  expect((await client.get('/dossiers')).status).toBe(200);
  expect((await office.officer.post(page, { form_name: 'close' })).status).toBe(422);
  expect((await office.officer.post(page, { form_name: 'close', confirmed: 'yes' })).status).toBe(303);
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/connexion/);
  const credentials = { email, password: strong };
  expect((await office.web.client().post('/connexion', credentials)).status).toBe(422);
  const again = await office.officer.post('/office/mediateurs/nouveau', mediator(email));
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('Rouvrez-le depuis la liste')]);
  expect((await office.officer.post(page, { form_name: 'reopen' })).status).toBe(303);
  expect((await office.web.client().post('/connexion', credentials)).status).toBe(303);
  for (const action of ['mediator.closed', 'mediator.reopened']) {
    expect(await audited(office.web, action)).toMatchObject([{ subject: page.split('/').at(-1) }]);
  }
});

test('F-020 the page names the mediations under way, which go back to the queue; an account is not closed unless as many as were shown', async () => {
  const email = 'cours@mediation.example';
  const page = await opened(email);
  const id = page.split('/').at(-1);
  await office.web.rows(
    `with m as (insert into merchant (id, name) values (gen_random_uuid(), 'Boréal') returning id),
       c as (insert into app_user (id, kind, email) values (gen_random_uuid(), 'consumer', 'c@exemple.ca') returning id)
     insert into dossier (id, number, consumer_id, merchant_id, mediator_id, status, turn, turn_what, state, seq, head_hash, created_at, updated_at)
       select gen_random_uuid(), '2026-009999', c.id, m.id, $1, 'mediation', 'mediator', 'propose', '{}', 1, '', now(), now() from m, c`,
    [id],
  );
  const shown = await (await office.officer.get(page)).text();
  expect(shown).toContain('Fermer le compte et reprendre une médiation');
  expect(shown).toContain('2026-009999');
  const refused = await office.officer.post(page, { form_name: 'close', confirmed: 'yes', running: '0' });
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('Fermer le compte et reprendre une médiation'),
  ]);
  const [account] = await office.web.rows(`select disabled_at from app_user where id = $1`, [id]);
  expect(account).toEqual({ disabled_at: null });
  const found = await office.officer.post('/office/mediateurs', { words: 'lapointe', intent: 'search' });
  expect(await found.text()).toContain(email);
});

test('a mediator’s name and accreditation are the Office’s to correct, once the account is in use: the profile says so and takes neither', async () => {
  const email = 'noms@mediation.example';
  const page = await opened(email);
  const profile = { ...professional, accreditation: 'IMAQ 1234' };
  const client = await office.firstVisit(email, profile);
  const shown = await (await client.get('/profil')).text();
  expect(shown).toContain('pour les faire corriger, écrivez à l’Office');
  expect(shown).not.toMatch(/name="(?:firstName|lastName|accreditation)"/);
  const forged = { ...profile, firstName: 'Autre', accreditation: 'IMAQ 9999', jobTitle: 'Notaire' };
  expect((await client.post('/profil', forged)).status).toBe(303);
  const person = () =>
    office.web.rows(`select first_name, accreditation, job_title from app_user where email = $1`, [email]);
  expect(await person()).toEqual([{ first_name: 'Marc', accreditation: 'IMAQ 1234', job_title: 'Notaire' }]);

  const correction = {
    ...{ form_name: 'correct', firstName: 'Marie', lastName: 'Bergeron', accreditation: 'IMAQ 5678' },
    ...(await markOn(office.officer, page)),
  };
  expect((await office.officer.post(page, { ...correction, accreditation: '' })).status).toBe(422);
  expect((await office.officer.post(page, correction)).status).toBe(303);
  expect(await person()).toEqual([{ first_name: 'Marie', accreditation: 'IMAQ 5678', job_title: 'Notaire' }]);
  expect(await audited(office.web, 'person.corrected')).toMatchObject([{ actor: 'agente@office.example' }]);
});
