import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  agreed,
  closedByConsumer,
  countered,
  inMediation,
  inNegotiation,
  submitted,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople, named, type People } from '#tests/kit/people.ts';

/** What happens to a company's dossiers when whoever had charge has left, or the respondent is away: somebody must be able to answer. */
const site = siteForFile();

async function company(): Promise<People> {
  const people = await createPeople(site.suite.pool, { particulars: named });
  await admitEveryone(site.suite.pool);
  return people;
}

const open = (people: People, scenario: Scenario): Promise<Play> => openPlay({ ...site.suite, people }, scenario);

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

const leaves = ({ merchantId, clerk }: People) =>
  site.suite.pool.query('update merchant_member set until = now() where merchant_id = $1 and user_id = $2', [
    merchantId,
    clerk.userId,
  ]);

/** The page of an act of charge, sent as it was shown. */
async function act(userId: string, address: string, more: Record<string, string> = {}) {
  const page = await shown(userId, address);
  const seen = Object.fromEntries(
    [...page.matchAll(/name="(seen\.[\w-]+)" value="([\w-]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  return { page, answer: await site.pages.post(userId, address, { ...seen, ...more, form_key: randomUUID() }) };
}

test('F-019 A-22 F-087 what somebody who left had charge of is taken and given from the queue, and who left is not named', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent } = people;
  const [taken, given] = [await open(people, inNegotiation), await open(people, inNegotiation)];
  await leaves(people);
  const list = await shown(respondent.userId, `${queue}?responsable=personne`);
  for (const { dossierId } of [taken, given]) expect(list).toContain(`value="${dossierId}"`);

  const take = await act(otherClerk.userId, `${queue}/prise-en-charge?acte=prendre&d=${taken.dossierId}`);
  expect(take.page).toContain('Personne n’en est responsable.');
  expect(take.page).not.toContain('P-clerk Essai');
  expect([take.answer.status, (await taken.state()).handlerId]).toEqual([200, otherClerk.userId]);
  const give = await act(respondent.userId, `${queue}/prise-en-charge?acte=confier&d=${given.dossierId}`, {
    to: otherClerk.userId,
  });
  expect(give.page).not.toContain('P-clerk Essai');
  expect([give.answer.status, (await given.state()).handlerId]).toEqual([200, otherClerk.userId]);

  // a page that was opened before somebody took it evicts nobody.
  const stale = { [`seen.${taken.dossierId}`]: clerk.userId, form_key: randomUUID() };
  const late = await site.pages.post(respondent.userId, `${queue}/prise-en-charge?acte=prendre`, stale);
  expect([late.status, (await taken.state()).handlerId]).toEqual([409, otherClerk.userId]);
});

test('F-103 F-087 A-22 after an agreement the dossier of who left is chosen among the closed ones, taken, and answered; the others stay closed', async () => {
  const people = await company();
  const { clerk, consumer, officer, otherClerk, respondent, merchantId } = people;
  const [over, closed] = [await open(people, agreed), await open(people, closedByConsumer)];
  const removal = `/office/commercants/${merchantId}/membres/${clerk.userId}`;
  expect(await shown(officer.userId, removal)).toContain('Elle répond aussi d’un dossier fermé par une entente');
  const at = (path = '') => `/dossiers/${over.dossierId}${path}`;
  const handlersAddress = `clerk@${merchantId}.example`;
  const before = await shown(consumer.userId, at());
  expect(before).toContain(handlersAddress);
  await leaves(people);

  const summary = await shown(consumer.userId, at());
  expect(summary).not.toContain('Personne responsable du dossier');
  expect(summary).not.toContain(handlersAddress);
  expect(summary).toContain('Personne n’a le dossier en charge pour le moment');
  // Of what is over without anything left to answer, who answered is history, whom nobody writes to any more.
  const other = await shown(consumer.userId, `/dossiers/${closed.dossierId}`);
  expect(other).not.toContain(handlersAddress);

  expect(await shown(respondent.userId, at())).toContain('Plus personne de votre entreprise n’a ce dossier en charge');
  expect(await shown(respondent.userId, at('/messages'))).toContain('Prenez le dossier en charge pour écrire ici.');
  expect(await shown(otherClerk.userId, at('/messages'))).toContain('La conversation s’ouvre à la personne');
  const list = await shown(respondent.userId, `${queue}?etape=closed&responsable=personne`);
  expect(list).toContain(`name="d" value="${over.dossierId}"`);
  expect(list).not.toContain(`name="d" value="${closed.dossierId}"`);
  const single = await shown(respondent.userId, at('/prise-en-charge'));
  expect(single).toContain('Le dossier est fermé par une entente, qui demeure la même');
  expect(single).not.toContain('Vous pourrez répondre aux propositions');
  expect((await site.pages.get(respondent.userId, `/dossiers/${closed.dossierId}/prise-en-charge`)).status).toBe(409);

  const agreement = (await over.state()).closing;
  const take = await act(respondent.userId, `${queue}/prise-en-charge?acte=prendre&d=${over.dossierId}`);
  expect(take.answer.status).toBe(200);
  expect(await over.state()).toMatchObject({ handlerId: respondent.userId, status: 'closed', closing: agreement });
  const messages = await site.pages.get(respondent.userId, at('/messages'));
  const form = { ...site.pages.hidden(messages.html, 'body'), body: 'Je prends la suite.', intent: 'send' };
  expect((await site.pages.post(respondent.userId, at('/messages'), form)).status).toBe(303);
  expect(await shown(consumer.userId, at('/messages'))).toContain('Je prends la suite.');
  expect(await shown(consumer.userId, at())).toContain('P-respondent Essai');
});

test('A-34 F-101 an agreement names who acted for the company, though they left before the other side accepted', async () => {
  const people = await company();
  const play = await open(people, countered);
  await leaves(people);
  await play.step({ by: 'consumer', act: 'acceptProposal' });
  const { rows } = await site.suite.pool.query<{ name: string }>(
    `select identity #>> '{handler,name}' as name from closing_identity where dossier_id = $1`,
    [play.dossierId],
  );
  expect(rows).toEqual([{ name: 'P-clerk Essai' }]);
});

test('B-09 while a respondent is away, who stands in finds what nobody has charge of among what they stand in for', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent, merchantId } = people;
  const [free, held, left] = [
    await open(people, submitted),
    await open(people, inNegotiation),
    await open(people, inNegotiation),
  ];
  await left.step({ by: 'otherClerk', act: 'takeCharge' });
  const standIn = async (userId: string) => {
    const list = await shown(userId, `${queue}?responsable=remplacement`);
    return [free, held, left].map(({ dossierId }) => list.includes(dossierId));
  };
  const away = (absent: string, substitute: string) =>
    site.suite.pool.query(
      `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
         select gen_random_uuid(), $1, $2, $3, '${dayFromToday()}', '${dayFromToday()}', $2`,
      [merchantId, absent, substitute],
    );
  await away(respondent.userId, clerk.userId);
  expect(await standIn(clerk.userId)).toEqual([true, false, false]);
  expect(await shown(clerk.userId, `${queue}?responsable=personne`)).toContain('Remplacement');
  // What a colleague has charge of is not for who stands in for the respondent.
  const rows = (await shown(clerk.userId, queue)).split('<tr');
  expect(
    [free, held, left].map(({ dossierId }) => rows.find((row) => row.includes(dossierId))?.includes('Remplacement')),
  ).toEqual([true, false, false]);
  expect(await standIn(otherClerk.userId)).toEqual([false, false, false]);
  await site.suite.pool.query('update merchant_member set until = now() where merchant_id = $1 and user_id = $2', [
    merchantId,
    otherClerk.userId,
  ]);
  expect(await standIn(clerk.userId)).toEqual([true, false, true]);
  // Whoever stands in for somebody else than a respondent finds what that person has charge of, and nothing else.
  await site.suite.pool.query('delete from member_absence where merchant_id = $1', [merchantId]);
  await away(clerk.userId, respondent.userId);
  expect(await standIn(respondent.userId)).toEqual([false, true, false]);
  // Whoever has left is away from nothing.
  await away(otherClerk.userId, respondent.userId);
  expect(await standIn(respondent.userId)).toEqual([false, true, false]);
});

