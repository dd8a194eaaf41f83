import { sql } from 'kysely';
import { dossierHead, namesOf, type DossierHead } from './dossier-page.ts';
import { firstRow, type Db } from './sql.ts';

/** Names, addresses and roles of those who took part, as they were when the dossier ended. */
export type ClosingIdentity = Pick<
  DossierHead,
  'title' | 'consumer' | 'merchant' | 'representative' | 'handler' | 'mediator'
> & {
  /** Names of those who proposed or accepted, by account. */
  names: Record<string, string>;
};

/** Keeps who everyone is now, once a dossier; to be called in the transaction that ends it, after its row has moved. */
export async function keepClosingIdentity(db: Db, dossierId: string): Promise<void> {
  const identity = await presentIdentity(db, dossierId);
  if (!identity) return;
  await sql`insert into closing_identity (dossier_id, identity) values (${dossierId}::uuid, ${JSON.stringify(identity)}::jsonb)
    on conflict (dossier_id) do nothing`.execute(db);
}

/** Who everyone was when the dossier ended; who they are now for one that ended before that was kept. */
export async function closingIdentity(db: Db, dossierId: string): Promise<ClosingIdentity | null> {
  const row = await firstRow(
    db,
    sql<{ identity: ClosingIdentity }>`select identity from closing_identity where dossier_id = ${dossierId}::uuid`,
  );
  return row?.identity ?? presentIdentity(db, dossierId);
}

async function presentIdentity(db: Db, dossierId: string): Promise<ClosingIdentity | null> {
  const head = await dossierHead(db, dossierId, null);
  if (!head) return null;
  const { title, consumer, merchant, representative, handler, mediator, state } = head;
  const acted = state.proposals.flatMap(({ versions, acceptances }) => [...versions, ...acceptances]);
  const names = Object.fromEntries(await namesOf(db, [...new Set(acted.map(({ by }) => by))]));
  return { title, consumer, merchant, representative, handler, mediator, names };
}
