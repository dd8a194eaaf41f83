import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { isIn, withApplication } from './factors.ts';
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
const codeAt = async (email: string) => (await mailTo(web, email))?.params['code'] ?? '';
/** Gives the codes of both mailboxes. */
const confirm = async (client: Client, { former, next }: { former: string; next: string }) =>
  client.post('/profil/courriel/code', { formerCode: await codeAt(former), code: await codeAt(next) });

test('ASVS 6.3.7 7.5.1 an address is changed with the password and a code at each of the two; the former one is told and undoes it, once', async () => {
  const [former, next] = ['ancienne@exemple.ca', 'nouvelle@exemple.ca'];
  const home = await person(former);
  const elsewhere = web.client();
  await elsewhere.post('/connexion', { email: former, password: strong });
  expect((await ask(home, next, 'pas celui-ci du tout')).status).toBe(422);
  expect((await ask(home, next)).headers.get('location')).toBe('/profil/courriel/code');
  // Nothing is another before the codes, which work in this browser and for this person only.
  expect(await signIn(next)).toBe(422);
  expect((await mailTo(web, former))?.template).toBe('email-change-former-code');
  expect((await mailTo(web, former))?.params['userName']).toBe(next);
  expect((await home.post('/profil/courriel/code', { formerCode: '000000', code: '000000' })).status).toBe(422);
  const stranger = await person('curieuse@exemple.ca');
  stranger.cookies.set('pc_pending', home.cookies.get('pc_pending') ?? '');
  // Who waits for nothing here begins again.
  expect((await confirm(stranger, { former, next })).headers.get('location')).toBe('/profil/courriel');
  expect((await confirm(home, { former, next })).status).toBe(303);
  expect([await isIn(home), await isIn(elsewhere)]).toEqual([true, false]);
  expect([await signIn(former), await signIn(next)]).toEqual([422, 303]);

  const told = await mailTo(web, former);
  expect([told?.template, told?.params['userName']]).toEqual(['email-changed', next]);
  const link = told?.params['path'] ?? '';
  expect((await web.client().get(link)).status).toBe(200);
  expect(await isIn(home)).toBe(true);
  const owner = web.client();
  expect((await owner.post(link, {})).headers.get('location')).toBe('/mot-de-passe');
  // The password that made the change opens nothing any more, at either address; a code sent to the owner does.
  expect([await isIn(home), await signIn(former), await signIn(next)]).toEqual([false, 422, 422]);
  // Both mailboxes hear that it was undone: whoever is the owner has one of them.
  for (const to of [former, next]) {
    const undone = await mailTo(web, to);
    expect([undone?.template, undone?.params['userName']]).toEqual(['email-undone', former]);
  }
  await choose(former, 'une phrase verte et neuve 83');
  expect([(await owner.post(link, {})).status, (await owner.get(link)).status]).toEqual([410, 410]);
});

/** Another password, with the code that is sent to this address. */
async function choose(email: string, password: string): Promise<Client> {
  const client = web.client();
  await client.post('/mot-de-passe', { email });
  const code = (await mailTo(web, email))?.params['code'] ?? '';
  expect((await client.post('/mot-de-passe/code', { code, password })).status).toBe(303);
  return client;
}

const factorsOf = (email: string) =>
  web.rows<{ authenticators: number; passkeys: number; codes: number }>(
    `select (select count(*)::int from authenticator f where f.user_id = u.id) as authenticators,
       (select count(*)::int from passkey f where f.user_id = u.id) as passkeys,
       (select count(*)::int from recovery_code f where f.user_id = u.id) as codes
     from app_user u where u.email = $1`,
    [email],
  );

const addPasskey = (email: string, at: string) =>
  web.rows(
    `insert into passkey (id, user_id, credential_id, public_key, counter, transports, name, created_at)
     select gen_random_uuid(), u.id, gen_random_uuid()::text, '\\x00', 0, '[]', 'clé', now() + $2::interval from app_user u where u.email = $1`,
    [email, at],
  );

