import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { inNegotiation, submitted, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople, named, type People } from '#tests/kit/people.ts';

const site = siteForFile();

async function company(): Promise<People> {
  const people = await createPeople(site.suite.pool, { particulars: named });
  await admitEveryone(site.suite.pool);
  return people;
}

const open = (people: People, scenario: Scenario): Promise<Play> => openPlay({ ...site.suite, people }, scenario);

/** What the page that follows an act announces: the key of its sentence. */
const announced = ({ headers }: Answer): string => headers.getSetCookie().map(decodeURIComponent).join();

const wordsOf = (html: string): string =>
  html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ').replaceAll('<!-- -->', '');

async function shown(userId: string, address: string): Promise<string> {
  const { html, status } = await site.pages.get(userId, address);
  expect([address, status]).toEqual([address, 200]);
  return wordsOf(html);
}

const queue = '/file-de-travail';
const absences = `${queue}/absences`;

test('F-087 A-21 a form sent again after a colleague took the dossier does not say that the reader is in charge', async () => {
  const people = await company();
  const { clerk, otherClerk } = people;
  const { dossierId } = await open(people, submitted);
  const address = `${queue}/prise-en-charge?acte=prendre&d=${dossierId}`;
  const form = { form_key: randomUUID(), [`seen.${dossierId}`]: '' };
  expect((await site.pages.post(clerk.userId, address, form)).html).toContain('Vous en êtes maintenant responsable');
  await site.pages.post(otherClerk.userId, address, { [`seen.${dossierId}`]: clerk.userId });
  const again = await site.pages.post(clerk.userId, address, form);
  expect(again.status).toBe(409);
  expect(again.html).not.toContain('Vous en êtes maintenant responsable');
  expect(wordsOf(again.html)).toContain('Rien n’a changé cette fois-ci : Une autre personne a pris ce dossier');
});

test('F-081 a company with nobody else to entrust dossiers to reads what to do, which is not to tick others', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent, merchantId } = people;
  const { dossierId } = await open(people, inNegotiation);
  await site.suite.pool.query(
    'update merchant_member set until = now() where merchant_id = $1 and user_id = any ($2)',
    [merchantId, [otherClerk.userId, respondent.userId]],
  );
  const page = await shown(clerk.userId, `${queue}/prise-en-charge?acte=confier&d=${dossierId}`);
  expect(page).toContain('personne d’autre à qui confier');
  expect(page).toContain('Il faut une autre personne de l’entreprise');
  expect(page).not.toContain('cochez d’autres dossiers');
});

test('B-09 a cancelled absence says who is told of it, and nobody else; cancelled before by a colleague, the page says so', async () => {
  const people = await company();
  const { clerk, otherClerk, respondent, merchantId } = people;
  const { userId: absent } = clerk;
  const declared = async (by: string, substitute: string) => {
    const form = { form_name: 'declare', absent: `${merchantId} ${absent}`, substitute };
    const sent = { ...form, firstDay: dayFromToday(10), lastDay: dayFromToday(12) };
    expect((await site.pages.post(by, absences, sent)).status).toBe(303);
    const { rows } = await site.suite.pool.query<{ id: string }>(
      'select id from member_absence where merchant_id = $1 order by declared_at desc limit 1',
      [merchantId],
    );
    const { id } = rows[0]!;
    return { form_name: `cancel-${id}`, absenceId: id, form_key: randomUUID() };
  };
  const cases: [string, string, string][] = [
    [absent, otherClerk.userId, 'substitute'],
    [respondent.userId, otherClerk.userId, 'both'],
    [respondent.userId, respondent.userId, 'absent'],
  ];
  for (const [by, substitute, told] of cases) {
    const cancel = await declared(by, substitute);
    expect(announced(await site.pages.post(by, absences, cancel))).toContain(`absences.cancelled.${told}`);
    expect(announced(await site.pages.post(by, absences, cancel))).toContain('absences.cancelled.nobody');
    const late = await site.pages.post(absent, absences, { ...cancel, form_key: randomUUID() });
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('Cette absence est terminée ou annulée')]);
  }
});

test('B-09 an absence that meets another one of a colleague’s is not said to be the reader’s own', async () => {
  const { clerk, otherClerk, respondent, merchantId } = await company();
  const form = { form_name: 'declare', absent: `${merchantId} ${clerk.userId}`, substitute: otherClerk.userId };
  const days = { firstDay: dayFromToday(20), lastDay: dayFromToday(25) };
  expect((await site.pages.post(respondent.userId, absences, { ...form, ...days })).status).toBe(303);
  const meets = await site.pages.post(respondent.userId, absences, { ...form, ...days });
  expect([meets.status, meets.html]).toEqual([409, expect.stringContaining('Une absence de cette personne')]);
  expect(meets.html).not.toContain('Vous avez déjà annoncé');
  expect(meets.html).toContain(`value="${days.lastDay}"`);
});

test('B-09 an absence whose substitute has left the company says that nobody stands in; that of who has left is not listed', async () => {
  const { clerk, otherClerk, respondent, merchantId } = await company();
  const declare = (absent: string, substitute: string, first: number) =>
    site.pages.post(respondent.userId, absences, {
      ...{ form_name: 'declare', absent: `${merchantId} ${absent}`, substitute },
      ...{ firstDay: dayFromToday(first), lastDay: dayFromToday(first + 3) },
    });
  expect(await shown(respondent.userId, absences)).toContain('Aucune absence en cours ou à venir');
  await declare(clerk.userId, otherClerk.userId, 0);
  await declare(otherClerk.userId, clerk.userId, 9);
  await site.suite.pool.query('update merchant_member set until = now() where merchant_id = $1 and user_id = $2', [
    merchantId,
    otherClerk.userId,
  ]);
  const page = await shown(respondent.userId, absences);
  expect(page).toContain('Personne : P-otherClerk Essai n’a plus accès à l’entreprise');
  expect(page.split('P-otherClerk Essai')).toHaveLength(2);
});

test('F-041 F-042 a queue that is empty says why, and an order is no choice that leaves nothing', async () => {
  const { clerk } = await company();
  expect(await shown(clerk.userId, `${queue}?tri=newest`)).toContain('Un dossier arrive ici dès qu’une personne');
  expect(await shown(clerk.userId, `${queue}?etape=closed`)).toContain('Aucun dossier ne correspond à ces choix');
});
