import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { databaseOver, type Database } from '#db/database.ts';
import { withoutContent } from '#activities/journal/failures.ts';
import { record, recordRefused, type Recording } from '#activities/journal/record-events.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { loadJournalled } from '#db/journal/dossier.ts';
import { noteFollowed } from '#db/journal/reactions.ts';
import { dossiersAfter, dossiersBehind } from '#db/journal/recovery.ts';
import { migrate, migrateDown } from '#db/migrate.ts';
import { openOrm, poolOf, type Orm } from '#db/orm.ts';
import { decide, evolve } from '#domain/dossier/index.ts';
import type { Command } from '#domain/dossier/commands.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { createDrafts } from '#tests/kit/engine/drafts.ts';
import { meetingAt } from '#tests/kit/held-row.ts';
import { createPeople, type People } from '#tests/kit/people.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let orm: Orm;
let pool: Pool;
let people: People;
const watching: Pool[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  pool = await poolOf(orm);
  people = await createPeople(pool);
});
afterAll(async () => {
  await Promise.all(watching.map((each) => each.end()));
  await orm?.close();
  await database?.drop();
});

/** The journal, its failures as the engine is told them. */
const journalOver = (db: Database) => ({
  record: (recording: Recording) => withoutContent(() => record({ db }, recording)),
});

/** What would be recorded for a command. */
function inputOf(state: Dossier | null, dossierId: string, command: Command): Recording {
  const key = randomUUID();
  const events = decide(state, command, new Date().toISOString());
  const after = events.reduce<Dossier | null>(evolve, state)!;
  return { dossierId, expectedSeq: state?.seq ?? 0, events, state: after, commandKey: key };
}

/** A database of one connection, and the names of what it is asked (the text where there is none). */
async function watched(): Promise<{ db: Database; asked: string[] }> {
  const one = new pg.Pool({ connectionString: database.url, max: 1 });
  watching.push(one);
  const asked: string[] = [];
  const client = await one.connect();
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: [string | { name?: string; text: string }]) => {
    const [what] = given;
    asked.push(typeof what === 'string' ? what : (what.name ?? what.text));
    return query(...given);
  }) as typeof client.query;
  client.release();
  return { db: databaseOver(one), asked };
}

function opening(): Recording {
  const dossierId = randomUUID();
  const { consumer: by, merchantId } = people;
  return inputOf(null, dossierId, { type: 'createDossier', dossierId, merchantId, policy: standardPolicy, by });
}

