import type { Database } from '#db/database.ts';
import { nextDossiers } from '#db/journal/anchors.ts';
import { verifyAudit, type AuditCheck } from './audit-anchors.ts';
import { verifyAnchors } from './anchors.ts';
import { verifyChains } from './verify-chain.ts';

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

/** So many dossiers are read at once: each has some kilobytes of events, and a statement for each would take most of the time. */
const batch = 100;
const first = '00000000-0000-0000-0000-000000000000';

/** Verifies every dossier's record, chain, content and signatures, then the audit log (B-06, ASVS 16.4.2). */
export async function verifyJournal(db: Database, { keys, report, stopped }: CheckOptions): Promise<JournalCheck> {
  const check: JournalCheck = { dossiers: 0, events: 0, unsigned: 0, broken: [], audit: null };
  let page = await nextDossiers(db, first, batch);
  while (page.length > 0 && !stopped?.aborted) {
    for (const found of await verifyDossiers(db, page, keys)) {
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

async function verifyDossiers(
  db: Database,
  dossierIds: readonly string[],
  keys: readonly string[],
): Promise<(Broken | { events: number; unsigned: boolean })[]> {
  const chains = await verifyChains(db, dossierIds);
  const signatures = keys.length > 0 ? await verifyAnchors(db, dossierIds, keys) : [];
  return chains.map((chain, index) => {
    const dossierId = dossierIds[index]!;
    const signed = signatures[index];
    if (!chain.intact) return { dossierId, seq: chain.seq, why: chain.why };
    if (!signed) return { events: chain.events, unsigned: false };
    if ('forged' in signed) return { dossierId, seq: signed.forged, why: 'signature' };
    return { events: chain.events, unsigned: signed.signedTo < chain.events };
  });
}
