import type { Pool } from 'pg';
import type { SweepResult } from '#contracts/messages/dossier.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { RecoveryEngine } from './engine.ts';

export type SweepDeps = {
  pool: Pool;
  engine: RecoveryEngine;
  /** A moved dossier younger than this is left to its own workflow. @default 10 */
  graceSeconds?: number;
  /** Reactions that a live activity tries again are attempted at least this often; older ones were left behind. @default 150 */
  abandonedSeconds?: number;
  /** Called often: shows that the sweep lives. */
  beat?: () => void;
};

type Row = { id: string; seq: number; status: string; state: string };

const batch = 200;
const inFlight = 16;

/**
 * Architecture §4: wakes every dossier whose journal has moved without the engine, or whose reactions were left behind, and starts
 * again those that the engine no longer has. An engine database never seen before is walked whole, in resumable batches.
 */
export async function sweep(deps: SweepDeps): Promise<SweepResult> {
  const walked = await walk(deps);
  const moved = await settle(deps, await behind(deps));
  const owing = await left(deps);
  await each(owing, (row) => deps.engine.wake(row.id, stateOf(row)), deps.beat);
  return { walked, woken: moved.woken + owing.length, restarted: moved.restarted };
}

const stateOf = (row: Row): Dossier => JSON.parse(row.state) as Dossier;

/** The whole of an engine database that this journal has not been walked against, open dossiers only. */
async function walk({ pool, engine, beat }: SweepDeps): Promise<number> {
  const identity = await engine.identity();
  const { rows } = await pool.query<{ walked_to: string | null; finished: boolean }>(
    `insert into engine_walk (engine_id) values ($1)
     on conflict (only_row) do update set engine_id = excluded.engine_id,
       walked_to = case when engine_walk.engine_id = excluded.engine_id then engine_walk.walked_to end,
       finished_at = case when engine_walk.engine_id = excluded.engine_id then engine_walk.finished_at end
     returning walked_to, finished_at is not null as finished`,
    [identity],
  );
  let walked = 0;
  let { walked_to: cursor } = rows[0]!;
  for (let finished = rows[0]!.finished; !finished;) {
    const page = await pool.query<Row>(
      `select id, seq, status, state::text as state from dossier
       where status <> 'purged' and ($1::uuid is null or id > $1) order by id limit $2`,
      [cursor, batch],
    );
    await each(page.rows, (row) => engine.wake(row.id, stateOf(row)), beat);
    walked += page.rows.length;
    cursor = page.rows.at(-1)?.id ?? cursor;
    finished = page.rows.length < batch;
    await pool.query(
      `update engine_walk set walked_to = $1, finished_at = case when $2 then clock_timestamp() end where engine_id = $3`,
      [cursor, finished, identity],
    );
  }
  return walked;
}

async function behind({ pool, graceSeconds = 10 }: SweepDeps): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select id, seq, status, state::text as state from dossier
     where engine_seq < seq and recorded_at < clock_timestamp() - make_interval(secs => $1)
     order by recorded_at limit $2`,
    [graceSeconds, batch],
  );
  return rows;
}

/** Asks each workflow how far it is: those that follow are noted, the others woken or started again. */
async function settle(deps: SweepDeps, rows: Row[]): Promise<{ woken: number; restarted: number }> {
  const { pool, engine, beat } = deps;
  let woken = 0;
  let restarted = 0;
  await each(
    rows,
    async (row) => {
      const seq = await engine.seqOf(row.id);
      if (seq === 'unknown') return;
      if (seq !== 'gone' && seq < row.seq) {
        woken += 1;
        return engine.wake(row.id, stateOf(row));
      }
      if (seq === 'gone' && row.status !== 'purged') {
        restarted += 1;
        return engine.wake(row.id, stateOf(row));
      }
      await pool.query(`update dossier set engine_seq = $2 where id = $1 and engine_seq < $2`, [row.id, row.seq]);
    },
    beat,
  );
  return { woken, restarted };
}

async function left({ pool, graceSeconds = 10, abandonedSeconds = 150 }: SweepDeps): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select id, seq, status, state::text as state from dossier where id in (
       select dossier_id from reaction where done_at is null
         and created_at < clock_timestamp() - make_interval(secs => $1)
         and (attempted_at is null or attempted_at < clock_timestamp() - make_interval(secs => $2))
       order by created_at limit $3)`,
    [graceSeconds, abandonedSeconds, batch],
  );
  return rows;
}

async function each(rows: Row[], work: (row: Row) => Promise<void>, beat?: () => void): Promise<void> {
  for (let start = 0; start < rows.length; start += inFlight) {
    await Promise.all(rows.slice(start, start + inFlight).map(work));
    beat?.();
  }
}
