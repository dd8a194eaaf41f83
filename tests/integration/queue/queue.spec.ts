import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { queueRows, type QueueOrder } from '#db/queue/rows.ts';
import { replyLimits } from '#domain/queue/replies.ts';
import {
  closedByConsumer,
  countered,
  inNegotiation,
  mediatorProposed,
  submitted,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople, named, type People } from '#tests/kit/people.ts';

const site = siteForFile();

/** A company of its own, whose people have names that tell their place. */
async function company(): Promise<People> {
  const people = await createPeople(site.suite.pool, { particulars: named });
  await admitEveryone(site.suite.pool);
  return people;
}

const open = (people: People, scenario: Scenario): Promise<Play> => openPlay({ ...site.suite, people }, scenario);

async function numberOf({ dossierId }: Play): Promise<string> {
  const { rows } = await site.suite.pool.query('select number from dossier where id = $1', [dossierId]);
  return rows[0].number as string;
}

/** What a page shows, in French. */
async function shown(userId: string, address: string): Promise<string> {
  const { html, status } = await site.pages.get(userId, address);
  expect([address, status]).toEqual([address, 200]);
  return html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll('\u00a0', ' ')
    .replaceAll('<!-- -->', '');
}

const queue = '/file-de-travail';
const events = async (play: Play): Promise<number> =>
  (await site.suite.pool.query('select 1 from dossier_event where dossier_id = $1', [play.dossierId])).rows.length;

test('F-041 F-042 the company’s dossiers by age, narrowed by turn and by who has charge; the closed ones are asked for', async () => {
  const people = await company();
  const { clerk, otherClerk } = people;
  const plays = [
    await open(people, submitted),
    await open(people, inNegotiation),
    await open(people, countered),
    await open(people, closedByConsumer),
  ];
  const [free, taken, answered, closed] = (await Promise.all(plays.map(numberOf))) as [string, string, string, string];
  const of = async (userId: string, query = '') => {
    const page = await shown(userId, `${queue}${query}`);
    return [free, taken, answered, closed]
      .filter((number) => page.includes(number))
      .sort((a, b) => page.indexOf(a) - page.indexOf(b));
  };
  expect(await of(otherClerk.userId)).toEqual([free, taken, answered]);
  expect(await of(otherClerk.userId, '?tri=newest')).toEqual([answered, taken, free]);
  expect(await of(otherClerk.userId, '?etape=closed')).toEqual([closed]);
  expect(await of(otherClerk.userId, '?tour=merchant')).toEqual([free, taken]);
  expect(await of(otherClerk.userId, '?tour=consumer')).toEqual([answered]);
  expect(await of(otherClerk.userId, '?responsable=personne')).toEqual([free]);
  expect(await of(otherClerk.userId, '?responsable=moi')).toEqual([]);
  expect(await of(clerk.userId, '?responsable=moi&tour=merchant')).toEqual([taken]);
  expect(await of(otherClerk.userId, `?responsable=${clerk.userId}&tri=wait`)).toEqual([taken, answered]);
  const page = await shown(otherClerk.userId, queue);
  expect(page).toContain('Attendent votre entreprise (2)');
  expect(page).toContain('Sans responsable (1)');
  expect(await of((await company()).clerk.userId)).toEqual([]);
  for (const stranger of [people.consumer, people.mediator, people.officer])
    expect((await site.pages.get(stranger.userId, queue)).status).toBe(403);
});

