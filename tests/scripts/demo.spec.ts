import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { verifyJournal } from '#activities/journal/verify-journal.ts';
import { createRecoveryEngine } from '#activities/recovery/engine.ts';
import { readEnv } from '#config/env.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { tellAll } from '#scripts/demo/disputes/index.ts';
import { seed } from '#scripts/demo/seed.ts';
import { startProcess } from '#scripts/start/platform.ts';
import { eventually } from '#scripts/system/eventually.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';
import { startTestServers, type TestServers } from '#tests/kit/servers.ts';

let servers: TestServers;
let worker: Managed;
let client: pg.Client;

beforeAll(async () => {
  servers = await startTestServers();
  const { PATH = '', HOME = '' } = process.env;
  const logs = path.join(tmpdir(), `parle-demo-${process.pid}`);
  worker = startProcess({ name: 'worker', env: { PATH, HOME, TZ: 'UTC', ...servers.workerEnv }, logs });
  client = new pg.Client({ connectionString: servers.databaseUrl });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await worker?.stop();
  await servers?.stop();
});

const standing = async () => {
  const { rows } = await client.query<{ key: string }>(
    `select status || ':' || coalesce(outcome, '-') || ':' || proposals_count as key from dossier order by 1`,
  );
  return rows.map(({ key }) => key);
};
/** What is told of the dossiers, and what waits for the Office beside them. */
const events = async () =>
  (
    await client.query(
      `select (select count(*)::int from dossier_event) as events, (select count(*)::int from participation) as participations,
         (select count(*)::int from mediator_absence) as absences, (select count(*)::int from referral) as referrals`,
    )
  ).rows[0];

/** one merchant has not answered for weeks; its dossier is whole, in the journal and in the engine alike. */
async function isSilent(count: number): Promise<void> {
  const { rows } = await client.query<{ id: string; seq: number; days: number }>(
    `select id, seq, extract(day from now() - turn_since)::int as days from dossier where status = 'submitted' and turn_since < now() - interval '15 days'`,
  );
  expect(rows).toMatchObject([{ days: 23 }]);
  const { id, seq } = rows[0]!;
  const happened = await client.query<{ kind: string; days: number }>(
    `select coalesce(payload ->> 'kind', type) as kind, extract(day from now() - at)::int as days from dossier_event where dossier_id = $1 order by seq`,
    [id],
  );
  expect(happened.rows.map(({ kind }) => kind)).toEqual([
    'dossierCreated',
    'dossierSubmitted',
    'proposalMade',
    ...[1, 2, 3].map((nth) => `takeChargeReminder:${nth}`),
    'takeChargeAlert',
  ]);
  const days = happened.rows.map((row) => row.days);
  expect([days[0], days.at(-1)! < 9, [...days].sort((a, b) => b - a)]).toEqual([23, true, days]);
  const env = readEnv(servers.env);
  const engine = openEngineClient(env);
  const orm = await openOrm(servers.databaseUrl, { poolMax: 1 });
  try {
    const workflows = createRecoveryEngine({ client: engine.client, taskQueue: env.TEMPORAL_TASK_QUEUE });
    expect(await workflows.seqOf(id)).toBe(seq);
    const keys = [servers.workerEnv['JOURNAL_KEY']!];
    const check = await verifyJournal(await databaseOf(orm), { keys });
    expect(check).toMatchObject({ dossiers: count, broken: [] });
  } finally {
    await orm.close(true);
    await engine.close();
  }
  // What it owes is done: the merchant has its notices, the Office its alert.
  const mails = async () =>
    (
      await client.query<{ template: string }>(`select distinct template from mail where dossier_id = $1 order by 1`, [
        id,
      ])
    ).rows.map(({ template }) => template);
  await eventually(async () => (await mails()).length >= 2, { within: 30_000 });
}

test('the demonstration plays through the services, each dispute ends its own way, and a second time changes nothing', async () => {
  const began = Date.now();
  const journal = { databaseUrl: servers.as.worker, journalKey: servers.workerEnv['JOURNAL_KEY']! };
  await seed(readEnv(servers.env), { journal });
  // The budget of a first start.
  expect(Date.now() - began).toBeLessThan(150_000);
  const ends = await standing();
  expect(ends).toHaveLength(tellAll(new Date()).length);
  expect(ends).toEqual(
    [
      'closed:agreement:1',
      'closed:agreement:3',
      'closed:agreement:3',
      'closed:mediationFailed:3',
      'closed:refused:1',
      'closed:withdrawn:1',
      'closed:withdrawn:2',
      'draft:-:0',
      'draft:-:0',
      'mediation:-:3',
      'mediationRequested:-:4',
      'negotiation:-:1',
      'negotiation:-:4',
      'negotiation:-:4',
      'negotiation:-:40',
      'negotiation:-:5',
      'submitted:-:1',
      'submitted:-:1',
    ].sort(),
  );
  await isSilent(ends.length);
  const before = await events();
  await seed(readEnv(servers.env), { journal });
  expect(before).toMatchObject({ participations: 1, absences: 1 });
  expect(await events()).toEqual(before);
  expect(await standing()).toEqual(ends);
}, 300_000);
