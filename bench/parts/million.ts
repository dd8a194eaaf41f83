import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { databaseOver, type Database } from '#db/database.ts';
import { dossiersOverseen } from '#db/dossiers/oversight.ts';
import { sweepOldRows } from '#db/housekeeping.ts';
import { loadDossier } from '#db/journal/dossier.ts';
import { dossiersBehind, dossiersOwing } from '#db/journal/recovery.ts';
import { dueMails } from '#db/outbox/queued-mails.ts';
import { readAsked } from '#web/app/dossier/list/asked.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import { createCursors } from '#web/server/services/cursors.ts';
import { dossierList, pageSize } from '#web/server/services/dossier/list.ts';
import { seedDossiers, type Seeded } from '../list/seed.ts';
import { seedHistory } from '../million/history.ts';
import { companyQuestions } from '../queues/company.ts';
import { seedOffice } from '../queues/seed.ts';
import { casesOf } from './queues.ts';
import type { Row } from '../measure/report.ts';
import { percentile } from '../measure/rounds.ts';
import type { Servers } from '../servers/servers.ts';

/** How many dossiers, from what everything is compared with to what a province may have in ten years; or as `MILLION_SIZES=2000,20000` says. */
const sizes = (process.env['MILLION_SIZES'] ?? '10000,100000,1000000').split(',').map(Number);
const runs = 60;
/** A statement is planned for good at its sixth run. */
const unmeasured = 10;

type Question = { name: string; flat: boolean; ask(): Promise<unknown> };
type Filled = { pool: pg.Pool; questions: Question[]; onDisk: string };

/**
 * What is asked of the database, at ten thousand dossiers, a hundred thousand and a million: what a page shows must cost the same, what reads all may
 * cost in proportion. Milliseconds from the question to its rows, median. The three databases are filled first and then asked in turn, so that whatever
 * else the machine does weighs on all of them; the ratio is to the time at ten thousand.
 */
export async function benchMillion({ database }: Servers): Promise<Row[]> {
  const filled: Filled[] = [];
  try {
    for (const size of sizes) filled.push(await fill(await database(`bench_${size}`), size));
    const note = `${filled.map(({ onDisk }, index) => `${sizes[index]!.toLocaleString('en-CA')}: ${onDisk}`).join('; ')}.`;
    const rows: Row[] = [];
    const askAll = async (questions: readonly Question[][]): Promise<void> => {
      for (const [index, { name, flat }] of questions[0]!.entries()) {
        const times = await timesOf(questions.map((asked) => asked[index]!));
        rows.push(rowOf({ name, times, flat, note }));
      }
    };
    await askAll(filled.map(({ questions }) => questions));
    // The Office's, once the dossiers are shared out among many companies: the lists above are those of one company that has them all.
    await askAll(await Promise.all(filled.map(({ pool }) => ofTheOffice(pool))));
    return rows;
  } finally {
    await Promise.all(filled.map(({ pool }) => pool.end()));
  }
}

async function fill(url: string, size: number): Promise<Filled> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // The server may end before the last of its connections has.
  pool.on('error', () => undefined);
  const seeded = await seedDossiers(pool, size);
  await seedHistory(pool);
  return { pool, questions: await questions(databaseOver(pool), pool, seeded), onDisk: await onDisk(pool) };
}

/** The statements that fill the Office's lists (./queues.ts), with what they hold. */
async function ofTheOffice(pool: pg.Pool): Promise<Question[]> {
  await seedOffice(pool);
  const heard = new pg.Pool({ ...pool.options, max: 1 });
  heard.on('error', () => undefined);
  try {
    const cases = await casesOf(heard);
    return cases.map(({ name, statements }) => ({
      name: `Office: ${name}`,
      flat: true,
      ask: () => Promise.all(statements.map((statement) => pool.query(statement))),
    }));
  } finally {
    await heard.end();
  }
}

/** Median of each, asked in turn. */
async function timesOf(asked: readonly Question[]): Promise<number[]> {
  const times = asked.map((): number[] => []);
  for (let run = 0; run < runs + unmeasured; run += 1) {
    for (const [index, { ask }] of asked.entries()) {
      const start = performance.now();
      await ask();
      if (run >= unmeasured) times[index]!.push(performance.now() - start);
    }
  }
  return times.map((each) => percentile(each, 0.5));
}