test('F-041 pages of the queue follow each other without a gap in every order, and a company’s people find a dossier by words that stand in no address', async () => {
  const people = await company();
  const { clerk, merchantId } = { clerk: people.clerk, merchantId: people.merchantId };
  const plays = [await open(people, submitted), await open(people, submitted), await open(people, inNegotiation)];
  // Sent in the same moment: the id tells them apart.
  await site.suite.pool.query(
    `update dossier set submitted_at = '2026-01-05T15:00:00.123456Z', turn_since = '2026-01-06T15:00:00.123456Z' where merchant_id = $1`,
    [merchantId],
  );
  const reader = { userId: clerk.userId, merchantIds: [merchantId] };
  const filter = { status: null, turn: null, charge: null, merchantId: null, establishments: null };
  for (const order of ['age', 'wait', 'newest'] satisfies QueueOrder[]) {
    const seen: string[] = [];
    let after: { at: string; id: string } | null = null;
    for (;;) {
      const [row]: Awaited<ReturnType<typeof queueRows>> = await queueRows(site.suite.db, reader, {
        ...{ filter, order, after, limit: 1 },
      });
      if (!row) break;
      seen.push(row.id);
      after = { at: row.cursor, id: row.id };
    }
    expect(seen.toSorted()).toEqual(plays.map(({ dossierId }) => dossierId).toSorted());
  }
  const find = (userId: string, words: string) => site.pages.post(userId, queue, { words, intent: 'search' });
  const number = await numberOf(plays[0]!);
  expect((await find(clerk.userId, number)).html).toContain(plays[0]!.dossierId);
  const byName = await find(clerk.userId, 'essai p-consumer');
  expect(byName.location).toBeNull();
  for (const { dossierId } of plays) expect(byName.html).toContain(dossierId);
  const stranger = (await company()).clerk.userId;
  for (const words of [number, 'p-consumer']) {
    const { html } = await find(stranger, words);
    for (const { dossierId } of plays) expect(html).not.toContain(dossierId);
  }
});

test('§6 what the side has answered in mediation moves its dossier in nobody’s queue but that of who has charge', async () => {
  const people = await company();
  const play = await open(people, mediatorProposed);
  const number = await numberOf(play);
  const awaited = async (userId: string) => (await shown(userId, `${queue}?tour=merchant`)).includes(number);
  await play.step({ by: 'clerk', act: 'acceptProposal' });
  expect(await awaited(people.clerk.userId)).toBe(false);
  expect(await awaited(people.otherClerk.userId)).toBe(true);
  expect(await awaited(people.respondent.userId)).toBe(true);
});

