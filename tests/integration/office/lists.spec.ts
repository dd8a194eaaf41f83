import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { searchMediators, type MediatorOrder } from '#db/directory/mediators.ts';
import { searchMerchants, type MerchantOrder } from '#db/directory/merchants.ts';
import { dossiersOverseen, type OverseenOrder } from '#db/dossiers/oversight.ts';
import type { QueueOrder } from '#db/office/queue-rows.ts';
import { queueRows } from '#db/office/queues.ts';
import type { PageAsked } from '#db/ordered.ts';
import { listReferrals, type ReferralOrder } from '#db/referrals/issued-codes.ts';
import { inMediation, inNegotiation, mediationRequested, submitted } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { waitingAccessRequest, waitingParticipation } from '#tests/kit/participation.ts';

/** Lists of the Office: orders, pages, searches and files, each by the same means (B-11). */
const site = siteForFile();
const officer = () => site.suite.people.officer.userId;

/** Companies and mediators of these tests, more than a page of each. */
const many = 55;

beforeAll(async () => {
  const { pool, people } = site.suite;
  for (const scenario of [submitted, submitted, inNegotiation, inNegotiation, inMediation])
    await openPlay(site.suite, scenario);
  await pool.query(
    `insert into merchant (id, name, city, enrolled_at) select gen_random_uuid(), case when n = 1 then '=HYPERLINK("x")' else 'Quincaillerie ~ ' || lpad(n::text, 3, '0') end,
       'Rimouski', now() - make_interval(days => n % 7) from generate_series(1, $1) n`,
    [many],
  );
  await pool.query(
    `insert into app_user (id, kind, email, first_name, last_name, accreditation)
     select gen_random_uuid(), 'mediator', 'm' || n || '@liste.example', 'Ève', 'Zabel ' || lpad(n::text, 3, '0'), 'IMAQ ' || n from generate_series(1, $1) n`,
    [many],
  );
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, issued_at, expires_at)
     select gen_random_uuid(), 'R-LISTE-' || n, '\\x00', 'personne' || n || '@liste.example', $2, 'autre', $3,
       date_trunc('day', now()) - make_interval(days => n % 5), now() + make_interval(days => 1 + n % 9) from generate_series(1, $1) n`,
    [many, people.merchantId, officer()],
  );
});

type Placed = { id: string; cursor: string };
type Read = (page: PageAsked) => Promise<Placed[]>;

/** Every row of a list by pages of so many; `between` is done after the first page. */
async function paged(read: Read, limit: number, between = (_seen: string[]): Promise<unknown> => Promise.resolve()) {
  const seen: string[] = [];
  let after: PageAsked['after'] = null;
  for (;;) {
    const rows: Placed[] = await read({ after, limit });
    const last = rows.at(-1);
    if (!last) return seen;
    seen.push(...rows.map(({ id }) => id));
    if (after === null) await between(seen);
    after = { at: last.cursor, id: last.id };
  }
}

const lists = (): Record<string, Read> => {
  const { db } = site.suite;
  const dossiers =
    (order: OverseenOrder): Read =>
    (page) =>
      dossiersOverseen(db, { order, ...page });
  const merchants =
    (order: MerchantOrder): Read =>
    (page) =>
      searchMerchants(db, { search: '', filter: { respondent: null }, order, ...page });
  const mediators =
    (order: MediatorOrder): Read =>
    (page) =>
      searchMediators(db, { search: '', filter: { state: null, language: null }, order, ...page });
  const codes =
    (order: ReferralOrder): Read =>
    (page) =>
      listReferrals(db, { now: new Date().toISOString(), state: null, words: null, order, ...page });
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString();
  const silent =
    (order: QueueOrder): Read =>
    (page) =>
      queueRows(db, 'silent', {
        ...{ filter: {}, order, now: later, today: dayFromToday(40), unansweredSince: later },
        ...page,
      });
  return {
    ...Object.fromEntries(
      (['changed', 'age', 'newest', 'wait'] as const).map((order) => [`dossiers by ${order}`, dossiers(order)]),
    ),
    ...Object.fromEntries((['name', 'newest'] as const).map((order) => [`merchants by ${order}`, merchants(order)])),
    ...Object.fromEntries((['name', 'load'] as const).map((order) => [`mediators by ${order}`, mediators(order)])),
    ...Object.fromEntries(
      (['newest', 'oldest', 'expiry'] as const).map((order) => [`codes by ${order}`, codes(order)]),
    ),
    ...Object.fromEntries(
      (['age', 'newest', 'merchant'] as const).map((order) => [`silences by ${order}`, silent(order)]),
    ),
  };
};

test('F-005 F-014 F-020 F-051 B-11 in every order the pages of a list follow each other: nothing lost, nothing twice, rows of one moment by their ids', async () => {
  for (const [name, read] of Object.entries(lists())) {
    const whole = (await read({ after: null, limit: 1_000 })).map(({ id }) => id);
    expect([name, whole.length]).toEqual([name, expect.any(Number)]);
    expect(whole.length).toBeGreaterThan(3);
    for (const limit of [1, 3, 50]) expect([name, limit, await paged(read, limit)]).toEqual([name, limit, whole]);
  }
});

test('F-005 B-11 a row that moves while pages are turned neither hides nor repeats another one', async () => {
  const { pool } = site.suite;
  const moved = {
    'dossiers by changed': `update dossier set changed_for_office = now() where id = $1`,
    'dossiers by wait': `update dossier set turn_since = now() where id = $1`,
    'merchants by name': `update merchant set name = '=ZZZ("x")' where id = $1`,
    'mediators by name': `update app_user set last_name = 'Aab' || last_name where id = $1`,
    'codes by expiry': `update referral set expires_at = now() + interval '90 days' where id = $1`,
  };
  for (const [name, statement] of Object.entries(moved)) {
    const read = lists()[name]!;
    const whole = (await read({ after: null, limit: 1_000 })).map(({ id }) => id);
    const [first] = whole;
    const seen = await paged(read, 2, () => pool.query(statement, [first]));
    const others = (ids: string[]) => ids.filter((id) => id !== first);
    expect([name, others(seen)]).toEqual([name, others(whole)]);
  }
});

/** What stands in a table of a page: its rows, each as its text. */
function rowsOf(html: string): string[] {
  const body = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? '';
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row.replaceAll(/<[^>]*>/g, '|'));
}

const addresses = {
  '/office/dossiers': ['age', 'newest', 'wait'],
  '/office/commercants': ['newest'],
  '/office/mediateurs': ['load'],
  '/office/codes': ['oldest', 'expiry'],
  '/office/acces-exceptionnels': ['oldest'],
  '/office/absences': ['name', 'load'],
  '/office/a-faire/mediations': ['newest', 'merchant'],
  '/office/a-faire/nouvelles': ['newest', 'merchant'],
  '/office/a-faire/mediations-immobiles': ['newest', 'merchant'],
  '/office/a-faire/silences?jours=7': ['newest', 'merchant'],
  '/office/a-faire/commercants': ['newest', 'merchant', 'waiting'],
  '/office/a-faire/suivis': ['newest', 'merchant'],
  '/office/a-faire/participations': ['newest', 'merchant'],
  '/office/a-faire/acces': ['newest', 'merchant'],
};

/** What waits in each list, as time and people would have put it there. */
async function fillEachList(): Promise<void> {
  const { pool, people } = site.suite;
  const silent = await openPlay(site.suite, inNegotiation);
  const unanswered = await openPlay(site.suite, submitted);
  await openPlay(site.suite, mediationRequested);
  await openPlay(site.suite, [...inMediation, { by: 'mediator', act: 'reportToOffice', kind: 'imminent' }]);
  const stopped = await openPlay(site.suite, inMediation);
  await openPlay(site.suite, [...inNegotiation, { by: 'officer', act: 'breakGlass' }]);
  await pool.query(`update dossier set turn_since = now() - interval '9 days' where id = $1`, [silent.dossierId]);
  await pool.query(`update dossier set submitted_at = now() - interval '40 days' where id = $1`, [
    unanswered.dossierId,
  ]);
  await pool.query(`update dossier set mediator_silent_at = now() where id = $1`, [stopped.dossierId]);
  await pool.query(
    `insert into office_step (dossier_id, due_day, body, set_by) values ($1, '${dayFromToday(-1)}'::date, 'Rappeler', $2)`,
    [silent.dossierId, officer()],
  );
  await pool.query(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late)
     select gen_random_uuid(), id, '${dayFromToday(90)}'::date, '${dayFromToday(91)}'::date, false from app_user where email = 'm9@liste.example'`,
  );
  await pool.query('select keep_anew()');
  await waitingParticipation(pool, 'odile@liste.example');
  await waitingAccessRequest(pool, {
    merchantId: people.merchantId,
    askedBy: people.respondent.userId,
    email: 'luc@liste.example',
  });
}

