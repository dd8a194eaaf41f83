import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePorts } from '#scripts/system/ports.ts';
import { startIdentityService, type Employee, type TestIdentityService } from '#tests/kit/identity-service.ts';
import { hashPassword } from '#web/server/services/accounts/passwords/passwords.ts';
import { admitEveryone, createPeople, type People } from '#tests/kit/people.ts';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';

const leave = '/connexion/service';
let service: TestIdentityService;
let web: WebProcess;
let pool: pg.Pool;
let people: People;
beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  const origin = `http://127.0.0.1:${port}`;
  service = await startIdentityService(origin);
  web = await startWebProcess({ ...settingsFor(service.issuer), PORT: String(port), PUBLIC_ORIGIN: origin });
  pool = new pg.Pool({ connectionString: web.databaseUrl, max: 2 });
  people = await createPeople(pool);
  await admitEveryone(pool);
});
afterAll(async () => {
  await pool?.end();
  await web?.stop();
  await service?.stop();
});

function settingsFor(issuer: string): Record<string, string> {
  return {
    SECOND_FACTOR: 'required',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: service.clientId,
    OIDC_CLIENT_SECRET: service.clientSecret,
    OIDC_NAME: 'Accès Office',
  };
}

const officer = (): Employee => ({
  ...stranger,
  subject: 'employee-1',
  email: `${people.officer.userId}@personne.example`,
});
const stranger: Employee = { subject: 'employee-9', email: 'personne@office.example', verified: true, factors: 2 };

/** From the sign-in page to the identity service and back, in one browser. */
async function comeBack(client: Client, who: Employee, from = leave): Promise<Response> {
  const left = await client.get(from);
  expect(left.status).toBe(303);
  return client.get(await service.signIn(left.headers.get('location') ?? '', who));
}

const links = () =>
  web.rows<{ subject: string }>('select subject from identity_link where user_id = $1', [people.officer.userId]);

test('A-28 an officer signs in by the office’s identity service, linked by the verified address once, by the subject from then on', async () => {
  const client = web.client();
  expect(await (await client.get('/connexion?suite=%2Foffice%2Fdossiers')).text()).toContain(
    `href="${leave}?suite=%2Foffice%2Fdossiers">Personnel de l’Office\u00a0: se connecter avec Accès Office`,
  );
  const back = await comeBack(client, officer(), `${leave}?suite=%2Foffice%2Fdossiers`);
  expect([back.status, back.headers.get('location')]).toEqual([303, '/office/dossiers']);
  // Two factors were shown there: none is asked for here.
  expect((await client.get('/office')).status).toBe(200);
  const mails = () =>
    web.rows(`select from mail where template = 'identity-linked' and recipient_id = $1`, [people.officer.userId]);
  expect([await links(), (await mails()).length]).toEqual([[{ subject: 'employee-1' }], 1]);

  const later = web.client();
  const moved = { ...officer(), email: 'autre@office.example', verified: false };
  expect((await comeBack(later, moved)).headers.get('location')).toBe('/office');
  expect((await later.get('/office')).status).toBe(200);
  expect((await mails()).length).toBe(1);
});

test('A-28 an officer who came in with two factors there and changes something of the account is asked for none here', async () => {
  const client = web.client();
  const password = 'une phrase verte et neuve 83';
  await pool.query(`update app_user set password_hash = $2 where id = $1`, [
    people.officer.userId,
    await hashPassword(password),
  ]);
  await comeBack(client, officer());
  const ended = await client.post('/profil/securite', {
    form_name: 'sessions',
    intent: 'end-others',
    current: password,
  });
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/profil/securite']);
  expect((await client.get('/office')).status).toBe(200);
  // What one factor opened is not made more of.
  const weak = web.client();
  await comeBack(weak, { ...officer(), factors: 1 });
  expect((await weak.get('/office')).headers.get('location')).toMatch(/^\/profil\/securite\/deuxieme-etape/);
});

test('A-28 with one factor shown there, the second one is due here as after a password', async () => {
  const client = web.client();
  expect((await comeBack(client, { ...officer(), factors: 1 })).headers.get('location')).toBe('/office');
  const desk = await client.get('/office');
  expect([desk.status, desk.headers.get('location')]).toEqual([303, '/profil/securite/deuxieme-etape?suite=%2Foffice']);
});