test('B-09 the queue as a file: narrowed as its page is, without a cell that a spreadsheet would take for a formula', async () => {
  const people = await company();
  const plays = [await open(people, submitted), await open(people, inNegotiation)];
  const [free, taken] = await Promise.all(plays.map(numberOf));
  await site.suite.pool.query(
    `insert into dossier_form (dossier_id, title) values ($1, '=HYPERLINK("x")') on conflict (dossier_id) do update set title = excluded.title`,
    [plays[1]!.dossierId],
  );
  const { html, headers } = await site.pages.get(people.otherClerk.userId, `${queue}/fichier?tour=merchant`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toContain('file-de-travail.csv');
  expect(html).toContain(`"${free}"`);
  expect(html).toContain(`"'=HYPERLINK(""x"")"`);
  expect(html).toContain('"P-clerk Essai"');
  const mine = await site.pages.get(people.clerk.userId, `${queue}/fichier?responsable=moi`);
  expect(mine.html).toContain(`"${taken}"`);
  expect(mine.html).not.toContain(`"${free}"`);
});

test('F-014 F-041 B-09 a company with establishments puts dossiers at them and narrows its queue by several; nobody else sees where they are', async () => {
  const people = await company();
  const { clerk, otherClerk, officer, merchantId } = people;
  const plays = [await open(people, submitted), await open(people, submitted), await open(people, inNegotiation)];
  const numbers = await Promise.all(plays.map(numberOf));
  expect(await shown(clerk.userId, queue)).not.toContain('etablissement');

  const sheet = await site.pages.get(officer.userId, `/office/commercants/${merchantId}/modifier`);
  const merchant = {
    ...site.pages.hidden(sheet.html, 'establishments'),
    ...{ name: 'Meubles Boréal', legalName: '', neq: '', email: 'siege@boreal.example', phone: '418 555-0100' },
    ...{ addressLine: '1, rue du Quai', city: 'Québec', province: 'QC', postalCode: 'G1A 1A1' },
  };
  const named = async (establishments: string) => {
    const address = `/office/commercants/${merchantId}/modifier`;
    const { seen = '' } = site.pages.hidden((await site.pages.get(officer.userId, address)).html, 'establishments');
    const form = { ...merchant, seen, form_key: randomUUID(), establishments };
    return site.pages.post(officer.userId, address, form);
  };
  expect((await named('Lévis\nSaguenay\nLévis')).status).toBe(303);
  const rows = async () =>
    (
      await site.suite.pool.query(
        'select id, name, closed_at from establishment where merchant_id = $1 order by place',
        [merchantId],
      )
    ).rows as {
      id: string;
      name: string;
      closed_at: Date | null;
    }[];
  const [levis, saguenay] = await rows();
  expect((await rows()).map(({ name }) => name)).toEqual(['Lévis', 'Saguenay']);

  const put = (userId: string, ids: string[], establishment: string) =>
    site.pages.post(userId, `${queue}/etablissement?${ids.map((id) => `d=${id}`).join('&')}`, {
      establishment,
      ...Object.fromEntries(ids.map((id) => [`dossier.${id}`, 'yes'])),
    });
  const ids = plays.map(({ dossierId }) => dossierId);
  for (const _ of [1, 2]) expect((await put(clerk.userId, [ids[0]!], levis!.id)).status).toBe(303);
  expect((await put(clerk.userId, [ids[1]!], saguenay!.id)).status).toBe(303);
  const of = async (query: string) => {
    const page = await shown(otherClerk.userId, `${queue}?${query}`);
    return numbers.map((number) => page.includes(number));
  };
  expect(await of(`etablissement=${levis!.id}`)).toEqual([true, false, false]);
  expect(await of(`etablissement=${levis!.id}&etablissement=${saguenay!.id}`)).toEqual([true, true, false]);
  expect(await of('etablissement=aucun')).toEqual([false, false, true]);
  expect(await of(`etablissement=aucun&etablissement=${levis!.id}&tour=merchant`)).toEqual([true, false, true]);
  expect(await of('etablissement=nulle-part')).toEqual([true, true, true]);
  const file = await site.pages.get(clerk.userId, `${queue}/fichier?etablissement=${saguenay!.id}`);
  expect(file.html).toContain('"Saguenay"');
  expect(numbers.map((number) => file.html.includes(number))).toEqual([false, true, false]);

  // What is another company's is neither seen nor moved, and its places take no dossier of this one.
  const other = await company();
  const foreign = (await shown(other.clerk.userId, `${queue}?etablissement=${levis!.id}`)).includes(numbers[0]!);
  expect(foreign).toBe(false);
  expect((await put(other.clerk.userId, [ids[0]!], levis!.id)).status).toBe(404);
  expect((await put(clerk.userId, [ids[0]!], randomUUID())).status).toBe(409);
  expect((await site.pages.post(clerk.userId, `${queue}/etablissement`, { establishment: levis!.id })).status).toBe(
    422,
  );
  for (const [userId, address] of [
    [people.consumer.userId, `/dossiers/${ids[0]}`],
    [officer.userId, `/office/dossiers/${ids[0]}`],
  ] as const)
    expect((await site.pages.get(userId, address)).html).not.toContain('Lévis');

  // A place that is named no more keeps its dossiers, and is itself when it is named again.
  expect((await named('Saguenay')).status).toBe(303);
  expect(await shown(clerk.userId, queue)).toContain('Lévis');
  expect(await shown(clerk.userId, queue)).not.toContain(`value="${levis!.id}"`);
  expect((await put(clerk.userId, [ids[2]!], levis!.id)).status).toBe(409);
  expect((await named('Saguenay\nLévis')).status).toBe(303);
  expect(await of(`etablissement=${levis!.id}`)).toEqual([true, false, false]);
  expect((await put(clerk.userId, [ids[0]!], 'none')).status).toBe(303);
  expect(await of('etablissement=aucun')).toEqual([true, false, true]);
});

test('F-087 A-21 several are taken at once: whom one replaces is named before, a line each after; sent twice it is one act', async () => {
  const people = await company();
  const { otherClerk, respondent } = people;
  const [free, held] = [await open(people, submitted), await open(people, inNegotiation)];
  const address = `${queue}/prise-en-charge?acte=prendre&d=${free.dossierId}&d=${held.dossierId}`;
  const page = await shown(otherClerk.userId, address);
  expect(page).toContain('Responsable en ce moment : P-clerk Essai');
  expect(page).toContain('Personne n’en est responsable.');
  const form = {
    form_key: randomUUID(),
    [`seen.${free.dossierId}`]: '',
    [`seen.${held.dossierId}`]: people.clerk.userId,
  };
  const first = await site.pages.post(otherClerk.userId, address, form);
  expect(first.status).toBe(200);
  expect(first.html.split('Vous en êtes maintenant responsable')).toHaveLength(3);
  const handlers = async () => [(await free.state()).handlerId, (await held.state()).handlerId];
  expect(await handlers()).toEqual([otherClerk.userId, otherClerk.userId]);
  const before = [await events(free), await events(held)];
  const again = await site.pages.post(otherClerk.userId, address, form);
  expect(again.html.split('Vous en êtes maintenant responsable')).toHaveLength(3);
  expect([await events(free), await events(held)]).toEqual(before);

  // From another page of before, what one has charge of already is no refusal.
  const own = await site.pages.post(otherClerk.userId, address, { ...form, form_key: randomUUID() });
  expect([own.status, own.html.split('Vous en êtes maintenant responsable').length]).toEqual([200, 3]);
  expect([await events(free), await events(held)]).toEqual(before);

  // From a page that was opened before: who has charge now is not evicted, and the line says why.
  const stale = await site.pages.post(respondent.userId, address, { ...form, form_key: randomUUID() });
  expect(stale.status).toBe(409);
  expect(stale.html.split('Rien n’a changé')).toHaveLength(3);
  expect(await handlers()).toEqual([otherClerk.userId, otherClerk.userId]);
  const foreign = await site.pages.post((await company()).clerk.userId, address, { ...form, form_key: randomUUID() });
  expect(foreign.status).toBe(409);
  expect(foreign.html).not.toContain(await numberOf(free));
  expect((await site.pages.post(otherClerk.userId, address, {})).status).toBe(422);
});

test('F-081 F-087 the respondent gives dossiers to a colleague of the company, and who has charge gives theirs; nobody else does', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent } = people;
  const [free, held] = [await open(people, submitted), await open(people, inNegotiation)];
  const address = `${queue}/prise-en-charge?acte=confier&d=${free.dossierId}&d=${held.dossierId}`;
  const seen = { [`seen.${free.dossierId}`]: '', [`seen.${held.dossierId}`]: clerk.userId };
  const page = await shown(respondent.userId, address);
  expect(page).toContain(`<option value="${otherClerk.userId}">`);
  expect(page).not.toContain(`<option value="${respondent.userId}">`);
  const outsider = (await company()).clerk.userId;
  expect((await site.pages.post(respondent.userId, address, { ...seen, to: outsider })).status).toBe(409);
  const refused = await site.pages.post(otherClerk.userId, address, { ...seen, to: clerk.userId });
  expect(refused.status).toBe(409);
  expect((await free.state()).handlerId).toBeNull();

  const given = await site.pages.post(respondent.userId, address, { ...seen, to: otherClerk.userId });
  expect(given.status).toBe(200);
  expect(given.html.split('P-otherClerk Essai en est maintenant responsable')).toHaveLength(3);
  expect([(await free.state()).handlerId, (await held.state()).handlerId]).toEqual([
    otherClerk.userId,
    otherClerk.userId,
  ]);
  expect(await shown(clerk.userId, `/dossiers/${held.dossierId}`)).toContain('Dossier confié à une ou un collègue');
  const back = await site.pages.post(otherClerk.userId, address, {
    [`seen.${held.dossierId}`]: otherClerk.userId,
    to: clerk.userId,
  });
  expect(back.status).toBe(200);
  expect((await held.state()).handlerId).toBe(clerk.userId);

  // Who answers for two companies gives nothing of the one to somebody of the other.
  const other = await company();
  await site.suite.pool.query(
    `insert into merchant_member (merchant_id, user_id, role) values ($1, $2, 'respondent')`,
    [other.merchantId, respondent.userId],
  );
  const across = await site.pages.post(respondent.userId, address, {
    [`seen.${held.dossierId}`]: clerk.userId,
    to: other.clerk.userId,
  });
  expect(across.status).toBe(409);
  expect((await held.state()).handlerId).toBe(clerk.userId);
});

