import { sql } from 'kysely';
import { firstRow, type Db } from '#db/queries/sql.ts';

type Detail = Record<string, string | number | null>;

/** What officers do outside a dossier's journal: who (null for who installs the platform), what, on which row. Ids and codes only. */
export async function audit(
  db: Db,
  actorId: string | null,
  action: string,
  subject: string,
  detail: Detail = {},
): Promise<void> {
  await sql`insert into audit_log (actor_id, action, subject, detail)
    values (${actorId}::uuid, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(db);
}

/**
 * {@link audit} for an act that a form's key names; the caller does the act in the same transaction, and only when this is true.
 *
 * @returns false when this key was written down before: the form came twice, and the act is done already.
 */
export async function auditOnce(
  db: Db,
  actorId: string | null,
  action: string,
  subject: string,
  key: string,
): Promise<boolean> {
  const row = await firstRow(
    db,
    sql<{ id: string }>`insert into audit_log (actor_id, action, subject, detail)
      values (${actorId}::uuid, ${action}, ${subject}, ${JSON.stringify({ key })}::jsonb)
      on conflict ((detail ->> 'key')) where (detail ->> 'key') is not null do nothing returning id`,
  );
  return row !== null;
}
