import { sql } from 'kysely';
import { draftMark } from '#contracts/draft-mark.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { inTransaction } from '../transaction.ts';

type Whose = { dossierId: string; mediatorId: string };

const note = preparedQuery('mediator-note', (db) =>
  db
    .selectFrom('mediator_note')
    .select(['body', 'savedAt'])
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('mediatorId', '=', placeholder<string>('mediatorId')),
);

/** What a mediator noted of a dossier, if anything; nobody else's notes are ever asked for. */
export async function mediatorNote(db: Database, whose: Whose) {
  const [row] = await note(db, whose);
  return row;
}

/**
 * Saves notes; empty, they are erased.
 *
 * @param seen marks of what the form's page saw: it replaces that and nothing else (ADR 12).
 * @returns false when they hold what the page has not seen; nothing was changed then.
 */
export function saveMediatorNote(
  db: Database,
  { dossierId, mediatorId, body, seen }: Whose & { body: string; seen: readonly string[] },
): Promise<boolean> {
  return inTransaction({ db }, async ({ db: tx }) => {
    // The first notes of two windows wait for each other as well.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`note ${dossierId} ${mediatorId}`}, 0))`.execute(tx);
    const present = await mediatorNote(tx, { dossierId, mediatorId });
    if (present && present.body !== body && !seen.includes(draftMark(present.body))) return false;
    if (body === '') {
      await tx
        .deleteFrom('mediator_note')
        .where('dossierId', '=', dossierId)
        .where('mediatorId', '=', mediatorId)
        .execute();
      return true;
    }
    await tx
      .insertInto('mediator_note')
      .values({ dossierId, mediatorId, body, savedAt: sql`now()` })
      .onConflict((on) =>
        on
          .columns(['dossierId', 'mediatorId'])
          .doUpdateSet(({ ref }) => ({ body: ref('excluded.body'), savedAt: ref('excluded.savedAt') })),
      )
      .execute();
    return true;
  });
}
