import { sql } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';

type OverseenAsked = {
  status: string | null;
  awaited: boolean;
  after: { at: string; id: string } | null;
  limit: number;
};

/**
 * Dossiers that the Office knows of, last changed first, `limit` at most after the position named; `awaited`: only those that wait for it. `cursor`: the
 * place of each in that order, to the microsecond.
 */
export function dossiersOverseen(db: Database, { status, awaited, after, limit }: OverseenAsked) {
  return db
    .selectFrom('dossier as d')
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .select([
      'd.id',
      'd.number',
      'd.status',
      'd.turn',
      'd.turnSince',
      'm.name as merchantName',
      'd.changedForOffice as changedAt',
      sql<string>`${sql.ref('d.changedForOffice')}::text`.as('cursor'),
    ])
    .where('d.changedForOffice', 'is not', null)
    .$narrowType<{ changedAt: string }>()
    .$if(status !== null, (query) => query.where('d.status', '=', sql<Status>`${status}`))
    .$if(awaited, (query) => query.where('d.turn', '=', sql<TurnHolder>`'office'`))
    .$if(after !== null, (query) => {
      const { at, id } = after ?? { at: '', id: '' };
      // The first condition is where the index begins to be read; an `or` alone would read it from its start.
      return query
        .where('d.changedForOffice', '<=', at)
        .where(({ eb, or }) => or([eb('d.changedForOffice', '<', at), eb('d.id', '>', id)]));
    })
    .orderBy('d.changedForOffice', 'desc')
    .orderBy('d.id')
    .limit(limit)
    .execute();
}