describe('the journal on real PostgreSQL', () => {
  test('recorded twice is recorded once, also at the same time', async () => {
    const { record } = journalOver(databaseOver(pool));
    const input = { ...opening(), digest: '0123456789abcdef' };
    const first = await record(input);
    expect(first).toEqual({ outcome: 'recorded', seq: 1, owed: 1, number: expect.stringMatching(/^\d{4}-\d+$/) });
    const again = await Promise.all([record(input), record(input)]);
    for (const answer of again) {
      // Which command it was, for whoever sends another under its key.
      const { digest } = input;
      expect(answer).toMatchObject({
        outcome: 'repeated',
        digest,
        result: { seq: 1, status: 'draft', repeated: true },
      });
    }
    const owed = await pool.query(`select count(*)::int as n from reaction where dossier_id = $1`, [input.dossierId]);
    expect(owed.rows[0].n).toBe(1);
    expect(await verifyChain(databaseOver(pool), input.dossierId)).toMatchObject({ intact: true, events: 1 });
  });

  test('an ordinary command is one exchange with the database, what it publishes included', async () => {
    const { db, asked } = await watched();
    const { record } = journalOver(db);
    const open = opening();
    await record(open);
    const drafts = createDrafts(pool, open.dossierId);
    const documentId = await drafts.document(people.consumer);
    const filing = inputOf(open.state, open.dossierId, { type: 'addDocument', documentId, by: people.consumer });
    asked.length = 0;
    expect(await record(filing)).toEqual({ outcome: 'recorded', seq: 2, owed: 0, number: expect.any(String) });
    expect(asked).toEqual(['journal-append-document']);

    const proposalId = randomUUID();
    const contentId = await drafts.proposal(people.consumer, proposalId);
    const submitting: Command = { type: 'submitDossier', proposalId, contentId, by: people.consumer };
    const submission = inputOf(filing.state, open.dossierId, submitting);
    expect(await record(submission)).toMatchObject({ outcome: 'recorded', seq: 4 });
    const { clerk } = people;
    const taking = inputOf(submission.state, open.dossierId, { type: 'takeCharge', replaces: null, by: clerk });
    asked.length = 0;
    expect(await record(taking)).toMatchObject({ outcome: 'recorded', seq: 5 });
    expect(asked).toEqual(['journal-append']);
    const messageId = await drafts.message(clerk);
    const posting: Command = { type: 'postMessage', thread: 'negotiation', messageId, by: clerk };
    asked.length = 0;
    expect(await record(inputOf(taking.state, open.dossierId, posting))).toMatchObject({ outcome: 'recorded', seq: 6 });
    expect(asked).toEqual(['journal-append-message']);
    const { rows } = await pool.query(
      `select published_at is not null as published from proposal_content where id = $1`,
      [contentId],
    );
    expect(rows).toEqual([{ published: true }]);
    expect(await verifyChain(databaseOver(pool), open.dossierId)).toMatchObject({ intact: true, events: 6 });
  });

  test('a command that waits for a row that someone changes meanwhile is recorded whole, on the row as it became', async () => {
    const { record } = journalOver(databaseOver(pool));
    const open = opening();
    await record(open);
    const documentId = await createDrafts(pool, open.dossierId).document(people.consumer);
    const filing = inputOf(open.state, open.dossierId, { type: 'addDocument', documentId, by: people.consumer });
    const changing = 'update dossier set problem_kind = $2 where id = $1';
    const held = { lock: changing, values: [open.dossierId, 'autre'] };
    const [recorded] = await meetingAt(pool, held, [() => record(filing)]);
    expect(recorded).toEqual({ outcome: 'recorded', seq: 2, owed: 0, number: expect.any(String) });
    const { rows } = await pool.query(
      `select d.seq, d.problem_kind, d.documents_count, o.published_at is not null as published
       from dossier d join document o on o.dossier_id = d.id where d.id = $1`,
      [open.dossierId],
    );
    expect(rows).toEqual([{ seq: 2, problem_kind: 'autre', documents_count: 1, published: true }]);
    expect(await verifyChain(databaseOver(pool), open.dossierId)).toMatchObject({ intact: true, events: 2 });
  });

  test('a command that is recorded while the same command waits is answered as what it is: done', async () => {
    const { record } = journalOver(databaseOver(pool));
    const open = opening();
    await record(open);
    const proposalId = randomUUID();
    const contentId = await createDrafts(pool, open.dossierId).proposal(people.consumer, proposalId);
    const submitting: Command = { type: 'submitDossier', proposalId, contentId, by: people.consumer };
    const submission = inputOf(open.state, open.dossierId, submitting);
    const held = { lock: 'select from dossier where id = $1 for update', values: [open.dossierId] };
    const twice = await meetingAt(pool, held, [() => record(submission), () => record(submission)]);
    expect(twice.map(({ outcome }) => outcome)).toEqual(['recorded', 'repeated']);
  });

  test('a command that comes second to another on the same row writes nothing, not even what it would publish', async () => {
    const { record } = journalOver(databaseOver(pool));
    const open = opening();
    await record(open);
    const { document } = createDrafts(pool, open.dossierId);
    const ids = [await document(people.consumer), await document(people.consumer)];
    const both = ids.map((documentId) =>
      record(inputOf(open.state, open.dossierId, { type: 'addDocument', documentId, by: people.consumer })),
    );
    const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['ahead', 'recorded']);
    const { rows } = await pool.query(
      `select count(published_at)::int as published from document where id = any ($1)`,
      [ids],
    );
    expect(rows).toEqual([{ published: 1 }]);
    expect(await verifyChain(databaseOver(pool), open.dossierId)).toMatchObject({ intact: true, events: 2 });
  });

  test('a command whose content cannot be published is refused, and leaves nothing', async () => {
    const { record } = journalOver(databaseOver(pool));
    const [open, other] = [opening(), opening()];
    await record(open);
    await record(other);
    const elsewhere = await createDrafts(pool, other.dossierId).document(people.consumer);
    const filing: Command = { type: 'addDocument', documentId: elsewhere, by: people.consumer };
    await expect(record(inputOf(open.state, open.dossierId, filing))).rejects.toMatchObject({ type: 'value.invalid' });
    const left = await pool.query(
      `select (select count(*)::int from dossier_event where dossier_id = d.id) as events,
         (select count(*)::int from dossier_command where dossier_id = d.id) as commands, d.seq, d.documents_count as documents,
         (select published_at from document where id = $2) as published from dossier d where id = $1`,
      [open.dossierId, elsewhere],
    );
    expect(left.rows).toEqual([{ events: 1, commands: 1, seq: 1, documents: 0, published: null }]);
  });

  test('numbers go on after the millionth, in as many digits as it takes', async () => {
    const { record } = journalOver(databaseOver(pool));
    await pool.query(`select setval('dossier_number_seq', 999998)`);
    const opened = [opening(), opening()];
    for (const each of opened) await record(each);
    const { rows } = await pool.query(`select number from dossier where id = any ($1) order by length(number)`, [
      opened.map(({ dossierId }) => dossierId),
    ]);
    expect(rows.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^\d{4}-999999$/),
      expect.stringMatching(/^\d{4}-1000000$/),
    ]);
  });

  test('a workflow that has not heard of what the journal knows is given the journal’s state, and nothing is written', async () => {
    const { record } = journalOver(databaseOver(pool));
    const first = opening();
    await record(first);
    const documentId = randomUUID();
    await pool.query(
      `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
       values ($1, $2, $3, 'consumer', 'deposit', '', '', 'text/plain', 1, '', '')`,
      [documentId, first.dossierId, people.consumer.userId],
    );
    const { consumer: by } = people;
    const lost = inputOf(first.state, first.dossierId, { type: 'addDocument', documentId, by });
    await record(lost);
    const stale = inputOf(first.state, first.dossierId, { type: 'addDocument', documentId: randomUUID(), by });
    expect(await record(stale)).toEqual({
      outcome: 'ahead',
      seq: 2,
      state: { ...lost.state, processed: [first, lost].map(({ commandKey: key }, n) => ({ key, seq: n + 1 })) },
      number: expect.any(String),
    });
    expect(await verifyChain(databaseOver(pool), first.dossierId)).toMatchObject({ intact: true, events: 2 });
  });

  test('§3 the keys of the last two hundred commands are handed on with the state, and are written with their commands alone', async () => {
    const db = databaseOver(pool);
    const open = { ...opening(), digest: '0123456789abcdef' };
    const { dossierId, commandKey: key, digest } = open;
    await record({ db }, open);
    const stored = async () => (await pool.query(`select state from dossier where id = $1`, [dossierId])).rows[0].state;
    expect(await stored()).toEqual(JSON.parse(JSON.stringify(open.state)));
    const keys = async () => (await loadJournalled(db, dossierId))!.state.processed!;
    expect(await keys()).toEqual([{ key, seq: 1, digest }]);
    const envelope = { key: randomUUID(), command: { type: 'takeCharge', replaces: null, by: people.clerk } } as const;
    await recordRefused(db, { dossierId, expectedSeq: 1, envelope }, 'command.not_allowed');
    expect(await keys()).toEqual([{ key, seq: 1, digest }]);
    // As an earlier release wrote it.
    await pool.query(
      `update dossier set state = state || '{"processed": [{"key": "former", "seq": 1}]}' where id = $1`,
      [dossierId],
    );
    expect(await keys()).toEqual([{ key, seq: 1, digest }]);
    await pool.query(
      `insert into dossier_command (dossier_id, command_key, seq, status, at) select $1, 'key-' || n, n, 'draft', now() from generate_series(2, 205) n`,
      [dossierId],
    );
    const last = await keys();
    expect([last.length, last[0], last.at(-1)]).toEqual([200, { key: 'key-6', seq: 6 }, { key: 'key-205', seq: 205 }]);
    expect((await dossiersAfter(db, null, 1_000)).find(({ id }) => id === dossierId)?.state.processed).toEqual(last);
  });

  test('several events of one command are linked one after the other, whichever of them publishes something', async () => {
    const { record } = journalOver(databaseOver(pool));
    const open = opening();
    await record(open);
    const documentId = await createDrafts(pool, open.dossierId).document(people.consumer);
    const filing = inputOf(open.state, open.dossierId, { type: 'addDocument', documentId, by: people.consumer });
    const extending: DossierEvent = {
      type: 'draftExtended',
      at: filing.events[0]!.at,
      by: people.consumer,
      until: filing.state.draftExpiresAt,
    };
    const several = { ...filing, events: [extending, ...filing.events, extending], state: { ...filing.state, seq: 4 } };
    expect(await record(several)).toMatchObject({ outcome: 'recorded', seq: 4 });
    expect(await verifyChain(databaseOver(pool), open.dossierId)).toMatchObject({ intact: true, events: 4 });
    const { rows } = await pool.query(
      `select seq, type, seal is not null as sealed from dossier_event where dossier_id = $1 order by seq`,
      [open.dossierId],
    );
    expect(rows.map(({ type, sealed }) => [type, sealed])).toEqual([
      ['dossierCreated', false],
      ['draftExtended', false],
      ['documentAdded', true],
      ['draftExtended', false],
    ]);
  });

  test('recovery looks at what the engine is not known to have followed, the oldest first, until it has the last event', async () => {
    const db = databaseOver(pool);
    const [first, second] = [opening(), opening()];
    for (const each of [first, second]) await record({ db }, each);
    const ours = [first.dossierId, second.dossierId];
    const behind = async () =>
      (await dossiersBehind(db, { graceSeconds: 0, limit: 1_000 }))
        .map(({ id }) => id)
        .filter((id) => ours.includes(id));
    expect(await behind()).toEqual(ours);
    const documentId = await createDrafts(pool, first.dossierId).document(people.consumer);
    await record(
      { db },
      inputOf(first.state, first.dossierId, { type: 'addDocument', documentId, by: people.consumer }),
    );
    expect(await behind()).toEqual(ours.toReversed());
    // Of an event before the last one, and of one that the journal does not know.
    for (const seq of [1, 3]) await noteFollowed(db, [{ dossierId: first.dossierId, seq }]);
    expect(await behind()).toEqual(ours.toReversed());
    await noteFollowed(db, [
      { dossierId: first.dossierId, seq: 2 },
      { dossierId: second.dossierId, seq: 1 },
    ]);
    expect(await behind()).toEqual([]);
  });

  test('events of a dossier that the journal does not know are refused for good', async () => {
    const { record } = journalOver(databaseOver(pool));
    const input = { ...opening(), expectedSeq: 3 };
    await expect(record(input)).rejects.toMatchObject({ type: 'dossier.unknown', nonRetryable: true });
    expect((await pool.query(`select 1 from dossier where id = $1`, [input.dossierId])).rowCount).toBe(0);
  });

  test('failures tell PostgreSQL’s code and never its words', async () => {
    const { record } = journalOver(databaseOver(pool));
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
