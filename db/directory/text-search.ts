import { sql, type RawBuilder } from 'kysely';
import { patternOf, searchWords } from '#domain/typed/search-words.ts';
import { saysNothing } from '#domain/typed/clean.ts';
import { keysOf, recordOf } from '#domain/known-values.ts';
import type { Database } from '../database.ts';

/**
 * Condition: the text of a search holds every word of what was typed, in any order, accents, case, ligatures, apostrophes and hyphens apart
 * (« sacre coeur » finds « Sacré-Cœur »). All rows when nothing was typed, none when what was typed holds no word.
 *
 * @param column a `search` column, which has an index; or a text that is made like one, where rows are few.
 */
export function holds(typed: string, column: string | RawBuilder<unknown>): RawBuilder<boolean> {
  if (saysNothing(typed)) return sql<boolean>`true`;
  const words = searchWords(typed);
  if (words.length === 0) return sql<boolean>`false`;
  const looked = typeof column === 'string' ? sql.ref(column) : column;
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`${looked} like ${patternOf(word)}`),
    sql` and `,
  )})`;
}

/** What is asked of each word of a search, for a statement that is built once; null when it holds no word. */
export function patternsOf(typed: string): string[] | null {
  const words = searchWords(typed);
  return words.length === 0 ? null : words.map((word) => patternOf(word));
}

/** So many of a kind are gathered; of more, rows are asked one by one. */
const mostGathered = 2_000;

/**
 * Ids of these sets of people or companies, found by their names; null for one that is large: every second person may share a name, and to find them all takes longer
 * the more there are. What is looked up by them then knows how many they are.
 */
export async function gathered<Name extends string>(
  db: Database,
  sets: Record<Name, RawBuilder<unknown>>,
): Promise<Record<Name, string[] | null>> {
  const ids = keysOf(sets).map(
    (name) => sql`array(select id from (${sets[name]}) found (id) limit ${mostGathered + 1}) as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<Name, string[]>>`select ${sql.join(ids)}`.execute(db);
  return recordOf(keysOf(sets), (name) => (rows[0]![name].length > mostGathered ? null : rows[0]![name]));
}

/** A text to sort by (« Électro » among the E), in the same order whatever the database's collation. */
export function folded(column: string): RawBuilder<string> {
  return sql<string>`(folded_text(${sql.ref(column)}) collate "C")`;
}

/** A person's names to sort by: the last, then the first; a single name by itself. */
export function foldedName(alias: string): RawBuilder<string> {
  return sql<string>`(folded_text(${sql.ref(`${alias}.lastName`)} || ' ' || ${sql.ref(`${alias}.firstName`)}) collate "C")`;
}
