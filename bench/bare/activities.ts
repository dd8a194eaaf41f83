import type { Pool } from 'pg';

/** The one activity of the bare workflow: one row, one statement. */
export function createBareActivities(pool: Pool) {
  return {
    async insertRow(id: string, count: number, note: string): Promise<void> {
      await pool.query('insert into bare_row (id, count, note) values ($1, $2, $3)', [id, count, note]);
    },
  };
}

export type BareActivities = ReturnType<typeof createBareActivities>;
