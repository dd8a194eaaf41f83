import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';

type Acceptance = { dossierId: string; commandKey: string; userId: string };

/**
 * Notes from which address a person is about to accept. Sent again under its key it takes the newer address, until the journal has the command:
 * what was carried out keeps the address that it was given from.
 */
export async function noteAcceptanceAddress(
  db: Database,
  { dossierId, commandKey, userId, ip }: Acceptance & { ip: string },
): Promise<void> {
  await db
    .insertInto('acceptance_address')
    .values({ dossierId, commandKey, userId, ip })
    .onConflict((on) =>
      on
        .columns(['dossierId', 'commandKey'])
        .doUpdateSet({ ip, notedAt: sql<string>`now()` })
        .where('acceptance_address.userId', '=', userId)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('dossier_command as c')
                .select('c.seq')
                .where('c.dossierId', '=', dossierId)
                .where('c.commandKey', '=', commandKey)
                .where('c.refusedCode', 'is', null),
            ),
          ),
        ),
    )
    .execute();
}

const ownAddresses = preparedQuery('acceptance-addresses', (db) =>
  db
    .selectFrom('acceptance_address as a')
    .innerJoin('dossier_event as e', (join) =>
      join
        .onRef('e.dossierId', '=', 'a.dossierId')
        .onRef('e.commandKey', '=', 'a.commandKey')
        .onRef('e.actorId', '=', 'a.userId')
        .on('e.type', '=', sql.lit('proposalAccepted')),
    )
    .select([sql<string>`e.payload ->> 'at'`.as('at'), sql<string>`host(a.ip)`.as('ip')])
    .where('a.dossierId', '=', placeholder<string>('dossierId'))
    .where('a.userId', '=', placeholder<string>('userId')),
);

/** The addresses from which this person accepted in a dossier, by the instant of the acceptance; nobody else's. */
export async function ownAcceptanceAddresses(
  db: Database,
  whose: { dossierId: string; userId: string },
): Promise<Map<string, string>> {
  const rows = await ownAddresses(db, whose);
  return new Map(rows.map(({ at, ip }) => [at, ip]));
}