test('ASVS 7.5.1 7.5.3 undoing a change removes what was added since, second steps and later addresses, and leaves what was there before', async () => {
  const [former, next, last] = ['vraie@exemple.ca', 'voleuse@exemple.ca', 'voleuse2@exemple.ca'];
  const thief = await person(former);
  await addPasskey(former, '-1 day');
  expect((await ask(thief, next)).status).toBe(303);
  expect((await confirm(thief, { former, next })).status).toBe(303);
  const link = (await mailTo(web, former))?.params['path'] ?? '';
  // Whoever took the account over locks its owner out, and moves on.
  const application = await withApplication(thief);
  await addPasskey(next, '0');
  expect(application.recoveryCodes).toHaveLength(10);
  expect((await ask(thief, last)).status).toBe(303);
  expect((await confirm(thief, { former: next, next: last })).status).toBe(303);
  const backAgain = (await mailTo(web, next))?.params['path'] ?? '';
  expect(await factorsOf(last)).toEqual([{ authenticators: 1, passkeys: 2, codes: 10 }]);

  expect((await web.client().post(link, {})).headers.get('location')).toBe('/mot-de-passe');
  expect(await factorsOf(former)).toEqual([{ authenticators: 0, passkeys: 1, codes: 0 }]);
  expect(await isIn(thief)).toBe(false);
  // The thief's own notice of the second change does not give them the account.
  expect([(await web.client().get(backAgain)).status, (await web.client().post(backAgain, {})).status]).toEqual([
    410, 410,
  ]);
  // The owner chooses another password, and the key of before is asked for, as before.
  const owner = await choose(former, 'une phrase bleue et neuve 47');
  expect(await isIn(owner)).toBe(false);
  const signed = await web.client().post('/connexion', { email: former, password: 'une phrase bleue et neuve 47' });
  expect(signed.headers.get('location')).toMatch(/^\/connexion\/deuxieme-etape/);
});

test('a link undoes nothing after seven days, and the code nothing after ten minutes', async () => {
  const [former, next] = ['avant@exemple.ca', 'apres@exemple.ca'];
  const home = await person(former);
  await ask(home, next);
  await web.rows(`update email_change set code_expires_at = now() where new_email = $1`, [next]);
  expect((await confirm(home, { former, next })).status).toBe(422);
  await ask(home, next);
  expect((await confirm(home, { former, next })).status).toBe(303);
  const link = (await mailTo(web, former))?.params['path'] ?? '';
  await web.rows(`update email_change set confirmed_at = now() - interval '7 days' where new_email = $1`, [next]);
  const late = await web.client().post(link, {});
  expect([late.status, await signIn(next)]).toEqual([410, 303]);
  // There is no other link to ask for.
  expect(await late.text()).toContain('les 7 jours sont passés');
});

test('ASVS 6.3.8 an address that has an account is answered alike, changes nothing, and its owner is told', async () => {
  const [mine, theirs] = ['moi@exemple.ca', 'eux@exemple.ca'];
  await person(theirs);
  const home = await person(mine);
  const asked = await ask(home, theirs);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/profil/courriel/code']);
  expect((await mailTo(web, theirs))?.template).toBe('account-exists');
  expect(await (await home.get('/profil/courriel/code')).text()).toContain(
    'si la nouvelle peut devenir celle de votre compte',
  );
  expect((await home.post('/profil/courriel/code', { formerCode: await codeAt(mine), code: '123456' })).status).toBe(
    422,
  );
  expect([await signIn(mine), await signIn(theirs)]).toEqual([303, 303]);
});

test('ASVS 7.5.1 a session and the password do not take an account over: without the code of the mailbox that it has, its address stays', async () => {
  const [former, next] = ['victime@exemple.ca', 'pirate@exemple.ca'];
  const thief = await person(former);
  expect((await ask(thief, next)).status).toBe(303);
  const page = await (await thief.get('/profil/courriel/code')).text();
  for (const email of [former, next]) expect(page).toContain(`Code reçu à ${email}`);
  const own = await codeAt(next);
  // No code, that of the other mailbox, or a guess: five tries in all, then the right ones open nothing either.
  expect((await thief.post('/profil/courriel/code', { code: own })).status).toBe(422);
  for (const formerCode of [own, '000000', '111111', '222222', '333333']) {
    const guess = formerCode === (await codeAt(former)) ? '444444' : formerCode;
    const refused = await thief.post('/profil/courriel/code', { formerCode: guess, code: own });
    expect([refused.status, (await refused.text()).includes('L’un des deux codes est inexact')]).toEqual([422, true]);
  }
  expect((await confirm(thief, { former, next })).status).toBe(422);
  expect([await signIn(former), await signIn(next)]).toEqual([303, 422]);
  // Nor does a page that was opened while the Office did without the former address, once that is over.
  await web.rows(`update app_user set former_address_waived_until = now() - interval '1 minute' where email = $1`, [
    former,
  ]);
  expect((await ask(thief, next)).status).toBe(303);
  expect((await thief.post('/profil/courriel/code', { code: await codeAt(next) })).status).toBe(422);
  expect(await signIn(next)).toBe(422);
});

