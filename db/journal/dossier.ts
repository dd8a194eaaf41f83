import type { Pool } from 'pg';
import type { Journalled } from '#contracts/messages/dossier.ts';
import type { Dossier } from '#domain/dossier/types.ts';

/** The dossier as the journal knows it, read whether the engine runs or not; null when there is none. */
export async function loadDossier(pool: Pool, dossierId: string): Promise<Journalled> {
  const { rows } = await pool.query<{ seq: number; state: string }>({
    name: 'journal-load',
    text: `select seq, state::text as state from dossier where id = $1`,
    values: [dossierId],
  });
  const row = rows[0];
  return row ? { seq: row.seq, state: JSON.parse(row.state) as Dossier } : null;
}
