import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { signAudit, verifyAudit } from '#activities/journal/audit-anchors.ts';
import { databaseOver } from '#db/database.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

const key = 'audit-key-of-a-test-0123456789abcdef0123456789';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: pg.Pool;
let worker: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.url, max: 1 });
  worker = new pg.Pool({ connectionString: database.as.worker, max: 2 });
});
afterAll(async () => {
  await Promise.all([owner?.end(), worker?.end()]);
  await database?.drop();
});

const act = (count: number, at = `now() - interval '1 hour'`) =>
  owner.query(
    `insert into audit_log (at, action, subject) select ${at}, 'member.removed', n::text from generate_series(1, ${count}) n`,
  );
const sign = (age?: number) => signAudit(databaseOver(worker), { key, ...(age === undefined ? {} : { age }) });
const verify = (keys = [key]) => verifyAudit(databaseOver(worker), keys);

/** What is found after somebody who owns the tables has changed them, triggers or not; then everything is as before. */
async function afterTampering(statement: string): Promise<string | null> {
  const transaction = await databaseOver(owner).startTransaction().execute();
  try {
    await transaction.executeQuery(CompiledQuery.raw('set local session_replication_role = replica'));
    const { numAffectedRows } = await transaction.executeQuery(CompiledQuery.raw(statement));
    expect([statement, numAffectedRows]).not.toEqual([statement, 0n]);
    return (await verifyAudit(transaction, [key])).broken;
  } finally {
    await transaction.rollback().execute();
  }
}

describe('ASVS 16.4.2 the audit log is signed by workers, run by run', () => {
  test('what is old enough is signed, once; what is newer waits and is counted', async () => {
    await act(3);
    await act(2, 'now()');
    expect(await Promise.all([sign(), sign()])).toEqual(expect.arrayContaining([{ signed: true }, { signed: false }]));
    expect(await verify()).toEqual({ rows: 5, unsigned: 2, broken: null });
    await act(1);
    expect(await sign(0)).toEqual({ signed: true });
    expect(await verify()).toEqual({ rows: 6, unsigned: 0, broken: null });
  });

  test('a changed, removed, added or swapped row shows, and so do other signatures', async () => {
    for (const [statement, upTo] of [
      [`update audit_log set subject = 'x' where id = 2`, '3'],
      [`update audit_log set actor_id = gen_random_uuid() where id = 5`, '6'],
      [`update audit_log set at = at - interval '1 microsecond' where id = 6`, '6'],
      [`delete from audit_log where id = 6`, '6'],
      [`delete from audit_log where id = 1`, '3'],
      [`insert into audit_log (id, action) overriding system value values (0, 'member.added')`, '3'],
      [`insert into audit_log (id, action) overriding system value values (-1, 'member.added')`, '3'],
      [`update audit_log set subject = case id when 1 then '2' else '1' end where id in (1, 2)`, '3'],
      [`update audit_anchor set mac = sha256(mac) where last_id = 6`, '6'],
      [`update audit_anchor set hash = sha256(hash) where last_id = 3`, '3'],
      [`delete from audit_anchor where last_id = 3`, '6'],
    ] as const) {
      expect([statement, await afterTampering(statement)]).toEqual([statement, upTo]);
    }
    expect((await verify(['another-key-of-a-test-0123456789abcdef012345'])).broken).toBe('3');
    expect((await verify(['another-key-of-a-test-0123456789abcdef012345', key])).broken).toBeNull();
  });
});
