import { sql, type RawBuilder } from 'kysely';
import type { JournalState } from '#contracts/messages/dossier.ts';
import type { Database } from '../database.ts';
import { journalledState } from './dossier.ts';

/** A dossier that recovery looks at. */
export type RecoveryRow = Awaited<ReturnType<typeof dossiersBehind>>[number];

/** Of a row `d` of `dossier`. */
const columns = [
  'd.id',
  'd.number',
  'd.seq',
  'd.status',
  sql<JournalState>`${sql.raw(journalledState)}`.as('state'),
] as const;

const ago = (seconds: number): RawBuilder<string> => sql<string>`clock_timestamp() - make_interval(secs => ${seconds})`;

/**
 * How far the dossiers were walked for this engine's database; a database never seen before starts from the beginning.
 *
 * @param engineId identity of the engine's database
 */
export function walkState(db: Database, engineId: string) {
  const sameEngine = sql<boolean>`${sql.ref('engine_walk.engineId')} = ${sql.ref('excluded.engineId')}`;
  return db
    .insertInto('engine_walk')
    .values({ engineId })
    .onConflict((on) =>
      on.column('onlyRow').doUpdateSet((eb) => ({
        engineId: eb.ref('excluded.engineId'),
        walkedTo: eb.case().when(sameEngine).then(eb.ref('engine_walk.walkedTo')).end(),
        finishedAt: eb.case().when(sameEngine).then(eb.ref('engine_walk.finishedAt')).end(),
      })),
    )
    .returning(['walkedTo', 'finishedAt'])
    .executeTakeFirstOrThrow();
}

/** Records that dossiers up to `walkedTo` were woken, and whether that is all of them. */
export async function noteWalk(
  db: Database,
  walk: { engineId: string; walkedTo: string | null; finished: boolean },
): Promise<void> {
  await db
    .updateTable('engine_walk')
    .set({ walkedTo: walk.walkedTo, finishedAt: walk.finished ? sql`clock_timestamp()` : null })
    .where('engineId', '=', walk.engineId)
    .execute();
}

/** The next `limit` dossiers whose content is not erased, by id. */
export function dossiersAfter(db: Database, id: string | null, limit: number): Promise<RecoveryRow[]> {
  return db
    .selectFrom('dossier as d')
    .select(columns)
    .where('d.status', '<>', 'purged')
    .$if(id !== null, (query) => query.where('d.id', '>', id))
    .orderBy('d.id')
    .limit(limit)
    .execute();
}

/** Dossiers whose journal has moved without the engine for more than `graceSeconds`, the oldest first. */
export function dossiersBehind(db: Database, { graceSeconds, limit }: { graceSeconds: number; limit: number }) {
  return db
    .selectFrom((query) =>
      query
        .selectFrom('engine_behind')
        .select(['dossierId', 'recordedAt'])
        .where('recordedAt', '<', ago(graceSeconds))
        .orderBy('recordedAt')
        .limit(limit)
        .as('b'),
    )
    .innerJoin('dossier as d', 'd.id', 'b.dossierId')
    .select(columns)
    .orderBy('b.recordedAt')
    .execute();
}

/** Dossiers with a reaction older than `graceSeconds` that nobody has attempted for `abandonedSeconds`. */
export function dossiersOwing(
  db: Database,
  { graceSeconds, abandonedSeconds, limit }: { graceSeconds: number; abandonedSeconds: number; limit: number },
): Promise<RecoveryRow[]> {
  return db
    .selectFrom('dossier as d')
    .select(columns)
    .where('d.id', 'in', (query) =>
      query
        .selectFrom('reaction')
        .select('dossierId')
        .where('doneAt', 'is', null)
        .where('createdAt', '<', ago(graceSeconds))
        .where((eb) => eb.or([eb('attemptedAt', 'is', null), eb('attemptedAt', '<', ago(abandonedSeconds))]))
        .orderBy('createdAt')
        .limit(limit),
    )
    .execute();
}
