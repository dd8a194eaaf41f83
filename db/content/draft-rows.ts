import { sql, type RawBuilder } from 'kysely';
import { draftMark } from '#contracts/draft-mark.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../transaction.ts';

export type DraftTable = 'proposal_content' | 'message' | 'justification';

/** One row that its author writes before a command publishes it, in whichever table. */
export type DraftRow<Content> = {
  table: DraftTable;
  id: string;
  dossierId: string;
  authorId: string;
  /** Columns that tell which draft it is: another value is another draft, and the row is then someone else's. */
  which: Record<string, RawBuilder<unknown>>;
  /** Columns of the content as they are written, and the content itself. */
  columns: Record<string, RawBuilder<unknown>>;
  content: Content;
  /** The content of a row as it is read. */
  read: RawBuilder<Content>;
  isBlank: (content: Content) => boolean;
};

/**
 * How to save.
 *
 * - `seen`: marks of what the form's page saw of this draft (contracts/draft-mark.ts): it replaces that and nothing else.
 * - `give`: the content is final: it is handed over to be published, and nothing changes it any more.
 */
export type SaveHow = { seen: readonly string[]; give: boolean };

/**
 * The outcome of saving a draft row.
 *
 * - `saved`: it holds this content.
 * - `given`, `published`: it was given before with this very content, and is about to be or is published; nothing was changed.
 * - `other`: it was given before with another content; nothing was changed.
 * - `changed`: it holds what the page has not seen; nothing was changed.
 * - `foreign`: the id belongs to someone else's row, or to another draft; nothing was changed.
 * - `full`: the author has {@link maxUnsent} unsent ones in this dossier; nothing was added.
 */
export type Saved = 'saved' | 'given' | 'published' | 'other' | 'changed' | 'foreign' | 'full';

/** Texts of one kind that one person has not sent, in one dossier: nobody begins so many. */
export const maxUnsent = 100;

/** The only writing of draft rows: inserts one, or replaces what the page has seen of it. */
export async function saveDraftRow<Content>(db: Database, row: DraftRow<Content>, how: SaveHow): Promise<Saved> {
  const { table, id, dossierId, authorId } = row;
  const columns = { ...row.which, ...row.columns };
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const givenAt = how.give ? sql`now()` : sql`null`;
  return inTransaction({ db }, async ({ db: tx }): Promise<Saved> => {
    const { rows: inserted } = await sql<{ id: string }>`
        insert into ${sql.table(table)} (id, dossier_id, author_id, ${sql.join(names)}, given_at)
        values (${id}::uuid, ${dossierId}::uuid, ${authorId}::uuid, ${sql.join(Object.values(columns))}, ${givenAt})
        on conflict (id) do nothing returning id`.execute(tx);
    if (inserted.length > 0) {
      if (await hasRoom(tx, row)) return 'saved';
      await tx.deleteFrom(table).where('id', '=', id).execute();
      return 'full';
    }
    const present = await lockRow(tx, row);
    if (!present?.mine) return 'foreign';
    const mark = draftMark(present.content);
    const same = mark === draftMark(row.content);
    if (present.published || present.given) {
      if (!same) return 'other';
      return present.published ? 'published' : 'given';
    }
    if (!same && !row.isBlank(present.content) && !how.seen.includes(mark)) return 'changed';
    const sets = Object.entries(row.columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    await sql`update ${sql.table(table)} set ${sql.join(sets)}, saved_at = now(), given_at = ${givenAt}
      where id = ${id}::uuid`.execute(tx);
    return 'saved';
  });
}

/** Whether the author may have one unsent row more, this one counted; emptied ones make room, since a form that still shows one adds it again. */
async function hasRoom<Content>(db: Database, row: DraftRow<Content>): Promise<boolean> {
  const { table, dossierId, authorId } = row;
  const { rows: unsent } = await sql<{ id: string; given: boolean; content: Content }>`
    select id, given_at is not null as given, ${row.read} as content from ${sql.table(table)}
    where dossier_id = ${dossierId}::uuid and author_id = ${authorId}::uuid and published_at is null`.execute(db);
  if (unsent.length <= maxUnsent) return true;
  const empty = unsent.filter(({ id, given, content }) => id !== row.id && !given && row.isBlank(content));
  if (empty.length === 0) return false;
  const ids = empty.map(({ id }) => id);
  await db.deleteFrom(table).where('id', 'in', ids).where('givenAt', 'is', null).execute();
  return true;
}

/** Releases a content whose act was refused: it is its author's draft again. */
export async function takeBackDraftRow(db: Database, table: DraftTable, id: string): Promise<void> {
  await db.updateTable(table).set({ givenAt: null }).where('id', '=', id).where('publishedAt', 'is', null).execute();
}

/** Deletes a draft that the page has seen, on request; false when it holds something else, and then nothing is deleted. */
export async function forgetDraftRow<Content>(
  db: Database,
  row: DraftRow<Content>,
  seen: readonly string[],
): Promise<boolean> {
  return inTransaction({ db }, async ({ db: tx }) => {
    const present = await lockRow(tx, row);
    if (!present?.mine || present.published) return true;
    if (present.given || !seen.includes(draftMark(present.content))) return false;
    await tx.deleteFrom(row.table).where('id', '=', row.id).execute();
    return true;
  });
}

/** Whether a row is published with this very content. */
export async function isPublished<Content>(db: Database, row: DraftRow<Content>): Promise<boolean> {
  const found = await db
    .selectFrom(row.table)
    .select(row.read.as('content'))
    .where('id', '=', row.id)
    .where('authorId', '=', row.authorId)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst();
  return found !== undefined && draftMark(found.content) === draftMark(row.content);
}

type Present<Content> = { mine: boolean; published: boolean; given: boolean; content: Content };

/** The row of that id as it stands, held until the transaction ends; `mine` when it is this very draft of this author. */
async function lockRow<Content>(db: Database, row: DraftRow<Content>): Promise<Present<Content> | null> {
  const which = Object.entries(row.which).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`);
  const { rows } = await sql<Present<Content>>`
    select author_id = ${row.authorId}::uuid and dossier_id = ${row.dossierId}::uuid ${sql.join(which, sql` `)} as mine,
      published_at is not null as published, given_at is not null as given, ${row.read} as content
    from ${sql.table(row.table)} where id = ${row.id}::uuid for update`.execute(db);
  return rows[0] ?? null;
}
