import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Client } from '#tests/kit/web-process.ts';
import { consumerProfile, signedUp } from '../journey.ts';
import { member, participation, startOffice, type Office } from './office.ts';

let office: Office;
let page: string;
beforeAll(async () => {
  office = await startOffice();
  const first = await office.officer.post(
    '/office/commercants/nouveau',
    participation('chef@boreal.example', neq('1')),
  );
  page = first.headers.get('location') ?? '';
});
afterAll(async () => {
  await office?.stop();
});

const neq = (end: string) => ({ neq: `114000223${end}` });
const enrolment = '/office/commercants/nouveau';
const mediation = '/office/mediateurs/nouveau';
const plain = (html: string) => html.replaceAll(/<!-- -->/g, '').replaceAll('\u00a0', ' ');

/** Sends a form that must be refused: the status, and the page's text. */
async function refused(path: string, form: Record<string, string>): Promise<[number, string]> {
  const response = await office.officer.post(path, form);
  return [response.status, plain(await response.text())];
}

const mediator = (changes: Record<string, string> = {}) => ({
  firstName: 'Anne',
  lastName: 'Lapointe',
  email: 'anne@mediation.example',
  language: 'fr',
  accreditation: 'IMAQ 1',
  ...changes,
});

/** One of the two is enough. */
const names = ['firstName', 'lastName'];

/** Each form, whole; which of its fields may be left empty; how long each may be. */
const forms: { name: string; path: () => string; whole: Record<string, string>; optional: string[] }[] = [
  {
    name: 'a merchant',
    path: () => enrolment,
    whole: participation('neuf@boreal.example', neq('2')),
    optional: ['legalName', 'neq', 'respondent.firstName', 'respondent.lastName'],
  },
  { name: 'a member', path: () => `${page}/membres/nouveau`, whole: member('neuf@boreal.example'), optional: names },
  { name: 'a mediator', path: () => mediation, whole: mediator(), optional: names },
];

for (const { name, path, whole, optional } of forms) {
  test(`F-014 F-020 ${name} without any name is refused beside the first`, async () => {
    const nameless = Object.keys(whole).filter((field) => names.some((one) => field.endsWith(one)));
    const blank = Object.fromEntries(nameless.map((field) => [field, '\u200b']));
    const [status, shown] = await refused(path(), { ...whole, ...blank });
    expect([status, shown]).toEqual([422, expect.stringContaining('Écrivez un prénom ou un nom.')]);
  });

  const fields = Object.keys(whole).filter((field) => field !== 'form_key');
  test.each(fields.filter((field) => !optional.includes(field)))(
    `F-014 F-020 ${name} without %s is refused beside it, and the rest is kept`,
    async (field) => {
      const [status, shown] = await refused(path(), { ...whole, [field]: '' });
      expect(status).toBe(422);
      expect(shown).toContain('Il y a une réponse à corriger');
      expect(shown).toMatch(/Remplissez ce champ|Choisissez/);
      const other = fields.find((each) => each !== field && each.endsWith('lastName')) ?? fields[0]!;
      expect(shown).toContain(`value="${whole[other]}"`);
    },
  );

  test(`F-014 F-020 ${name} with every field far too long is refused with one sentence a field`, async () => {
    const long = Object.fromEntries(fields.map((field) => [field, 'é'.repeat(3000)]));
    const [status, shown] = await refused(path(), long);
    expect(status).toBe(422);
    expect(shown).toContain(`Il y a ${fields.length} réponses à corriger`);
    expect(
      shown.match(/trop long|adresse courriel complète|Choisissez|n’est pas valide|code postal/g)?.length,
    ).toBeGreaterThan(fields.length);
  });
}

test.each(['marc', 'marc@', 'marc@boreal', 'a b@boreal.example', `${'a'.repeat(250)}@b.ca`])(
  'F-016 %p is no address',
  async (email) => {
    const [status, shown] = await refused(enrolment, participation(email));
    expect(status).toBe(422);
    expect(shown).toContain(
      'Courriel de la personne répondante : Écrivez une adresse courriel complète, comme nom@exemple.ca.',
    );
  },
);

test.each([
  [{ neq: '12345' }, 'NEQ : Écrivez les dix chiffres du NEQ.'],
  [{ phone: '12' }, 'Téléphone : Écrivez un numéro de téléphone'],
  [{ postalCode: '75001' }, 'Code postal : Écrivez un code postal canadien'],
  [{ province: 'Ailleurs' }, 'Province ou territoire : Choisissez une réponse.'],
  [{ 'respondent.language': 'es' }, 'Langue du courriel : Choisissez une des réponses proposées.'],
])('F-014 %p is refused with its sentence', async (change, sentence) => {
  const [status, shown] = await refused(enrolment, participation('neuf@boreal.example', change));
  expect([status, shown]).toEqual([422, expect.stringContaining(sentence)]);
});

