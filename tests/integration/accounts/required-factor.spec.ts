import { randomBytes, createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { addressOfNothing, builtRoutes } from '#tests/kit/addresses.ts';
import { admitEveryone, createPeople, type People } from '#tests/kit/people.ts';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { hashPassword } from '#web/server/services/accounts/passwords/passwords.ts';
import { withApplication } from './factors.ts';
import { strong } from './journey.ts';

let web: WebProcess;
let pool: pg.Pool;
let people: People;
beforeAll(async () => {
  web = await startWebProcess({ SECOND_FACTOR: 'required' });
  pool = new pg.Pool({ connectionString: web.databaseUrl, max: 2 });
  people = await createPeople(pool);
  await admitEveryone(pool);
  await pool.query('update app_user set password_hash = $1', [await hashPassword(strong)]);
});
afterAll(async () => {
  await pool?.end();
  await web?.stop();
});

async function signedIn(userId: string): Promise<Client> {
  const client = web.client();
  const token = randomBytes(32).toString('base64url');
  await pool.query(`insert into session (id_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`, [
    createHash('sha256').update(token).digest(),
    userId,
  ]);
  client.cookies.set('pc_session', token);
  return client;
}

const factorPage = '/profil/securite/deuxieme-etape';
/** Asks for every route in every way, and says what opens to a person who has a factor to set up. */
async function opensTo(client: Client): Promise<string[]> {
  const open: string[] = [];
  for (const route of await builtRoutes()) {
    const address = addressOfNothing(route);
    const due = `${factorPage}?suite=${encodeURIComponent(address)}`;
    if (route.hasLoader) {
      const [page, scripted] = [
        await client.get(address),
        await client.get(`${address}.data?_routes=root,${route.id}`),
      ];
      const led = page.status === 303 && page.headers.get('location') === due;
      if (!led || scripted.status !== 202) open.push(route.path);
    }
    if (route.hasAction && !pagesById[route.id]?.opensBeforeFactor) {
      for (const to of [address, `${address}.data`]) {
        if ((await client.post(to, { body: 'Un texte' })).status !== 403) open.push(`POST ${to}`);
      }
    }
  }
  return open.sort();
}

test.each(['officer', 'mediator', 'respondent'] as const)(
  'A-28 ASVS 6.3.3 where it is required, nothing of the account opens to a %s before a second factor, on any route',
  async (role) => {
    const client = await signedIn(people[role].userId);
    expect(await opensTo(client)).toEqual(
      [
        ...['/', '/aide', '/aide/:theme', '/qui-voit-quoi', '/demonstration', '/refus', '/*'],
        ...['/conditions', '/confidentialite', '/vie-privee', '/accessibilite'],
        ...['/inscription', '/inscription/code', '/connexion', '/deconnexion', '/mot-de-passe', '/mot-de-passe/code'],
        ...[
          '/activation/:token',
          '/saisies',
          '/courriel/:token',
          '/preferences',
          '/connexion/cle-d-acces',
          '/connexion/service',
          '/connexion/service/retour',
          '/participation',
          '/participation/recue',
          '/participation/suite/:token',
          '/connexion/deuxieme-etape',
        ],
        ...[factorPage, '/profil/securite/application', '/profil/securite/cle-d-acces'],
      ].sort(),
    );
    // Forms ask whose session it is; what was written is not given, nor kept.
    const form = '/dossiers/nouveau|';
    await pool.query(
      `insert into kept_text (user_id, form, typed, shown, version) values ($1, $2, '[["a","b"]]', '[]', 1)`,
      [people[role].userId, form],
    );
    const asked = await (await client.get(`/saisies?formulaire=${encodeURIComponent(form)}`)).json();
    expect(asked).toMatchObject({ account: expect.stringMatching(/./), kept: null });
    const saved = { form, version: '0', typed: '[["a","c"]]', shown: '[]' };
    expect((await client.post('/saisies', saved)).status).toBe(403);
    const page = await (await client.get(`${factorPage}?suite=%2Fprofil`)).text();
    expect(page).toContain('Ajoutez une deuxième étape pour continuer.');
    expect((await withApplication(client)).recoveryCodes.length).toBe(10);
    expect((await client.get('/profil')).status).toBe(200);
    // The last one goes, and it is due again.
    expect((await client.post(factorPage, { form_name: 'authenticator', current: strong })).status).toBe(303);
    expect((await client.get('/profil')).headers.get('location')).toBe(`${factorPage}?suite=%2Fprofil`);
  },
  300_000,
);

test.each(['consumer', 'friend', 'clerk'] as const)('where it is required, a %s may do without', async (role) => {
  const client = await signedIn(people[role].userId);
  expect((await client.get('/dossiers')).status).toBe(200);
});
