import { randomUUID } from 'node:crypto';
import type pg from 'pg';

export type People = { consumerId: string; respondentId: string; handlerId: string; merchantId: string };

/** One consumer and one merchant with two members, as rows: what is measured begins after them. */
export async function insertPeople(pool: pg.Pool): Promise<People> {
  const [consumerId, respondentId, handlerId, merchantId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const insertUser = `insert into app_user (id, kind, email, email_verified_at, first_name, last_name, profile_completed_at)
    values ($1, $2, $3, now(), $4, $5, now())`;
  await pool.query(insertUser, [consumerId, 'consumer', `${consumerId}@consumer.example`, 'Claire', 'Roy']);
  await pool.query(insertUser, [respondentId, 'merchant', `${respondentId}@merchant.example`, 'Marc', 'Gagnon']);
  await pool.query(insertUser, [handlerId, 'merchant', `${handlerId}@merchant.example`, 'Lise', 'Tremblay']);
  await pool.query('insert into merchant (id, name, email) values ($1, $2, $3)', [
    merchantId,
    'Ameublement Boréal',
    'service@merchant.example',
  ]);
  await pool.query('insert into merchant_member (merchant_id, user_id, role) values ($1, $2, $3), ($1, $4, $5)', [
    merchantId,
    respondentId,
    'respondent',
    handlerId,
    'representative',
  ]);
  return { consumerId, respondentId, handlerId, merchantId };
}
