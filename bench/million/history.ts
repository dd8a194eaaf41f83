import type pg from 'pg';

/** Events of each dossier; real ones have five to forty. */
const events = 4;

/**
 * What a database of dossiers holds besides: each with events of its journal, reactions that were run, mails that were sent; a few mails and reactions
 * that wait, as at any moment.
 */
export async function seedHistory(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // Rows that refer to one another by construction: checking each reference takes most of the time.
    await client.query('set session_replication_role = replica');
    await insertHistory(client);
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
  await pool.query('vacuum analyze');
}

async function insertHistory(pool: pg.PoolClient): Promise<void> {
  await pool.query(
    `insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash)
     select d.id, n, 'sideNudged', d.updated_at, 'officer', d.consumer_id,
       jsonb_build_object('type', 'sideNudged', 'side', 'merchant', 'at', d.updated_at, 'by', jsonb_build_object('role', 'officer', 'userId', d.consumer_id)),
       d.id::text || n, sha256('previous'), sha256('last')
     from dossier d, generate_series(1, ${events}) n`,
  );
  await pool.query(
    `insert into reaction (id, dossier_id, event_seq, kind, payload, created_at, attempts, attempted_at, done_at)
     select d.id::text || n, d.id, n, 'notify', '{}', d.updated_at, 1, d.updated_at, d.updated_at from dossier d, generate_series(1, 2) n`,
  );
  await pool.query(
    `insert into mail (id, dedupe_key, template, to_address, to_name, language, dossier_id, state, created_at, sent_at)
     select gen_random_uuid(), d.id::text || n, 'message-received', 'person@bench.example', 'Claire Roy', 'fr', d.id, 'sent', d.updated_at, d.updated_at
     from dossier d, generate_series(1, 2) n`,
  );
  await pool.query(`update mail set state = 'queued', sent_at = null where id in (select id from mail limit 50)`);
}
