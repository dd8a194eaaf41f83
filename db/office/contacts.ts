import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { fullName } from '../sql.ts';

/** What the Office did or noted in a dossier; `author`: the officer's name. */
export type ContactRow = Pick<Row<'office_contact'>, 'id' | 'kind' | 'side' | 'body' | 'at'> & { author: string };

/** The Office's log of a dossier, newest first, `limit` at most or all of it. Read by officers alone. */
export function officeContacts(
  db: Database,
  { dossierId, limit }: { dossierId: string; limit: number | null },
): Promise<ContactRow[]> {
  return db
    .selectFrom('office_contact as o')
    .innerJoin('app_user as u', 'u.id', 'o.authorId')
    .select(['o.id', 'o.kind', 'o.side', 'o.body', 'o.at', fullName('u').as('author')])
    .where('o.dossierId', '=', dossierId)
    .orderBy('o.at', 'desc')
    .orderBy('o.id')
    .$if(limit !== null, (query) => query.limit(limit!))
    .execute();
}

/** @param contact its id is the form's key: sent twice, it is one row. */
export async function insertContact(
  db: Database,
  contact: Pick<Row<'office_contact'>, 'id' | 'dossierId' | 'authorId' | 'kind' | 'side' | 'body' | 'at'>,
): Promise<void> {
  await db.insertInto('office_contact').values(contact).execute();
}

/** What the Office will do next, and who wrote it down. */
export type StepRow = Pick<Row<'office_step'>, 'dueDay' | 'body' | 'version'> & { setBy: string };

export async function officeStep(db: Database, dossierId: string): Promise<StepRow | null> {
  const found = await db
    .selectFrom('office_step as s')
    .innerJoin('app_user as u', 'u.id', 's.setBy')
    .select(['s.dueDay', 's.body', 's.version', fullName('u').as('setBy')])
    .where('s.dossierId', '=', dossierId)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Writes the next step in the place of the version that its page has `seen` (0: none).
 *
 * @returns false when another one is there.
 */
export async function putStep(
  db: Database,
  step: Pick<Row<'office_step'>, 'dossierId' | 'dueDay' | 'body' | 'setBy'> & { seen: number; at: string },
): Promise<boolean> {
  const { dossierId, dueDay, body, setBy, seen, at } = step;
  const { rows } = await sql`
    insert into office_step (dossier_id, due_day, body, set_by, set_at)
    select ${dossierId}::uuid, ${dueDay}::date, ${body}, ${setBy}::uuid, ${at}::timestamptz
    where ${seen} = 0 or exists (select from office_step where dossier_id = ${dossierId}::uuid)
    on conflict (dossier_id) do update
      set due_day = excluded.due_day, body = excluded.body, set_by = excluded.set_by, set_at = excluded.set_at
      where office_step.version = ${seen}
    returning 1`.execute(db);
  return rows.length > 0;
}

/** Takes the step away that its page has `seen`. @returns false when another one is there. */
export async function removeStep(
  db: Database,
  { dossierId, seen }: { dossierId: string; seen: number },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('office_step')
    .where('dossierId', '=', dossierId)
    .where('version', '=', seen)
    .returning('dossierId')
    .executeTakeFirst();
  return gone !== undefined;
}
