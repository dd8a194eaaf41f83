import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ServerBuild } from '@remix-run/node';
import type { PoolClient } from 'pg';
import { readEnv } from '#config/env.ts';
import { pagesById } from '#contracts/pages/index.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { createApp } from '#web/server/app.ts';
import { createLog } from '#web/server/log.ts';
import { builtPages } from '#web/server/pages.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { createServices } from '#web/server/services/index.ts';
import { hasScripts } from '#web/app/scripts.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { addressOf } from '#tests/kit/addresses.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { castForPages, type PagesCast } from './cast.ts';

/** What pages cost, counted and not timed: statements a page, whatever is shown; scripts only where they do something. */
const site = siteForFile();
let cast: PagesCast;
let orm: Orm;
let server: Server;
let origin: string;
let build: ServerBuild;
const asked: string[] = [];

beforeAll(async () => {
  const { suite } = site;
  cast = await castForPages(suite);
  const env = readEnv({ ...process.env, ...suite.servers.env });
  orm = await openOrm(env.DATABASE_URL, { poolMax: 1 });
  const pool = await poolOf(orm);
  // One connection at a time; another takes its place when it was idle for a while.
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: [string | { name?: string; text: string }]) => {
      const [what] = given;
      asked.push(typeof what === 'string' ? what : (what.name ?? what.text));
      return query(...given);
    }) as typeof client.query;
  });
  const now = () => new Date();
  const db = await databaseOf(orm);
  const services = createServices({
    env,
    orm,
    db,
    engine: suite.engine,
    files: openDiskStore(env.FILES_DIR),
    scanner: null,
    changes: null,
    limits: createLimits({ pool, secrets: env.secrets }),
    now,
  });
  build = (await builtPages()).build as ServerBuild;
  const app = createApp({ env, services, log: createLog('silent'), now, build, assets: null, probes: {} });
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await orm?.close(true);
});

async function open(by: string | null, address: string): Promise<{ html: string; statements: string[] }> {
  const session = by === null ? '' : `; pc_session=${await site.pages.session(by)}`;
  asked.length = 0;
  const response = await fetch(origin + address, { headers: { cookie: `pc_lang=fr${session}` }, redirect: 'manual' });
  const html = await response.text();
  expect([address, response.status]).toEqual([address, 200]);
  return { html, statements: [...asked] };
}

/** A statement without a name is planned each time that it is asked. */
const isPlannedEachTime = (statement: string): boolean => /\s/.test(statement);

/** Statements of every page, by its route. */
async function statements(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [route, { by, params = {} }] of Object.entries(cast.examples)) {
    const address = addressOf(route, params);
    // The first opening of a thread marks it as read.
    await open(by, address);
    counts[route] = (await open(by, address)).statements.length;
  }
  return counts;
}

test('what the pages of a dossier ask is planned once for each connection', async () => {
  const unplanned: Record<string, string[]> = {};
  for (const [route, { by, params = {} }] of Object.entries(cast.examples)) {
    if (route !== '/dossiers' && !route.startsWith('/dossiers/:dossierId')) continue;
    const found = (await open(by, addressOf(route, params))).statements.filter(isPlannedEachTime);
    if (found.length > 0) unplanned[route] = found;
  }
  expect(unplanned).toEqual({});
});

