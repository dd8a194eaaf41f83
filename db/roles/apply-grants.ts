import type { ClientBase } from 'pg';
import { functionGrants, sequenceGrants, tableGrants } from './grants.ts';
import { roleNames, type ProcessRole } from './names.ts';

const processes: readonly ProcessRole[] = ['web', 'worker'];
const everybody = ['public', ...processes.map((process) => roleNames[process])].join(', ');

/** Tables, sequences and functions of the schema, those of extensions apart: they are not ours to grant. */
const ours = `
  select case c.relkind when 'S' then 'sequence' else 'table' end as kind, c.relname as name, c.oid::regclass::text as written
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  union all
  select 'function', p.proname, p.oid::regprocedure::text
  from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

type Ours = { kind: 'table' | 'sequence' | 'function'; name: string; written: string };

/**
 * Gives the roles of the processes what db/roles/grants.ts says and takes the rest from everybody; running it again changes nothing. What a later
 * migration makes is nobody's but its owner's until it is in that list.
 *
 * @throws Error when the roles are not there (db/roles/create-roles.ts).
 */
export async function applyGrants(client: ClientBase): Promise<void> {
  await demandRoles(client);
  const { rows } = await client.query<Ours>(ours);
  const statements = [
    `revoke all on schema public from ${everybody}`,
    // Also where a restored copy belongs to another: what a foreign key looks at, it looks at as the owner.
    `grant usage, create on schema public to ${roleNames.owner}`,
    ...processes.map((process) => `grant usage on schema public to ${roleNames[process]}`),
    `alter default privileges revoke all on tables from ${everybody}`,
    `alter default privileges revoke all on sequences from ${everybody}`,
    `alter default privileges revoke all on functions from ${everybody}`,
    ...rows.flatMap((one) => [`revoke all on ${one.kind} ${one.written} from ${everybody}`, ...grantsOn(one)]),
  ];
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function grantsOn({ kind, name, written }: Ours): string[] {
  return processes.flatMap((process) => {
    const rights = rightsOf(process, { kind, name });
    return rights.length > 0 ? [`grant ${rights.join(', ')} on ${kind} ${written} to ${roleNames[process]}`] : [];
  });
}

function rightsOf(process: ProcessRole, { kind, name }: Pick<Ours, 'kind' | 'name'>): readonly string[] {
  if (kind === 'table')
    return (tableGrants as Partial<typeof tableGrants>)[name as keyof typeof tableGrants]?.[process] ?? [];
  if (kind === 'sequence') return sequenceGrants[name]?.includes(process) ? ['usage'] : [];
  return functionGrants[name]?.includes(process) ? ['execute'] : [];
}

async function demandRoles(client: ClientBase): Promise<void> {
  const names = Object.values(roleNames);
  const { rows } = await client.query<{ name: string }>(
    `select n as name from unnest($1::text[]) n where not exists (select from pg_roles where rolname = n)`,
    [names],
  );
  if (rows.length > 0) {
    const missing = rows.map(({ name }) => name).join(', ');
    throw new Error(`The database server has no role ${missing}: run scripts/create-roles.ts first.`);
  }
}