test('A-28 an address that is not verified, nobody’s, another employee’s, or of somebody who is no officer opens nothing', async () => {
  const others: Employee[] = [
    stranger,
    { ...officer(), subject: 'employee-2', verified: false },
    { ...officer(), subject: 'employee-3' },
    { ...stranger, subject: 'employee-4', email: `${people.consumer.userId}@personne.example` },
    { ...stranger, subject: 'employee-5', email: `${people.mediator.userId}@personne.example` },
  ];
  for (const who of others) {
    const client = web.client();
    const back = await comeBack(client, who);
    const page = await back.text();
    expect({ who, status: back.status }).toEqual({ who, status: 403 });
    expect(page).toContain('La connexion avec Accès Office n’a pas abouti');
    expect(page).toContain('aucun compte de l’Office n’est lié à vous ici');
    expect(client.cookies.has('pc_session')).toBe(false);
  }
  expect(await links()).toEqual([{ subject: 'employee-1' }]);
});

test('A-28 where the service does not say whether it verified an address, it opens nothing, unless the office has set that it counts; what it denies never does', async () => {
  const [port = 0] = await freePorts(1);
  const origin = `http://127.0.0.1:${port}`;
  const silent = await startIdentityService(origin);
  const strict = { ...officer(), subject: 'employee-7', verified: null };
  expect((await comeBack(web.client(), strict)).status).toBe(403);
  const settings = { ...settingsFor(silent.issuer), OIDC_EMAIL_VERIFIED: 'presumed' };
  const presuming = await startWebProcess({ ...settings, PORT: String(port), PUBLIC_ORIGIN: origin });
  const own = new pg.Pool({ connectionString: presuming.databaseUrl, max: 1 });
  try {
    const cast = await createPeople(own);
    await admitEveryone(own);
    const email = `${cast.officer.userId}@personne.example`;
    const enter = async (who: Employee): Promise<number> => {
      const client = presuming.client();
      const left = await client.get(leave);
      return (await client.get(await silent.signIn(left.headers.get('location') ?? '', who))).status;
    };
    const who = { subject: 'employee-8', email, factors: 2 } as const;
    expect(await enter({ ...who, verified: false })).toBe(403);
    expect(await enter({ ...who, verified: null })).toBe(303);
  } finally {
    await own.end();
    await presuming.stop();
    await silent.stop();
  }
});

test('A-28 what comes back without having left, twice, to another browser, or as a refusal opens nothing', async () => {
  const client = web.client();
  const other = web.client();
  const left = await client.get(leave);
  const address = await service.signIn(left.headers.get('location') ?? '', officer());
  await other.get(leave);
  expect((await web.client().get(address)).status).toBe(422);
  expect((await other.get(address)).status).toBe(403);
  expect((await client.get(address)).status).toBe(303);
  await client.get(leave);
  const again = web.client();
  again.cookies.set('pc_pending', client.cookies.get('pc_pending') ?? '');
  expect((await again.get(address)).status).toBe(422);
  const refused = web.client();
  const asked = new URL((await refused.get(leave)).headers.get('location') ?? '');
  const denied = await refused.get(
    `${leave}/retour?error=access_denied&state=${asked.searchParams.get('state')}&iss=${encodeURIComponent(service.issuer)}`,
  );
  expect([denied.status, (await denied.text()).includes('n’a pas confirmé qui vous êtes')]).toEqual([403, true]);
});

test('A-28 an account that the Office closed stays closed', async () => {
  await pool.query('update app_user set disabled_at = now() where id = $1', [people.officer.userId]);
  expect((await comeBack(web.client(), officer())).status).toBe(403);
  await pool.query('update app_user set disabled_at = null where id = $1', [people.officer.userId]);
});

test('A-28 while the identity service is away the page says so, and the password’s stays; without one, nothing is there', async () => {
  const [closed = 0] = await freePorts(1);
  const away = await startWebProcess(settingsFor(`http://127.0.0.1:${closed}`));
  const without = await startWebProcess();
  try {
    const answer = await away.client().get(leave);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Le service d’identité ne répond pas');
    expect((await away.client().get('/connexion')).status).toBe(200);
    for (const address of [leave, `${leave}/retour?code=x&state=y`]) {
      expect((await without.client().get(address)).status).toBe(404);
    }
    expect(await (await without.client().get('/connexion')).text()).not.toContain(leave);
  } finally {
    await away.stop();
    await without.stop();
  }
});
