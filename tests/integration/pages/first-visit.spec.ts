import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { addressOfNothing, builtRoutes, type BuiltRoute } from '#tests/kit/addresses.ts';
import { createPeople, type People } from '#tests/kit/people.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { formsOf } from '#tests/kit/forms.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { bothTexts, officeTexts } from '#tests/kit/undertaking.ts';

const site = siteForFile();
let routes: BuiltRoute[];
/** People whose accounts are open and who have done nothing else. */
let fresh: People;
beforeAll(async () => {
  routes = await builtRoutes();
  fresh = await createPeople(site.suite.pool);
});

const closed = () =>
  routes
    .filter(({ id }) => !pagesById[id]?.opensFirst)
    .map((route) => ({ ...route, address: `${addressOfNothing(route)}?vue=tous` }));

const profile = {
  consumer: {
    firstName: 'Élise',
    lastName: 'Côté',
    addressLine: '12, rue des Érables',
    city: 'Trois-Rivières',
    province: 'QC',
    postalCode: 'g8z1a1',
    phone: '819 555-0123',
    language: 'fr',
  },
  merchant: { firstName: 'Marc', lastName: 'Roy', jobTitle: 'Gérant', phone: '418 555-0100', language: 'fr' },
  mediator: {
    firstName: 'Anne',
    lastName: 'Roy',
    jobTitle: 'Médiatrice',
    phone: '418 555-0100',
    language: 'fr',
    accreditation: 'IMAQ 1',
  },
  officer: { firstName: 'Sam', lastName: 'Lee', jobTitle: 'Agent', phone: '418 555-0100', language: 'fr' },
};

/** The first page of a kind of person. */
const homes = {
  consumer: '/dossiers?vue=tous',
  merchant: '/dossiers?vue=tous',
  mediator: '/dossiers?vue=tous',
  officer: '/office/codes',
};

/** Asks for everything that is closed, in every way, and says what does not lead to this step. */
async function strays(userId: string, step: string): Promise<string[]> {
  const found: string[] = [];
  for (const { id, address, hasLoader, hasAction } of closed()) {
    const due = `${step}?suite=${encodeURIComponent(address)}`;
    const [path, query] = address.split('?');
    if (hasLoader) {
      const page = await site.pages.get(userId, address);
      if (page.status !== 303 || page.location !== due) found.push(`GET ${address}: ${page.status} ${page.location}`);
      const scripted = await site.pages.get(userId, `${path}.data?${query}&_routes=root,${id}`);
      if (scripted.status !== 202 || !scripted.html.includes(due)) found.push(`GET ${path}.data: ${scripted.status}`);
    }
    if (hasAction) {
      for (const to of [address, `${path}.data?${query}`]) {
        const sent = await site.pages.post(userId, to, { body: 'Un texte' });
        if (sent.status !== 403) found.push(`POST ${to}: ${sent.status} ${sent.location}`);
      }
    }
  }
  return found;
}

const person = (userId: string) => ({
  accept: (asked: string, texts: Record<string, string> = bothTexts) =>
    site.pages.post(userId, `/engagement?suite=${encodeURIComponent(asked)}`, texts),
  fill: (fields: Record<string, string>, asked: string) =>
    site.pages.post(userId, `/profil?suite=${encodeURIComponent(asked)}`, fields),
});

test('what is open before the first visit is done: the public pages, the ways in and out, and its own steps', async () => {
  const open = routes.filter(({ id }) => pagesById[id]?.opensFirst).map(({ path }) => path);
  expect(open.sort()).toEqual(
    [
      ...[
        '/',
        '/aide',
        '/aide/:theme',
        '/qui-voit-quoi',
        '/demonstration',
        '/conditions',
        '/confidentialite',
        '/vie-privee',
        '/accessibilite',
        '/refus',
        '/*',
      ],
      ...['/inscription', '/inscription/code', '/connexion', '/deconnexion', '/mot-de-passe', '/mot-de-passe/code'],
      ...['/activation/:token', '/preferences', '/profil', '/engagement', '/saisies'],
      ...['/connexion/service', '/connexion/service/retour'],
      ...['/connexion/cle-d-acces', '/connexion/deuxieme-etape', '/profil/securite/deuxieme-etape'],
      ...['/profil/securite/application', '/profil/securite/cle-d-acces', '/courriel/:token'],
      ...['/participation', '/participation/recue', '/participation/suite/:token'],
    ].sort(),
  );
  expect(closed().length).toBeGreaterThan(40);
});

