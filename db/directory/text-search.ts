import { sql, type RawBuilder } from 'kysely';

/** Condition: one of these columns holds what was typed, accents and case apart (« boreal » finds « Boréal »). All rows without text. */
export function holds(typed: string, columns: readonly string[]): RawBuilder<boolean> {
  const wanted = fold(typed);
  if (wanted === '') return sql<boolean>`true`;
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${folded(column)} like ${pattern}`),
    sql` or `,
  )})`;
}

/** A text without accents and capitals, to compare with and to sort by (« Électro » among the E), whatever the database's collation. */
export function folded(column: string): RawBuilder<string> {
  return sql<string>`lower(regexp_replace(normalize(${sql.ref(column)}::text, NFD), '[\u0300-\u036f]', '', 'g'))`;
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .slice(0, 120);
}
