import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { readEnv } from '#config/env.ts';
import { tellAll } from '#scripts/demo/disputes/index.ts';
import { seed } from '#scripts/demo/seed.ts';
import { startProcess } from '#scripts/start/platform.ts';
import type { Managed } from '#scripts/system/processes.ts';
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

test('the demonstration plays through the services, each dispute ends its own way, and a second time changes nothing', async () => {
  const began = Date.now();
  await seed(readEnv(servers.env));
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
    ].sort(),
  );
  const before = await events();
  await seed(readEnv(servers.env));
  expect(before).toMatchObject({ participations: 1, absences: 1 });
  expect(await events()).toEqual(before);
  expect(await standing()).toEqual(ends);
}, 300_000);
