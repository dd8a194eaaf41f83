import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { admitEveryone } from '#tests/kit/people.ts';

/** Another mediator with an account in use. */
export async function secondMediator(pool: Pool): Promise<{ userId: string; name: string }> {
  const userId = randomUUID();
  const [firstName, lastName] = ['Inès', 'Diaz'];
  await pool.query(
    `insert into app_user (id, kind, email, language, first_name, last_name, password_hash, email_verified_at)
     values ($1, 'mediator', $2, 'fr', $3, $4, 'x', now())`,
    [userId, `${userId}@mediation.example`, firstName, lastName],
  );
  await admitEveryone(pool);
  return { userId, name: `${firstName} ${lastName}` };
}
