import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseOver, type Database } from '#db/database.ts';
import { searchMerchants } from '#db/directory/merchants.ts';
import { listDossiers, type ListScope } from '#db/dossiers/list.ts';
import { dossiersFound } from '#db/dossiers/oversight.ts';
import { queueNames } from '#db/office/queue-rows.ts';
import { queueLengths, queueRows } from '#db/office/queues.ts';
import { queueFound } from '#db/queue/found.ts';
import { queueCounts, queueRows as companyRows, type QueueFilter } from '#db/queue/rows.ts';
import { countLocked, countReferrals, listReferrals, type ReferralState } from '#db/referrals/issued-codes.ts';
import { openRequests } from '#db/referrals/requests.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { createTestDatabase, type TestDatabase } from '#tests/kit/servers.ts';

/**
 * Lists and counts read as many blocks of the database whatever the past holds: the same is asked before and after nine times as many dossiers are over and codes
 * spent.
 */
let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
let heard: { text: string; values?: unknown[] }[] = [];
const [officer, mediator, handler, consumer, colleague, place] = Array.from({ length: 6 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const companies = Array.from({ length: 60 }, () => randomUUID());
const mine = companies[0]!;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: [{ text: string; values?: unknown[] }]) => {
      heard.push(given[0]);
      return query(...given);
    }) as typeof client.query;
  });
  db = databaseOver(pool);
  const people = { officer, mediator, merchant: handler, consumer };
  for (const [kind, id] of Object.entries(people))
    await pool.query('insert into app_user (id, kind, email) values ($1, $2, $3)', [id, kind, `${kind}@past.example`]);
  await pool.query(
    `insert into merchant (id, name) select id, 'Commerce ' || n from unnest($1::uuid[]) with ordinality c (id, n)`,
    [companies],
  );
  await pool.query(`insert into merchant_member (merchant_id, user_id, role) values ($1, $2, 'respondent')`, [
    mine,
    handler,
  ]);
  // A colleague whom the handler stands in for, with dossiers of their own, and a place where some are put.
  await pool.query(`insert into app_user (id, kind, email) values ($1, 'merchant', 'colleague@past.example')`, [
    colleague,
  ]);
  await pool.query(`insert into merchant_member (merchant_id, user_id, role) values ($1, $2, 'respondent')`, [
    mine,
    colleague,
  ]);
  await pool.query(
    `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
      values (gen_random_uuid(), $1, $2, $3, '${dayFromToday(-9)}'::date, '${dayFromToday(9)}'::date, $2)`,
    [mine, colleague, handler],
  );
  await pool.query(`insert into establishment (id, merchant_id, name, place) values ($1, $2, 'Lévis', 1)`, [
    place,
    mine,
  ]);
  await seed({ numbered: 1_000_000, count: 1_200, open: true });
  await seed({ numbered: 2_000_000, count: 1_000, open: false });
});

afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

