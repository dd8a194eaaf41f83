import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { databaseOver } from '#db/database.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { createPeople } from '#tests/kit/people.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { anonymousMemory } from '../measure/process-memory.ts';
import type { Row } from '../measure/report.ts';
import type { Servers } from '../servers/servers.ts';

/** Dossiers open at the same time: more than a province's office has. */
const open = 20_000;
const megabyte = 2 ** 20;
const hour = 3_600_000;

/**
 * Twenty thousand open dossiers on the real engine, which are started as they are when the engine's database was lost: by recovery's walk, from the
 * journal. How long until each of them runs again, and what the servers then hold.
 */
export async function benchWorkflows(servers: Servers): Promise<Row[]> {
  const { client, pool, taskQueue, commandKey, worker, temporal } = await servers.site();
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const { dossierId } = await openPlay({ engine, pool, people: await createPeople(pool) }, inNegotiation);
  const before = await holdings(worker.program.id.pid, temporal);
  await copyDossier(pool, dossierId);

  const start = performance.now();
  // An engine that this journal was never walked against.
  await pool.query('delete from engine_walk');
  const walked = `select count(*) = 1 as done from engine_walk where finished_at is not null`;
  await eventually(async () => (await pool.query(walked)).rows[0].done, { within: hour });
  const started = performance.now() - start;
  const followed = `select count(*) = 0 as done from engine_behind`;
  await eventually(async () => (await pool.query(followed)).rows[0].done, { within: hour });
  const running = performance.now() - start;
  const after = await holdings(worker.program.id.pid, temporal);

  const figure = (name: string, [ours, unit]: [number, string], note?: string): Row => ({
    name,
    unit,
    ours,
    target: null,
    ...(note ? { note } : {}),
  });
  const many = open.toLocaleString('en-CA');
  return [
    figure(`${many} dossiers: all handed to the engine again`, [started / 1_000, 's']),
    figure(
      `${many} dossiers: each of them runs again`,
      [running / 1_000, 's'],
      'the wait for the next sweep, at most 20 s, is in it.',
    ),
    figure('the same, a dossier', [running / open, 'ms']),
    figure('engine’s server: memory', [after.server, 'MB'], `${before.server.toFixed(0)} MB with one dossier.`),
    figure(
      'worker: memory',
      [after.worker, 'MB'],
      `${before.worker.toFixed(0)} MB with one dossier; it keeps 500 at most.`,
    ),
    figure('engine’s database on disk, a dossier', [((after.disk - before.disk) * 1_024) / open, 'kB']),
  ];
}

/** As many dossiers as are wanted, each at the same point as one that was played. */
async function copyDossier(pool: pg.Pool, dossierId: string): Promise<void> {
  const {
    rows: [{ columns } = { columns: '' }],
  } = await pool.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'public' and table_name = 'dossier' and is_generated = 'NEVER'`,
  );
  await pool.query(
    `insert into dossier (${columns}) select ${columns} from (
       select r.* from dossier d, (select n, gen_random_uuid() as id from generate_series(1, $2::int) n) c,
         lateral jsonb_populate_record(d, jsonb_build_object('id', c.id, 'number', '2027-' || lpad(c.n::text, 6, '0'),
           'state', jsonb_set(d.state, '{id}', to_jsonb(c.id::text)))) r
       where d.id = $1) copies`,
    [dossierId, open],
  );
  await pool.query('insert into engine_behind (dossier_id, seq) select id, seq from dossier on conflict do nothing');
  await pool.query('vacuum analyze dossier');
}

type Holdings = { server: number; worker: number; disk: number };

/** In megabytes. */
async function holdings(workerPid: number, { pid, folder }: { pid(): number; folder: string }): Promise<Holdings> {
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  return {
    server: ((await anonymousMemory(pid())) ?? 0) / megabyte,
    worker: ((await anonymousMemory(workerPid)) ?? 0) / megabyte,
    disk: sizes.reduce((sum, size) => sum + size, 0) / megabyte,
  };
}