const asked = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`;

test('B-11 a heading sorts by a link that is an address, says how the rows are sorted, and another order or place is the list as it begins', async () => {
  await fillEachList();
  for (const [address, orders] of Object.entries(addresses)) {
    const plain = await site.pages.get(officer(), address);
    expect([address, plain.status]).toEqual([address, 200]);
    const rows = rowsOf(plain.html);
    // Without rows nothing would be sorted, and nothing be seen of it.
    expect([address, rows.length]).toEqual([address, expect.any(Number)]);
    expect([address, rows.length > 0]).toEqual([address, true]);
    for (const query of ['tri=nawak', 'apres=nawak', 'tri=changed%27--&apres=a.b', 'tri=__proto__', 'q=zzz']) {
      const answer = await site.pages.get(officer(), asked(address, query));
      expect([address, query, answer.status, rowsOf(answer.html)]).toEqual([address, query, 200, rows]);
    }
    for (const tri of orders) {
      const { html, status } = await site.pages.get(officer(), asked(address, `tri=${tri}`));
      expect([address, tri, status]).toEqual([address, tri, 200]);
      expect([address, tri, html.match(/aria-sort="(ascending|descending)"/g)?.length]).toEqual([address, tri, 1]);
      // The order stays with what it is narrowed to, and in its file.
      expect(html).toMatch(new RegExp(`href="[^"]*/fichier\\?[^"]*tri=${tri}`));
      if (html.includes('class="pc-form pc-filters"')) expect(html).toContain(`name="tri" value="${tri}"`);
    }
  }
  await site.suite.pool.query(`delete from mediator_absence where first_day > '${dayFromToday(80)}'::date`);
});

