import pg from 'pg';
import { databaseOptions } from '#config/database.ts';
import { roleNames, type Role } from './names.ts';

/** A password for each role. */
export type RolePasswords = Record<Role, string>;

/** What the database holds that another than the owner owns: an earlier release ran everything as one role. What belongs to a table follows it. */
const ownedByOthers = `
  select format('alter %s %s owner to ${roleNames.owner}', o.kind, o.written) as statement
  from (
    select case c.relkind when 'S' then 'sequence' else 'table' end as kind, c.oid::regclass::text as written,
      'pg_class'::regclass as class, c.oid, c.relowner as owner
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'function', p.oid::regprocedure::text, 'pg_proc'::regclass, p.oid, p.proowner
    from pg_proc p where p.pronamespace = 'public'::regnamespace
  ) o
  where o.owner <> '${roleNames.owner}'::regrole
    and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid and d.deptype in ('e', 'i', 'a'))`;

/**
 * Makes the platform's roles where they are missing, gives them these passwords, and hands the database over to its owner, with what an earlier release
 * made in it as another role. Run again it changes nothing else. Then come the migrations, as the owner.
 *
 * @param adminUrl the database, as a superuser of its server.
 */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const { database, ...options } = databaseOptions(adminUrl);
  const client = new pg.Client({ ...options, database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    // Roles belong to the whole server: of two that make them at once, the second waits here.
    await client.query('lock table pg_catalog.pg_authid in share row exclusive mode');
    const { rows } = await client.query<{ name: string }>('select rolname as name from pg_roles');
    const present = new Set(rows.map(({ name }) => name));
    for (const [role, name] of Object.entries(roleNames) as [Role, string][]) {
      const password = client.escapeLiteral(passwords[role]);
      const verb = present.has(name) ? 'alter' : 'create';
      await client.query(
        `${verb} role ${name} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${password}`,
      );
    }
    await client.query(`alter database ${client.escapeIdentifier(database)} owner to ${roleNames.owner}`);
    const others = await client.query<{ statement: string }>(ownedByOthers);
    for (const { statement } of others.rows) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