test('B-09 F-112 a saved reply is offered in the three-way room to whoever writes there for the company, and to nobody else', async () => {
  const people = await company();
  const { clerk, consumer, mediator, merchantId } = people;
  const play = await open(people, inMediation);
  const text = { title: 'Vérification en cours', body: 'Je vérifie votre facture.' };
  await site.pages.post(clerk.userId, `${queue}/reponses`, { merchantId, ...text, form_key: randomUUID() });
  const room = `/dossiers/${play.dossierId}/propositions`;
  const { html } = await site.pages.get(clerk.userId, room);
  const reply = /<option value="([\w-]+)">Vérification en cours/.exec(html)?.[1] ?? '';
  expect(reply).not.toBe('');
  for (const { userId } of [consumer, mediator]) expect(await shown(userId, room)).not.toContain(text.title);
  const form = { ...site.pages.hidden(html, 'body'), body: 'Bonjour.', intent: 'insert', reply };
  expect((await site.pages.post(clerk.userId, room, form)).status).toBe(303);
  expect(await shown(clerk.userId, room)).toMatch(
    /<textarea[^>]*>\s*Bonjour\.\n\nJe vérifie votre facture\.<\/textarea>/,
  );
  expect(await shown(mediator.userId, room)).not.toContain('Je vérifie votre facture.');
});

test('B-09 F-041 the file of a queue holds every dossier of the company, whatever their number', async () => {
  const people = await company();
  const play = await open(people, submitted);
  const { rows } = await site.suite.pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'dossier' and is_generated = 'NEVER'`,
  );
  const copied = rows.map(({ name }) => {
    if (name === 'id') return 'gen_random_uuid()';
    if (name === 'number') return `'1999-' || lpad(n::text, 6, '0')`;
    return name === 'submitted_at' ? `submitted_at + n * interval '1 second'` : `"${name}"`;
  });
  await site.suite.pool.query(
    `insert into dossier (${rows.map(({ name }) => `"${name}"`).join(', ')})
     select ${copied.join(', ')} from dossier, generate_series(1, 5300) n where id = $1`,
    [play.dossierId],
  );
  const file = await site.pages.get(people.clerk.userId, `${queue}/fichier`);
  expect(file.headers.get('content-disposition')).toContain('file-de-travail.csv');
  const lines = file.html.trimEnd().split('\r\n').slice(1);
  expect(lines).toHaveLength(5_301);
  const numbers = lines.map((line) => /"1999-(\d{6})"/.exec(line)?.[1] ?? '0').map(Number);
  expect(new Set(numbers).size).toBe(5_301);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});
