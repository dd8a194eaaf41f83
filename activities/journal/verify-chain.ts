import type { Database } from '#db/database.ts';
import { chainsOf, type Chain } from '#db/journal/events.ts';
import { sealedBy } from '#db/journal/publications.ts';
import { joinedSeal, sealsOf } from '#db/journal/seals.ts';
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
  const [check] = await verifyChains(db, [dossierId]);
  return check!;
}

/** The same of several dossiers, in their order: what is read of each is read of all at once. */
export async function verifyChains(db: Database, dossierIds: readonly string[]): Promise<ChainCheck[]> {
  const found = await chainsOf(db, dossierIds);
  const chains = dossierIds.map((dossierId) => ({
    dossierId,
    ...(found.get(dossierId) ?? { head: null, events: [] }),
  }));
  const contents = await contentsOf(db, chains);
  return chains.map((chain, index) => checkOf(chain, contents[index] ?? null));
}

function checkOf(
  { dossierId, head: last, events }: Chain & { dossierId: string },
  content: Content | null,
): ChainCheck {
  let previous: Buffer = genesis;
  for (const [index, row] of events.entries()) {
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
  if (last?.seq !== events.length || last.hash !== head) return { intact: false, seq: events.length, why: 'head' };
  return { intact: true, events: events.length, head };
}

/** The seal that each event of a dossier would have now, in their order; null where what it sealed is not all there. */
type Content = (Buffer | null)[];

/** Of each dossier; null of one that is erased: by the events, which are sealed, and not by the row, which anyone may change who can change the content. */
async function contentsOf(
  db: Database,
  chains: readonly (Chain & { dossierId: string })[],
): Promise<(Content | null)[]> {
  const sealed = chains.map(({ dossierId, events }) =>
    events.some(({ type }) => type === 'dossierPurged')
      ? null
      : events.map(({ payload }) => sealedBy(payload, dossierId)),
  );
  const seals = await sealsOf(
    db,
    sealed.flatMap((each) => each?.flat() ?? []),
  );
  let place = 0;
  return sealed.map(
    (each) =>
      each?.map(({ length }) => {
        const own = seals.slice(place, (place += length)).filter((seal) => seal !== null);
        return own.length === length ? joinedSeal(own) : null;
      }) ?? null,
  );
}
