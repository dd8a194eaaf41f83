import type { Pool } from 'pg';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { genesis, linkHash } from './chain.ts';

/** `intact`, or the first event whose link does not hold and what is wrong with it. */
export type ChainCheck =
  | { intact: true; events: number; head: string }
  | { intact: false; seq: number; why: 'missing' | 'altered' | 'unlinked' | 'head' };

type Row = {
  seq: number;
  type: string;
  at: string;
  actor_role: string;
  actor_id: string | null;
  payload: string;
  command_key: string;
  previous: string;
  hash: string;
};

/**
 * Recomputes a dossier's chain from its events (B-06): a changed, removed, inserted or reordered event shows, and so does a last
 * event that the dossier's row does not name.
 */
export async function verifyChain(pool: Pool, dossierId: string): Promise<ChainCheck> {
  const { rows } = await pool.query<Row>(
    `select seq, type, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor_role, actor_id,
      payload::text as payload, command_key, encode(prev_hash, 'hex') as previous, encode(hash, 'hex') as hash
     from dossier_event where dossier_id = $1 order by seq`,
    [dossierId],
  );
  const { rows: heads } = await pool.query<{ seq: number; head: string }>(
    `select seq, encode(head_hash, 'hex') as head from dossier where id = $1`,
    [dossierId],
  );
  let previous: Buffer = genesis;
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    if (row.seq !== seq) return { intact: false, seq, why: 'missing' };
    const event = JSON.parse(row.payload) as DossierEvent;
    const actorId = 'userId' in event.by ? event.by.userId : null;
    const same =
      event.type === row.type && event.at === row.at && event.by.role === row.actor_role && actorId === row.actor_id;
    const hash = linkHash(previous, { dossierId, seq, commandKey: row.command_key, event });
    if (!same || hash.toString('hex') !== row.hash) return { intact: false, seq, why: 'altered' };
    if (previous.toString('hex') !== row.previous) return { intact: false, seq, why: 'unlinked' };
    previous = hash;
  }
  const head = previous.toString('hex');
  if (heads[0]?.seq !== rows.length || heads[0].head !== head) return { intact: false, seq: rows.length, why: 'head' };
  return { intact: true, events: rows.length, head };
}