test('F-014 control characters, marks that reorder a line and HTML are kept out or shown as text', async () => {
  const name = 'Bor\u0000éal\u202E <script>alert(1)</script>';
  const sent = await office.officer.post(enrolment, participation('signes@boreal.example', { name }));
  const shown = await (await office.officer.get(sent.headers.get('location') ?? '')).text();
  expect(shown).toContain('Boréal &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(shown).not.toContain('<script>alert');
  const [status] = await refused(enrolment, participation('signes2@boreal.example', { name: '\u0000\u202E' }));
  expect(status).toBe(422);
});

test('F-014 F-020 an address that serves already is refused beside its field, with what it serves', async () => {
  const consumer = await signedUp(office.web, 'conso@exemple.ca');
  await consumer.post('/profil', consumerProfile);
  await office.officer.post(mediation, mediator({ email: 'deja@mediation.example' }));
  const cases: [string, string, string][] = [
    [`${page}/membres/nouveau`, 'chef@boreal.example', 'a déjà accès à ce commerçant'],
    [`${page}/membres/nouveau`, 'CONSO@exemple.ca', 'compte de consommatrice ou de consommateur'],
    [`${page}/membres/nouveau`, 'agente@office.example', 'compte de l’Office'],
    [`${page}/membres/nouveau`, 'deja@mediation.example', 'compte de médiation'],
    [mediation, 'chef@boreal.example', 'compte de commerçant'],
    [mediation, 'deja@mediation.example', 'Un compte de médiation a déjà cette adresse'],
    [mediation, 'conso@exemple.ca', 'compte de consommatrice ou de consommateur'],
  ];
  for (const [path, email, sentence] of cases) {
    const form = path === mediation ? mediator({ email }) : member(email);
    const [status, shown] = await refused(path, form);
    expect([email, status, shown]).toEqual([email, 409, expect.stringContaining(`Courriel : `)]);
    expect(shown).toContain(sentence);
    expect(shown).toContain(`value="${email}"`);
  }
  const before = await office.web.rows(`select 1 from merchant`);
  const [status, shown] = await refused(enrolment, participation('conso@exemple.ca', neq('7')));
  expect([status, shown]).toEqual([409, expect.stringContaining('Courriel de la personne répondante : Cette adresse')]);
  // Neither the merchant nor anything else of the form stays.
  expect(await office.web.rows(`select 1 from merchant`)).toHaveLength(before.length);
});

test('F-014 a NEQ is enrolled once, and the page names who has it', async () => {
  const [status, shown] = await refused(enrolment, participation('autre@boreal.example', neq('1')));
  expect([status, shown]).toEqual([409, expect.stringContaining('NEQ : Ce NEQ est celui de Meubles Boréal')]);
});

test('F-014 F-019 F-020 pages of the accounts answer 403 to other roles, who change nothing, and 404 to unknown ids', async () => {
  await office.officer.post(`${page}/membres/nouveau`, member('intrus@boreal.example'));
  const merchant = await office.firstVisit('intrus@boreal.example');
  await office.officer.post(mediation, mediator({ email: 'intrus@mediation.example' }));
  const neutral = await office.firstVisit('intrus@mediation.example', { ...professionalMediator });
  const consumer = await signedUp(office.web, 'intrus@exemple.ca');
  await consumer.post('/profil', consumerProfile);
  const [chief] = await office.web.rows<{ id: string }>(`select id from app_user where email = 'chef@boreal.example'`);
  const [closing] = await office.web.rows<{ id: string }>(
    `select id from app_user where email = 'intrus@mediation.example'`,
  );
  const places: [string, Record<string, string>][] = [
    ['/office/commercants', {}],
    [enrolment, participation('a@intrus.example')],
    [page, {}],
    [`${page}/modifier`, participation('')],
    [`${page}/membres/nouveau`, member('b@intrus.example')],
    [`${page}/membres/${chief?.id}`, { form_name: 'remove', confirmed: 'yes' }],
    ['/office/mediateurs', {}],
    [mediation, mediator({ email: 'c@intrus.example' })],
    [`/office/mediateurs/${closing?.id}`, { form_name: 'close', confirmed: 'yes' }],
  ];
  const state = () =>
    office.web
      .rows(`select (select count(*) from app_user) as people, (select count(*) from merchant_member where until is null)
      as members, (select count(*) from app_user where disabled_at is null) as open, (select count(*) from audit_log) as acts`);
  const before = await state();
  for (const [path, form] of places) {
    for (const client of [merchant, neutral, consumer] satisfies Client[]) {
      expect([path, (await client.get(path)).status]).toEqual([path, 403]);
      if (Object.keys(form).length > 0) expect([path, (await client.post(path, form)).status]).toEqual([path, 403]);
    }
    const nobody = office.web.client();
    expect((await nobody.get(path)).headers.get('location')).toMatch(/^\/connexion/);
    if (Object.keys(form).length > 0) {
      // Nothing typed is lost: the page that refuses keeps it, to be sent again once signed in.
      expect([path, (await nobody.post(path, form)).status]).toEqual([path, 401]);
    }
  }
  expect(await state()).toEqual(before);
  for (const unknown of [
    randomUUID(),
    'rien',
    `${randomUUID()}/membres/nouveau`,
    `${page.split('/').at(-1)}/membres/rien`,
  ]) {
    expect([unknown, (await office.officer.get(`/office/commercants/${unknown}`)).status]).toEqual([unknown, 404]);
  }
  expect((await office.officer.get(`/office/mediateurs/${chief?.id}`)).status).toBe(404);
  expect((await office.officer.post(`${page}/membres/${closing?.id}`, { form_name: 'resend' })).status).toBe(404);
});

const professionalMediator = {
  firstName: 'Anne',
  lastName: 'Lapointe',
  jobTitle: 'Médiatrice',
  phone: '418 555-0100',
  language: 'fr',
  accreditation: 'IMAQ 1',
};