test('A-06 B-11 merchants that do not answer are narrowed by how long, and what was planned by its day', async () => {
  const shown = async (address: string) => rowsOf((await site.pages.get(officer(), `/office/a-faire/${address}`)).html);
  const [merchant] = await shown('commercants');
  expect(merchant).toContain('Meubles');
  expect(await shown('commercants?attente=30')).toEqual([merchant]);
  expect(await shown('commercants?attente=60')).toEqual([]);
  expect(await shown('commercants?attente=45')).toEqual([merchant]);
  const [step] = await shown('suivis');
  expect(step).toContain('Rappeler');
  expect(await shown('suivis?echeance=late')).toEqual([step]);
  expect(await shown('suivis?echeance=today')).toEqual([]);
});

test('B-11 a place in the list of another officer, of another order or of another filter is none', async () => {
  const { html } = await site.pages.get(officer(), '/office/commercants');
  const next = /href="(\/office\/commercants\?apres=[^"]*)"/.exec(html)![1]!;
  const second = await site.pages.get(officer(), next);
  expect(rowsOf(second.html)).not.toEqual(rowsOf(html));
  expect([...rowsOf(html), ...rowsOf(second.html)]).toHaveLength(many + 1);
  const place = next.split('apres=')[1]!;
  for (const query of ['tri=newest', 'repondant=none']) {
    const first = rowsOf((await site.pages.get(officer(), `/office/commercants?${query}`)).html);
    const moved = rowsOf((await site.pages.get(officer(), `/office/commercants?${query}&apres=${place}`)).html);
    expect(moved).toEqual(first);
  }
});

