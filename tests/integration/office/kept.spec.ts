import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { openOrm } from '#db/orm.ts';
import { createTestDatabase, type TestDatabase } from '#tests/kit/servers.ts';

/** What triggers keep for the Office's lists (ADR 46), against the same computed here from the rows that it follows from. */
let database: TestDatabase;
const pools = {} as Record<'web' | 'worker' | 'all', pg.Pool>;
const [consumer, mediator, ...merchants] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  ...string[],
];
let dossiers: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [name, url] of [
    ['web', database.as.web],
    ['worker', database.as.worker],
    ['all', database.url],
  ] as const)
    pools[name] = new pg.Pool({ connectionString: url, max: 8 });
  const { all } = pools;
  for (const [id, kind] of [
    [consumer, 'consumer'],
    [mediator, 'mediator'],
  ])
    await all.query(`insert into app_user (id, kind, email) values ($1, $2, $3)`, [id, kind, `${kind}@kept.example`]);
  await all.query(`insert into merchant (id, name) select id, 'Boréal' from unnest($1::uuid[]) id`, [merchants]);
});

afterAll(async () => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await database?.drop();
});

const start = Date.parse('2026-10-01T12:00:00Z');
const after = (hours: number) => new Date(start + hours * 3_600_000).toISOString();

type Act = { kind: keyof typeof acts; dossier: number; hours: number; kept: boolean; slow: boolean };
type Write = (client: pg.PoolClient, id: string, hours: number) => Promise<unknown>;

const moved =
  (set: string, when = 'true'): Write =>
  (client, id, hours) =>
    client.query(`update dossier set ${set} where id = $1 and ${when} and $2::timestamptz is not null`, [
      id,
      after(hours),
    ]);
/** As the journal: the dossier's row is held, and the event has the next number. */
const told =
  (type: string, rest: object): Write =>
  async (client, id, hours) => {
    await client.query('select from dossier where id = $1 for update', [id]);
    await client.query(
      `insert into dossier_event (dossier_id, seq, type, at, actor_role, payload, command_key, prev_hash, hash)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, 'mediator', $4, '', '', '' from dossier_event where dossier_id = $1`,
      [id, type, after(hours), rest],
    );
  };
const aims = `state = jsonb_build_object('mediation', coalesce(state -> 'mediation', '{}') || jsonb_build_object('target', $2::timestamptz))`;
/** As the journal: what is open is in the dossier's state. */
const reports = (of: string) =>
  `state = jsonb_build_object('mediation', coalesce(state -> 'mediation', '{}') || jsonb_build_object('openReports', ${of}))`;
function reported({ kind, side }: { kind: string; side: string | null }): Write {
  const one = `jsonb_build_object('kind', '${kind}', 'side', ${side ? `'${side}'` : 'null'}, 'at', $2::timestamptz)`;
  const set = reports(`coalesce(state #> '{mediation,openReports}', '[]') || ${one}`);
  return async (client, id, hours) => {
    await told('reportedToOffice', {})(client, id, hours);
    await moved(set)(client, id, hours);
  };
}
const answered: Write = async (client, id, hours) => {
  await told('reportAnswered', {})(client, id, hours);
  await moved(reports(`coalesce(state #> '{mediation,openReports}', '[]') - 0`))(client, id, hours);
};

/** What may happen to the rows, and who writes it. */
const acts = {
  submit: ['worker', moved(`status = 'submitted', submitted_at = $2`, `status = 'draft'`)],
  takeCharge: [
    'worker',
    moved(`status = 'negotiation', taken_charge_at = greatest($2, submitted_at)`, `status = 'submitted'`),
  ],
  refuse: ['worker', moved(`status = 'closed'`, `status = 'submitted'`)],
  mediate: ['worker', moved(`status = 'mediation', mediator_id = '${mediator}', ${aims}`, `submitted_at is not null`)],
  aim: ['worker', moved(aims, `status = 'mediation'`)],
  leave: ['worker', moved('mediator_id = null')],
  close: ['worker', moved(`status = 'closed'`)],
  reopen: ['worker', moved(`status = 'draft', submitted_at = null, taken_charge_at = null, mediator_id = null`)],
  news: ['worker', reported({ kind: 'imminent', side: null })],
  request: ['worker', reported({ kind: 'nudge', side: 'merchant' })],
  answer: ['worker', answered],
  contact: ['worker', told('sideContacted', {})],
  nudge: ['worker', told('sideNudged', {})],
  assign: ['worker', told('mediatorAssigned', {})],
  call: [
    'web',
    (client, id, hours) =>
      client.query(
        `insert into office_contact (id, dossier_id, author_id, kind, at) values (gen_random_uuid(), $1, $2, 'reached', $3)`,
        [id, mediator, after(hours)],
      ),
  ],
  forget: ['worker', (client, id) => client.query('delete from office_contact where dossier_id = $1', [id])],
  move: ['all', moved(`merchant_id = '${merchants[0]}'`)],
  remove: ['all', (client, id) => client.query('delete from dossier where id = $1', [id])],
} satisfies Record<string, [keyof typeof pools, Write]>;

