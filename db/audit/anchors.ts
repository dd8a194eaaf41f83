import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A signature of the audit log up to a row: `hash` is of the rows since the signature before, and of that one's hash. `keyId` names the key of `mac`. */
export type AuditAnchor = { lastId: string; hash: Buffer; keyId: string; mac: Buffer };

/** One at a time until the transaction ends: two at once would sign two chains. */
export async function holdAuditAnchors(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit-anchors', 0))`.execute(db);
}

export async function lastAuditAnchor(db: Database): Promise<AuditAnchor | undefined> {
  const { rows } = await sql<AuditAnchor>`select last_id::text as last_id, hash, key_id, mac from audit_anchor
    order by last_id desc limit 1`.execute(db);
  return rows[0];
}

export async function auditAnchors(db: Database): Promise<AuditAnchor[]> {
  const { rows } = await sql<AuditAnchor>`select last_id::text as last_id, hash, key_id, mac from audit_anchor
    order by last_id`.execute(db);
  return rows;
}

export async function saveAuditAnchor(db: Database, { lastId, hash, keyId, mac }: AuditAnchor): Promise<void> {
  await sql`insert into audit_anchor (last_id, hash, key_id, mac)
    values (${lastId}::bigint, ${hash}, ${keyId}, ${mac})`.execute(db);
}

/** Ids of rows, as PostgreSQL counts them; `after` is not among them. */
type Range = { after: string; upTo: string };

/**
 * SHA-256 of the rows of a run, each by its own: of its number, moment, author, act, subject and particulars; null without rows.
 */
export async function auditDigest(db: Database, { after, upTo }: Range): Promise<Buffer | null> {
  const { rows } = await sql<{ digest: Buffer | null }>`
    select sha256(string_agg(sha256(convert_to(
      jsonb_build_array(id, extract(epoch from at), actor_id, action, subject, detail)::text, 'UTF8')), ''::bytea order by id)) as digest
    from audit_log where id > ${after}::bigint and id <= ${upTo}::bigint`.execute(db);
  return rows[0]?.digest ?? null;
}

/** The newest row that is so old that none before it can still be on its way, if there is one after that id; `age` in seconds. */
export async function settledAuditId(db: Database, after: string, age: number): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select max(id)::text as id from audit_log
    where id > ${after}::bigint and at < now() - make_interval(secs => ${age})`.execute(db);
  return rows[0]?.id ?? null;
}

/** How many rows there are, and how many after that id. */
export async function countAuditRows(db: Database, after: string): Promise<{ rows: number; later: number }> {
  const { rows } = await sql<{ rows: number; later: number }>`select count(*)::int as rows,
    count(*) filter (where id > ${after}::bigint)::int as later from audit_log`.execute(db);
  return rows[0] ?? { rows: 0, later: 0 };
}
