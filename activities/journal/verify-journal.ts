import type { Database } from '#db/database.ts';
import { nextDossiers } from '#db/journal/anchors.ts';
import { verifyAudit, type AuditCheck } from './audit-anchors.ts';
import { verifyAnchors } from './anchors.ts';
import { verifyChain } from './verify-chain.ts';

/** A dossier whose record does not hold, from that event on. `signature`: its head is not the one that was signed. */
export type Broken = {
  dossierId: string;
  seq: number;
  why: 'missing' | 'altered' | 'unlinked' | 'content' | 'head' | 'signature';
};

export type JournalCheck = {
  dossiers: number;
  events: number;
  /** Dossiers whose last events were not signed: a worker was killed before it had. */
  unsigned: number;
  broken: Broken[];
  /** Null without keys: signatures are not looked at. */
  audit: AuditCheck | null;
};

export type CheckOptions = {
  /** Keys that may have signed; none: signatures are not looked at. */
  keys: readonly string[];
  /** Told of each that does not hold, as soon as it is found. */
  report?: (broken: Broken) => void;
  stopped?: AbortSignal;
};

const batch = 200;
const first = '00000000-0000-0000-0000-000000000000';

/** Verifies every dossier's record, one after the other, chain, content and signatures, then the audit log (B-06, ASVS 16.4.2). */
export async function verifyJournal(db: Database, { keys, report, stopped }: CheckOptions): Promise<JournalCheck> {
  const check: JournalCheck = { dossiers: 0, events: 0, unsigned: 0, broken: [], audit: null };
  let page = await nextDossiers(db, first, batch);
  while (page.length > 0 && !stopped?.aborted) {
    for (const dossierId of page) {
      const found = await verifyDossier(db, dossierId, keys);
      check.dossiers += 1;
      if ('why' in found) {
        check.broken.push(found);
        report?.(found);
      } else {
        check.events += found.events;
        if (found.unsigned) check.unsigned += 1;
      }
    }
    page = await nextDossiers(db, page.at(-1)!, batch);
  }
  if (keys.length > 0 && !stopped?.aborted) check.audit = await verifyAudit(db, keys);
  return check;
}

async function verifyDossier(
  db: Database,
  dossierId: string,
  keys: readonly string[],
): Promise<Broken | { events: number; unsigned: boolean }> {
  const chain = await verifyChain(db, dossierId);
  if (!chain.intact) return { dossierId, seq: chain.seq, why: chain.why };
  if (keys.length === 0) return { events: chain.events, unsigned: false };
  const signed = await verifyAnchors(db, dossierId, keys);
  if ('forged' in signed) return { dossierId, seq: signed.forged, why: 'signature' };
  return { events: chain.events, unsigned: signed.signedTo < chain.events };
}
