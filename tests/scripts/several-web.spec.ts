import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { href, pages } from '#contracts/pages/index.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { isAlive } from '#scripts/system/process-id.mjs';
import { webProcessesOn } from '#scripts/start/platform.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { signedInTo } from '#tests/kit/pages.ts';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';

type Line = { process?: number; msg?: string; pid?: number; route?: string; status?: number };

let web: WebProcess;

beforeAll(async () => {
  web = await startWebProcess({ WEB_PROCESSES: '2' });
});
afterAll(() => web?.stop());

const lines = (): Line[] =>
  web
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

const listening = (): Line[] => lines().filter(({ msg }) => msg === 'listening');

/** By a connection of its own, which goes to whichever process is free. */
function ask(path: string, cookie = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    get(web.origin + path, { agent: false, headers: { cookie } }, (answer: IncomingMessage) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', reject);
  });
}

test('processes that serve one port know the same sessions', async () => {
  expect(listening().map(({ process: id }) => id)).toEqual(expect.arrayContaining([1, 2]));
  const pool = new pg.Pool({ connectionString: web.databaseUrl, max: 1 });
  const { consumer } = await createPeople(pool);
  await admitEveryone(pool);
  const cookie = `pc_session=${await signedInTo(pool, { origin: web.origin, trusted: web.origin }).session(consumer.userId)}`;
  await pool.end();
  const statuses = await Promise.all(Array.from({ length: 40 }, () => ask(href(pages.accounts.profile), cookie)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  const served = (): Set<number | undefined> =>
    new Set(
      lines()
        .filter(({ route, status }) => route === href(pages.accounts.profile) && status === 200)
        .map(({ process: id }) => id),
    );
  await eventually(async () => served().size === 2, { within: 5_000, every: 50 });
});

test('one that is killed takes no page with it, and another takes its place', async () => {
  const [first] = listening();
  process.kill(first!.pid!, 'SIGKILL');
  await eventually(
    async () => {
      // The other one serves meanwhile.
      expect(await ask(href(pages.public.home))).toBe(200);
      return listening().length === 3;
    },
    { within: 30_000, every: 20, failure: () => new Error('nothing took the place of the one that was killed') },
  );
  for (let asked = 0; asked < 8; asked += 1) expect(await ask(href(pages.public.home))).toBe(200);
});

test('all of them end in order when they are told to', async () => {
  const pids = listening().map(({ pid }) => pid!);
  const ended = new Promise<number | null>((resolve) => web.child.once('exit', resolve));
  web.child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(lines().filter(({ msg }) => msg === 'stopped')).toHaveLength(2);
  expect(pids.filter((pid) => isAlive({ pid, began: '' }))).toEqual([]);
});

test('none of them outlives the one that keeps them up', async () => {
  const other = await startWebProcess({ WEB_PROCESSES: '2' });
  const pids = [...other.log().matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid));
  expect(pids).toHaveLength(2);
  other.child.kill('SIGKILL');
  await eventually(() => !pids.some((pid) => isAlive({ pid, began: '' })));
  await other.stop();
});

test('a machine of two cores has one, a larger one half as many as its cores', () => {
  expect([1, 2, 3, 4, 8, 64].map(webProcessesOn)).toEqual([1, 1, 1, 2, 4, 8]);
});
