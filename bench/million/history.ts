import type pg from 'pg';
import { withoutIndexes } from '../list/without-indexes.ts';
import { anchorOf, events, keyOf, linksOf, payloadOf } from './chain.ts';

/**
 * What a database of dossiers holds besides: each with events of its journal, linked and signed, a document, reactions that were run, mails that were sent, a line of
 * the audit log; a few mails and reactions that wait, as at any moment; texts that the company's people keep.
 */
export async function seedHistory(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Rows that refer to one another by construction: checking each reference takes most of the time.
    await client.query('set local session_replication_role = replica');
    await withoutIndexes(client, () => insertHistory(client));
    await client.query('commit');
  } finally {
    client.release();
  }
  await pool.query('vacuum analyze');
}

async function insertHistory(pool: pg.PoolClient): Promise<void> {
  await pool.query(
    `insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash)
     select d.id, e.seq, 'sideNudged', d.updated_at, 'officer', d.consumer_id, ${payloadOf('d')}, ${keyOf('d', 'e.seq')}, e.before, e.hash
     from dossier d ${linksOf('d', 'link')}
     cross join lateral (values ${Array.from({ length: events }, (_, index) => `(${index + 1}, link.h${index}, link.h${index + 1})`).join(', ')}) e (seq, before, hash)`,
  );
  const { keyId, mac } = anchorOf('d');
  await pool.query(
    `insert into journal_anchor (dossier_id, seq, hash, key_id, mac) select d.id, d.seq, d.head_hash, '${keyId}', ${mac} from dossier d`,
  );
  await pool.query(
    `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key, saved_at, published_at)
     select gen_random_uuid(), d.id, d.consumer_id, 'consumer', 'facture', 'Facture', 'facture.pdf', 'application/pdf', 100000, sha256(d.id::text::bytea),
       d.id::text, d.created_at, d.created_at from dossier d`,
  );
  await pool.query(
    `insert into audit_log (at, actor_id, action, subject, detail)
     select d.created_at, d.handler_id, 'referral.issued', d.number, jsonb_build_object('key', gen_random_uuid()) from dossier d`,
  );
  await pool.query(
    `insert into saved_reply (id, merchant_id, title, body, saved_by)
     select gen_random_uuid(), m.merchant_id, 'Réponse ' || n, repeat('Merci de votre message. ', 10), m.user_id
     from (select * from merchant_member limit 1) m, generate_series(1, 60) n`,
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
