import { beforeAll, expect, test } from '@jest/globals';
import { screenCodes, screenSlugs } from '#contracts/schemas/filing-screens.ts';
import { addressOf, builtRoutes } from '#tests/kit/addresses.ts';
import { formsOf } from '#tests/kit/forms.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { castForPages, pageless, waysIn, type Example, type PagesCast } from './cast.ts';
import { toldBy, type QueuedMail } from '#tests/kit/secrets.ts';

const site = siteForFile();
let cast: PagesCast;
beforeAll(async () => {
  cast = await castForPages(site.suite);
});

const languages = ['fr', 'en'] as const;
const error = { fr: 'Erreur\u00a0: ', en: 'Error: ' };
const product = ' · Parle consommation';

const plain = (html: string) =>
  html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    // A number in it is an element of its own.
    .replaceAll(/<span class="qc-subhead">(?:[^<]|<span[^>]*>[^<]*<\/span>)*<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The titles of a page: one is right, none or two are not. */
const titlesOf = (html: string) =>
  [...html.matchAll(/<title>([\s\S]*?)<\/title>/g)].map(([, text]) => plain(text ?? ''));
const headingOf = (html: string) => plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '');

function expectTitled(html: string, prefix = ''): string {
  const titles = titlesOf(html);
  expect(titles).toHaveLength(1);
  const [title = ''] = titles;
  const heading = headingOf(html);
  expect(heading).not.toBe('');
  expect(`${title}\n`).toMatch(/ · Parle consommation\n$/);
  expect({ title, begins: title.startsWith(`${prefix}${heading} · `) }).toEqual({ title, begins: true });
  return title;
}

const addressFor = (route: string, { params = {} }: Example) => addressOf(route, params);

test('every built route is known here, as a page, a way in, or as none', async () => {
  const known = [...Object.keys(cast.examples), ...waysIn, ...pageless].sort();
  expect((await builtRoutes()).map(({ path }) => path).sort()).toEqual(known);
});

test.each(languages)('every page is called by its own heading, and no two alike (%s)', async (language) => {
  const seen = new Map<string, string>();
  for (const [route, example] of Object.entries(cast.examples)) {
    const { status, html } = await site.pages.get(example.by, addressFor(route, example), language);
    expect([route, status]).toEqual([route, 200]);
    const title = expectTitled(html);
    // One has several dossiers open side by side: each tab of the browser says of which it is.
    if (/:dossierId/.test(route)) expect([route, title]).toEqual([route, expect.stringMatching(/\bR?20\d\d-\d{6}\b/)]);
    expect([route, seen.get(title)]).toEqual([route, undefined]);
    seen.set(title, route);
  }
  expect(seen.size).toBeGreaterThan(40);
});

test.each(languages)('the pages of the way in have their titles (%s)', async (language) => {
  const { pages, suite } = site;
  const client = pages.client();
  client.cookies.set('pc_lang', language);
  const titles: string[] = [];
  const read = async (address: string) => {
    const response = await client.get(address);
    expect([address, response.status, response.headers.get('location')]).toEqual([address, 200, null]);
    titles.push(expectTitled(await response.text()));
  };
  const email = `entree-${language}@exemple.ca`;
  const password = 'tramway érable lanterne 42';
  await client.post('/inscription', { firstName: 'Élise', lastName: 'Côté', email, password });
  await read('/inscription/code');
  await client.post('/mot-de-passe', { email });
  await read('/mot-de-passe/code');
  const mediator = `mediatrice-${language}@exemple.ca`;
  const form = { firstName: 'Anne', lastName: 'Roy', email: mediator, language, accreditation: 'IMAQ 1' };
  expect((await pages.post(suite.people.officer.userId, '/office/mediateurs/nouveau', form)).status).toBe(303);
  const { rows } = await suite.pool.query<QueuedMail>(
    `select id, to_address as "to", params from mail where to_address = $1`,
    [mediator],
  );
  const link = toldBy(rows[0]!)['path'] ?? '';
  await read(link);
  expect((await client.post(link, { password })).status).toBe(303);
  await client.post('/profil', { ...form, jobTitle: 'Avocate', phone: '418 555-0100' });
  await read('/engagement');
  expect(new Set(titles).size).toBe(4);
});