/** Dossiers, half of them of one company, with their events and codes: in every stage that waits for somebody, or closed. */
async function seed({
  numbered,
  count,
  open,
  holders = [handler, colleague, null],
}: {
  numbered: number;
  count: number;
  open: boolean;
  holders?: (string | null)[];
}): Promise<void> {
  const statuses = open ? ['submitted', 'negotiation', 'mediationRequested', 'mediation', 'mediation'] : ['closed'];
  for (const statement of ['begin', 'set local session_replication_role = replica']) await pool.query(statement);
  await pool.query(
    `insert into dossier (id, number, status, turn, turn_what, turn_since, consumer_id, merchant_id, handler_id, mediator_id, created_at, submitted_at,
        taken_charge_at, closed_at, updated_at, changed_for_consumer, changed_for_handler, changed_for_respondent, changed_for_colleague, changed_for_office,
        seq, head_hash, state)
      select gen_random_uuid(), n::text, d.status,
        case d.status when 'closed' then 'none' when 'mediationRequested' then 'office' else (array['merchant', 'consumer', 'both'])[1 + n % 3] end, '', at,
        $1, ($2::uuid[])[case when n % 2 = 0 then 1 else 1 + n % 60 end], ($3::uuid[])[1 + n / 2 % cardinality($3::uuid[])], case when d.status = 'mediation' then $4::uuid end, at, at,
        case when d.status <> 'submitted' then at + n % 9 * interval '1 day' end, case when d.status = 'closed' then at end,
        at, at, at, at, at, at, 1, '', jsonb_build_object('mediation', jsonb_build_object('target', at + interval '75 days', 'openReports',
          case when n % 4 > 0 then jsonb_build_array(jsonb_build_object('kind', 'imminent', 'side', null, 'newTarget', null, 'at', at + interval '2 days')) else '[]'::jsonb end), 'filler', repeat(md5(n::text), 40))
      from (
        select n, ($5::text[])[1 + n % cardinality($5::text[])] as status, '2026-11-01'::timestamptz - (n - $6) * interval '20 minutes' as at
        from generate_series($6::int, $6 + $7 - 1) n
      ) d`,
    [consumer, companies, holders, mediator, statuses, numbered, count],
  );
  if (open)
    await pool.query(
      `update dossier set mediator_silent_at = created_at, side_silent_at = case when turn = 'both' then created_at end where status = 'mediation'`,
    );
  const recent = 'd.number::int >= $1::int';
  await pool.query(
    `insert into dossier_establishment (dossier_id, establishment_id, set_by)
      select id, $2, $3 from dossier where number::int >= $1::int and merchant_id = $4 and number::int % 4 = 0`,
    [numbered, place, handler, mine],
  );
  await pool.query(
    `insert into dossier_event (dossier_id, seq, type, at, actor_role, payload, command_key, prev_hash, hash)
      select d.id, n, (array['mediatorAssigned', 'reportedToOffice', 'deadlinePassed', 'sideNudged'])[n], d.created_at + n * interval '1 day', 'officer',
        jsonb_build_object('kind', case n when 2 then 'imminent' else 'turnReminder:1' end, 'mediatorId', $2::text), '', '', ''
      from dossier d, generate_series(1, 4) n where ${recent} and (n < 4 or d.number::int % 4 = 0)`,
    [numbered, mediator],
  );
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, attempts, issued_at, expires_at, used_at,
        used_by, dossier_id, revoked_at)
      select gen_random_uuid(), d.number || n, '', 'past@b.example', d.merchant_id, 'qualite', $2::uuid, case when $3::boolean then d.number::int % 30 else 10 end,
        d.created_at, case when $3 then now() + interval '9 days' else d.created_at + interval '9 days' end,
        case when n = 1 then d.created_at end, case when n = 1 then d.consumer_id end, case when n = 1 then d.id end, case when n = 3 then d.created_at end
      from dossier d, generate_series(1, 3) n where ${recent}`,
    [numbered, officer, open],
  );
  for (const statement of ['commit', 'select keep_anew()', 'vacuum analyze']) await pool.query(statement);
}

const asOf = { now: '2026-11-27T12:00:00.000Z', today: '2026-11-27', unansweredSince: '2026-11-12T12:00:00.000Z' };
const reader = { userId: handler, merchantIds: [mine] };
const whole: QueueFilter = { status: null, turn: null, charge: null, merchantId: null, establishments: null };
const page = { after: null, limit: 51 };
const listed = {
  view: 'open',
  status: null,
  ...page,
  countUpTo: { open: 1_000, yours: 1_000, closed: 1 },
  threads: {},
} as const;

const questions: Record<string, () => Promise<unknown>> = {
  'the desk’s counts': () => queueLengths(db, asOf),
  ...Object.fromEntries(
    queueNames.flatMap((name) =>
      (['age', 'newest'] as const).map((order) => [
        `the Office’s list « ${name} », ${order}`,
        () => queueRows(db, name, { ...asOf, filter: {}, order, ...page }),
      ]),
    ),
  ),
  ...Object.fromEntries(
    (['assign', 'reports', 'silent'] as const).flatMap((name) =>
      ['commerce 17', 'commerce', '1000042'].map((words) => [
        `the Office’s list « ${name} », searched: ${words}`,
        () => queueRows(db, name, { ...asOf, filter: {}, words, ...page }),
      ]),
    ),
  ),
  'news of one kind': () => queueRows(db, 'reports', { ...asOf, filter: { report: 'imminent' }, ...page }),
  'codes, counted': () => countReferrals(db, { now: new Date().toISOString(), most: 200 }),
  'codes that are locked, counted': () => countLocked(db, { now: new Date().toISOString(), most: 100 }),
  ...Object.fromEntries(
    ([null, 'sent', 'locked', 'used', 'expired', 'revoked'] as (ReferralState | null)[]).flatMap((state) =>
      (['newest', 'oldest', 'expiry'] as const).map((order) => [
        `codes, ${state ?? 'all'}, ${order}`,
        () => listReferrals(db, { now: new Date().toISOString(), state, words: null, order, ...page }),
      ]),
    ),
  ),
  'what a consumer has begun': () => openRequests(db, { userId: consumer, now: new Date().toISOString() }),
  ...Object.fromEntries(
    (['age', 'wait', 'newest'] as const).flatMap((order) =>
      Object.entries({
        all: {},
        mine: { charge: 'me' },
        nobody: { charge: 'nobody' },
        turn: { turn: 'merchant' as const },
        closed: { status: 'closed' as const },
        standIn: { charge: 'standIn' },
        colleague: { charge: colleague },
        place: { establishments: { ids: [place], none: false } },
        nowhere: { establishments: { ids: [], none: true } },
      }).map(([name, filter]) => [
        `the company’s queue, ${name}, ${order}`,
        () => companyRows(db, reader, { filter: { ...whole, ...filter }, order, ...page }),
      ]),
    ),
  ),
  'the company’s queue, counted': () => queueCounts(db, reader, 1_000),
  'the company’s queue, searched by number': () => queueFound(db, reader, { words: '1000042', ...page }),
  'the company’s queue, searched by a name that all share': () =>
    queueFound(db, reader, { words: 'consumer', ...page }),
  'the Office’s dossiers, searched by a name that all share': () => dossiersFound(db, { words: 'consumer', ...page }),
  'the Office’s dossiers, searched by a company that most are of': () =>
    dossiersFound(db, { words: 'commerce', ...page }),
  'the Office’s companies, searched by a name that consumers share': () =>
    searchMerchants(db, { search: 'zoé roy', filter: { respondent: null }, order: 'name', ...page }),
  'my dossiers, a merchant’s': () =>
    listDossiers(db, {
      scope: { kind: 'merchant', userId: handler, merchants: [{ id: mine, role: 'respondent' }] },
      ...listed,
    }),
  'my dossiers, a merchant’s that wait': () =>
    listDossiers(db, {
      scope: { kind: 'merchant', userId: handler, merchants: [{ id: mine, role: 'respondent' }] },
      ...listed,
      view: 'yours',
    }),
};

/** A tree that is one level deeper is one block more for each row shown, in each of three tables. */
const deeper = 3 * page.limit;

/** Blocks that each question reads, as PostgreSQL counts them. */
async function blocks(of = questions): Promise<Record<string, number>> {
  const read: Record<string, number> = {};
  for (const [name, ask] of Object.entries(of)) {
    heard = [];
    await ask();
    read[name] = 0;
    for (const { text, values } of [...heard]) {
      const { rows } = await pool.query<{
        'QUERY PLAN': [{ Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number> }];
      }>({
        text: `explain (analyze, buffers, format json) ${text}`,
        values: values ?? [],
      });
      const { Plan } = rows[0]!['QUERY PLAN'][0];
      read[name] += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
    }
  }
  return read;
}

test('B-11 F-041 F-051 lists and counts read no more of the database when nine times as many dossiers are over and codes are spent', async () => {
  const before = await blocks();
  await seed({ numbered: 3_000_000, count: 9_000, open: false });
  expect(grownSince(before, await blocks())).toEqual([]);
});

const grownSince = (before: Record<string, number>, now: Record<string, number>): string[] =>
  Object.entries(now)
    .filter(([name, count]) => count > before[name]! * 1.2 + deeper)
    .map(([name, count]) => `${name}: ${before[name]} → ${count}`);

test('B-11 F-014 F-041 a search reads no more when there are thousands of other people, companies and dossiers; what one person has in hand is read alone', async () => {
  const searches = Object.fromEntries(
    Object.entries(questions).filter(([name]) =>
      /searched by number|companies, searched by a name|Office’s dossiers, searched by a name/.test(name),
    ),
  );
  // One employee has the name that consumers have.
  await pool.query(`update app_user set first_name = 'Zoé', last_name = 'Roy' where id = $1`, [colleague]);
  const before = await blocks(searches);
  await pool.query(
    `insert into app_user (id, kind, email, first_name, last_name)
      select gen_random_uuid(), 'consumer', 'other-' || n || '@people.example', 'Zoé', 'Roy' from generate_series(1, 30000) n`,
  );
  await pool.query(
    `with companies as (insert into merchant (id, name) select gen_random_uuid(), 'Boutique ' || n from generate_series(1, 20000) n returning id),
        people as (insert into app_user (id, kind, email, first_name, last_name)
          select id, 'merchant', id || '@boutique.example', 'Aline', 'Côté' from companies returning id)
      insert into merchant_member (merchant_id, user_id, role) select c.id, p.id, 'respondent' from companies c join people p on p.id = c.id`,
  );
  await seed({
    numbered: 4_000_000,
    count: 9_000,
    open: true,
    holders: Array.from({ length: 40 }, () => randomUUID()),
  });
  expect(grownSince(before, await blocks(searches))).toEqual([]);
  for (const order of ['age', 'wait', 'newest'])
    expect([order, await passedOver(questions[`the company’s queue, mine, ${order}`]!)]).toEqual([order, 0]);
});

/** Dossiers that a question reads and does not show, because they are somebody else's. */
async function passedOver(ask: () => Promise<unknown>): Promise<number> {
  type Node = { 'Relation Name'?: string; 'Rows Removed by Filter'?: number; Plans?: Node[] };
  const inTree = ({ Plans = [], ...node }: Node): number =>
    Plans.reduce(
      (sum, each) => sum + inTree(each),
      node['Relation Name'] === 'dossier' ? (node['Rows Removed by Filter'] ?? 0) : 0,
    );
  heard = [];
  await ask();
  const [{ text, values } = { text: '' }] = heard;
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Node }] }>({
    text: `explain (analyze, format json) ${text}`,
    values: values ?? [],
  });
  return inTree(rows[0]!['QUERY PLAN'][0].Plan);
}

test('F-030 F-041 a list that is prepared is planned once on a connection, also for who has little among much', async () => {
  const connection = new pg.Pool({ connectionString: database.url, max: 1 });
  const own = databaseOver(connection);
  // Of whom the database knows that there is nothing: a plan of their own would be the cheapest there is.
  const [userId, merchantId] = [randomUUID(), randomUUID()];
  const nobody = { userId, merchantIds: [merchantId] };
  const scope: ListScope = { kind: 'merchant', userId, merchants: [{ id: merchantId, role: 'respondent' }] };
  for (let run = 0; run < 9; run += 1) {
    await listDossiers(own, { ...listed, scope });
    await companyRows(own, nobody, { filter: { ...whole, charge: 'me' }, order: 'age', ...page });
    await queueCounts(own, nobody, 1_000);
  }
  const { rows } = await connection.query<{ name: string; once: boolean }>(
    'select name, custom_plans = 5 and generic_plans = 4 as once from pg_prepared_statements',
  );
  await connection.end();
  expect(rows.map(({ once }) => once)).toEqual([true, true, true]);
});
