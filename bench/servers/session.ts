import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Signs somebody in. Returns what their browser sends from then on. */
export async function openSession(pool: pg.Pool | pg.PoolClient, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(`insert into session (id_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`, [
    createHash('sha256').update(token).digest(),
    userId,
  ]);
  return `pc_session=${token}`;
}