test('each list says its filter, its search and that it goes on, each step of a draft which it is, each thread its own', async () => {
  const { consumer, officer } = site.suite.people;
  const id = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';
  const steps = screenCodes.filter((code) => !['representation', 'documents', 'review'].includes(code));
  const families: [string, string[]][] = [
    [consumer.userId, ['/dossiers', '/dossiers?vue=fermes', '/dossiers?vue=a-vous', '/dossiers?etat=negotiation']],
    [officer.userId, ['/office/codes', '/office/codes?etat=used', `/office/codes?apres=${id}`]],
    [officer.userId, ['/office/dossiers', '/office/dossiers?etape=closed']],
    [officer.userId, ['/office/commercants', '/office/commercants?repondant=none', `/office/commercants?apres=${id}`]],
    [officer.userId, ['/office/mediateurs', '/office/mediateurs?etat=active', '/office/mediateurs?langue=en']],
    [consumer.userId, steps.map((step) => `/dossiers/${cast.draft.dossierId}/creation/${screenSlugs[step]}`)],
    [
      consumer.userId,
      ['', '/documents', '/propositions', '/messages'].map((tab) => `/dossiers/${cast.open.dossierId}${tab}`),
    ],
  ];
  for (const [by, addresses] of families) {
    const titles = await Promise.all(
      addresses.map(async (address) => {
        const { status, html } = await site.pages.get(by, address);
        expect([address, status]).toEqual([address, 200]);
        return expectTitled(html);
      }),
    );
    expect([addresses, new Set(titles).size]).toEqual([addresses, addresses.length]);
  }
});

test.each(languages)('after a refused form the title begins with the error (%s)', async (language) => {
  const refused: string[] = [];
  for (const [route, example] of Object.entries(cast.examples)) {
    const address = addressFor(route, example);
    const shown = await site.pages.get(example.by, address, language);
    for (const form of formsOf(shown.html, address)) {
      if (form.multipart || form.fields.length === 0) continue;
      const fields = Object.fromEntries([...form.hidden, ...form.fields.map(({ name }) => [name, ''] as const)]);
      const [button] = form.buttons;
      const answer = await site.pages.post({ userId: example.by, language }, form.action, {
        ...fields,
        ...(button ? { [button[0]]: button[1] } : {}),
      });
      if (answer.status < 400) continue;
      expectTitled(answer.html, error[language]);
      refused.push(route);
    }
  }
  expect(new Set(refused).size).toBeGreaterThan(15);
});

test('after an act that the rules refuse the title begins with the error, and the page asked anew has its own again', async () => {
  const { consumer } = site.suite.people;
  const wrong = { email: 'personne@exemple.ca', password: 'rien de bon ici' };
  const signIn = await site.pages.post(null, '/connexion', wrong);
  expect(signIn.status).toBe(422);
  expectTitled(signIn.html, error.fr);
  const mediation = await site.pages.post(consumer.userId, `/dossiers/${cast.open.dossierId}/mediation`, {});
  expect(mediation.status).toBe(409);
  expectTitled(mediation.html, error.fr);
  expectTitled((await site.pages.get(consumer.userId, `/dossiers/${cast.open.dossierId}/mediation`)).html);
});

test.each(languages)('a refusal is titled by what it refuses, with a way back (%s)', async (language) => {
  const { consumer, officer } = site.suite.people;
  const refusals: [string | null, string, number, string][] = [
    [null, '/nulle-part', 404, '/'],
    [consumer.userId, '/nulle-part', 404, '/dossiers'],
    [officer.userId, '/nulle-part', 404, '/office'],
    [consumer.userId, '/refus', 404, '/dossiers'],
    [consumer.userId, '/office/codes', 403, '/dossiers'],
    [consumer.userId, `/dossiers/${cast.draft.dossierId.replace(/^./, 'g')}`, 404, '/dossiers'],
  ];
  for (const [by, address, status, back] of refusals) {
    const answer = await site.pages.get(by, address, language);
    expect([address, answer.status]).toEqual([address, status]);
    expect(titlesOf(answer.html)).toEqual([headingOf(answer.html) + product]);
    expect(/<main[\s\S]*<\/main>/.exec(answer.html)?.[0]).toContain(`href="${back}"`);
  }
});
