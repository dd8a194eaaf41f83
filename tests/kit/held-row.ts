import type pg from 'pg';
import { eventually } from '#scripts/system/eventually.ts';

type Held = {
  /** The statement that locks the row. */
  lock: string;
  values: unknown[];
};

/**
 * Begins some work one after the other while a row that it locks is held by somebody else, each once the one before waits for it, and then lets the row go: they meet in
 * the narrowest place there is. Returns what each came to, in their order.
 */
export async function meetingAt<Result>(
  pool: pg.Pool,
  { lock, values }: Held,
  works: readonly (() => Promise<Result>)[],
): Promise<Result[]> {
  const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query(lock, values);
    const begun: Promise<Result>[] = [];
    for (const work of works) {
      begun.push(work());
      await eventually(async () => (await pool.query(waits)).rowCount === begun.length);
    }
    await holder.query('commit');
    return await Promise.all(begun);
  } finally {
    holder.release();
  }
}
