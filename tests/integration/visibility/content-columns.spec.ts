import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOrm, poolOf, type Orm } from '#db/orm.ts';
import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '#tests/kit/servers.ts';
import { writeBeside } from './beside.ts';
import { markedColumns, withoutContent } from './content-columns.ts';
import { markNames, marks, marksIn } from './marks.ts';
import { playWorld, stages } from './world.ts';

let database: TestDatabase;
let orm: Orm;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  pool = await poolOf(orm);
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

/** Every column that can hold words, by `table.column`. */
async function wordColumns(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'schema_migration'
       and udt_name in ('text', 'citext', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', '_text', '_varchar')
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The marks that a column holds, whatever its rows. */
async function held(column: string): Promise<string[]> {
  const [table = '', name = ''] = column.split('.');
  const { rows } = await pool.query<{ text: string }>(
    `select coalesce(string_agg(case when pg_typeof("${name}") = 'bytea'::regtype then encode("${name}"::text::bytea, 'escape')
       else "${name}"::text end, ' '), '') as text from "${table}"`,
  );
  return marksIn(rows[0]!.text);
}

test('no mark is part of another', () => {
  expect(markNames.filter((mark) => marksIn(marks[mark]).length !== 1)).toEqual([]);
});

test('B-04 every column of words either carries a mark of its own, in the world that every reader looks at, or holds nothing that people write', async () => {
  for (const stage of stages) await writeBeside(pool, await playWorld(pool, stage));
  const columns = await wordColumns();
  const reasoned = Object.values(withoutContent).flat();
  expect([...Object.keys(markedColumns), ...reasoned].sort()).toEqual(columns);
  const found: Record<string, string[]> = {};
  for (const column of columns) {
    const inIt = await held(column);
    if (inIt.length > 0) found[column] = inIt;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(markedColumns).map(([column, each]) => [column, [...each]])));
  // And each mark is somewhere.
  expect(markNames.filter((mark) => !Object.values(found).flat().includes(mark))).toEqual([]);
}, 120_000);
