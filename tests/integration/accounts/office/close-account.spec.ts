import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runningStatuses } from '#domain/dossier/state/statuses.ts';
import { hashPassword } from '#web/server/services/accounts/passwords/passwords.ts';
import { isIn } from '../factors.ts';
import { consumerProfile, mailTo, signedUp, strong } from '../journey.ts';
import { audited, startOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const idOf = async (email: string) =>
  (await office.web.rows<{ id: string }>('select id from app_user where email = $1', [email]))[0]?.id ?? '';
const pageOf = async (email: string) => `/office/comptes/${await idOf(email)}`;
const close = async (email: string, by = office.officer) =>
  by.post(await pageOf(email), { form_name: 'close', confirmed: 'yes' });
const signIn = async (email: string) => {
  const client = office.web.client();
  return { client, status: (await client.post('/connexion', { email, password: strong })).status };
};

/** A colleague whose account is in use. */
async function colleague(email: string): Promise<void> {
  await office.web.rows(
    `insert into app_user (id, kind, email, first_name, last_name, language, password_hash, email_verified_at, profile_completed_at)
     values (gen_random_uuid(), 'officer', $1, 'Sam', 'Lee', 'fr', $2, now(), now())`,
    [email, await hashPassword(strong)],
  );
}

test('F-019 ASVS 7.4.2 an officer who leaves is out at once when a colleague closes the account; it is audited, told, and can be opened again', async () => {
  const email = 'collegue@office.example';
  await colleague(email);
  const { client } = await signIn(email);
  expect(await isIn(client)).toBe(true);
  const page = await pageOf(email);
  expect(await (await office.officer.get(page)).text()).toContain('Pour une personne qui quitte l’Office.');
  expect((await office.officer.post(page, { form_name: 'close' })).status).toBe(422);
  expect((await close(email)).status).toBe(303);
  expect([await isIn(client), (await signIn(email)).status]).toEqual([false, 422]);
  expect((await mailTo(office.web, email))?.template).toBe('account-closed');
  // Sent again, it is told once.
  expect((await close(email)).status).toBe(303);
  expect(await audited(office.web, 'account.closed')).toEqual([
    { action: 'account.closed', subject: await idOf(email), actor: 'agente@office.example' },
  ]);
  expect((await office.officer.post(page, { form_name: 'reopen' })).status).toBe(303);
  expect([(await mailTo(office.web, email))?.template, (await signIn(email)).status]).toEqual([
    'account-reopened',
    303,
  ]);
  expect(await audited(office.web, 'account.reopened')).toHaveLength(1);
  await close(email);
});

test('an officer closes neither their own account nor the last one of the Office', async () => {
  const own = 'agente@office.example';
  expect(await (await office.officer.get(await pageOf(own))).text()).not.toContain('value="close"');
  expect((await close(own)).status).toBe(403);
  // A colleague who never chose a password could do nothing: closing theirs leaves the Office as it is.
  const email = 'derniere@office.example';
  await colleague(email);
  // Two close each other at once, from pages that they both had open: one account is left.
  const { client } = await signIn(email);
  await office.web.rows(`insert into terms_acceptance (id, user_id, kind, version, language)
    select gen_random_uuid(), u.id, a.kind, a.version, 'fr' from app_user u, terms_acceptance a
    where u.email = 'derniere@office.example' and a.user_id = (select id from app_user where email = 'agente@office.example')`);
  expect((await client.get('/office')).status).toBe(200);
  const answers = await Promise.all([close(email), close(own, client)]);
  const left = await office.web.rows(`select from app_user where kind = 'officer' and disabled_at is null`);
  expect({
    statuses: answers.map(({ status }) => status).filter((status) => status === 303).length,
    left: left.length,
  }).toEqual({
    statuses: expect.any(Number),
    left: 1,
  });
  await office.web.rows(`update app_user set disabled_at = null where email = $1`, [own]);
});

test('a consumer’s account is closed at their request, and not while a dossier of theirs is under way: the page says why, and which', async () => {
  const email = 'partie@exemple.ca';
  const home = await signedUp(office.web, email);
  await home.post('/profil', consumerProfile);
  const officer = (await signIn('agente@office.example')).client;
  await office.web.rows(
    `with m as (insert into merchant (id, name) values (gen_random_uuid(), 'Boréal') returning id)
     insert into dossier (id, number, consumer_id, merchant_id, status, turn, turn_what, state, seq, head_hash, created_at, updated_at)
       select gen_random_uuid(), '2026-009998', $1, m.id, 'negotiation', 'merchant', 'answer', '{}', 1, '', now(), now() from m`,
    [await idOf(email)],
  );
  const shown = await (await officer.get(await pageOf(email))).text();
  expect(shown).toContain('Ce compte ne peut pas être fermé tant que ces dossiers sont en cours');
  expect(shown).toContain('2026-009998');
  expect(shown).not.toContain('value="close"');
  const refused = await close(email, officer);
  expect([refused.status, (await refused.text()).includes('un dossier de cette personne')]).toEqual([409, true]);
  expect(await isIn(home)).toBe(true);
  // However far it is, as long as somebody waits; nor that of whoever represents them there.
  const friend = 'amie@exemple.ca';
  await signedUp(office.web, friend);
  await office.web.rows(`update dossier set representative_id = $1 where number = '2026-009998'`, [await idOf(friend)]);
  for (const status of runningStatuses) {
    await office.web.rows(`update dossier set status = $1 where number = '2026-009998'`, [status]);
    for (const each of [email, friend]) expect([status, (await close(each, officer)).status]).toEqual([status, 409]);
  }
  // A draft waits for nobody else.
  await office.web.rows(`update dossier set status = 'draft' where number = '2026-009998'`);
  expect((await close(friend, officer)).status).toBe(303);
  await office.web.rows(`update dossier set status = 'closed' where number = '2026-009998'`);
  expect((await close(email, officer)).status).toBe(303);
  expect([await isIn(home), (await signIn(email)).status]).toEqual([false, 422]);
  expect((await mailTo(office.web, email))?.template).toBe('account-closed');
});
