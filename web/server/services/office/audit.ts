import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inOrder } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
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
 * @param values what the form says, beyond the act and its subject.
 * @returns false when this key was written down before for the same act with the same values: the form came twice, and it is done already.
 * @throws AppError `form.used` when it was for another act, or other values.
 */
export async function auditOnce(
  db: Db,
  actorId: string | null,
  action: string,
  subject: string,
  key: string,
  values: Record<string, unknown> = {},
): Promise<boolean> {
  // Values name people: what is written down tells only whether others are the same.
  const digest = createHash('sha256').update(inOrder({ action, subject, values })).digest('hex');
  const row = await firstRow(
    db,
    sql<{ id: string }>`insert into audit_log (actor_id, action, subject, detail)
      values (${actorId}::uuid, ${action}, ${subject}, ${JSON.stringify({ key, digest })}::jsonb)
      on conflict ((detail ->> 'key')) where (detail ->> 'key') is not null do nothing returning id`,
  );
  if (row) return true;
  const first = await firstRow(
    db,
    sql<{ digest: string | null; action: string; subject: string }>`
      select detail ->> 'digest' as digest, action, subject from audit_log where detail ->> 'key' = ${key}`,
  );
  const same = first?.digest ? first.digest === digest : first?.action === action && first.subject === subject;
  if (!same) throw new AppError('form.used');
  return false;
}
