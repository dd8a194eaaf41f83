import type pg from 'pg';

/** What a database takes on disk, in bytes: the whole, and each table without its indexes, with each of those. */
export type Sizes = {
  whole: number;
  tables: Map<string, { rows: number; bytes: number; indexes: Map<string, number> }>;
};

export async function sizesOf(pool: pg.Pool): Promise<Sizes> {
  const { rows } = await pool.query<{
    name: string;
    rows: string;
    bytes: string;
    indexes: Record<string, number> | null;
  }>(
    `select c.relname as name, greatest(c.reltuples, 0)::bigint as rows, pg_table_size(c.oid) as bytes,
       (select json_object_agg(x.relname, pg_relation_size(x.oid)) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid) as indexes
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by pg_total_relation_size(c.oid) desc`,
  );
  const whole = await pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  const tables = rows.map(({ name, rows: count, bytes, indexes }) => {
    const sorted = Object.entries(indexes ?? {}).sort(([, a], [, b]) => b - a);
    return [name, { rows: Number(count), bytes: Number(bytes), indexes: new Map(sorted) }] as const;
  });
  return { whole: Number(whole.rows[0]!.bytes), tables: new Map(tables) };
}

/** All indexes of a database. */
export function indexesIn({ tables }: Sizes): number {
  return [...tables.values()].flatMap(({ indexes }) => [...indexes.values()]).reduce((sum, bytes) => sum + bytes, 0);
}