test('a page asks the database as often as it must, and no more when it has more to show', async () => {
  const before = await statements();
  expect(before).toMatchInlineSnapshot(`
   {
     "/": 0,
     "/absences": 2,
     "/absences/:absenceId": 2,
     "/accessibilite": 0,
     "/aide": 0,
     "/aide/:theme": 0,
     "/conditions": 0,
     "/confidentialite": 0,
     "/connexion": 0,
     "/connexion/cle-d-acces": 0,
     "/dossiers": 2,
     "/dossiers/:dossierId": 5,
     "/dossiers/:dossierId/creation": 5,
     "/dossiers/:dossierId/creation/:screen": 5,
     "/dossiers/:dossierId/creation/documents": 5,
     "/dossiers/:dossierId/creation/revision": 5,
     "/dossiers/:dossierId/documents": 4,
     "/dossiers/:dossierId/documents/:documentId/retrait": 3,
     "/dossiers/:dossierId/entente/certificat": 5,
     "/dossiers/:dossierId/fermeture": 3,
     "/dossiers/:dossierId/mediation": 2,
     "/dossiers/:dossierId/mediation/declaration": 2,
     "/dossiers/:dossierId/mediation/fermeture": 5,
     "/dossiers/:dossierId/mediation/notes": 3,
     "/dossiers/:dossierId/mediation/ouverture": 3,
     "/dossiers/:dossierId/mediation/remise": 2,
     "/dossiers/:dossierId/mediation/retrait": 3,
     "/dossiers/:dossierId/mediation/suivi": 3,
     "/dossiers/:dossierId/messages": 8,
     "/dossiers/:dossierId/messages/communiquer": 3,
     "/dossiers/:dossierId/messages/communiques": 3,
     "/dossiers/:dossierId/prise-en-charge": 2,
     "/dossiers/:dossierId/propositions": 5,
     "/dossiers/:dossierId/propositions/:proposalId/accepter": 4,
     "/dossiers/:dossierId/propositions/:proposalId/autre-version": 2,
     "/dossiers/:dossierId/propositions/:proposalId/modifier": 5,
     "/dossiers/:dossierId/propositions/comparer": 4,
     "/dossiers/:dossierId/propositions/nouvelle": 5,
     "/dossiers/:dossierId/propositions/tableau": 4,
     "/dossiers/:dossierId/refus": 3,
     "/dossiers/:dossierId/representation": 2,
     "/dossiers/nouveau": 2,
     "/dossiers/nouveau/:dossierId": 2,
     "/equipe/:merchantId": 4,
     "/file-de-travail": 5,
     "/file-de-travail/absences": 3,
     "/file-de-travail/etablissement": 3,
     "/file-de-travail/prise-en-charge": 3,
     "/file-de-travail/reponses": 4,
     "/file-de-travail/reponses/:replyId": 2,
     "/inscription": 0,
     "/invitation": 1,
     "/mot-de-passe": 0,
     "/office": 4,
     "/office/a-faire/:queue": 3,
     "/office/absences": 2,
     "/office/acces-exceptionnels": 2,
     "/office/acces/:requestId": 4,
     "/office/chiffres": 1,
     "/office/codes": 3,
     "/office/codes/nouveau": 2,
     "/office/commercants": 3,
     "/office/commercants/:merchantId": 5,
     "/office/commercants/:merchantId/membres/:userId": 4,
     "/office/commercants/:merchantId/membres/nouveau": 2,
     "/office/commercants/:merchantId/modifier": 2,
     "/office/commercants/nouveau": 1,
     "/office/comptes": 1,
     "/office/comptes/:userId": 5,
     "/office/delais": 4,
     "/office/delais/prochaine": 2,
     "/office/dossiers": 4,
     "/office/dossiers/:dossierId": 7,
     "/office/dossiers/:dossierId/acces-exceptionnel": 3,
     "/office/dossiers/:dossierId/mediation": 5,
     "/office/dossiers/:dossierId/suivi": 5,
     "/office/mediateurs": 3,
     "/office/mediateurs/:userId": 3,
     "/office/mediateurs/:userId/dossiers": 6,
     "/office/mediateurs/nouveau": 1,
     "/office/participations/:participationId": 5,
     "/office/remises/:handOverId": 3,
     "/participation": 0,
     "/participation/recue": 0,
     "/profil": 3,
     "/profil/courriel": 1,
     "/profil/securite": 5,
     "/profil/securite/application": 3,
     "/profil/securite/cle-d-acces": 2,
     "/profil/securite/deuxieme-etape": 4,
     "/qui-voit-quoi": 0,
     "/vie-privee": 0,
   }
  `);
  const { open: dossier } = cast;
  const { people, pool } = site.suite;
  let proposalId = '';
  for (let n = 0; n < 6; n += 1) {
    const { command } = await dossier.step({ by: n % 2 === 0 ? 'clerk' : 'consumer', act: 'propose' });
    proposalId = command.proposalId;
  }
  // The one that is open now is the consumer's again.
  for (const { params } of Object.values(cast.examples)) {
    if (params?.['proposalId'] && params['dossierId'] === dossier.dossierId) params['proposalId'] = proposalId;
  }
  for (let n = 0; n < 60; n += 1) await openPlay(site.suite);
  await pool.query(
    `insert into message (id, dossier_id, thread, author_id, author_role, body, published_at)
     select gen_random_uuid(), $1, 'negotiation', $2, 'consumer', 'Un mot ' || n, now() from generate_series(1, 60) n`,
    [dossier.dossierId, people.consumer.userId],
  );
  await pool.query(
    `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key, published_at)
     select gen_random_uuid(), d, $2, 'consumer', 'facture', 'Facture ' || n, n || '.pdf', 'application/pdf', 9, '\\x00', n::text, now()
     from generate_series(1, 40) n, unnest($1::uuid[]) d`,
    [[dossier.dossierId, cast.draft.dossierId], people.consumer.userId],
  );
  expect(await statements()).toEqual(before);
}, 120_000);

