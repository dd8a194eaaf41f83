import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Sealed } from './publications.ts';

const tables = ['dossier_form', 'proposal_content', 'message', 'message_share', 'document', 'justification'] as const;
const keyOf = (table: (typeof tables)[number]) => (table === 'dossier_form' ? 'dossier_id' : 'id');

const read = prepared<{ seal: Buffer | null }>(
  'journal-seals',
  `select case r.name ${tables
    .map((table) => `when '${table}' then (select seal_of(c) from ${table} c where c.${keyOf(table)} = r.id)`)
    .join(' ')} end as seal
    from unnest($1::text[], $2::uuid[]) with ordinality as r (name, id, n) order by r.n`,
);

/** The seals that rows have now, in the order asked; null for a row that is not there. */
export async function sealsOf(db: Database, rows: readonly Sealed[]): Promise<(Buffer | null)[]> {
  if (rows.length === 0) return [];
  const found = await read(db, [rows.map(({ table }) => table), rows.map(({ id }) => id)]);
  return found.rows.map(({ seal }) => seal);
}

/** The seal of an event that seals these: the seal itself of one, the SHA-256 of all of them in order of several, null of none. */
export function joinedSeal(seals: readonly Buffer[]): Buffer | null {
  const [first = null] = seals;
  return seals.length > 1 ? createHash('sha256').update(Buffer.concat(seals)).digest() : first;
}
