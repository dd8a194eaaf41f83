import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';

/** What a person typed in a form, and what its fields held when they began. */
export type TypedText = Pick<Row<'kept_text'>, 'typed' | 'shown'>;

/** Whose text, of which form. */
export type TextOf = { userId: string; form: string };

export type KeptText = TypedText & Pick<Row<'kept_text'>, 'version' | 'savedAt'>;

/** Texts of one person: nobody writes in so many forms at once. */
const maxTexts = 200;

/** The only reading of kept texts: a person's own. */
export async function keptText(db: Database, { userId, form }: TextOf): Promise<KeptText | null> {
  const found = await db
    .selectFrom('kept_text')
    .select(['typed', 'shown', 'version', 'savedAt'])
    .where('userId', '=', userId)
    .where('form', '=', form)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Keeps a text in the place of the version that its page has `seen` (0: none), or of the same text; another one is left as it is.
 *
 * @returns its new version; null when another text is there, or when the person has too many.
 */
export async function keepText(
  db: Database,
  text: TextOf & TypedText & { dossierId: string | null; seen: number },
): Promise<number | null> {
  const { userId, form, dossierId, typed, shown, seen } = text;
  const { rows } = await sql<{ version: number }>`
    insert into kept_text (user_id, form, dossier_id, typed, shown)
    select ${userId}::uuid, ${form}, ${dossierId}::uuid, ${JSON.stringify(typed)}::jsonb, ${JSON.stringify(shown)}::jsonb
    where (select count(*) from kept_text where user_id = ${userId}::uuid and form <> ${form}) < ${maxTexts}
    on conflict (user_id, form) do update
      set typed = excluded.typed, shown = excluded.shown, saved_at = now()
      where kept_text.version = ${seen} or kept_text.typed = excluded.typed
    returning version`.execute(db);
  return rows[0]?.version ?? null;
}

/** Lets go of the version that the page has `seen`, and of no other. @returns whether it was there. */
export async function forgetText(db: Database, { userId, form, seen }: TextOf & { seen: number }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('kept_text')
    .where('userId', '=', userId)
    .where('form', '=', form)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
