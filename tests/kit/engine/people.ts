import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Actor } from '#domain/dossier/types.ts';

/** One person a role, and their merchant, as rows and as actors. */
export type People = {
  merchantId: string;
  consumer: Extract<Actor, { role: 'consumer' }>;
  friend: Extract<Actor, { role: 'consumerRepresentative' }>;
  respondent: Extract<Actor, { role: 'respondent' }>;
  clerk: Extract<Actor, { role: 'merchantRepresentative' }>;
  otherClerk: Extract<Actor, { role: 'merchantRepresentative' }>;
  mediator: Extract<Actor, { role: 'mediator' }>;
  officer: Extract<Actor, { role: 'officer' }>;
};

/** Accounts of a cast, with names and addresses that carry `mark` where one is given (to be looked for where it must not be). */
export async function createPeople(pool: Pool, mark = ''): Promise<People> {
  const merchantId = randomUUID();
  await pool.query(`insert into merchant (id, name, email) values ($1, $2, $3)`, [
    merchantId,
    `Meubles Boréal ${mark}`,
    `${mark || 'info'}@${merchantId}.example`,
  ]);
  const account = async (kind: string): Promise<string> => {
    const id = randomUUID();
    await pool.query(
      `insert into app_user (id, kind, email, first_name, last_name, email_verified_at)
       values ($1, $2, $3, $4, $5, now())`,
      [id, kind, `${mark}${id}@personne.example`, `Camille${mark}`, `Tremblay${mark}`],
    );
    return id;
  };
  const member = async (role: string): Promise<string> => {
    const id = await account('merchant');
    await pool.query(`insert into merchant_member (merchant_id, user_id, role) values ($1, $2, $3)`, [
      merchantId,
      id,
      role,
    ]);
    return id;
  };
  return {
    merchantId,
    consumer: { role: 'consumer', userId: await account('consumer') },
    friend: { role: 'consumerRepresentative', userId: await account('consumer') },
    respondent: { role: 'respondent', userId: await member('respondent'), merchantId },
    clerk: { role: 'merchantRepresentative', userId: await member('representative'), merchantId },
    otherClerk: { role: 'merchantRepresentative', userId: await member('representative'), merchantId },
    mediator: { role: 'mediator', userId: await account('mediator') },
    officer: { role: 'officer', userId: await account('officer') },
  };
}
