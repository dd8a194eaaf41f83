import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/** What a mail of a dossier may say: the event, the state, and the names of those who take part. */
export type MailInputs = NonNullable<Awaited<ReturnType<typeof mailInputs>>>;

/** Reads what mails need of one event; undefined when the journal does not know it. */
export function mailInputs(db: Database, { dossierId, seq }: { dossierId: string; seq: number }) {
  const named = (name: string) => sql<string>`${sql.ref('e.payload')} ->> ${sql.lit(name)}`;
  const uuidNamed = (name: string) => sql<string>`(${named(name)})::uuid`;
  return db
    .selectFrom('dossier as d')
    .innerJoin('dossier_event as e', (join) => join.onRef('e.dossierId', '=', 'd.id').on('e.seq', '=', seq))
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .innerJoin('app_user as c', 'c.id', 'd.consumerId')
    .leftJoin('app_user as r', (join) =>
      join.on(({ eb, fn, ref }) => eb('r.id', '=', fn.coalesce(uuidNamed('userId'), ref('d.representativeId')))),
    )
    .leftJoin('app_user as h', (join) =>
      join.on(({ eb, fn, ref }) => eb('h.id', '=', fn.coalesce(uuidNamed('userId'), ref('d.handlerId')))),
    )
    .leftJoin('app_user as t', (join) =>
      join.on(({ eb, fn, ref }) => eb('t.id', '=', fn.coalesce(uuidNamed('mediatorId'), ref('d.mediatorId')))),
    )
    .leftJoin('invitation as i', (join) => join.on(({ eb }) => eb('i.id', '=', uuidNamed('invitationId'))))
    .select(({ fn, val, ref }) => [
      'd.number',
      'm.name as merchantName',
      'e.payload as event',
      'd.state',
      fullName('c').as('consumerName'),
      fn.coalesce(fullName('r'), val('')).as('representativeName'),
      fn.coalesce(fn<string>('nullif', [fullName('h'), val('')]), ref('m.name')).as('handlerName'),
      fn.coalesce(fullName('t'), val('')).as('mediatorName'),
      'i.expiresAt as invitationUntil',
    ])
    .where('d.id', '=', dossierId)
    .executeTakeFirst();
}
