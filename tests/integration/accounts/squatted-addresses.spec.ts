import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseOf, openOrm } from '#db/orm.ts';
import { inviteOfficer } from '#web/server/services/directory/officers.ts';
import type { Client } from '#tests/kit/web-process.ts';
import { consumerProfile, person, strong } from './journey.ts';
import { linkIn, member, participation, startOffice, type Office } from './office/office.ts';
import { testSecrets } from '#tests/kit/secrets.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const theirs = 'mot du voleur tranquille 9';

/** The Office, or an operator, opens an account of each kind for an address. */
const openers: Record<string, (email: string) => Promise<void>> = {
  async merchant(email) {
    const sent = await office.officer.post('/office/commercants/nouveau', participation(email));
    expect(sent.status).toBe(303);
    const page = sent.headers.get('location') ?? '';
    const other = await office.officer.post(`${page}/membres/nouveau`, member(`membre-${email}`));
    expect(other.status).toBe(303);
  },
  async mediator(email) {
    const form = {
      firstName: 'Anne',
      lastName: 'Lapointe',
      email,
      language: 'fr',
      accreditation: 'IMAQ 1',
      form_key: `${randomUUID()}.mediateur`,
    };
    expect((await office.officer.post('/office/mediateurs/nouveau', form)).status).toBe(303);
  },
  async officer(email) {
    const orm = await openOrm(office.web.as.web, { poolMax: 1 });
    const deps = { orm, db: await databaseOf(orm), now: () => new Date() };
    await inviteOfficer(deps, { email, firstName: 'Sam', lastName: 'Lee', language: 'fr' }, testSecrets);
    await orm.close(true);
  },
};

async function squat(email: string): Promise<Client> {
  const client = office.web.client();
  await client.post('/inscription', { ...person(email), firstName: 'Xavier', password: theirs });
  return client;
}
const codeIn = (text: string) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '';
const account = async (email: string) =>
  (
    await office.web.rows<{ kind: string; first: string; password: boolean }>(
      `select kind, first_name as first, password_hash is not null as password from app_user where email = $1`,
      [email],
    )
  )[0];
const signIn = async (email: string, password: string) =>
  (await office.web.client().post('/connexion', { email, password })).status;

test.each(Object.keys(openers))(
  'F-014 F-016 F-020 an address that a stranger signed up with does not keep the Office from opening a %s’s account, and the stranger’s code does not take it',
  async (kind) => {
    const email = `${kind}@squat.example`;
    const stranger = await squat(email);
    const mail = await office.received(email);
    // Nothing that the stranger typed is in it.
    expect(mail.text).not.toMatch(/Xavier|Côté/);
    expect(JSON.stringify([...mail.headers])).not.toMatch(/Xavier|Côté/);
    const code = codeIn(mail.text);
    await openers[kind]!(email);
    const opened = await account(email);
    expect(opened).toMatchObject({ kind, password: false });
    const link = linkIn(await office.received(email));

    const answer = await stranger.post('/inscription/code', { code });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Ce code n’est plus valable')]);
    expect(stranger.cookies.has('pc_session')).toBe(false);
    expect(await account(email)).toEqual(opened);
    expect((await office.received(email)).subject).toBe('Vous avez déjà un compte');
    expect(await signIn(email, theirs)).toBe(422);

    const client = office.web.client();
    expect((await client.post(link, { password: strong })).headers.get('location')).toBe('/profil');
    expect(await account(email)).toEqual({ ...opened, password: true });
    expect([await signIn(email, theirs), await signIn(email, strong)]).toEqual([422, 303]);
  },
);

test.each(Object.keys(openers))(
  'F-010 F-016 F-020 who signs up with the address of a %s’s account not activated yet changes nothing of it, and is answered alike',
  async (kind) => {
    const email = `${kind}@ouvert.example`;
    await openers[kind]!(email);
    const opened = await account(email);
    const link = linkIn(await office.received(email));
    const stranger = await squat(email);
    expect((await office.received(email)).subject).toBe('Vous avez déjà un compte');
    expect((await stranger.get('/inscription/code')).status).toBe(200);
    const answer = await stranger.post('/inscription/code', { code: '123456' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Ce code est inexact')]);
    await stranger.post('/inscription/code', { intent: 'again' });
    expect((await office.received(email)).subject).toBe('Vous avez déjà un compte');
    expect(await account(email)).toEqual(opened);
    expect((await office.web.client().post(link, { password: strong })).headers.get('location')).toBe('/profil');
    expect([await signIn(email, theirs), await signIn(email, strong)]).toEqual([422, 303]);
  },
);

test('F-012 F-020 an address whose owner proved it stays a consumer’s: the Office is told so, and the account is not touched', async () => {
  const email = 'conso@ouvert.example';
  const client = office.web.client();
  await client.post('/inscription', person(email));
  await client.post('/inscription/code', { code: codeIn((await office.received(email)).text) });
  expect((await client.post('/profil', consumerProfile)).status).toBe(303);
  const before = await account(email);
  const refused = await office.officer.post('/office/commercants/nouveau', participation(email));
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('compte de consommatrice')]);
  expect(await account(email)).toEqual(before);
});
