import type { Database } from '#db/database.ts';
import { chainedEvents, chainHead } from '#db/journal/events.ts';
import { sealedBy } from '#db/journal/publications.ts';
import { joinedSeal, sealsOf } from '#db/journal/seals.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { genesis, linkHash } from './hash-chain.ts';

/** `intact`, or the first event whose link does not hold and what is wrong with it. */
export type ChainCheck =
  | { intact: true; events: number; head: string }
  | { intact: false; seq: number; why: 'missing' | 'altered' | 'unlinked' | 'content' | 'head' };

/**
 * Recomputes a dossier's chain from its events (B-06): a changed, removed, inserted or reordered event shows, and so do a last event that the dossier's
 * row does not name and, until it is erased, any text, form or file's particulars that are not what an event published.
 */
export async function verifyChain(db: Database, dossierId: string): Promise<ChainCheck> {
  const [rows, last] = await Promise.all([chainedEvents(db, dossierId), chainHead(db, dossierId)]);
  // By the events, which are sealed, and not by the row, which anyone may change who can change the content.
  const isErased = rows.some(({ type }) => type === 'dossierPurged');
  const content = isErased ? null : await contentOf(db, dossierId, rows);
  let previous: Buffer = genesis;
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    if (row.seq !== seq) return { intact: false, seq, why: 'missing' };
    const event = row.payload;
    const actorId = 'userId' in event.by ? event.by.userId : null;
    const same =
      event.type === row.type && event.at === row.at && event.by.role === row.actorRole && actorId === row.actorId;
    const hash = linkHash(previous, { dossierId, seq, commandKey: row.commandKey, event }, row.seal);
    if (!same || hash.toString('hex') !== row.hash) return { intact: false, seq, why: 'altered' };
    if (previous.toString('hex') !== row.previous) return { intact: false, seq, why: 'unlinked' };
    if (content && row.seal && !content[index]?.equals(row.seal)) return { intact: false, seq, why: 'content' };
    previous = hash;
  }
  const head = previous.toString('hex');
  if (last?.seq !== rows.length || last.hash !== head) return { intact: false, seq: rows.length, why: 'head' };
  return { intact: true, events: rows.length, head };
}

/** The seal that each event would have now, in their order; null where what it sealed is not all there. */
async function contentOf(
  db: Database,
  dossierId: string,
  rows: readonly { payload: DossierEvent }[],
): Promise<(Buffer | null)[]> {
  const sealed = rows.map(({ payload }) => sealedBy(payload, dossierId));
  const seals = await sealsOf(db, sealed.flat());
  return sealed.map(({ length }) => {
    const own = seals.splice(0, length).filter((seal) => seal !== null);
    return own.length === length ? joinedSeal(own) : null;
  });
}
