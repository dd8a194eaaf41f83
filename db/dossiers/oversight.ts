import { sql } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { holds } from '../directory/text-search.ts';

/** What the Office's list is narrowed to; null where it is not. `since`: it began before this instant. */
export type OverseenFilter = {
  status: string | null;
  /** Only what waits for the Office. */
  awaited: boolean;
  turn: string | null;
  mediatorId: string | null;
  merchantId: string | null;
  before: string | null;
};

type OverseenAsked = Partial<OverseenFilter> & {
  after: { at: string; id: string } | null;
  limit: number;
};

/** Dossiers that the Office knows of, with what its lists show. */
function overseen(db: Database) {
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
    .orderBy('d.changedForOffice', 'desc')
    .orderBy('d.id');
}

/** Of those, last changed first, `limit` at most after the position named. `cursor`: the place of each in that order, to the microsecond. */
export function dossiersOverseen(db: Database, asked: OverseenAsked) {
  const { status = null, awaited = false, turn = null, mediatorId = null, merchantId = null, before = null } = asked;
  const { after, limit } = asked;
  return overseen(db)
    .$if(status !== null, (query) => query.where('d.status', '=', sql<Status>`${status}`))
    .$if(awaited, (query) => query.where('d.turn', '=', sql<TurnHolder>`'office'`))
    .$if(turn !== null, (query) =>
      query
        .where('d.turn', '=', sql<TurnHolder>`${turn}`)
        .where(sql<boolean>`d.status not in ('closed', 'expired', 'purged')`),
    )
    .$if(mediatorId !== null, (query) => query.where('d.mediatorId', '=', mediatorId))
    .$if(merchantId !== null, (query) => query.where('d.merchantId', '=', merchantId ?? ''))
    .$if(before !== null, (query) => query.where('d.createdAt', '<=', before ?? ''))
    .$if(after !== null, (query) => {
      const { at, id } = after ?? { at: '', id: '' };
      // The first condition is where the index begins to be read; an `or` alone would read it from its start.
      return query
        .where('d.changedForOffice', '<=', at)
        .where(({ eb, or }) => or([eb('d.changedForOffice', '<', at), eb('d.id', '>', id)]));
    })
    .limit(limit)
    .execute();
}

/**
 * Dossiers whose number, or whose consumer or merchant (by name, address of mail or town), hold every word of what was typed; last changed first, `limit` at
 * most. None when nothing was typed.
 */
export function dossiersFound(db: Database, { words, limit }: { words: string; limit: number }) {
  const number = /(?:^|\s)(\d{4}-\d{6,}|\d{4,})(?=\s|$)/.exec(words)?.[1] ?? '';
  return overseen(db)
    .where(
      sql<boolean>`d.id in (
        select n.id from dossier n where ${number !== ''}::boolean and n.number like ${`%${number}%`}
        union select c.id from app_user u join dossier c on c.consumer_id = u.id where u.kind = 'consumer' and ${holds(words, 'u.search')}
        union select c.id from merchant s join dossier c on c.merchant_id = s.id where ${holds(words, 's.search')}
      )`,
    )
    .limit(limit)
    .execute();
}
