import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { json } from '../sql.ts';

/** What an officer reads of a dossier's content: `page` by its name in the address book, `about` the ids that its address names besides the dossier's. */
type Reading = {
  officerId: string;
  dossierId: string;
  page: string | null;
  about: string;
  /** Until when the reading that allows it lasts, which tells one from another. */
  until: string;
  /** Of the request: what it asks twice is written once. */
  key: string;
};

/** Writes down that content was read, before it is given. */
export async function recordReading(db: Database, reading: Reading): Promise<void> {
  const { officerId, dossierId, page, about, until, key } = reading;
  await db
    .insertInto('audit_log')
    .values({
      actorId: officerId,
      action: 'dossier.content_read',
      subject: dossierId,
      detail: json({ key, page, until, ...(about === '' ? {} : { about }) }),
    })
    .onConflict((on) =>
      on
        .expression(sql<string>`(detail ->> 'key')`)
        .where(sql<boolean>`(detail ->> 'key') is not null`)
        .doNothing(),
    )
    .execute();
}
