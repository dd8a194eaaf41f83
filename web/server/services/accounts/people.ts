import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import type { Database } from '#db/database.ts';
import type { UserKind } from './types.ts';

/** An account as sign-in and codes see it. */
export type Person = {
  id: string;
  kind: UserKind;
  email: string;
  firstName: string;
  lastName: string;
  language: Language;
  passwordHash: string | null;
  disabled: boolean;
};

const columns = sql`id, kind, email::text as email, first_name as "firstName", last_name as "lastName", language,
  password_hash as "passwordHash", disabled_at is not null as disabled`;

export async function personByEmail(db: Database, email: string): Promise<Person | null> {
  const { rows } = await sql<Person>`select ${columns} from app_user where email = ${email}`.execute(db);
  return rows[0] ?? null;
}

export async function personById(db: Database, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`select ${columns} from app_user where id = ${id}`.execute(db);
  return rows[0] ?? null;
}
