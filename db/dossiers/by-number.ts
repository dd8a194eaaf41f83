import { sql, type RawBuilder } from 'kysely';

/** The first year of which dossiers have a number. */
const firstYear = 2020;

/**
 * Ids of the dossiers that typed words name by their number: whole (`2026-000042`), or by what comes after the year, its zeros said or not (`000042`, `0042`), of any
 * year. Found along the index of numbers, whatever there is of dossiers (docs/adr/0046).
 */
export function numberedAs(words: string): RawBuilder<unknown> {
  const number = /(?:^|\s)(\d{4}-\d{6,}|\d{4,})(?=\s|$)/.exec(words)?.[1] ?? '';
  return sql`select n.id from dossier n where n.number = any (array(
      select ${number}::text where ${number !== ''}::boolean
      union all select year || '-' || lpad(${number}, greatest(6, length(${number})), '0')
        from generate_series(${firstYear}::int, extract(year from now())::int) year where ${/^\d+$/.test(number)}::boolean
    ))`;
}
