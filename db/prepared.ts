import {
  CompiledQuery,
  sql,
  type Compilable,
  type PostgresPool,
  type PostgresPoolClient,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import type { Pool } from 'pg';
import type { Database } from './database.ts';

const names = new Map<string, string>();

/** A statement with `$1`… for its values. Rows come back as it names their columns, in camelCase. */
export type Prepared<Row> = (db: Database, values: readonly unknown[]) => Promise<QueryResult<Row>>;

/**
 * A statement that every command or page runs: PostgreSQL parses and plans it once per connection, under that name. For the few whose cost is
 * measured; others are built where they are used.
 */
export function prepared<Row>(name: string, text: string): Prepared<Row> {
  names.set(text, name);
  return (db, values) => unmapped(db).executeQuery<Row>(CompiledQuery.raw(text, [...values]));
}

/** Where a value goes in a statement that is built once. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** The place of a value in a statement of {@link preparedFor}, by the value's name. */
export function placeholder<T = unknown>(name: string): RawBuilder<T> {
  return sql<T>`${new Placeholder(name)}`;
}

/**
 * The same for a value by which rows are chosen: PostgreSQL plans without looking at it. A value that it looks at may look so rare that a plan of its own seems
 * worth making at each run, and a page then waits longer for its plans than for its rows (docs/adr/0058).
 *
 * @param type PostgreSQL's.
 */
export function unseen<T = unknown>(name: string, type: 'uuid' | 'timestamptz' | 'text' | 'text[]'): RawBuilder<T> {
  return sql<T>`(select ${placeholder(name)}::${sql.raw(type)})`;
}

/** A value for each {@link placeholder}, by its name. */
export type Values = Readonly<Record<string, unknown>>;

type Statement = { text: string; places: readonly unknown[] };

/**
 * A family of statements that are built of parts, one for each shape of what is asked: each is built and written out once, and then run under
 * its own name like those of {@link prepared}. Values that change from one reader to the next are {@link placeholder}s; a constant of the shape
 * stands in the text, where the planner sees it. Such a statement must read well with a plan that knows no value.
 *
 * @param family a short name; a shape's own is added to it.
 */
export function preparedFor<Shape, Row>(family: string, build: (shape: Shape) => RawBuilder<Row>) {
  const statementFor = statements<Shape>(family, (db, shape) => build(shape).compile(db));
  return (db: Database, shape: Shape, values: Values): Promise<QueryResult<Row>> =>
    unmapped(db).executeQuery<Row>(filled(statementFor(db, shape), values));
}

/**
 * {@link preparedFor} for statements of the query builder, whose rows come back as it types them. What pages of a dossier ask is told by the dossier's id:
 * a plan that knows no value reads it along an index.
 */
export function preparedQuery<Row, Shape = null>(
  family: string,
  build: (db: Database, shape: Shape) => Compilable<Row>,
) {
  const statementFor = statements<Shape>(family, (db, shape) => build(db, shape).compile());
  // Nothing is said of the shape of a statement that has but one.
  return async (db: Database, values: Values, ...given: Shape extends null ? [] : [shape: Shape]): Promise<Row[]> => {
    const statement = statementFor(db, (given[0] ?? null) as Shape);
    return (await db.executeQuery<Row>(filled(statement, values))).rows;
  };
}

/** The statement of each shape, built when it is first asked for. */
function statements<Shape>(family: string, compile: (db: Database, shape: Shape) => CompiledQuery) {
  const built = new Map<string, Statement>();
  return (db: Database, shape: Shape): Statement => {
    const key = JSON.stringify(shape);
    const known = built.get(key);
    if (known) return known;
    const { sql: text, parameters } = compile(db, shape);
    const statement = { text, places: parameters };
    if (built.size < mostShapes) {
      built.set(key, statement);
      names.set(text, `${family}-${built.size}`);
    }
    return statement;
  };
}

function filled({ text, places }: Statement, values: Values): CompiledQuery {
  return CompiledQuery.raw(
    text,
    places.map((place) => (place instanceof Placeholder ? values[place.name] : place)),
  );
}

/** Connections keep the statements that they know: beyond this many shapes of a family, a statement is planned each time. */
const mostShapes = 200;

const plain = new WeakMap<Database, Database>();

/** The database without the mapping of names, for statements that name their columns themselves. */
function unmapped(db: Database): Database {
  let found = plain.get(db);
  if (!found) plain.set(db, (found = db.withoutPlugins()));
  return found;
}

/** A pool whose connections send the statements of {@link prepared} under their name. */
export function namingPrepared(pool: Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect();
      const query = (text: string, values: unknown[]): unknown => {
        const name = names.get(text);
        return client.query(name ? { name, text, values } : { text, values });
      };
      // Cursors, the other kind of query that a pool may be asked for, are not used.
      return { query: query as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
    options: {},
  };
}