/** Statements of a save, sent as the page's script sends it. */
async function save(by: string, address: string, fields: Record<string, string>): Promise<number> {
  const headers = {
    ...{ cookie: `pc_lang=fr; pc_session=${await site.pages.session(by)}`, 'sec-fetch-site': 'same-origin' },
    origin: readEnv({ ...process.env, ...site.suite.servers.env }).PUBLIC_ORIGIN,
  };
  asked.length = 0;
  const answer = await fetch(origin + address, { method: 'POST', headers, body: new URLSearchParams(fields) });
  expect([address, answer.status, await answer.json()]).toEqual([
    address,
    200,
    expect.objectContaining({ savedAt: expect.any(String) }),
  ]);
  return asked.length;
}

test('B-03 a save of what is being typed asks the database as often as this, the first time and each time after', async () => {
  const { consumer, clerk } = site.suite.people;
  const dossier = (await openPlay(site.suite, inNegotiation)).dossierId;
  const draft = cast.draft.dossierId;
  const typed = (text: string) => JSON.stringify([['addressLine', `${text}, rue`]]);
  const saves: Record<string, [by: string, page: string, field: string, to: string]> = {
    message: [clerk.userId, `/dossiers/${dossier}/messages`, 'body', `/dossiers/${dossier}/brouillon`],
    proposal: [clerk.userId, `/dossiers/${dossier}/propositions/nouvelle`, 'terms', `/dossiers/${dossier}/brouillon`],
    filing: [
      ...([consumer.userId, `/dossiers/${draft}/creation/precisions`, 'details'] as const),
      `/dossiers/${draft}/creation/precisions/enregistrer`,
    ],
    'first proposal': [
      ...([consumer.userId, `/dossiers/${draft}/creation/modalites`, 'terms'] as const),
      `/dossiers/${draft}/creation/modalites/enregistrer`,
    ],
  };
  const counts: Record<string, [first: number, next: number]> = {};
  for (const [name, [by, page, field, to]] of Object.entries(saves)) {
    const once = async (text: string) => {
      const { html } = await open(by, page);
      return save(by, to, { ...site.pages.hidden(html, field), [field]: text });
    };
    counts[name] = [await once('Un mot'), await once('Un mot, puis un autre')];
  }
  const keep = (version: string) =>
    save(consumer.userId, '/saisies', { form: '/profil|', version, typed: typed(version), shown: '[]' });
  const first = await keep('0');
  const kept = 'select version from kept_text where user_id = $1';
  const { rows } = await site.suite.pool.query<{ version: number }>(kept, [consumer.userId]);
  counts['any other form'] = [first, await keep(String(rows[0]?.version))];
  expect(counts).toMatchInlineSnapshot(`
   {
     "any other form": [
       3,
       3,
     ],
     "filing": [
       12,
       12,
     ],
     "first proposal": [
       17,
       17,
     ],
     "message": [
       7,
       8,
     ],
     "proposal": [
       7,
       8,
     ],
   }
  `);
}, 60_000);

test('scripts of the framework, and the data that they start from, come with the pages that say so; the others have the one that keeps forms, and a dossier’s the one that follows it', async () => {
  let scripted = 0;
  for (const [route, { by, params = {} }] of Object.entries(cast.examples)) {
    const [id] = Object.entries(pagesById).find(([, { path }]) => path === route)!;
    const expected = hasScripts(build.routes[id]!.module.handle);
    const { html } = await open(by, addressOf(route, params));
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    const own = (id: string) => scripts.some((tag) => tag.includes(`id="${id}"`));
    expect([route, own('pc-keep'), own('pc-live')]).toEqual([route, true, html.includes('class="pc-turn')]);
    // Passkeys have a small one of their own.
    const framework = scripts.filter((tag) => !/id="pc-(keep|live|passkey)"/.test(tag));
    expect([route, framework.length > 0]).toEqual([route, expected]);
    expect([route, html.includes('loaderData')]).toEqual([route, expected]);
    scripted += Number(expected);
  }
  expect(scripted).toBe(3);
});