test('B-09 an absence is declared by the person or the respondent, with a substitute who is told and finds its dossiers; it is cancelled', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent, merchantId } = people;
  const play = await open(people, inNegotiation);
  const number = await numberOf(play);
  const address = `${queue}/absences`;
  const form = {
    form_name: 'declare',
    absent: `${merchantId} ${clerk.userId}`,
    substitute: otherClerk.userId,
    firstDay: dayFromToday(-1),
    lastDay: dayFromToday(5),
  };
  expect((await site.pages.post(otherClerk.userId, address, form)).status).toBe(409);
  const outsider = (await company()).clerk.userId;
  expect((await site.pages.post(clerk.userId, address, { ...form, substitute: outsider })).status).toBe(409);
  const twice = { ...form, form_key: randomUUID() };
  for (const _ of [1, 2]) expect((await site.pages.post(respondent.userId, address, twice)).status).toBe(303);
  const mails = async () => {
    const { rows } = await site.suite.pool.query(
      `select recipient_id as id, template from mail where template like 'stand-in%' and recipient_id = any ($1)`,
      [[clerk.userId, otherClerk.userId, respondent.userId]],
    );
    return rows.map(({ id, template }) => `${id} ${template}`).sort();
  };
  const told = (template: string) => [clerk, otherClerk].map(({ userId }) => `${userId} ${template}`);
  expect(await mails()).toEqual(told('stand-in-declared').sort());
  expect(await shown(otherClerk.userId, `${queue}?responsable=remplacement`)).toContain(number);
  expect(await shown(otherClerk.userId, queue)).toMatch(/P-clerk Essai<\/[^>]+>\s*<[^>]*>Remplacement/);
  expect(await shown(respondent.userId, queue)).toContain('Absence : P-otherClerk Essai remplace');
  expect(await shown(respondent.userId, `${queue}?responsable=remplacement`)).not.toContain(number);

  const { rows } = await site.suite.pool.query('select id from member_absence where merchant_id = $1', [merchantId]);
  expect(rows).toHaveLength(1);
  const cancel = { form_name: `cancel-${rows[0].id}`, absenceId: rows[0].id as string };
  expect((await site.pages.post(otherClerk.userId, address, cancel)).status).toBe(409);
  expect((await site.pages.post(clerk.userId, address, cancel)).status).toBe(303);
  expect(await shown(otherClerk.userId, `${queue}?responsable=remplacement`)).not.toContain(number);
  expect(await mails()).toContain(`${otherClerk.userId} stand-in-cancelled`);
});

