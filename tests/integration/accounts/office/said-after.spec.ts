import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sentParticipation } from '#tests/kit/participation.ts';
import { member, participation, startOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const text = async (response: Response) => (await response.text()).replaceAll(/<!-- -->|&nbsp;/g, '');
const read = async (address: string) => text(await office.officer.get(address));

async function enrolled(email: string, name: string): Promise<string> {
  const answer = await office.officer.post('/office/commercants/nouveau', participation(email, { name }));
  return answer.headers.get('location') ?? '';
}

async function idOf(email: string): Promise<string> {
  const [row] = await office.web.rows<{ id: string }>('select id from app_user where email = $1', [email]);
  return row?.id ?? '';
}

const remove = (person: string) => office.officer.post(person, { form_name: 'remove', confirmed: 'yes' });

test('F-014 F-016 an enrolment says which e-mail its respondent gets: a link, or that the account they use opens this company', async () => {
  const email = 'cheffe@dit.example';
  const first = participation(email, { name: 'Premier dit' });
  for (const _ of [1, 2]) {
    const { headers } = await office.officer.post('/office/commercants/nouveau', first);
    expect(await read(headers.get('location') ?? '')).toContain(
      'Le courriel d’activation de la personne répondante est en route',
    );
  }
  await office.firstVisit(email);
  const second = participation(email, { name: 'Deuxième dit' });
  for (const _ of [1, 2]) {
    const { headers } = await office.officer.post('/office/commercants/nouveau', second);
    const page = await read(headers.get('location') ?? '');
    expect(page).toContain('Son répondant avait déjà un compte');
    expect(page).not.toContain('Le courriel d’activation');
  }
});

test('F-019 a form sent twice that adds a person says the same twice; only who uses an account already is said to have one', async () => {
  const page = await enrolled('cheffe@ajoute.example', 'Ajouté');
  const form = member('neuve@ajoute.example');
  for (const _ of [1, 2]) {
    expect((await office.officer.post(`${page}/membres/nouveau`, form)).status).toBe(303);
    const after = await read(page);
    expect(after).toContain('L’accès est donné. Le courriel d’activation est en route.');
    expect(after).not.toContain('avait déjà un compte');
  }
});

test('F-019 the role of a person whose access was removed meanwhile is not changed, and nobody hears of a respondent who is not there', async () => {
  const page = await enrolled('cheffe@role.example', 'Rôle dit');
  const email = 'parti@role.example';
  await office.officer.post(`${page}/membres/nouveau`, member(email));
  const person = `${page}/membres/${await idOf(email)}`;
  expect((await remove(person)).status).toBe(303);
  const late = await office.officer.post(person, { form_name: 'role', role: 'respondent' });
  expect([late.status, await text(late)]).toEqual([409, expect.stringContaining('la page a changé')]);
  const told = await office.web.rows(
    `select 1 from mail where template = 'respondent-added' and to_address = 'cheffe@role.example'`,
  );
  expect(told).toEqual([]);
  expect(await read(person)).toContain('Représentante ou représentant');
});

test('F-019 A-22 the last respondent’s page says where notices go before the role is changed too; a company that everybody left says so', async () => {
  const page = await enrolled('seule@derniere.example', 'Dernière');
  const person = `${page}/membres/${await idOf('seule@derniere.example')}`;
  expect((await read(person)).split('C’est le dernier répondant')).toHaveLength(3);
  expect((await remove(person)).status).toBe(303);
  expect(await read(page)).toContain('Ce commerçant n’a plus de répondant');
});

test('F-020 no link is sent from a page left open for an account that was closed meanwhile, and the page says so', async () => {
  const person = {
    ...{ firstName: 'Anne', lastName: 'Lapointe', email: 'anne@fermee.example', language: 'fr' },
    ...{ accreditation: 'Barreau, 12', form_key: `${randomUUID()}.ouvre` },
  };
  const page = (await office.officer.post('/office/mediateurs/nouveau', person)).headers.get('location') ?? '';
  expect((await office.officer.post(page, { form_name: 'close', confirmed: 'yes' })).status).toBe(303);
  const late = await office.officer.post(page, { form_name: 'resend' });
  expect([late.status, await text(late)]).toEqual([409, expect.stringContaining('la page a changé')]);
  // A closed account has no session to end, and its person could not sign in again.
  const account = await read(`/office/comptes/${await idOf('anne@fermee.example')}`);
  expect(account).not.toContain('Elle pourra se connecter de nouveau');
});

/** A respondent, and the address of the page where they ask. */
async function respondentOf(email: string, name: string) {
  const page = await enrolled(email, name);
  const client = await office.firstVisit(email);
  const team = `/equipe/${page.split('/').at(-1)}`;
  const ask = (form_name: string, fields: Record<string, string>) =>
    client.post(team, { form_name, form_key: `${randomUUID()}.${form_name}`, ...fields });
  const asked = async (kind: string) => {
    const [row] = await office.web.rows<{ id: string }>(
      `select id from access_request where kind = $1 and merchant_id = $2 order by asked_at desc limit 1`,
      [kind, page.split('/').at(-1)],
    );
    return `/office/acces/${row?.id}`;
  };
  return { page, client, team, ask, asked };
}

test('F-019 an answer says whether who asked is written to: whoever has left the company is not', async () => {
  const email = 'demande@partie.example';
  const { page, ask, asked } = await respondentOf(email, 'Partie');
  await ask('change', { body: 'Nous avons déménagé.' });
  const first = await asked('change');
  expect((await office.officer.post(first, { form_name: 'do', answer: '' })).status).toBe(303);
  expect(await read(first)).toContain('La personne qui l’a demandé en est avertie');

  await ask('change', { body: 'Nous avons un autre nom.' });
  const second = await asked('change');
  // Of another company too, so that the account stays open.
  await enrolled(email, 'Partie ailleurs');
  await remove(`${page}/membres/${await idOf(email)}`);
  const before = await office.count(email);
  const form = { form_name: 'decline', answer: 'Trop tard.', form_key: `${randomUUID()}.decline` };
  for (const _ of [1, 2]) {
    expect((await office.officer.post(second, form)).status).toBe(303);
    expect(await read(second)).toContain('aucun courriel ne lui est envoyé');
  }
  expect(await office.count(email)).toBe(before);
});

test('F-019 access that cannot be given is not offered, with the reason; a removal of who has left already says so', async () => {
  const { page, ask, asked, client, team } = await respondentOf('cheffe@offre.example', 'Offre');
  const person = (email: string) => ({ firstName: 'Léo', lastName: 'Roy', email, language: 'fr' });
  await ask('add', person('leo@offre.example'));
  const add = await asked('add');
  expect(await read(add)).toContain('Un compte sera ouvert');
  await office.officer.post(`${page}/membres/nouveau`, member('leo@offre.example'));
  const there = await read(add);
  expect(there).toContain('A déjà accès à ce commerçant');
  expect(there).not.toContain('name="form_name" value="do"');
  const late = await office.officer.post(add, { form_name: 'do', answer: '' });
  expect([late.status, await text(late)]).toEqual([409, expect.stringContaining('a déjà accès à ce commerçant')]);

  const leo = await idOf('leo@offre.example');
  await ask('remove', { memberId: leo });
  const end = await asked('remove');
  expect(await read(end)).toContain('La personne est déconnectée aussitôt');
  await remove(`${page}/membres/${leo}`);
  const gone = await read(end);
  expect(gone).toContain('il ne reste qu’à le dire');
  expect(gone).not.toContain('La personne est déconnectée aussitôt');
  expect((await office.officer.post(end, { form_name: 'do', answer: '' })).status).toBe(303);

  // From the team's page, left open: who has left is no longer asked about.
  const again = await ask('remove', { memberId: leo });
  expect([again.status, await text(again)]).toEqual([409, expect.stringContaining('la page a changé')]);
  expect(await text(await client.get(team))).toContain('Personne d’autre n’a d’accès de représentante');
});

test('F-014 a request that was declined promises no account; an acceptance that is refused says why', async () => {
  const email = 'paule@refus.example';
  const request = async (changes: Record<string, string>): Promise<string> => {
    await office.web.client().post('/participation', sentParticipation(email, changes));
    await office.web.rows(`delete from rate_limit where key like 'participation%'`);
    const [row] = await office.web.rows<{ id: string }>(
      'select id from participation where sender_email = $1 order by sent_at desc limit 1',
      [email],
    );
    return `/office/participations/${row?.id}`;
  };
  const page = await request({ neq: '1170000301' });
  const seen = async (address: string) => /name="seen" value="(\d+)"/.exec(await read(address))?.[1] ?? '';
  expect(await read(page)).toContain('Un compte sera ouvert');
  await office.officer.post(page, { form_name: 'decline', seen: await seen(page), answer: 'Hors du Québec.' });
  expect(await read(page)).not.toContain('Un compte sera ouvert');

  const open = await request({ neq: '1170000302' });
  await office.officer.post(
    '/office/commercants/nouveau',
    participation('autre@refus.example', { name: 'Déjà là', neq: '1170000302' }),
  );
  const refused = await office.officer.post(open, { form_name: 'accept', seen: await seen(open) });
  expect([refused.status, await text(refused)]).toEqual([409, expect.stringContaining('Ce NEQ est celui de Déjà là')]);
});
