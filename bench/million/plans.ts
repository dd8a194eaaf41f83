import pg from 'pg';
import type { Statement } from '../queues/statements.ts';

/** A place where a plan reads: a table or an index, with what it gave and what was read for it. */
export type Scan = {
  /** « Index Only Scan dossier_office on dossier ». */
  name: string;
  /** Rows that it gave in all its rounds. */
  rows: number;
  rounds: number;
  /** Pages of the database, from its memory or not. */
  buffers: number;
  /** Rows of the table that an index-only scan looked at all the same. */
  fetched: number;
  /** Rows that it read and did not give. */
  dropped: number;
};

/** How a statement was run: its scans, and all that it read. `once`: it was planned before, without looking at its values. */
export type Plan = { once: boolean; scans: Scan[]; buffers: number; ms: number; planningMs: number };

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Heap Fetches'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
};
type Explained = {
  'QUERY PLAN': [{ Plan: Node; 'Planning Time': number; 'Execution Time': number }];
};

const explain = 'explain (analyze, buffers, timing off, format json)';

/**
 * The plan by which PostgreSQL runs a statement for the product: one that has a name was planned for good at its sixth run on a connection, the others are
 * planned for the values that they come with.
 */
export async function planOf(pool: pg.Pool, { name, text, values }: Statement): Promise<Plan> {
  const client = await pool.connect();
  try {
    if (!name) return read(await client.query<Explained>({ text: `${explain} ${text}`, values }), false);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    await client.query(`prepare asked as ${text}`);
    for (let run = 0; run < 6; run += 1) await client.query(`execute asked${given}`);
    const explained = await client.query<Explained>(`${explain} execute asked${given}`);
    const { rows } = await client.query<{ once: boolean }>(
      'select generic_plans > 0 as once from pg_prepared_statements',
    );
    return read(explained, rows[0]!.once);
  } finally {
    if (name) await client.query('deallocate all');
    client.release();
  }
}

function read({ rows }: pg.QueryResult<Explained>, once: boolean): Plan {
  const { Plan: root, ...times } = rows[0]!['QUERY PLAN'][0];
  return {
    scans: scansIn(root),
    buffers: buffersOf(root),
    once,
    ms: times['Execution Time'],
    planningMs: times['Planning Time'],
  };
}

const buffersOf = (node: Partial<Node>): number => (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);

/** What a tree of a plan reads, from the top. Parts that were never run are left out. */
function scansIn(node: Node): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansIn);
  const [table, index, rounds] = [node['Relation Name'], node['Index Name'], node['Actual Loops']];
  if ((table === undefined && index === undefined) || rounds === 0) return below;
  const scan = {
    name: [node['Node Type'], index, index && table ? `on ${table}` : table].filter(Boolean).join(' '),
    rows: Math.round(node['Actual Rows'] * rounds),
    rounds,
    buffers: buffersOf(node) - (node.Plans ?? []).reduce((sum, each) => sum + buffersOf(each), 0),
    fetched: node['Heap Fetches'] ?? 0,
    dropped: Math.round(
      ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * rounds,
    ),
  };
  return [scan, ...below];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(element).join(',')}}`);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(String(value));
}

/** An element of an array, as PostgreSQL writes it; of numbers too. */
const element = (value: unknown): string =>
  value === null || value === undefined
    ? 'null'
    : JSON.stringify(value instanceof Date ? value.toISOString() : String(value));
