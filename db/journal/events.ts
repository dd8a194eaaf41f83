import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';

/** The chain of a dossier: its events in order, and the last one that its row names. Hashes in hexadecimal. */
export type Chain = {
  head: { seq: number; hash: string } | null;
  events: (Pick<
    Row<'dossier_event'>,
    'seq' | 'type' | 'at' | 'actorRole' | 'actorId' | 'payload' | 'commandKey' | 'seal'
  > & { previous: string; hash: string })[];
};

/** The chains of several dossiers as they are at one moment. A dossier that is not there has none. */
export async function chainsOf(db: Database, dossierIds: readonly string[]): Promise<Map<string, Chain>> {
  const rows = await db
    .selectFrom('dossier as d')
    .leftJoin('dossier_event as e', 'e.dossierId', 'd.id')
    .select([
      'd.id as dossierId',
      'd.seq as lastSeq',
      sql<string>`encode(${sql.ref('d.headHash')}, 'hex')`.as('lastHash'),
      'e.seq',
      'e.type',
      'e.at',
      'e.actorRole',
      'e.actorId',
      'e.payload',
      'e.commandKey',
      'e.seal',
      sql<string>`encode(${sql.ref('e.prevHash')}, 'hex')`.as('previous'),
      sql<string>`encode(${sql.ref('e.hash')}, 'hex')`.as('hash'),
    ])
    .where(sql<boolean>`${sql.ref('d.id')} = any (${dossierIds}::uuid[])`)
    .orderBy('d.id')
    .orderBy('e.seq')
    .execute();
  const chains = new Map<string, Chain>();
  for (const { dossierId, lastSeq, lastHash, ...event } of rows) {
    const chain = chains.get(dossierId) ?? { head: { seq: lastSeq, hash: lastHash }, events: [] };
    chains.set(dossierId, chain);
    if (event.seq !== null) chain.events.push(event as Chain['events'][number]);
  }
  return chains;
}

/** What a person did in a dossier under this key, and what they did there last. */
export async function actsOf(
  db: Database,
  { dossierId, actorId, commandKey }: { dossierId: string; actorId: string; commandKey: string | null },
): Promise<{ keyed: boolean; last: string | null }> {
  const rows = await db
    .selectFrom('dossier_event')
    .select(['type', 'commandKey'])
    .where('dossierId', '=', dossierId)
    .where('actorId', '=', actorId)
    .orderBy('seq', 'desc')
    .execute();
  return {
    keyed: commandKey !== null && rows.some((row) => row.commandKey === commandKey),
    last: rows[0]?.type ?? null,
  };
}
