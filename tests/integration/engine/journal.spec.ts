import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { databaseOver } from '#db/database.ts';
import { createJournalActivities } from '#activities/journal/index.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import type { RecordInput } from '#contracts/messages/dossier.ts';
import { migrate, migrateDown } from '#db/migrate.ts';
import { openOrm, poolOf, type Orm } from '#db/orm.ts';
import { decide, evolve } from '#domain/dossier/index.ts';
import type { Command } from '#domain/dossier/commands.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { createPeople, type People } from '#tests/kit/people.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';
import { toJournalState } from '#workflows/dossier/snapshot.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let orm: Orm;
let pool: Pool;
let people: People;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  pool = await poolOf(orm);
  people = await createPeople(pool);
});
afterAll(async () => {
  await orm?.close();
  await database?.drop();
});

/** What the workflow would record for a command. */
function inputOf(state: Dossier | null, dossierId: string, command: Command): RecordInput {
  const key = randomUUID();
  const events = decide(state, command, new Date().toISOString());
  const dossier = events.reduce<Dossier | null>(evolve, state)!;
  const after = toJournalState({ dossier, handledKeys: [{ key, seq: dossier.seq }] });
  return { dossierId, expectedSeq: state?.seq ?? 0, events, state: after, commandKey: key };
}

function opening(): RecordInput {
  const dossierId = randomUUID();
  const { consumer: by, merchantId } = people;
  return inputOf(null, dossierId, { type: 'createDossier', dossierId, merchantId, policy: standardPolicy, by });
}

describe('the journal on real PostgreSQL', () => {
  test('recorded twice is recorded once, also at the same time', async () => {
    const { record } = createJournalActivities({ db: databaseOver(pool) });
    const input = opening();
    const first = await record(input);
    expect(first).toEqual({ outcome: 'recorded', seq: 1, owed: 1 });
    const again = await Promise.all([record(input), record(input)]);
    for (const answer of again) {
      expect(answer).toMatchObject({ outcome: 'repeated', result: { seq: 1, status: 'draft', repeated: true } });
    }
    const owed = await pool.query(`select count(*)::int as n from reaction where dossier_id = $1`, [input.dossierId]);
    expect(owed.rows[0].n).toBe(1);
    expect(await verifyChain(databaseOver(pool), input.dossierId)).toMatchObject({ intact: true, events: 1 });
  });

  test('a workflow that has not heard of what the journal knows is given the journal’s state, and nothing is written', async () => {
    const { record } = createJournalActivities({ db: databaseOver(pool) });
    const first = opening();
    await record(first);
    const documentId = randomUUID();
    await pool.query(
      `insert into document (id, dossier_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
       values ($1, $2, 'consumer', 'deposit', '', '', 'text/plain', 1, '', '')`,
      [documentId, first.dossierId],
    );
    const { consumer: by } = people;
    const lost = inputOf(first.state, first.dossierId, { type: 'addDocument', documentId, by });
    await record(lost);
    const stale = inputOf(first.state, first.dossierId, { type: 'addDocument', documentId: randomUUID(), by });
    expect(await record(stale)).toEqual({ outcome: 'ahead', seq: 2, state: lost.state });
    expect(await verifyChain(databaseOver(pool), first.dossierId)).toMatchObject({ intact: true, events: 2 });
  });

  test('events of a dossier that the journal does not know are refused for good', async () => {
    const { record } = createJournalActivities({ db: databaseOver(pool) });
    const input = { ...opening(), expectedSeq: 3 };
    await expect(record(input)).rejects.toMatchObject({ type: 'dossier.unknown', nonRetryable: true });
    expect((await pool.query(`select 1 from dossier where id = $1`, [input.dossierId])).rowCount).toBe(0);
  });

  test('failures tell PostgreSQL’s code and never its words', async () => {
    const { record } = createJournalActivities({ db: databaseOver(pool) });
    const input = opening();
    const stranger = { ...input, state: { ...input.state, merchantId: randomUUID() } };
    await expect(record(stranger)).rejects.toMatchObject({ type: 'journal.failed', message: 'journal.failed 23503' });
    expect((await pool.query(`select 1 from dossier where id = $1`, [input.dossierId])).rowCount).toBe(0);
  });
});

test('migrations go up, down and up again, and two at once apply each once', async () => {
  const own = await createTestDatabase();
  try {
    const undone = await migrateDown(own.url);
    expect(undone.length).toBeGreaterThan(0);
    const both = await Promise.all([migrate(own.url), migrate(own.url)]);
    expect(both.flat().sort()).toEqual([...undone].sort());
    expect(await migrate(own.url)).toEqual([]);
  } finally {
    await own.drop();
  }
});