test.each([
  { who: 'a consumer', why: 'F-012', role: 'consumer', kind: 'consumer' },
  { who: 'the representative of a consumer', why: 'F-012', role: 'friend', kind: 'consumer' },
  { who: 'a respondent of a merchant', why: 'F-017 F-018', role: 'respondent', kind: 'merchant' },
  { who: 'a representative of a merchant', why: 'F-017 F-018', role: 'clerk', kind: 'merchant' },
  { who: 'a mediator', why: 'F-021 A-20', role: 'mediator', kind: 'mediator' },
  { who: 'an officer', why: 'A-20', role: 'officer', kind: 'officer' },
] as const)(
  'F-012 F-017 F-018 F-021 A-20 $who ($why) is sent to each step from every route that is not open, then reaches the page asked for',
  async ({ role, kind }) => {
    const { userId } = fresh[role];
    expect(await strays(userId, '/profil')).toEqual([]);
    const { fill, accept } = person(userId);
    const home = homes[kind];
    const texts = kind === 'officer' ? officeTexts : bothTexts;
    expect((await fill({ ...profile[kind], firstName: '', lastName: '' }, home)).status).toBe(422);
    expect((await fill(profile[kind], home)).location).toBe(home);
    if (kind !== 'consumer') {
      expect(await strays(userId, '/engagement')).toEqual([]);
      expect((await site.pages.get(userId, '/conditions')).status).toBe(200);
      expect((await accept(home, texts)).location).toBe(home);
    }
    expect((await site.pages.get(userId, home)).status).toBe(200);
  },
  300_000,
);

test('A-20 an officer accepts the terms and the undertaking of the Office’s people, and not that of the parties', async () => {
  const { pool, people } = site.suite;
  const { userId } = people.officer;
  await pool.query(`delete from terms_acceptance where user_id = $1`, [userId]);
  const { html } = await site.pages.get(userId, '/engagement');
  expect(html).toContain('Engagement de confidentialité des personnes de l’Office');
  expect((await person(userId).accept('/office', bothTexts)).status).toBe(409);
  expect((await person(userId).accept('/office', officeTexts)).location).toBe('/office');
  const { rows } = await pool.query(`select kind from terms_acceptance where user_id = $1 order by kind`, [userId]);
  expect(rows).toEqual([{ kind: 'office' }, { kind: 'terms' }]);
});

test('A-20 what is recorded is what was read: texts that changed since the page was opened are read first', async () => {
  const { pool, people } = site.suite;
  const { userId } = people.clerk;
  await pool.query(`delete from terms_acceptance where user_id = $1`, [userId]);
  const accepted = async () => {
    const { rows } = await pool.query<{ kind: string; version: string }>(
      `select kind, version from terms_acceptance where user_id = $1 order by kind`,
      [userId],
    );
    return rows;
  };
  for (const old of [{ termsVersion: '2025-01-01' }, { confidentialityVersion: '2025-01-01' }, { termsVersion: '' }]) {
    const refused = await person(userId).accept('/dossiers', { ...bothTexts, ...old });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Ces textes ont changé depuis que vous avez ouvert cette page');
    // The texts in force stand there, with their versions, and nothing is ticked any more.
    expect(site.pages.hidden(refused.html, 'terms')).toMatchObject({
      termsVersion: bothTexts.termsVersion,
      confidentialityVersion: bothTexts.confidentialityVersion,
    });
    expect(refused.html).not.toContain('checked=""');
  }
  expect(await accepted()).toEqual([]);
  expect((await person(userId).accept('/dossiers')).location).toBe('/dossiers');
  expect(await accepted()).toEqual([
    { kind: 'confidentiality', version: bothTexts.confidentialityVersion },
    { kind: 'terms', version: bothTexts.termsVersion },
  ]);
});

