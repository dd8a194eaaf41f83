import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { undertakingVersion } from '#content/terms/versions.ts';
import { sentParticipation } from '#tests/kit/participation.ts';
import { audited, linkIn, startOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

const text = async (response: Response) => (await response.text()).replaceAll(/<!-- -->|&nbsp;/g, '');
const queue = '/office/a-faire/participations';

/** A stranger sends a form, from a browser and a place of their own. @returns the address of the request's page. */
async function sent(form: Record<string, string>): Promise<string> {
  const answer = await office.web.client().post('/participation', form);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/participation/recue']);
  return reviewOf(form['filledBy'] === 'authorised' ? form['sender.email']! : form['respondent.email']!);
}

async function reviewOf(email: string): Promise<string> {
  // Requests are told apart by who sent them: counts of the place begin again, so that one test does not use up another's.
  await office.web.rows(`delete from rate_limit where key like 'participationPlace:%'`);
  const [row] = await office.web.rows<{ id: string }>(
    'select id from participation where sender_email = $1 order by sent_at desc limit 1',
    [email],
  );
  return `/office/participations/${row?.id}`;
}

/** What the page of a request has its forms say of it. */
const seenAt = async (page: string): Promise<string> =>
  /name="seen" value="(\d+)"/.exec(await text(await office.officer.get(page)))?.[1] ?? '';

const answer = async (page: string, name: string, fields: Record<string, string> = {}) =>
  office.officer.post(page, {
    form_name: name,
    seen: await seenAt(page),
    form_key: `${randomUUID()}.${name}`,
    ...fields,
  });

const followed = (mail: { text: string }): string => /\/participation\/suite\/[\w-]{43}/.exec(mail.text)?.[0] ?? '';

const counts = async (): Promise<string> => {
  const [row] = await office.web.rows<{ n: string }>(
    `select concat_ws(' ', (select count(*) from merchant), (select count(*) from app_user), (select count(*) from merchant_member),
      (select count(*) from mail), (select count(*) from audit_log)) as n`,
  );
  return row?.n ?? '';
};

test('F-014 F-016 B-11 a form waits in the Office’s list, is corrected by its sender once, and its acceptance opens the company and its people', async () => {
  const sender = 'rosa@quai.example';
  const form = sentParticipation('odile@quai.example', {
    ...{ filledBy: 'authorised', 'sender.firstName': 'Rosa', 'sender.lastName': 'Roy', 'sender.email': sender },
    ...{ 'sender.jobTitle': 'Directrice', 'representatives.4.firstName': 'Luc', 'representatives.4.lastName': 'Gagné' },
    'representatives.4.email': 'luc@quai.example',
  });
  const page = await sent(form);
  const received = await office.received(sender);
  const number = /P\d{4}-\d{6}/.exec(received.subject)?.[0] ?? '';
  expect(number).not.toBe('');
  // Anybody may have typed the address: nothing else of the form is in the mail, and it has no link.
  for (const typed of ['Rosa', 'Odile', 'Quai', '9411', '/participation'])
    expect([typed, received.text.includes(typed)]).toEqual([typed, false]);

  const list = await text(await office.officer.get(queue));
  for (const shown of [number, '9411-2075 Québec inc.', '1170000009', 'Rimouski']) expect(list).toContain(shown);
  const file = await office.officer.get(`${queue}/fichier`);
  expect(await file.text()).toContain(`"${number}"`);
  expect(await text(await office.officer.get('/office'))).toMatch(/Demandes de participation[\s\S]{0,300}>1</);
  const read = await text(await office.officer.get(page));
  for (const shown of ['Literie du Quai', 'Rivière-du-Loup', 'Rosa Roy, Directrice', 'Un compte sera ouvert'])
    expect(read).toContain(shown);

  expect((await answer(page, 'correct')).status).toBe(422);
  const what = 'Écrivez le nom légal au complet.';
  expect((await answer(page, 'correct', { answer: what })).status).toBe(303);
  expect(await text(await office.officer.get(queue))).not.toContain(number);
  expect(await text(await office.officer.get(`${queue}?etat=correction`))).toContain(number);
  expect((await answer(page, 'accept')).status).toBe(409);

  const asked = await office.received(sender);
  expect(asked.text).not.toContain(what);
  const link = followed(asked);
  const client = office.web.client();
  const prefilled = await text(await client.get(link));
  for (const shown of [what, '9411-2075 Québec inc.', 'luc@quai.example', 'Directrice'])
    expect(prefilled).toContain(shown);
  const corrected = { ...form, legalName: 'Les Meubles du Quai inc.', form_key: `${randomUUID()}.participation` };
  for (const _time of [1, 2]) {
    const again = await client.post(link, corrected);
    expect([again.status, again.headers.get('location')]).toEqual([303, '/participation/recue']);
  }
  const late = await client.post(link, { ...corrected, form_key: `${randomUUID()}.participation` });
  expect([late.status, await text(late)]).toEqual([410, expect.stringContaining('la correction est déjà reçue')]);
  expect(await text(await client.get(link))).toContain('Vous n’avez rien à faire');
  expect(await office.count(sender)).toBe(3);

  const key = `${randomUUID()}.accept`;
  const seen = await seenAt(page);
  for (const _time of [1, 2])
    expect((await office.officer.post(page, { form_name: 'accept', seen, form_key: key })).status).toBe(303);
  const [merchant] = await office.web.rows<Record<string, string>>(
    `select id, name, legal_name as "legalName", neq, city, email::text from merchant where neq = '1170000009'`,
  );
  // Every name that it trades under is kept, shown and found; so is the respondent's telephone, and which undertaking was ticked.
  const company = await text(await office.officer.get(`/office/commercants/${merchant?.['id']}`));
  expect(company).toContain('Literie du Quai');
  const search = (address: string) =>
    office.officer.post(address, { words: 'literie quai', intent: 'search', form_key: `${randomUUID()}.search` });
  expect(await text(await search('/office/commercants'))).toContain('Meubles du Quai');
  const [respondent] = await office.web.rows(`select phone from app_user where email = 'odile@quai.example'`);
  expect(respondent).toEqual({ phone: '+1 418 555 0101' });
  expect(await office.web.rows(`select undertaking from participation where neq = '1170000009'`)).toEqual([
    { undertaking: undertakingVersion },
  ]);
  expect(read).toContain('Texte en vigueur depuis le 1er novembre 2026');
  expect(merchant).toMatchObject({ name: 'Meubles du Quai', legalName: 'Les Meubles du Quai inc.', city: 'Rimouski' });
  const people = await office.web.rows(
    `select u.email::text as email, mm.role from merchant_member mm join app_user u on u.id = mm.user_id where mm.merchant_id = $1 order by 2 desc`,
    [merchant?.['id']],
  );
  expect(people).toEqual([
    { email: 'odile@quai.example', role: 'respondent' },
    { email: 'luc@quai.example', role: 'representative' },
  ]);
  for (const email of ['odile@quai.example', 'luc@quai.example']) {
    expect(linkIn(await office.received(email))).not.toBe('');
    expect(await office.count(email)).toBe(1);
  }
  expect((await office.received(sender)).subject).toContain('acceptée');
  expect(await audited(office.web, 'participation.accepted')).toMatchObject([{ actor: 'agente@office.example' }]);
  expect(await text(await office.officer.get(`/office/commercants/${merchant?.['id']}`))).toContain(page);
});

test('F-014 a form sent twice is one request, a key with another form is refused, and an address or a place that sends many is slowed', async () => {
  const form = sentParticipation('deux@fois.example', { neq: '2270000001' });
  const answers = await Promise.all([1, 2, 3].map(() => office.web.client().post('/participation', form)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await office.web.rows(`select 1 from participation where sender_email = 'deux@fois.example'`)).toHaveLength(1);
  expect(await office.count('deux@fois.example')).toBe(1);
  expect((await office.web.client().post('/participation', { ...form, city: 'Matane' })).status).toBe(409);
  await office.web.client().post('/participation', form);
  const slowed = await office.web.client().post('/participation', sentParticipation('deux@fois.example'));
  expect(slowed.status).toBe(429);
  const many = [];
  for (const at of Array.from({ length: 11 }).keys())
    many.push((await office.web.client().post('/participation', sentParticipation(`lieu${at}@fois.example`))).status);
  expect(many.at(-1)).toBe(429);
  await office.web.rows(`delete from rate_limit`);
});

test('F-014 what serves already is told to the officer, to the stranger nothing, and an acceptance that cannot be leaves nothing half done', async () => {
  await office.officer.post('/office/mediateurs/nouveau', {
    ...{ firstName: 'Kim', lastName: 'Tran', email: 'kim@prise.example', language: 'fr', accreditation: 'IMAQ 7' },
    form_key: `${randomUUID()}.m`,
  });
  const page = await sent(
    sentParticipation('marie@prise.example', {
      neq: '3370000001',
      'representatives.1.firstName': 'Kim',
      'representatives.1.email': 'kim@prise.example',
    }),
  );
  expect((await office.received('marie@prise.example')).text).not.toContain('kim');
  const read = await text(await office.officer.get(page));
  expect(read).toContain('Adresse d’un compte de médiation');
  expect(read).not.toContain('Accepter et inscrire');
  const before = await counts();
  const refused = await answer(page, 'accept');
  expect([refused.status, await text(refused)]).toEqual([409, expect.stringContaining('kim@prise.example')]);
  expect(await counts()).toBe(before);

  // A company that has this NEQ.
  const other = await sent(sentParticipation('anne@prise.example', { neq: '1170000009' }));
  expect(await text(await office.officer.get(other))).toContain('Ce NEQ est déjà celui d’un commerçant inscrit');
  const taken = await answer(other, 'accept');
  expect([taken.status, await text(taken)]).toEqual([409, expect.stringContaining('Meubles du Quai')]);
  expect(await office.web.rows(`select 1 from app_user where email = 'anne@prise.example'`)).toEqual([]);
  // Another request with it.
  await sent(sentParticipation('lea@prise.example', { neq: '1170000009' }));
  expect(await text(await office.officer.get(other))).toContain('D’autres demandes en cours portent ce NEQ');
});

test('F-014 of two officers at once one answers and the other is told; who is declined reads why behind the link', async () => {
  const email = 'paul@deux.example';
  const page = await sent(sentParticipation(email, { neq: '8870000001' }));
  const seen = await seenAt(page);
  const reason = 'Cette entreprise est fermée.';
  const form = (name: string) => ({ form_name: name, seen, answer: reason, form_key: `${randomUUID()}.${name}` });
  const both = await Promise.all([
    office.officer.post(page, form('accept')),
    office.officer.post(page, form('decline')),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  const second = both.find(({ status }) => status === 409)!;
  expect(await text(second)).toContain('l’Office y a répondu');
  const [row] = await office.web.rows<{ state: string; n: number }>(
    `select state, (select count(*)::int from merchant where neq = '8870000001') as n from participation where sender_email = $1`,
    [email],
  );
  expect(row).toEqual({ state: row!.state, n: row?.state === 'accepted' ? 1 : 0 });

  const declined = await sent(sentParticipation('zoe@deux.example', { neq: '8870000002' }));
  expect((await answer(declined, 'decline', { answer: reason })).status).toBe(303);
  const mail = await office.received('zoe@deux.example');
  expect(mail.text).not.toContain(reason);
  const client = office.web.client();
  expect(await text(await client.get(followed(mail)))).toContain(reason);
  // The link is kept as a hash, ends, and says nothing then.
  expect(await office.web.rows(`select 1 from mail where params::text like '%participation/suite%'`)).toEqual([]);
  await office.web.rows(`update participation set link_until = now() - interval '1 second' where sender_email = $1`, [
    'zoe@deux.example',
  ]);
  const over = await client.get(followed(mail));
  expect([over.status, (await text(over)).includes(reason)]).toEqual([410, false]);
  expect((await client.get(`/participation/suite/${'x'.repeat(43)}`)).status).toBe(404);
});

test('F-019 B-11 a respondent asks for access, its end and a change; the Office does or declines each once, and the respondent is told', async () => {
  const respondent = await office.firstVisit('odile@quai.example');
  const [{ id: merchantId } = { id: '' }] = await office.web.rows<{ id: string }>(
    `select id from merchant where neq = '1170000009'`,
  );
  expect((await respondent.get('/equipe')).headers.get('location')).toBe(`/equipe/${merchantId}`);
  const team = `/equipe/${merchantId}`;
  expect(await text(await respondent.get(team))).toContain('luc@quai.example');
  const ask = (name: string, fields: Record<string, string>, client = respondent) =>
    client.post(team, { form_name: name, form_key: `${randomUUID()}.${name}`, ...fields });
  const add = { firstName: 'Mia', lastName: 'Roy', email: 'mia@quai.example', language: 'en' };
  const form = { form_key: `${randomUUID()}.add`, ...add };
  expect((await ask('add', form)).status).toBe(303);
  expect((await ask('add', form)).status).toBe(303);
  const twice = await ask('add', add);
  expect([twice.status, await text(twice)]).toEqual([409, expect.stringContaining('déjà demandé à l’Office')]);
  expect((await ask('add', { ...add, email: 'luc@quai.example' })).status).toBe(409);
  expect((await ask('change', { body: 'Nous avons déménagé.' })).status).toBe(303);
  expect(await text(await respondent.get(team))).toContain('L’Office ne l’a pas encore traitée');

  const list = await text(await office.officer.get('/office/a-faire/acces'));
  for (const shown of ['Donner un accès', 'Mia Roy', 'Signaler un changement']) expect(list).toContain(shown);
  expect(await text(await office.officer.get('/office/a-faire/acces?demande=change'))).not.toContain('Mia Roy');
  const requestOf = async (kind: string) =>
    `/office/acces/${(await office.web.rows<{ id: string }>(`select id from access_request where kind = $1`, [kind]))[0]?.id}`;
  const give = await requestOf('add');
  const key = `${randomUUID()}.do`;
  for (const _time of [1, 2])
    expect((await office.officer.post(give, { form_name: 'do', answer: '', form_key: key })).status).toBe(303);
  const second = await office.officer.post(give, { form_name: 'decline', answer: 'Trop tard.' });
  expect([second.status, await text(second)]).toEqual([
    409,
    expect.stringContaining('Cette demande a déjà reçu une réponse'),
  ]);
  expect((await office.received('odile@quai.example')).subject).toContain('demande faite');
  const mia = await office.firstVisit('mia@quai.example');
  const asMia = await text(await mia.get(team));
  expect(asMia).toContain('Seule une répondante ou un répondant');
  expect(asMia).not.toContain('luc@quai.example');
  expect((await ask('change', { body: 'Autre chose' }, mia)).status).toBe(403);

  const change = await requestOf('change');
  const reason = 'Envoyez d’abord une preuve d’adresse.';
  expect((await office.officer.post(change, { form_name: 'decline', answer: reason })).status).toBe(303);
  expect((await office.received('odile@quai.example')).text).not.toContain(reason);
  expect(await text(await respondent.get(team))).toContain(reason);

  const [{ id: memberId } = { id: '' }] = await office.web.rows<{ id: string }>(
    `select id from app_user where email = 'mia@quai.example'`,
  );
  expect((await ask('remove', { memberId })).status).toBe(303);
  expect((await ask('remove', { memberId: randomUUID() })).status).toBe(404);
  const end = await requestOf('remove');
  expect(await text(await office.officer.get(end))).toContain('Aucun dossier ouvert');
  expect((await office.officer.post(end, { form_name: 'do', answer: 'C’est fait.' })).status).toBe(303);
  expect((await mia.get(team)).headers.get('location')).toMatch(/^\/connexion/);
  expect(await audited(office.web, 'member.ended')).toHaveLength(1);

  // Another company's page is nobody's but its own people's.
  expect((await respondent.get(`/equipe/${randomUUID()}`)).status).toBe(404);
});
