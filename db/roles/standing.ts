import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** What a connection may do that no process of the platform needs; `signs`: may add signatures of the journal, which the worker alone does. */
export type Standing = { superuser: boolean; owner: boolean; signs: boolean };

/** How the role of this connection stands towards the database. */
export async function standingOf(db: Database): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select r.rolsuper or r.rolcreaterole or r.rolbypassrls as superuser,
      exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and pg_has_role(r.oid, c.relowner, 'member')) as owner,
      has_table_privilege('journal_anchor', 'insert') as signs
    from pg_roles r where r.rolname = current_user`.execute(db);
  return rows[0]!;
}