test('B-09 a saved reply goes after what is written, which stays; it is the company’s alone, and is not written over unseen', async () => {
  const people = await company();
  const { clerk, otherClerk, merchantId } = people;
  const play = await open(people, inNegotiation);
  const address = `${queue}/reponses`;
  const text = { title: 'Bienvenue', body: 'Je vérifie votre facture.' };
  const add = { merchantId, ...text, form_key: randomUUID() };
  for (const _ of [1, 2]) expect((await site.pages.post(otherClerk.userId, address, add)).status).toBe(303);
  const { rows } = await site.suite.pool.query('select id from saved_reply where merchant_id = $1', [merchantId]);
  expect(rows).toHaveLength(1);
  const reply = rows[0].id as string;

  const messages = `/dossiers/${play.dossierId}/messages`;
  const { html } = await site.pages.get(clerk.userId, messages);
  expect(html).toContain(`<option value="${reply}">Bienvenue`);
  expect((await site.pages.get(people.consumer.userId, messages)).html).not.toContain('Bienvenue');
  const form = { ...site.pages.hidden(html, 'body'), body: 'Bonjour, je suis Luc.', intent: 'insert' };
  expect((await site.pages.post(clerk.userId, messages, form)).status).toBe(422);
  expect((await site.pages.post(clerk.userId, messages, { ...form, reply })).status).toBe(303);
  const after = await shown(clerk.userId, messages);
  expect(after).toMatch(/<textarea[^>]*>\s*Bonjour, je suis Luc\.\n\nJe vérifie votre facture\.<\/textarea>/);
  expect(
    (
      await site.suite.pool.query('select 1 from message where published_at is not null and dossier_id = $1', [
        play.dossierId,
      ])
    ).rows,
  ).toEqual([]);
  const long = { ...form, ...site.pages.hidden(after, 'body'), body: 'a'.repeat(9_990), reply };
  const refused = await site.pages.post(clerk.userId, messages, long);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('a'.repeat(9_990));

  const stranger = (await company()).clerk;
  expect((await site.pages.get(stranger.userId, `${address}/${reply}`)).status).toBe(404);
  expect((await site.pages.post(stranger.userId, address, { ...add, form_key: randomUUID() })).status).toBe(403);
  const change = { form_name: 'change', seen: '1', title: 'Accueil', body: 'Bonjour.' };
  expect((await site.pages.post(clerk.userId, `${address}/${reply}`, change)).status).toBe(303);
  const stale = await site.pages.post(otherClerk.userId, `${address}/${reply}`, { ...change, body: 'Autre texte.' });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain('Autre texte.');
  // What the colleague wrote is read above, and replaced only by a form that was shown with it.
  expect(stale.html).toMatch(/Ce qui est enregistré maintenant[\s\S]*Bonjour\.[\s\S]*name="title"/);
  const remove = async (seen: string) =>
    (await site.pages.post(clerk.userId, `${address}/${reply}`, { form_name: 'remove', seen })).status;
  // Not what a colleague has written since.
  expect([await remove('1'), await remove('2'), await remove('2')]).toEqual([409, 303, 303]);
  expect(await shown(clerk.userId, address)).toContain('Votre entreprise n’a gardé aucune réponse type.');
  await site.suite.pool.query(
    `insert into saved_reply (id, merchant_id, title, body, saved_by) select gen_random_uuid(), $1, 't' || n, 'b', $2 from generate_series(1, $3) n`,
    [merchantId, clerk.userId, replyLimits.each],
  );
  expect((await site.pages.post(clerk.userId, address, { ...add, form_key: randomUUID() })).status).toBe(409);
});

