import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { databaseOver } from '#db/database.ts';
import { openOrm, poolOf } from '#db/orm.ts';
import { addressAs } from '#db/roles/names.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { startPostgres } from '#scripts/servers/postgres.ts';
import type { Remembered } from '#scripts/start/settings.ts';
import { beganAt, isAlive } from '#scripts/system/lock.ts';
import { root } from '#scripts/system/paths.ts';
import { freePorts, isFree } from '#scripts/system/ports.ts';
import { readOptions } from '#scripts/start/options.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { manualEngine } from '#tests/kit/engine/manual.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { createPeople } from '#tests/kit/people.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-start-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = {
  child: ChildProcess;
  out: () => string;
  ended: Promise<number | null>;
  until: (text: string, ms: number) => Promise<void>;
};

/** `npm start` after its bootstrap, on a data folder and ports of its own. */
function start(dataDir: string, ports: number[], args: string[] = []): Run {
  const [PORT, MAIL_PORT, TEMPORAL_UI_PORT] = ports.map(String);
  const {
    DATABASE_URL: _d,
    DATABASE_OWNER_URL: _o,
    DATABASE_WORKER_URL: _w,
    TEMPORAL_ADDRESS: _t,
    SMTP_URL: _s,
    NODE_OPTIONS: _n,
    ...rest
  } = process.env;
  const child = spawn(path.join(root, 'node_modules/node/bin/node'), ['scripts/start.ts', ...args], {
    cwd: root,
    env: { ...rest, PORT, MAIL_PORT, TEMPORAL_UI_PORT, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const until = async (wanted: string, ms: number): Promise<void> => {
    const failure = () => new Error(`«${wanted}» did not come:\n${text}`);
    const said = () => {
      if (text.includes(wanted)) return true;
      if (child.exitCode !== null) throw failure();
      return false;
    };
    await eventually(said, { within: ms, failure });
  };
  return { child, out: () => text, ended, until };
}

const newFolder = (name: string): string => path.join(folder, name);

describe('npm start says in one sentence what to do', () => {
  it('when a port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const [mail, ui] = await freePorts(2);
    const run = start(newFolder('taken'), [port, mail!, ui!]);
    const code = await run.ended;
    await new Promise((resolve) => server.close(resolve));
    expect(run.out()).toContain(
      `Port ${port}, meant for the application, is taken by another program: stop that program, or choose another port with PORT=${port + 100}.`,
    );
    expect(code).toBe(1);
    expect(existsSync(path.join(newFolder('taken'), 'start.lock'))).toBe(false);
  });

  it('when it runs already on the same data', async () => {
    const dataDir = newFolder('running');
    await mkdir(dataDir, { recursive: true });
    await writeFile(
      path.join(dataDir, 'start.lock'),
      JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }),
    );
    const run = start(dataDir, await freePorts(3));
    expect(await run.ended).toBe(1);
    expect(run.out()).toContain(`Already running as process ${process.pid}`);
    expect(existsSync(path.join(dataDir, 'start.lock'))).toBe(true);
  });

  it('takes over the lock of a start that was killed, and ends what it had left running', async () => {
    const dataDir = newFolder('stale');
    await mkdir(dataDir, { recursive: true });
    const left = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    const id = { pid: left.pid!, began: beganAt(left.pid!) };
    await writeFile(path.join(dataDir, 'start.lock'), JSON.stringify({ pid: 2_999_999, began: '1' }));
    await writeFile(path.join(dataDir, 'processes.json'), JSON.stringify([id]));
    // A bad setting ends this start right after the folder is ours.
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const [mail, ui] = await freePorts(2);
    const run = start(dataDir, [(server.address() as { port: number }).port, mail!, ui!]);
    await run.ended;
    await new Promise((resolve) => server.close(resolve));
    expect(run.out()).toContain('Ended 1 programs that an earlier, killed start had left running.');
    expect(isAlive(id)).toBe(false);
    expect(existsSync(path.join(dataDir, 'start.lock'))).toBe(false);
  });

  it('for arguments and settings that make no sense', () => {
    const options = (args: string[], env: Record<string, string>) => () => readOptions('start', args, env as never);
    expect(options(['--frehs'], {})).toThrow('Unknown argument --frehs: the only one is --fresh, which begins anew.');
    expect(options([], { PORT: '99999' })).toThrow('PORT=99999 is not a port: give a whole number from 1 to 65535.');
    expect(options([], { PORT: '3001' })).toThrow(
      'PORT, MAIL_PORT and TEMPORAL_UI_PORT must differ; they are 3001, 3001, 3002.',
    );
    expect(options(['--fresh'], { DATABASE_URL: 'postgres://x/y' })).toThrow(
      /erases only what this command keeps itself/,
    );
  });

  it('puts no demonstration into a database that someone else keeps, unless asked', () => {
    const demo = (env: Record<string, string>): boolean => readOptions('start', [], env as never).demo;
    expect(demo({})).toBe(true);
    expect(demo({ DATABASE_URL: 'postgres://x/y' })).toBe(false);
    expect(demo({ DATABASE_URL: 'postgres://x/y', DEMO: 'true' })).toBe(true);
    expect(demo({ DEMO: 'false' })).toBe(false);
  });
});

