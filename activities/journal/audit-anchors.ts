import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  auditAnchors,
  auditDigest,
  countAuditRows,
  holdAuditAnchors,
  lastAuditAnchor,
  saveAuditAnchor,
  settledAuditId,
  type AuditAnchor,
} from '#db/audit/anchors.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { keyId } from './anchors.ts';

/** A row is signed once no transaction that began before it can still be open, in seconds. */
const settledAfter = 600;

/** Before every row that there can be (PostgreSQL's smallest bigint). */
const first = { lastId: '-9223372036854775808', hash: Buffer.alloc(32) };

/**
 * Signs what was added to the audit log since the last signature, with the key that only workers have (`JOURNAL_KEY`): nobody who writes there waits for
 * it. Several workers may do so at once.
 *
 * @param age of the youngest row that is signed, in seconds.
 */
export function signAudit(
  db: Database,
  { key, age = settledAfter }: { key: string; age?: number },
): Promise<{ signed: boolean }> {
  return inTransaction({ db }, async ({ db: tx }) => {
    await holdAuditAnchors(tx);
    const last = (await lastAuditAnchor(tx)) ?? first;
    const upTo = await settledAuditId(tx, last.lastId, age);
    const digest = upTo && (await auditDigest(tx, { after: last.lastId, upTo }));
    if (!upTo || !digest) return { signed: false };
    const hash = linkOf(last.hash, upTo, digest);
    await saveAuditAnchor(tx, { lastId: upTo, hash, keyId: keyId(key), mac: macOf(key, upTo, hash) });
    return { signed: true };
  });
}

/** `unsigned`: rows that are newer than the last signature. `broken`: the first run that is not as it was signed, by its last row; null when all are. */
export type AuditCheck = { rows: number; unsigned: number; broken: string | null };

/** Verifies the audit log against its signatures: a row that was changed, removed or put in shows (ASVS 16.4.2). @param keys those that may have signed. */
export async function verifyAudit(db: Database, keys: readonly string[]): Promise<AuditCheck> {
  const known = new Map(keys.map((key) => [keyId(key), key]));
  let last: Pick<AuditAnchor, 'lastId' | 'hash'> = first;
  let broken: string | null = null;
  for (const anchor of await auditAnchors(db)) {
    const digest = await auditDigest(db, { after: last.lastId, upTo: anchor.lastId });
    const same = digest !== null && linkOf(last.hash, anchor.lastId, digest).equals(anchor.hash);
    if (!same || !isSigned(anchor, known)) {
      broken = anchor.lastId;
      break;
    }
    last = anchor;
  }
  const { rows, later } = await countAuditRows(db, last.lastId);
  return { rows, unsigned: broken === null ? later : 0, broken };
}

function linkOf(before: Buffer, lastId: string, digest: Buffer): Buffer {
  return createHash('sha256').update(before).update(`:${lastId}:`).update(digest).digest();
}

function macOf(key: string, lastId: string, hash: Buffer): Buffer {
  return createHmac('sha256', key).update(`audit:${lastId}:`).update(hash).digest();
}

function isSigned({ lastId, hash, keyId: id, mac }: AuditAnchor, known: ReadonlyMap<string, string>): boolean {
  const key = known.get(id);
  if (!key) return false;
  const due = macOf(key, lastId, hash);
  return due.length === mac.length && timingSafeEqual(due, mac);
}