async function play({ kind, dossier, hours, kept, slow }: Act): Promise<void> {
  const [role, write]: [keyof typeof pools, Write] = acts[kind];
  const client = await pools[role].connect();
  try {
    await client.query('begin');
    await write(client, dossiers[dossier]!, hours);
    if (slow) await client.query('select pg_sleep(0.01)');
    await client.query(kept ? 'commit' : 'rollback');
  } finally {
    client.release();
  }
}

type News = { id: string; kind: string; side: string | null; since: number; target: number | null };
type Event = { id: string; type: string; at: Date };
type Dossier = { id: string; merchant: string; status: string; mediator: string | null; target: string | null } & {
  open: { kind: string; side: string | null; at: string }[];
} & {
  [at in 'submitted' | 'taken']: Date | null;
};

async function newsOfFacts(rows: Dossier[]): Promise<News[]> {
  const { rows: events } = await pools.all.query<Event>(
    'select dossier_id as id, type, at from dossier_event order by seq',
  );
  const { rows: contacts } = await pools.all.query<{ id: string; at: Date }>(
    'select dossier_id as id, at from office_contact',
  );
  return rows.flatMap(({ id, status, mediator: led, target, open }): News[] => {
    if (status !== 'mediation') return [];
    const due = target === null ? null : Date.parse(target);
    if (open.length > 0) {
      const byMoment = new Map(open.map((one) => [Date.parse(one.at), one]));
      return [...byMoment].map(([since, { kind, side }]) => ({ id, kind, side, since, target: due }));
    }
    const acts = ['sideNudged', 'sideContacted', 'reportAnswered', 'mediatorAssigned'];
    const answers = [...contacts, ...events.filter(({ type }) => acts.includes(type))];
    const answered = Math.max(...answers.filter((each) => each.id === id).map(({ at }) => at.getTime()), -Infinity);
    return led !== null && due !== null && answered < due
      ? [{ id, kind: 'target', side: null, since: due, target: due }]
      : [];
  });
}

type Counts = { submitted: number; taken: number; waitingSince: number | null; medianDays: number | null };

function countsOfFacts(rows: Dossier[], merchant: string): Counts {
  const own = rows.filter((row) => row.merchant === merchant);
  const days = own
    .flatMap(({ submitted, taken }) =>
      submitted && taken ? [Math.round((taken.getTime() - submitted.getTime()) / 86_400_000)] : [],
    )
    .sort((a, b) => a - b);
  const waiting = own.flatMap(({ status, submitted }) =>
    status === 'submitted' && submitted ? [submitted.getTime()] : [],
  );
  return {
    submitted: own.filter(({ submitted }) => submitted !== null).length,
    taken: days.length,
    waitingSince: waiting.length > 0 ? Math.min(...waiting) : null,
    medianDays: days[Math.ceil(days.length / 2) - 1] ?? null,
  };
}

async function demandAgreement(): Promise<void> {
  const { rows } = await pools.all.query<Dossier>(
    `select id, merchant_id as merchant, status, mediator_id as mediator, submitted_at as submitted, taken_charge_at as taken,
       state #>> '{mediation,target}' as target, coalesce(state #> '{mediation,openReports}', '[]') as open from dossier`,
  );
  const { rows: news } = await pools.web.query(
    `select dossier_id as id, kind, side, since, target from office_news order by dossier_id, since`,
  );
  const facts = (await newsOfFacts(rows)).sort((a, b) => (a.id === b.id ? a.since - b.since : a.id < b.id ? -1 : 1));
  expect(news.map((one) => ({ ...one, since: one.since.getTime(), target: one.target?.getTime() ?? null }))).toEqual(
    facts,
  );
  const { rows: records } = await pools.web.query<Counts & { id: string; waitingSince: Date | null }>(
    `select merchant_id as id, submitted, taken, waiting_since as "waitingSince", median_days as "medianDays" from merchant_record`,
  );
  for (const merchant of merchants) {
    const { id: _, ...kept } = records.find(({ id }) => id === merchant) ?? {
      ...{ id: merchant, submitted: 0, taken: 0, waitingSince: null, medianDays: null },
    };
    expect({ ...kept, waitingSince: kept.waitingSince?.getTime() ?? null }).toEqual(countsOfFacts(rows, merchant));
  }
}