function rowOf({ name, times, flat, note }: { name: string; times: number[]; flat: boolean; note: string }): Row {
  const [first = 1, second = 1] = times;
  const last = times.at(-1) ?? 1;
  return {
    name,
    unit: 'ms',
    ours: last,
    bare: first,
    ratio: last / first,
    low: second / first,
    high: last / first,
    target: { atMost: flat ? 1.2 : (1.2 * sizes.at(-1)!) / sizes[0]! },
    note: flat ? '' : `reads all; ${note}`,
  };
}

async function questions(db: Database, pool: pg.Pool, { merchant, consumer }: Seeded): Promise<Question[]> {
  const cursors = createCursors(secretRing('pepper-of-the-benches-0123456789abcdef'));
  const listOf = async (userId: string, query: string): Promise<() => Promise<unknown>> => {
    const user = (await loadUser(db, userId))!;
    return () =>
      dossierList({ db, now: () => new Date(), cursors }, user, readAsked(user.kind, new URLSearchParams(query)));
  };
  const deep = await positionIn(pool, 'changed_for_colleague', `status = 'closed'`);
  const after = cursors.write(`dossiers ${merchant.userId} closed `, deep);
  const officeDeep = await positionIn(pool, 'changed_for_office', 'true');
  const [{ id: one } = { id: '' }] = (
    await pool.query<{ id: string }>('select dossier_id as id from dossier_event limit 1')
  ).rows;
  return [
    { name: 'list: merchant, first page', flat: true, ask: await listOf(merchant.userId, '') },
    { name: 'list: merchant, what waits for them', flat: true, ask: await listOf(merchant.userId, 'vue=a-vous') },
    {
      name: 'list: merchant, half-way through the closed ones',
      flat: true,
      ask: await listOf(merchant.userId, `vue=fermes&apres=${after}`),
    },
    { name: 'list: consumer', flat: true, ask: await listOf(consumer.userId, '') },
    ...companyQuestions(db, (await loadUser(db, merchant.userId))!).map(({ name, ask }) => ({ name, flat: true, ask })),
    {
      name: 'Office: dossiers, first page',
      flat: true,
      ask: () => dossiersOverseen(db, { awaited: false, status: null, after: null, limit: pageSize }),
    },
    {
      name: 'Office: dossiers, half-way',
      flat: true,
      ask: () => dossiersOverseen(db, { awaited: false, status: null, after: officeDeep, limit: pageSize }),
    },
    {
      name: 'Office: dossiers in mediation',
      flat: true,
      ask: () => dossiersOverseen(db, { awaited: false, status: 'mediation', after: null, limit: pageSize }),
    },
    { name: 'a dossier, as its pages load it', flat: true, ask: () => loadDossier(db, one) },
    { name: 'a dossier’s journal, verified', flat: true, ask: () => verifyChain(db, one) },
    { name: 'outbox: mails that are due', flat: true, ask: () => dueMails(db, 50) },
    {
      name: 'recovery: dossiers left behind',
      flat: true,
      ask: () => dossiersBehind(db, { graceSeconds: 10, limit: 200 }),
    },
    {
      name: 'recovery: dossiers with reactions left',
      flat: true,
      ask: () => dossiersOwing(db, { graceSeconds: 10, abandonedSeconds: 150, limit: 200 }),
    },
    { name: 'housekeeping, nothing to remove', flat: false, ask: () => sweepOldRows(db) },
  ];
}

/** The place half-way through an order. */
async function positionIn(pool: pg.Pool, column: string, condition: string): Promise<{ at: string; id: string }> {
  const { rows } = await pool.query<{ id: string; at: string }>(
    `select id, ${column}::text as at from dossier where ${condition} and ${column} is not null order by ${column} desc, id
     offset (select count(*) / 2 from dossier where ${condition}) limit 1`,
  );
  return rows[0]!;
}

/** What the database takes, and its largest indexes. */
async function onDisk(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ whole: string; indexes: string }>(
    `select pg_size_pretty(pg_database_size(current_database())) as whole,
       (select pg_size_pretty(sum(pg_indexes_size(oid))) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as indexes`,
  );
  return `${rows[0]?.whole} of which indexes ${rows[0]?.indexes}`;
}