test('A-23 before a take-over the summary, documents and proposal are read, and every act but taking charge and refusing is closed', async () => {
  const people = await company();
  const play = await open(people, submitted);
  const at = (path = '') => `/dossiers/${play.dossierId}${path}`;
  for (const { userId } of [people.clerk, people.respondent]) {
    for (const path of ['', '/documents', '/propositions'])
      expect((await site.pages.get(userId, at(path))).status).toBe(200);
    for (const path of ['/prise-en-charge', '/refus'])
      expect((await site.pages.get(userId, at(path))).status).toBe(200);
    // The page of mediation says what is missing (A-01); asking for it is refused.
    expect((await site.pages.post(userId, at('/mediation'), {})).status).toBe(409);
    for (const path of ['/propositions/nouvelle', '/fermeture'])
      expect([path, (await site.pages.get(userId, at(path))).status]).toEqual([path, 409]);
    const summary = await shown(userId, at());
    for (const path of ['/propositions/nouvelle', '/fermeture', '/mediation"'])
      expect(summary).not.toContain(`href="${at(path)}`);
    expect(await shown(userId, at('/propositions'))).toContain('Remboursement de 120 $');
    expect(await shown(userId, at('/messages'))).not.toContain('<textarea');
    expect(await shown(userId, at('/documents'))).not.toContain('type="file"');
  }
});
