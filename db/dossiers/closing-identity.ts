import type { Database } from '../database.ts';
import { namesOf } from '../accounts/people.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { json } from '../sql.ts';
import type { ClosingIdentity } from './identity.ts';
import { loadSummaryRow } from './summary-row.ts';

/** Stores who everyone is now, once per dossier; to be called in the transaction that ends it, after its row was updated. */
export async function saveClosingIdentity(db: Database, dossierId: string): Promise<void> {
  const identity = await presentIdentity(db, dossierId);
  if (!identity) return;
  await db
    .insertInto('closing_identity')
    .values({ dossierId, identity: json(identity) })
    .onConflict((on) => on.column('dossierId').doNothing())
    .execute();
}

const kept = preparedQuery('closing-identity', (db) =>
  db.selectFrom('closing_identity').select('identity').where('dossierId', '=', placeholder<string>('dossierId')),
);

/** Who everyone was when the dossier ended; who they are now for a dossier that ended before this was stored. */
export async function closingIdentity(db: Database, dossierId: string): Promise<ClosingIdentity | null> {
  const [row] = await kept(db, { dossierId });
  return row?.identity ?? presentIdentity(db, dossierId);
}

async function presentIdentity(db: Database, dossierId: string): Promise<ClosingIdentity | null> {
  const summaryRow = await loadSummaryRow(db, { dossierId, readerId: null, whoever: true });
  if (!summaryRow) return null;
  const { title, consumer, merchant, representative, handler, mediator, mediated, state } = summaryRow;
  const acted = state.proposals.flatMap(({ versions, acceptances }) => [...versions, ...acceptances]);
  const names = Object.fromEntries(await namesOf(db, [...new Set(acted.map(({ by }) => by))]));
  return { title, consumer, merchant, representative, handler, mediator, mediated, names };
}
