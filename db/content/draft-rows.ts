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
export function saveDraftRow<Content>(db: Database, row: DraftRow<Content>, how: SaveHow): Promise<Saved> {
  return inTransaction({ db }, async ({ db: tx }): Promise<Saved> => {
    for (;;) {
      if (await insertRow(tx, row, how)) {
        if (await hasRoom(tx, row)) return 'saved';
        await tx.deleteFrom(row.table).where('id', '=', row.id).execute();
        return 'full';
      }
      const present = await lockRow(tx, row);
      if (present) return replaceRow(tx, row, { ...how, present });
      // Deleted while this one waited for it: the text is a new row's.
    }
  });
}

async function insertRow<Content>(db: Database, row: DraftRow<Content>, { give }: SaveHow): Promise<boolean> {
  const columns = { ...row.which, ...row.columns };
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const { rows } = await sql`
    insert into ${sql.table(row.table)} (id, dossier_id, author_id, ${sql.join(names)}, given_at)
    values (${row.id}::uuid, ${row.dossierId}::uuid, ${row.authorId}::uuid, ${sql.join(Object.values(columns))}, ${givenAt(give)})
    on conflict (id) do nothing returning id`.execute(db);
  return rows.length > 0;
}

const givenAt = (give: boolean): RawBuilder<unknown> => (give ? sql`now()` : sql`null`);

/** `present`: what the row holds, locked. */
async function replaceRow<Content>(
  db: Database,
  row: DraftRow<Content>,
  { seen, give, present }: SaveHow & { present: Present<Content> },
): Promise<Saved> {
  if (!present.mine) return 'foreign';
  const mark = draftMark(present.content);
  const same = mark === draftMark(row.content);
  if (present.published || present.given) {
    if (!same) return 'other';
    return present.published ? 'published' : 'given';
  }
  if (!same && !row.isBlank(present.content) && !seen.includes(mark)) return 'changed';
  const sets = Object.entries(row.columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(row.table)} set ${sql.join(sets)}, saved_at = now(), given_at = ${givenAt(give)}
    where id = ${row.id}::uuid`.execute(db);
  return 'saved';
}

type Unsent<Content> = { id: string; content: Content };

/** Whether the author may have one unsent row more, this one counted; emptied ones make room, since a form that still shows one adds it again. */
async function hasRoom<Content>(db: Database, row: DraftRow<Content>): Promise<boolean> {
  const { rows: unsent } = await sql<Unsent<Content>>`
    select id, ${row.read} as content from ${sql.table(row.table)}
    where dossier_id = ${row.dossierId}::uuid and author_id = ${row.authorId}::uuid and published_at is null`.execute(
    db,
  );
  if (unsent.length <= maxUnsent) return true;
  const blank = unsent.filter(({ id, content }) => id !== row.id && row.isBlank(content)).map(({ id }) => id);
  return blank.length > 0 && removeBlank(db, row, blank);
}

/** Removes those of these rows that are empty drafts still: one in which somebody has written meanwhile is left. @returns whether there were any. */
async function removeBlank<Content>(
  db: Database,
  { table, read, isBlank }: DraftRow<Content>,
  ids: string[],
): Promise<boolean> {
  const { rows: held } = await sql<Unsent<Content>>`
    select id, ${read} as content from ${sql.table(table)}
    where id = any (${ids}::uuid[]) and given_at is null and published_at is null order by id for update`.execute(db);
  const blank = held.filter(({ content }) => isBlank(content)).map(({ id }) => id);
  if (blank.length > 0) await db.deleteFrom(table).where('id', 'in', blank).execute();
  return blank.length > 0;
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
