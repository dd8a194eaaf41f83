import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate, migrateDown } from '#db/migrate.ts';
import { openOrm } from '#db/orm.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

/** A database as it was before accounts waited for their proof, with `fill` in it, brought to the present schema. */
async function broughtUp(
  fill: (pool: pg.Pool) => Promise<void>,
  look: (pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const own = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: own.url, max: 1 });
  try {
    await migrateDown(own.url);
    const orm = await openOrm(own.url, { poolMax: 2 });
    await orm.migrator.up({ to: 'Migration20261125020000' });
    await orm.close(true);
    await fill(pool);
    await migrate(own.url);
    await look(pool);
  } finally {
    await pool.end();
    await own.drop();
  }
}

test('F-011 accounts whose address nobody proved go with the passwords that were left on them, and nothing else does', async () => {
  await broughtUp(
    async (pool) => {
      type Account = { kind?: string; email: string; password?: string | null; proved: boolean };
      const account = async ({ kind = 'consumer', email, password = 'hash', proved }: Account) => {
        const id = randomUUID();
        await pool.query(
          `insert into app_user (id, kind, email, password_hash, email_verified_at) values ($1, $2, $3, $4, case when $5 then now() end)`,
          [id, kind, email, password, proved],
        );
        return id;
      };
      await account({ email: 'prouvee@exemple.ca', proved: true });
      const squatted = await account({ email: 'squattee@exemple.ca', proved: false });
      const named = await account({ email: 'nommee@exemple.ca', proved: false });
      await account({ kind: 'merchant', email: 'invite@exemple.ca', password: null, proved: false });
      const officer = await account({ kind: 'officer', email: 'agente@exemple.ca', proved: true });
      const code = (purpose: string, userId: string) =>
        pool.query(
          `insert into one_time_code (id, purpose, user_id, code_hash, expires_at) values ($1, $2, $3, '\\x00', now() + interval '1 hour')`,
          [randomUUID(), purpose, userId],
        );
      await code('verify_email', squatted);
      await code('verify_email', named);
      await code('reset_password', officer);
      const mail = (template: string, recipient: string) =>
        pool.query(
          `insert into mail (id, dedupe_key, recipient_id, to_address, template) values ($1::uuid, $1::text, $2, 'x@exemple.ca', $3)`,
          [randomUUID(), recipient, template],
        );
      await mail('email-verification', squatted);
      await mail('password-reset', officer);
      const merchant = randomUUID();
      await pool.query(`insert into merchant (id, name) values ($1, 'Boréal')`, [merchant]);
      await pool.query(
        `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_by)
         values ($1, 'R2026-000001', '\\x00', 'nommee@exemple.ca', $2, 'qualite', $3, now(), $4)`,
        [randomUUID(), merchant, officer, named],
      );
      await pool.query(
        `insert into rate_limit (key, points) values ('code-person:${squatted}', 1), ('code-address:203.0.113.7', 1), ('signInPlace:hash', 1)`,
      );
    },
    async (pool) => {
      const all = async (text: string) => (await pool.query<{ one: string }>(text)).rows.map(({ one }) => one);
      expect(
        await all(`select email::text || ' ' || (password_hash is not null) as one from app_user order by 1`),
      ).toEqual([
        'agente@exemple.ca true',
        'invite@exemple.ca false',
        'nommee@exemple.ca false',
        'prouvee@exemple.ca true',
      ]);
      expect(await all('select purpose as one from one_time_code')).toEqual(['reset_password']);
      expect(await all('select template as one from mail')).toEqual(['password-reset']);
      expect(await all('select key as one from rate_limit')).toEqual(['signInPlace:hash']);
    },
  );
});
