import { afterAll, expect, test } from '@jest/globals';
import { loadDossier } from '#db/journal/dossier.ts';
import { databaseOf, openOrm, poolOf } from '#db/orm.ts';
import { Merchant } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

const database = await createTestDatabase();
const orm = await openOrm(database.url);
const pool = await poolOf(orm);
const db = await databaseOf(orm);

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

/** Tables that libraries keep for themselves. */
const foreignTables = ['schema_migration'];

/** `default`: the expression that fills the column when it is not given, or that computes it always. */
type Column = { type: string; nullable: boolean; default: string | null; computed: boolean; key: boolean };

/** Every column of the migrated database, by `table.column`. */
async function migratedColumns(): Promise<Record<string, Column>> {
  const { rows } = await pool.query<Column & { name: string }>(
    `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
       case when a.attidentity <> '' then 'identity' else pg_get_expr(e.adbin, e.adrelid) end as default,
       a.attgenerated <> '' as computed, coalesce(a.attnum = any (k.conkey), false) as key
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
     left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where a.attnum > 0 and not a.attisdropped and c.relname <> all ($1)`,
    [foreignTables],
  );
  return Object.fromEntries(
    rows.map(({ name, ...column }) => [name, { ...column, default: column.default && asDescribed(column.default) }]),
  );
}

/** `'fr'::text`, as PostgreSQL writes a default, made `'fr'`. */
const asDescribed = (expression: string): string => expression.replace(/::[a-z ]+$/, '').toLowerCase();

/** Every column as db/schema tells of it. */
function describedColumns(): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const meta of orm.getMetadata().getAll().values()) {
    for (const property of meta.props) {
      columns[`${meta.tableName}.${property.fieldNames[0]}`] = {
        type: typeAsPostgresSays(property.columnTypes[0] ?? ''),
        nullable: property.nullable ?? false,
        default: property.autoincrement ? 'identity' : (property.defaultRaw?.toLowerCase() ?? null),
        computed: property.generated !== undefined,
        key: property.primary ?? false,
      };
    }
  }
  return columns;
}

function typeAsPostgresSays(type: string): string {
  const long: Record<string, string> = { int: 'integer', timestamptz: 'timestamp with time zone' };
  return long[type] ?? type.replace(/^varchar\((\d+)\)$/, 'character varying($1)').replace(/^bigserial$/, 'bigint');
}

test('the migrated database has the columns, types, defaults and keys that db/schema tells of, and no others', async () => {
  expect(await migratedColumns()).toEqual(describedColumns());
});

test('instants are read and written as the domain holds them, to the millisecond', async () => {
  const at = '2026-11-01T05:59:59.007Z';
  const id = '7b0d0d4b-6a3e-4c36-9a53-5a7d1f0c9b11';
  await db.insertInto('merchant').values({ id, name: 'Ameublement', enrolledAt: at }).execute();
  expect(await db.selectFrom('merchant').select('enrolledAt').where('id', '=', id).execute()).toEqual([
    { enrolledAt: at },
  ]);
});

test('queries and the unit of work of a transaction see one another, and leave nothing when the work throws', async () => {
  const id = '0c2f8a3e-1f07-4f2e-8e5f-6f2a7c9d1e22';
  const names = () => db.selectFrom('merchant').select('name').where('id', '=', id).execute();
  const work = (fails: boolean) =>
    inTransaction({ orm, db }, async (transaction) => {
      const merchant = transaction.entities.create(Merchant, { id, name: 'Premier nom' });
      await transaction.entities.flush();
      const seen = await transaction.db.selectFrom('merchant').select('name').where('id', '=', id).execute();
      expect(seen).toEqual([{ name: 'Premier nom' }]);
      expect(await names()).toEqual([]);
      merchant.name = 'Dernier nom';
      if (fails) throw new Error('given up');
    });
  await expect(work(true)).rejects.toThrow('given up');
  expect(await names()).toEqual([]);
  await work(false);
  expect(await names()).toEqual([{ name: 'Dernier nom' }]);
});

test('the statements of the journal are prepared under their names, and others are not', async () => {
  const one = await openOrm(database.url, { poolMax: 1 });
  try {
    const alone = await databaseOf(one);
    const unknown = '5f0f3c54-6d1c-4a53-9d61-1a2b3c4d5e6f';
    expect(await loadDossier(alone, unknown)).toBeNull();
    expect(await loadDossier(alone, unknown)).toBeNull();
    await alone.selectFrom('merchant').select('id').execute();
    const { rows } = await (await poolOf(one)).query<{ name: string }>('select name from pg_prepared_statements');
    expect(rows).toEqual([{ name: 'journal-load' }]);
  } finally {
    await one.close(true);
  }
});