/** A data folder as releases before the roles left it: everything in the database is the administrator's. */
async function ofAnEarlierRelease(dataDir: string): Promise<{ url: string; dossierId: string }> {
  const [postgresPort] = await freePorts(1);
  const settings = {
    postgresPort,
    postgresPassword: 'of-before',
    codePepper: 'p'.repeat(40),
    journalKey: 'j'.repeat(40),
  };
  await mkdir(path.join(dataDir, 'logs'), { recursive: true });
  await writeFile(path.join(dataDir, 'settings.json'), JSON.stringify(settings));
  await chmod(folder, 0o711); // another account runs PostgreSQL when we are root
  const postgres = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    password: settings.postgresPassword,
    port: postgresPort!,
  });
  try {
    await postgres.createDatabase('parle');
    const url = postgres.url('parle');
    const orm = await openOrm(url, { poolMax: 2 });
    await orm.migrator.up();
    const pool = await poolOf(orm);
    const people = await createPeople(pool);
    const play = await openPlay({ engine: manualEngine(databaseOver(pool)), pool, people }, inNegotiation);
    await orm.close(true);
    return { url, dossierId: play.dossierId };
  } finally {
    await postgres.stop();
  }
}

/** Who owns what, and what the record says of itself. */
async function lookInto(url: string, dossierId: string) {
  const orm = await openOrm(url, { poolMax: 2 });
  try {
    const pool = await poolOf(orm);
    const { rows } = await pool.query<{ owner: string }>(
      `select distinct relowner::regrole::text as owner from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')`,
    );
    const chain = await verifyChain(databaseOver(pool), dossierId);
    return { owners: rows.map(({ owner }) => owner), chain };
  } finally {
    await orm.close(true);
  }
}

describe('npm start', () => {
  it('takes over the data of an earlier release, where one role owned and did everything', async () => {
    const dataDir = newFolder('earlier');
    const { url, dossierId } = await ofAnEarlierRelease(dataDir);
    const run = start(dataDir, await freePorts(3));
    try {
      await run.until('Parle consommation is ready', 240_000);
      const settings = JSON.parse(await readFile(path.join(dataDir, 'settings.json'), 'utf8')) as Remembered;
      const found = await lookInto(addressAs('worker', url, settings.rolePasswords.worker), dossierId);
      expect(found).toMatchObject({ owners: ['parle_owner'], chain: { intact: true } });
    } finally {
      run.child.kill('SIGINT');
    }
    expect(await run.ended).toBe(0);
  }, 300_000);

  it('brings everything up, stops in order, comes back within half a minute with its data, and begins anew when asked', async () => {
    const dataDir = newFolder('whole');
    const ports = await freePorts(3);
    const [port, mailPort, uiPort] = ports;
    const first = start(dataDir, ports);
    await first.until('Parle consommation is ready', 240_000);
    await first.until('Ctrl-C stops everything', 1000);
    for (const place of [`http://localhost:${port}`, `http://localhost:${mailPort}`, `http://localhost:${uiPort}`]) {
      expect(first.out()).toContain(place);
    }
    const { demoGuides, demoPeople } = await import('#scripts/demo/people.ts');
    const roles = new Set<string>(demoPeople.map(({ role }) => role));
    roles.add('consumerRepresentative');
    expect(demoGuides.map(({ role }) => role).sort()).toEqual([...roles].sort());
    const printed = demoPeople.filter(({ email }) => first.out().includes(email));
    expect(printed.map(({ key }) => key).sort()).toEqual(demoGuides.map(({ key }) => key).sort());
    expect(first.out()).toContain(demoGuides[0]!.password);
    const everyone = await fetch(`http://localhost:${port}/demonstration`);
    expect(first.out()).toContain(`http://localhost:${port}/demonstration`);
    const buttons = (await everyone.text()).match(/<button[^>]*name="userId"/g) ?? [];
    expect(buttons).toHaveLength(demoPeople.length);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${mailPort}/`, { headers: { accept: 'text/html' } })).status).toBe(200);
    const ui = await fetch(`http://127.0.0.1:${uiPort}/api/v1/settings`);
    expect(await ui.json()).toMatchObject({ DisableWriteActions: true, DefaultNamespace: 'parle-consommation' });

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.out()).toContain('Stopped.');
    expect(first.out()).not.toContain('did not end in order');
    expect(await Promise.all(ports.map((one) => isFree(one)))).toEqual([true, true, true]);
    expect(existsSync(path.join(dataDir, 'processes.json'))).toBe(false);
    const secrets = await readFile(path.join(dataDir, 'settings.json'), 'utf8');

    const began = Date.now();
    const second = start(dataDir, ports);
    await second.until('Parle consommation is ready', 60_000);
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(await readFile(path.join(dataDir, 'settings.json'), 'utf8')).toBe(secrets);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);

    await writeFile(path.join(dataDir, 'files', 'of-before'), 'x');
    const third = start(dataDir, ports, ['--fresh']);
    await third.until('Database schema', 60_000);
    third.child.kill('SIGINT');
    await third.ended;
    expect(existsSync(path.join(dataDir, 'files', 'of-before'))).toBe(false);
    expect(await readFile(path.join(dataDir, 'settings.json'), 'utf8')).not.toBe(secrets);
  }, 400_000);
});