test('ASVS 7.5.1 whom the Office lets do without a lost mailbox needs the password and the code of the new one, once; the former one can still undo it', async () => {
  const [former, next, last] = ['perdue@exemple.ca', 'retrouvee@exemple.ca', 'suivante@exemple.ca'];
  const home = await person(former);
  expect(await (await home.get('/profil/courriel')).text()).toContain(
    'Vous ne recevez plus de courriels à l’adresse actuelle',
  );
  await web.rows(`update app_user set former_address_waived_until = now() + interval '1 day' where email = $1`, [
    former,
  ]);
  expect((await ask(home, next)).status).toBe(303);
  expect((await mailTo(web, former))?.template).not.toBe('email-change-former-code');
  expect(await (await home.get('/profil/courriel/code')).text()).not.toContain('name="formerCode"');
  expect((await home.post('/profil/courriel/code', { code: await codeAt(next) })).status).toBe(303);
  expect([await signIn(former), await signIn(next)]).toEqual([422, 303]);
  expect((await mailTo(web, former))?.template).toBe('email-changed');
  // It was for this change: the next one needs both again.
  expect((await ask(home, last)).status).toBe(303);
  expect((await home.post('/profil/courriel/code', { code: await codeAt(last) })).status).toBe(422);
});

test('ASVS 7.5.1 a code for another password that was sent before a change, or before its undoing, opens nothing after it', async () => {
  const [former, next] = ['codes-avant@exemple.ca', 'codes-apres@exemple.ca'];
  const home = await person(former);
  const asked = async (email: string) => {
    const client = web.client();
    await client.post('/mot-de-passe', { email });
    const code = await codeAt(email);
    return async () =>
      (await client.post('/mot-de-passe/code', { code, password: 'une phrase jaune et neuve 61' })).status;
  };
  const before = await asked(former);
  await ask(home, next);
  expect((await confirm(home, { former, next })).status).toBe(303);
  const link = (await mailTo(web, former))?.params['path'] ?? '';
  expect(await before()).toBe(422);
  const meanwhile = await asked(next);
  expect((await web.client().post(link, {})).status).toBe(303);
  expect(await meanwhile()).toBe(422);
  expect(await signIn(former)).toBe(422);
});

test('ASVS 7.5.1 of two changes that were asked for the second one alone is made, and none that is asked for from an address that was left', async () => {
  const [former, first, second] = ['deux@exemple.ca', 'deux-un@exemple.ca', 'deux-deux@exemple.ca'];
  const home = await person(former);
  const elsewhere = web.client();
  await elsewhere.post('/connexion', { email: former, password: strong });
  await ask(home, first);
  const code = await codeAt(first);
  const formerCode = await codeAt(former);
  expect((await ask(elsewhere, second)).status).toBe(303);
  // The first browser begins again.
  expect((await home.post('/profil/courriel/code', { formerCode, code })).headers.get('location')).toBe(
    '/profil/courriel',
  );
  await web.rows(`update app_user set email = 'ailleurs@exemple.ca' where email = $1`, [former]);
  expect((await confirm(elsewhere, { former, next: second })).status).toBe(422);
  expect([await signIn(second), await signIn('ailleurs@exemple.ca')]).toEqual([422, 303]);
});

test('ASVS 7.5.1 undoing a change leaves an earlier one to be undone, and nothing that was asked for since', async () => {
  const [former, next, last] = ['trois@exemple.ca', 'trois-un@exemple.ca', 'trois-deux@exemple.ca'];
  const home = await person(former);
  await ask(home, next);
  expect((await confirm(home, { former, next })).status).toBe(303);
  const earlier = (await mailTo(web, former))?.params['path'] ?? '';
  await ask(home, last);
  expect((await confirm(home, { former: next, next: last })).status).toBe(303);
  const later = (await mailTo(web, next))?.params['path'] ?? '';
  expect((await ask(home, 'trois-trois@exemple.ca')).status).toBe(303);
  expect((await web.client().post(later, {})).status).toBe(303);
  const waiting = await web.rows(
    `select from email_change c join app_user u on u.id = c.user_id where u.email = $1 and c.confirmed_at is null`,
    [next],
  );
  expect(waiting).toEqual([]);
  expect((await web.client().get(earlier)).status).toBe(200);
});
