import os from 'node:os';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { href, pages } from '#contracts/pages/index.ts';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { databaseOver, type Database } from '#db/database.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { askedOf, queues, slugOf } from '#web/app/office/desk/queues.ts';
import { createCursors } from '#web/server/services/cursors.ts';
import { officeDossiers } from '#web/server/services/office/dossiers.ts';
import { referralsPage } from '#web/server/services/referrals/list.ts';
import { desk, queue } from '#web/server/services/office/queues.ts';
import { seedDossiers } from '../list/seed.ts';
import type { Row } from '../measure/report.ts';
import { compare, percentile, type Figures } from '../measure/rounds.ts';
import { seedOffice } from '../queues/seed.ts';
import { companyCasesOf } from '../queues/company.ts';
import { listenTo, type Case } from '../queues/statements.ts';
import type { Servers } from '../servers/servers.ts';
import { pepper, startReadingWeb } from '../servers/web.ts';

const dossiers = 100_000;
/** One after the other, in each round. */
const asked = 25;

/** Of one company. */
const ofCompany = 20_000;

/**
 * The Office's lists over HTTP, each whole (session, person, shell, table of fifty rows), over a hundred thousand dossiers, and the queue of a company that has
 * twenty thousand; against the statement that fills the page, run bare by `pg` under the same role. One page after the other: milliseconds, median.
 */
export async function benchQueues(servers: Servers): Promise<Row[]> {
  await buildPages(consoleProgress(), os.tmpdir());
  const office = await rowsOf(servers, {
    name: 'bench_queues',
    fill: async (pool) => {
      await seedDossiers(pool, dossiers);
      const { cookie } = await seedOffice(pool);
      return { cookie, cases: casesOf };
    },
  });
  const company = await rowsOf(servers, {
    name: 'bench_company',
    fill: async (pool) => {
      const { merchant } = await seedDossiers(pool, ofCompany);
      return { cookie: merchant.cookie, cases: (asking) => companyCasesOf(asking, merchant.userId) };
    },
  });
  return [...office, ...company];
}

type Filled = { cookie: string; cases(pool: pg.Pool): Promise<Case[]> };

/** The pages of a database of their own. */
async function rowsOf(
  { database, as, web }: Servers,
  { name, fill }: { name: string; fill(pool: pg.Pool): Promise<Filled> },
): Promise<Row[]> {
  const databaseUrl = await database(name);
  const filling = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { cookie, cases } = await fill(filling);
  await filling.end();
  const { origin } = await startReadingWeb(web, as('web', databaseUrl));
  const pool = new pg.Pool({ connectionString: as('web', databaseUrl), max: 2 });
  try {
    const rows: Row[] = [];
    for (const each of await cases(pool)) rows.push(await rowOf(each, { origin, cookie, pool }));
    return rows;
  } finally {
    await pool.end();
  }
}

async function casesOf(pool: pg.Pool): Promise<Case[]> {
  const during = listenTo(pool);
  const db: Database = databaseOver(pool);
  const cursors = createCursors(secretRing(pepper));
  const env = { POLICY_JSON: standardPolicy } as never;
  const deps = { db, cursors, env, limits: null as never, now: () => new Date() };
  const officerId = 'bench';
  const filter = { status: null, awaited: false, turn: null, mediatorId: null, merchantId: null, days: null };
  // What the page's own frame asks (the policy in force) is not what fills it.
  const filling = async (work: () => Promise<unknown>, mark: RegExp) =>
    (await during(work)).filter(({ text }) => mark.test(text));
  const cases: Case[] = [
    {
      name: 'the desk, with its counts',
      path: href(pages.office.home),
      statements: await filling(() => desk(deps), /\bcount\(/),
    },
  ];
  for (const name of queues) {
    const { filter: narrowed } = askedOf(name, new URLSearchParams(), () => false);
    cases.push({
      name: `list « ${slugOf(name)} »`,
      path: href(pages.office.queue, { queue: slugOf(name) }),
      statements: await filling(
        () => queue(deps, { officerId, name, filter: narrowed, order: 'age', after: null }),
        /limit/i,
      ),
    });
  }
  cases.push({
    name: 'all dossiers',
    path: href(pages.office.dossiers),
    statements: await filling(
      () => officeDossiers(deps, { officerId, filter, order: 'changed', after: null }),
      /limit/i,
    ),
  });
  cases.push({
    name: 'codes, with their counts',
    path: href(pages.office.codes),
    statements: await filling(
      () => referralsPage(deps, { id: officerId }, { filter: { state: null }, order: 'newest', after: null }),
      /limit/i,
    ),
  });
  return cases;
}

async function rowOf(
  { name, path: address, statements }: Case,
  { origin, cookie, pool }: { origin: string; cookie: string; pool: pg.Pool },
): Promise<Row> {
  if (statements.length === 0) throw new Error(`${name}: nothing was asked`);
  const headers = { cookie, 'accept-language': 'fr' };
  let shown = 0;
  const page = async (): Promise<void> => {
    const answer = await fetch(origin + address, { headers, redirect: 'error' });
    const html = await answer.text();
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    shown = html.split('<tr').length - 2;
  };
  const bare = async (): Promise<void> => {
    await Promise.all(statements.map((statement) => pool.query(statement)));
  };
  const { ms } = await compare({ ours: () => timesOf(page), bare: () => timesOf(bare) });
  return {
    name,
    unit: 'ms',
    ...ms!,
    target: { atMost: 3 },
    note: `${shown} rows; ${statements.length === 1 ? 'one statement' : `${statements.length} statements at once`}`,
  };
}

async function timesOf(ask: () => Promise<void>): Promise<Figures> {
  const times: number[] = [];
  for (let run = 0; run < asked; run += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return { ms: percentile(times, 0.5) };
}