/** Ten dossiers more, of each merchant in turn: those of before stay as they are. */
async function opened(): Promise<void> {
  dossiers = Array.from({ length: 10 }, () => randomUUID());
  await pools.worker.query(
    `insert into dossier (id, number, status, turn, turn_what, consumer_id, merchant_id, created_at, updated_at, seq, head_hash, state)
     select id, id::text, 'draft', 'none', '', $2, ($3::uuid[])[1 + n % 3], now(), now(), 1, '', '{}' from unnest($1::uuid[]) with ordinality as d (id, n)`,
    [dossiers, consumer, merchants],
  );
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...(Object.keys(acts) as (keyof typeof acts)[]).filter((kind) => kind !== 'remove'),
    'submit',
    'takeCharge',
    'mediate',
    'mediate',
    'news',
  ),
  dossier: fc.nat(9),
  hours: fc.nat(1_000),
  kept: fc.constantFrom(true, true, true, false),
  slow: fc.boolean(),
});

type Step = [kind: keyof typeof acts, dossier: number, hours: number];
const led: Step[] = [
  ['submit', 0, 0],
  ['mediate', 0, 100],
];

// Dossiers 0 and 3 are of one merchant.
test.each<{ when: string; before: Step[]; first: Step; second: Step }>([
  { when: 'a call is noted while the mediator reports', before: led, first: ['call', 0, 9], second: ['news', 0, 8] },
  { when: 'the mediator reports while a call is noted', before: led, first: ['news', 0, 8], second: ['call', 0, 9] },
  {
    when: 'a dossier is submitted while another is taken in charge',
    before: [['submit', 3, 1]],
    first: ['submit', 0, 2],
    second: ['takeCharge', 3, 3],
  },
  {
    when: 'a dossier is taken in charge while another is submitted',
    before: [['submit', 3, 1]],
    first: ['takeCharge', 3, 3],
    second: ['submit', 0, 2],
  },
])('B-11 F-130 nothing kept is wrong when $when', async ({ before, first, second }) => {
  await opened();
  for (const [kind, dossier, hours] of before) await play({ kind, dossier, hours, kept: true, slow: false });
  const [kind, dossier, hours] = first;
  const [role, write]: [keyof typeof pools, Write] = acts[kind];
  const client = await pools[role].connect();
  try {
    await client.query('begin');
    await write(client, dossiers[dossier]!, hours);
    const other = play({ kind: second[0], dossier: second[1], hours: second[2], kept: true, slow: false });
    await Promise.race([other, wait(200)]);
    await client.query('commit');
    await other;
  } finally {
    client.release();
  }
  await demandAgreement();
});

test('B-11 of two reports of one instant the later one is shown', async () => {
  await opened();
  for (const kind of ['submit', 'mediate', 'news', 'request'] as const)
    await play({ kind, dossier: 0, hours: 5, kept: true, slow: false });
  await demandAgreement();
});

test('B-11 A-06 F-130 what is kept agrees with the facts after any acts at once, done or undone, and is made the same by an upgrade', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 60, maxLength: 160 }), async (given) => {
      await opened();
      const lanes = Array.from({ length: 6 }, (_, lane) => given.filter((_one, index) => index % 6 === lane));
      await Promise.all(
        lanes.map(async (lane) => {
          for (const each of lane) await play(each);
        }),
      );
      await demandAgreement();
    }),
    { numRuns: 12, endOnFailure: true },
  );
  await opened();
  for (const kind of ['submit', 'remove'] as const) {
    await play({ kind, dossier: 0, hours: 0, kept: true, slow: false });
    await demandAgreement();
  }

  const owner = await openOrm(database.as.owner);
  await owner.migrator.down({ to: 'Migration20261127030000' });
  await play({ kind: 'submit', dossier: 1, hours: 1, kept: true, slow: false });
  await play({ kind: 'news', dossier: 2, hours: 2_000, kept: true, slow: false });
  await owner.migrator.up();
  await owner.close(true);
  await pools.all.query('grant select on office_news, merchant_record to parle_web');
  await demandAgreement();
});