test('F-014 F-020 F-051 ASVS 14.2.1 B-11 searches are sent in bodies, page by page, and no address holds a word or a person’s name', async () => {
  const found = async (address: string, fields: Record<string, string>) => {
    const answer = await site.pages.post(officer(), address, { intent: 'search', ...fields });
    expect([address, answer.status, answer.location]).toEqual([address, 200, null]);
    return answer.html;
  };
  const searches: [address: string, words: string, count: number][] = [
    ['/office/commercants', 'quincaillerie', many - 1],
    ['/office/mediateurs', 'zabel eve', many],
    ['/office/codes', 'boréal', many],
  ];
  for (const [address, words, count] of searches) {
    const page = await site.pages.get(officer(), address);
    expect(page.html).toContain(`<form method="post" action="${address}" role="search"`);
    const first = await found(address, { words });
    const apres = /name="apres" value="([^"]*)"/.exec(first)?.[1] ?? '';
    const second = await found(address, { words, apres });
    expect([address, rowsOf(first).length, rowsOf(second).length]).toEqual([address, 50, count - 50]);
    expect(new Set([...rowsOf(first), ...rowsOf(second)]).size).toBe(count);
    for (const html of [first, second])
      expect(html).not.toMatch(/(href|action)="[^"]*(quincaillerie|zabel|bor%C3%A9al)/i);
    expect(rowsOf(await found(address, { words, apres: `${apres}x` }))).toEqual(rowsOf(first));
    expect(rowsOf(await found(address, { words: 'introuvable' }))).toEqual([]);
    expect((await site.pages.post(officer(), address, { intent: 'search', words: ' ' })).status).toBe(422);
  }
  const { html } = await site.pages.get(officer(), '/office/mediateurs');
  const next = /apres=([^"]*)"/.exec(html)![1]!;
  expect(Buffer.from(next.split('.')[0]!, 'base64url').toString()).not.toMatch(/zabel/i);
  // A consumer's whole address finds their codes; a part of it finds nothing.
  expect(rowsOf(await found('/office/codes', { words: 'Personne3@liste.example' }))).toHaveLength(1);
  expect(rowsOf(await found('/office/codes', { words: 'personne3@liste' }))).toEqual([]);
  expect(rowsOf(await found('/office/codes', { words: 'r-liste-7' }))).toHaveLength(1);
  const { rows } = await site.suite.pool.query(
    `select number from dossier where status = 'mediationRequested' or turn in ('merchant', 'both')`,
  );
  const number = rows[0].number as string;
  await site.suite.pool.query(`update dossier set turn_since = now() - interval '20 days' where number = $1`, [number]);
  expect(rowsOf(await found('/office/a-faire/silences', { words: number }))).toHaveLength(1);
  expect(rowsOf(await found('/office/a-faire/silences', { words: 'boreal meubles' })).join()).toContain(number);
});

test('A-30 F-137 B-11 exceptional accesses are found by number, merchant or officer, and absences by who is away, whole beyond a page', async () => {
  const { pool } = site.suite;
  const play = await openPlay(site.suite, [...inNegotiation, { by: 'officer', act: 'breakGlass' }]);
  const { rows } = await pool.query<{ number: string }>('select number from dossier where id = $1', [play.dossierId]);
  const number = rows[0]!.number;
  const found = async (address: string, fields: Record<string, string>) =>
    rowsOf((await site.pages.post(officer(), address, { intent: 'search', ...fields })).html);
  const log = '/office/acces-exceptionnels';
  for (const words of [number, 'boréal', await officerName()]) {
    const seen = await found(log, { words });
    expect([words, seen.filter((row) => row.includes(number))]).toEqual([words, [expect.any(String)]]);
  }
  expect(await found(log, { words: 'introuvable' })).toEqual([]);

  await pool.query(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late)
     select gen_random_uuid(), id, '${dayFromToday(30)}'::date, '${dayFromToday(40)}'::date, false from app_user where email like 'm%@liste.example'`,
  );
  try {
    const absences = '/office/absences';
    const first = await site.pages.get(officer(), `${absences}?tri=name`);
    const next = /href="(\/office\/absences\?[^"]*apres=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await site.pages.get(officer(), next);
    expect([rowsOf(first.html).length, rowsOf(second.html).length]).toEqual([50, many - 50]);
    expect(new Set([...rowsOf(first.html), ...rowsOf(second.html)].map((row) => /Zabel \d+/.exec(row)?.[0])).size).toBe(
      many,
    );
    expect(Buffer.from(next.split('apres=')[1]!.split('.')[0]!, 'base64url').toString()).not.toMatch(/zabel/i);
    expect(await found(absences, { words: 'zabel 007' })).toHaveLength(1);
    expect(await found(absences, { words: 'ève zabel' })).toHaveLength(50);
    expect((await site.pages.get(officer(), `${absences}/fichier`)).html.trimEnd().split('\r\n')).toHaveLength(
      many + 1,
    );
  } finally {
    await pool.query('delete from mediator_absence');
  }
});

const officerName = async () =>
  (await site.suite.pool.query<{ name: string }>('select last_name as name from app_user where id = $1', [officer()]))
    .rows[0]!.name;

test('F-014 F-020 F-137 B-11 lists are narrowed by codes, and a filter that does not exist narrows nothing', async () => {
  const { pool, people } = site.suite;
  const shown = async (address: string) => rowsOf((await site.pages.get(officer(), address)).html).join('\n');
  expect(await shown('/office/commercants?repondant=some')).not.toContain('Quincaillerie');
  expect(await shown('/office/commercants?repondant=none')).toContain('Quincaillerie');
  await pool.query(`update app_user set disabled_at = now() where email = 'm1@liste.example'`);
  await pool.query(`update app_user set language = 'en' where email = 'm2@liste.example'`);
  expect((await shown('/office/mediateurs?etat=removed')).match(/m\d+@/g)).toEqual(['m1@']);
  expect(await shown('/office/mediateurs?langue=en')).toContain('m2@');
  expect(await shown('/office/mediateurs?langue=en')).not.toContain('m3@');
  const { rows } = await pool.query<{ name: string }>(
    `select trim(first_name || ' ' || last_name) as name from app_user where id = $1`,
    [people.mediator.userId],
  );
  expect((await shown('/office/mediateurs?tri=load')).indexOf(rows[0]!.name)).toBeLessThan(10);
  await pool.query(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late)
     select gen_random_uuid(), id, case when email = 'm4@liste.example' then '${dayFromToday(-2)}'::date else '${dayFromToday(9)}' end, '${dayFromToday(20)}'::date, false
     from app_user where email in ('m4@liste.example', 'm5@liste.example')`,
  );
  expect((await shown('/office/absences?quand=now')).match(/Zabel \d+/g)).toEqual(['Zabel 004']);
  expect((await shown('/office/absences?tri=name')).match(/Zabel \d+/g)).toEqual(['Zabel 004', 'Zabel 005']);
});

