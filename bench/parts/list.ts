import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { readerOf } from '#content/reader.ts';
import { translator } from '#content/texts/index.ts';
import { databaseOver } from '#db/database.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { waitUntilReady } from '#scripts/start/watch-over.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import { createCursors } from '#web/server/services/cursors.ts';
import { readAsked } from '#web/app/dossier/list/asked.ts';
import { presentList } from '#web/app/dossier/list/present.server.ts';
import { dossierList, pageSize } from '#web/server/services/dossier/list.ts';
import type { TableData } from '../bare/table.ts';
import { connections, load } from '../list/load.ts';
import { seedDossiers, type Reader } from '../list/seed.ts';
import type { Row } from '../measure/report.ts';
import { compare } from '../measure/rounds.ts';
import type { Launch, Servers } from '../servers/servers.ts';
import { pepper, startReadingWeb } from '../servers/web.ts';

const dossiers = 100_000;
const t = translator('fr');
const cursors = createCursors(secretRing(pepper));

/** One address of « Mes dossiers » and who reads it. */
type Case = { key: string; name: string; reader: Reader; path: string; table: TableData };

/**
 * « Mes dossiers » over HTTP, everything that a person gets (session, counts, page, shell), from a database of a hundred thousand
 * dossiers; against Express and React's `renderToString` of the same table, from memory.
 */
export async function benchList({ database, as, launch, web, folder }: Servers): Promise<Row[]> {
  await buildPages(consoleProgress(), os.tmpdir());
  const databaseUrl = await database('bench_list');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  let cases: Case[];
  try {
    cases = await casesOf(pool);
  } finally {
    await pool.end();
  }
  const { origin: ours } = await startReadingWeb(web, as('web', databaseUrl));
  const bare = await startBare(launch, cases, await folder());
  const rows: Row[] = [];
  for (const { key, name, reader, path: address, table } of cases) {
    const same = await readsTheSame([`${ours}${address}`, `${bare}/${key}`], {
      cookie: reader.cookie,
      rows: table.rows.length,
    });
    const { throughput } = await compare({
      ours: () => load(`${ours}${address}`, reader.cookie),
      bare: () => load(`${bare}/${key}`),
    });
    const how = `${table.rows.length} rows, ${connections} connections, no compression`;
    rows.push({
      name,
      unit: 'pages/s',
      ...throughput!,
      target: { atLeast: 0.2 },
      note: same ? how : `${how}; the bare table (bench/bare/table.ts) no longer reads as ours does.`,
    });
  }
  return rows;
}

async function casesOf(pool: pg.Pool): Promise<Case[]> {
  // Before the pool has connections: they read instants as the domain holds them.
  const db = databaseOver(pool);
  const { merchant, consumer } = await seedDossiers(pool, dossiers);
  const caseOf = async ({ key, name, reader, path }: Omit<Case, 'table'>): Promise<Case> => {
    const user = await loadUser(db, reader.userId);
    if (!user) throw new Error('the reader is not there');
    const asked = readAsked(user.kind, new URL(path, 'http://bench').searchParams);
    const { rows } = presentList(
      readerOf('fr'),
      await dossierList({ db, now: () => new Date(), cursors }, user, asked),
    );
    if (rows.length !== pageSize) throw new Error(`${name}: ${rows.length} rows`);
    return { key, name, reader, path, table: { caption: t('dossier:list.title'), columns, rows } };
  };
  const first = href(pages.dossier.list);
  const deep = await deepAddress(pool, merchant);
  return [
    await caseOf({ key: 'merchant', name: 'merchant, first page of 100,000', reader: merchant, path: first }),
    await caseOf({ key: 'deep', name: 'merchant, page 500 of the closed ones', reader: merchant, path: deep }),
    await caseOf({ key: 'consumer', name: 'consumer, first page of their 60', reader: consumer, path: first }),
  ];
}

const columns = ['dossier', 'parties', 'status', 'turn', 'updated'].map((name) =>
  t(`dossier:list.columns.${name}` as never),
);

/** The address of a page far down, as following « next » that many times would give it to this reader. */
async function deepAddress(pool: pg.Pool, reader: Reader): Promise<string> {
  const { rows } = await pool.query<{ id: string; at: string }>(
    `select id, changed_for_colleague::text as at from dossier where status = 'closed' order by changed_for_colleague desc, id offset $1 limit 1`,
    [499 * pageSize - 1],
  );
  return `${href(pages.dossier.list)}?vue=fermes&apres=${cursors.write(`dossiers ${reader.userId} closed `, rows[0]!)}`;
}

async function startBare(launch: Launch, cases: Case[], folder: string): Promise<string> {
  const [port] = await freePorts(1);
  const file = path.join(folder, 'tables.json');
  await writeFile(file, JSON.stringify(Object.fromEntries(cases.map(({ key, table }) => [key, table]))));
  const bare = launch('bare-pages', 'bench/bare/pages.ts', { env: { PORT: String(port), BENCH_TABLES: file } });
  await waitUntilReady(bare, `http://127.0.0.1:${port}/ready`);
  return `http://127.0.0.1:${port}`;
}

/** Whether both tables read the same, word for word. */
async function readsTheSame(
  urls: [ours: string, bare: string],
  { cookie, rows }: { cookie: string; rows: number },
): Promise<boolean> {
  const table = async (url: string): Promise<string> => {
    const html = await (await fetch(url, { headers: { cookie, 'accept-language': 'fr' }, redirect: 'error' })).text();
    const found = /<table[^]*?<\/table>/.exec(html)?.[0] ?? '';
    if (found.split('<tr').length !== rows + 2) throw new Error(`${url} has no table of ${rows} rows`);
    return found
      .replaceAll('\0', '')
      .replaceAll(/<!--.*?-->/g, '')
      .replaceAll(/<[^>]*>/g, '|');
  };
  const [a, b] = await Promise.all(urls.map(table));
  return a === b;
}