test('A-20 a consumer who accepted texts of before is asked those in force, once for the account', async () => {
  const { pool, people } = site.suite;
  const { userId } = people.friend;
  const dossierId = randomUUID();
  await pool.query(
    `insert into terms_acceptance (id, user_id, dossier_id, kind, version, language)
     select gen_random_uuid(), $1, $2, kind, '2025-01-01', 'fr' from (values ('terms'), ('confidentiality')) as one (kind)`,
    [userId, dossierId],
  );
  expect(await strays(userId, '/engagement')).toEqual([]);
  expect((await person(userId).accept('/dossiers')).location).toBe('/dossiers');
  expect((await site.pages.get(userId, '/dossiers')).status).toBe(200);
});

test.each(['respondent', 'clerk', 'mediator', 'officer'] as const)(
  'A-20 a new version of the texts is asked of a %s again, before any page',
  async (role) => {
    const { pool, people } = site.suite;
    const { userId } = people[role];
    await pool.query(`update terms_acceptance set version = '2025-01-01' where user_id = $1`, [userId]);
    const home = role === 'officer' ? '/office' : '/dossiers';
    const texts = role === 'officer' ? officeTexts : bothTexts;
    expect((await site.pages.get(userId, home)).location).toBe(`/engagement?suite=${encodeURIComponent(home)}`);
    expect((await person(userId).accept(home, texts)).location).toBe(home);
    expect((await site.pages.get(userId, home)).status).toBe(200);
    await pool.query(`delete from terms_acceptance where version = '2025-01-01' and user_id = $1`, [userId]);
  },
);

test('F-018 what a member typed is in the refusal, and passes once the step is done', async () => {
  const { pool, people } = site.suite;
  const { userId } = people.clerk;
  const play = await openPlay(site.suite, inNegotiation);
  const address = `/dossiers/${play.dossierId}/messages`;
  const page = await site.pages.get(userId, address);
  const hidden = site.pages.hidden(page.html, 'body');
  await pool.query(`update terms_acceptance set version = '2025-01-01' where user_id = $1`, [userId]);
  const body = 'Bonjour,\nvoici <ma> réponse « entière ».';
  const refused = await site.pages.post(userId, address, { ...hidden, body, intent: 'send' });
  expect(refused.status).toBe(403);
  expect(refused.html).toContain('Il vous reste une étape à faire · Parle consommation</title>');
  expect(refused.html).toContain('voici &lt;ma&gt; réponse');
  expect(refused.html).toContain(`href="/engagement?suite=${encodeURIComponent(address)}"`);
  const [again] = formsOf(refused.html, address);
  const { form_key: _key, ...carried } = hidden;
  expect(Object.fromEntries(again?.hidden ?? [])).toMatchObject({ ...carried, intent: 'send' });
  await person(userId).accept(address);
  const sent = await site.pages.post(userId, again?.action ?? '', { ...Object.fromEntries(again?.hidden ?? []), body });
  expect(sent.status).toBe(303);
  expect((await site.pages.get(people.consumer.userId, address)).html).toContain('voici &lt;ma&gt; réponse');
});

test('what is sent once the session is over is in the refusal too, with a link that comes back; secrets are not', async () => {
  const address = `/dossiers/${randomUUID()}/messages`;
  const refused = await site.pages.post(null, address, { body: 'Une longue lettre', password: 'mon secret à moi' });
  expect(refused.status).toBe(401);
  expect(refused.html).toContain('Une longue lettre');
  expect(refused.html).not.toContain('mon secret');
  expect(refused.html).toContain(`href="/connexion?suite=${encodeURIComponent(address)}"`);
  const scripted = await site.pages.post(null, `${address}.data`, { body: 'Une longue lettre', intent: 'autosave' });
  expect(scripted.status).toBe(401);
  expect(scripted.html).toContain('auth.required');
});