test('B-11 the file of a list holds what its page shows, in its order and narrowed as it is, without a formula; other people get none', async () => {
  const cells = (csv: string) => csv.trimEnd().split('\r\n').slice(1);
  const file = async (address: string) => {
    const { html, status, headers } = await site.pages.get(officer(), address);
    expect([address, status, headers.get('content-type')]).toEqual([address, 200, 'text/csv; charset=utf-8']);
    return html;
  };
  const merchants = cells(await file('/office/commercants/fichier'));
  expect(merchants).toHaveLength(many + 1);
  expect(merchants.join()).toContain(`"'=ZZZ(""x"")"`);
  expect(cells(await file('/office/commercants/fichier?repondant=some'))).toHaveLength(1);
  const byEnrolment = cells(await file('/office/commercants/fichier?tri=newest'));
  expect(byEnrolment.toSorted()).toEqual(merchants.toSorted());
  expect(byEnrolment).not.toEqual(merchants);
  expect(cells(await file('/office/mediateurs/fichier?langue=en')).join()).toContain('m2@liste.example');
  expect(cells(await file('/office/absences/fichier?quand=now'))).toHaveLength(1);
  // A word that an address does not know narrows nothing.
  const readings = await file('/office/acces-exceptionnels/fichier');
  expect(cells(readings)).not.toHaveLength(0);
  expect(await file('/office/acces-exceptionnels/fichier?raison=nawak')).toBe(readings);
  const codes = cells(await file('/office/codes/fichier?etat=sent&tri=expiry'));
  expect(codes).toHaveLength(many);
  expect(codes[0]).toMatch(/"R-LISTE-(9|18|27|36|45|54)"/);
  const dossiers = cells(await file('/office/dossiers/fichier?tour=merchant&tri=age'));
  const page = await site.pages.get(officer(), '/office/dossiers?tour=merchant&tri=age');
  const number = (text: string) => /\d{4}-\d{6}/.exec(text)?.[0];
  expect(dossiers.map(number)).toEqual(rowsOf(page.html).map(number));
  expect(dossiers.length).toBeGreaterThan(1);
  for (const path of ['dossiers', 'commercants', 'mediateurs', 'codes', 'absences'])
    expect((await site.pages.get(site.suite.people.clerk.userId, `/office/${path}/fichier`)).status).toBe(403);
});

test('B-11 orders of long lists read an index, whatever the number of rows', async () => {
  const { pool } = site.suite;
  await pool.query(
    `insert into merchant (id, name, enrolled_at) select gen_random_uuid(), 'Dépanneur ' || n, now() - make_interval(mins => n) from generate_series(1, 20000) n`,
  );
  await pool.query('vacuum analyze merchant');
  const planOf = async (statement: string) => {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  expect(await planOf(`select id from merchant m order by m.enrolled_at desc, m.id limit 51`)).toContain(
    'merchant_by_enrolment',
  );
  expect(
    await planOf(
      `select id from merchant m where (folded_text(m.name) collate "C") >= 'depanneur 5' and ((folded_text(m.name) collate "C") > 'depanneur 5' or m.id > '${randomUUID()}')
       order by folded_text(m.name) collate "C", m.id limit 51`,
    ),
  ).toContain('merchant_by_name');
  const page = await site.pages.get(officer(), '/office/commercants?tri=newest');
  expect(rowsOf(page.html)).toHaveLength(50);
});
