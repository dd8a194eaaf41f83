import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { root } from '#scripts/system/paths.ts';
import { freePorts, isFree } from '#scripts/system/ports.ts';
import { beganAt, isAlive } from '#scripts/system/lock.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { markedProcesses, type Marked } from '#tests/kit/marked.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-stop-'));
await chmod(folder, 0o711); // another account runs PostgreSQL when we are root
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A link of the chain, by what its command says. */
const links = {
  // It takes its name after a moment, and adds what it runs after another.
  npm: /^(node \S*\/)?npm( |$)/,
  bootstrap: /bootstrap\.mjs/,
  script: /scripts\/(start|test)\.ts/,
  web: /web\/server\/main\.ts/,
  postgres: /postgres -D/,
  guardian: /guardian\.cjs/,
} as const;
type Link = keyof typeof links;

type Command = {
  child: ChildProcess;
  out(): string;
  left(): Marked[];
  pid(link: Link): number;
  /** Waits until nothing of it lives. */
  gone(): Promise<void>;
  said(text: string, ms: number): Promise<void>;
};

/** A command of npm as a person or a supervisor gives it, with nothing of this run's environment but the path. */
function give(
  [program, ...args]: [program: string, ...args: string[]],
  settings: Record<string, string>,
  cwd = root,
): Command {
  const mark = `PARLE_MARK=${randomUUID()}`;
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(program, args, {
    cwd,
    // A group of its own, as a shell gives to each command.
    detached: true,
    env: {
      PATH,
      HOME,
      ...(TMPDIR ? { TMPDIR } : {}),
      PARLE_MARK: mark.slice(11),
      ...settings,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  // A server has a clean environment, and is known by its parent only while that lives: remembered from then on.
  const seen = new Map<number, Marked & { began: string }>();
  const left = (): Marked[] => {
    for (const one of markedProcesses(mark)) {
      // Called by its newest name: a process that was just begun may still have that of what begins it.
      seen.set(one.pid, { ...one, began: seen.get(one.pid)?.began ?? beganAt(one.pid) });
    }
    return [...seen.values()].filter(isAlive);
  };
  return {
    child,
    out: () => text,
    left,
    pid(link) {
      const found = left().find(({ command }) => links[link].test(command));
      if (!found) throw new Error(`no ${link} among ${JSON.stringify(left())}:\n${text}`);
      return found.pid;
    },
    async gone() {
      await eventually(async () => left().length === 0, { within: 40_000 }).catch(() => expect(left()).toEqual([]));
    },
    async said(wanted, ms) {
      await eventually(async () => text.includes(wanted) || child.exitCode !== null, { within: ms }).catch(
        () => undefined,
      );
      expect(text).toContain(wanted);
    },
  };
}

const ready = 'Parle consommation is ready';

/** `npm start` without its demonstration, on a data folder and ports of its own. */
async function place(name: string) {
  const dataDir = path.join(folder, name);
  const ports = await freePorts(3);
  const [PORT, MAIL_PORT, TEMPORAL_UI_PORT] = ports.map(String) as [string, string, string];
  return {
    dataDir,
    ports,
    start: () => give(['npm', 'start'], { DATA_DIR: dataDir, DEMO: 'false', PORT, MAIL_PORT, TEMPORAL_UI_PORT }),
  };
}

async function rowsOf(dataDir: string, text: string): Promise<unknown[]> {
  const { postgresPort, postgresPassword } = JSON.parse(
    await readFile(path.join(dataDir, 'settings.json'), 'utf8'),
  ) as {
    postgresPort: number;
    postgresPassword: string;
  };
  const client = new pg.Client({
    host: '127.0.0.1',
    port: postgresPort,
    user: 'parle',
    password: postgresPassword,
    database: 'parle',
  });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  test('whoever of the chain is told to stop or killed, all ends, ports are free, and the next start has the data', async () => {
    const { dataDir, ports, start } = await place('chain');
    const cases: [Link, NodeJS.Signals][] = [
      ['npm', 'SIGTERM'],
      ['npm', 'SIGINT'],
      ['npm', 'SIGKILL'],
      ['bootstrap', 'SIGKILL'],
      ['script', 'SIGKILL'],
      ['postgres', 'SIGKILL'],
    ];
    for (const [index, [link, signal]] of cases.entries()) {
      const command = start();
      await command.said(ready, 240_000);
      if (index === 0) await rowsOf(dataDir, 'create table of_this_test (n int)');
      await rowsOf(dataDir, `insert into of_this_test values (${index})`);
      process.kill(command.pid(link), signal);
      await command.gone();
      expect([link, signal, await Promise.all(ports.map((port) => isFree(port)))]).toEqual([
        link,
        signal,
        [true, true, true],
      ]);
    }
    const last = start();
    await last.said(ready, 120_000);
    expect(await rowsOf(dataDir, 'select n from of_this_test order by n')).toEqual(cases.map((_, n) => ({ n })));
    // Its end is the matter of one process only: it comes back, and a lost guardian too, which still does its work.
    const web = last.pid('web');
    process.kill(web, 'SIGKILL');
    process.kill(last.pid('guardian'), 'SIGKILL');
    await last.said('Starting it again', 20_000);
    await eventually(async () => last.left().some(({ pid, command }) => links.web.test(command) && pid !== web));
    await eventually(async () => last.left().some(({ command }) => links.guardian.test(command)));
    process.kill(last.pid('script'), 'SIGKILL');
    await last.gone();
  }, 600_000);

  test('told to stop at each step of a first start, it leaves nothing running and a folder that the next start takes', async () => {
    const { dataDir, start } = await place('first');
    const steps: [string, NodeJS.Signals][] = [
      ['postgres.new', 'SIGTERM'],
      ['postgres.new', 'SIGKILL'],
      ['logs/temporal.log', 'SIGHUP'],
      ['logs/web.log', 'SIGINT'],
    ];
    for (const [file, signal] of steps) {
      const command = start();
      const begun = () => command.left().some(({ command: line }) => links.script.test(line));
      await eventually(async () => begun() && existsSync(path.join(dataDir, file)), { within: 120_000 });
      process.kill(command.pid('npm'), signal);
      await command.gone();
      if (file !== 'logs/web.log') continue;
      expect(existsSync(path.join(dataDir, 'start.lock'))).toBe(false);
    }
    const whole = start();
    await whole.said(ready, 240_000);
    process.kill(whole.pid('npm'), 'SIGTERM');
    await whole.gone();
  }, 600_000);
});

describe('npm test', () => {
  test.each([
    ['timeout', 'SIGTERM'],
    ['script', 'SIGKILL'],
  ] as const)(
    'ended by %s with %s leaves no server behind',
    async (who, signal) => {
      const command = give(['npm', 'test', '--', 'processes', 'scripts/time-skipping'], {});
      await eventually(async () => command.left().some(({ command: line }) => links.postgres.test(line)), {
        within: 120_000,
      });
      // As timeout(1) does: the command, then its whole group.
      if (who === 'timeout')
        for (const target of [command.child.pid!, -command.child.pid!]) process.kill(target, signal);
      else process.kill(command.pid('script'), signal);
      await command.gone();
    },
    200_000,
  );
});

describe('the installation of packages', () => {
  /** The bootstrap alone in a folder without packages, with an npm that never comes to an end. */
  async function clone(name: string) {
    const at = path.join(folder, name);
    const bin = path.join(at, 'bin');
    await mkdir(path.join(at, 'scripts/system'), { recursive: true });
    await mkdir(bin);
    for (const file of [
      'bootstrap.mjs',
      ...['callers.mjs', 'guard.mjs', 'guardian.cjs', 'process-id.mjs'].map((one) => `system/${one}`),
    ]) {
      await writeFile(path.join(at, 'scripts', file), await readFile(path.join(root, 'scripts', file)));
    }
    await writeFile(path.join(at, 'scripts/start.ts'), '');
    await writeFile(path.join(at, 'package-lock.json'), '{"packages":{}}');
    await writeFile(path.join(bin, 'npm'), '#!/bin/sh\nsleep 600 &\nwait\n', { mode: 0o755 });
    const PATH = `${bin}${path.delimiter}${process.env['PATH']}`;
    const lock = path.join(at, '.data/install.lock');
    return { lock, start: () => give([process.execPath, 'scripts/bootstrap.mjs', 'start'], { PATH }, at) };
  }

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'ends with %s, with all that npm started',
    async (signal) => {
      const { lock, start } = await clone(`install-${signal}`);
      for (const _ of [1, 2]) {
        const command = start();
        await eventually(async () => command.left().some(({ command: line }) => line.startsWith('sleep 600')));
        // Its guardian knows of npm by then.
        await eventually(async () => (await readFile(lock, 'utf8')).includes('},{'));
        process.kill(command.child.pid!, signal);
        await command.gone();
        if (signal !== 'SIGKILL') expect(existsSync(lock)).toBe(false);
        else
          expect((JSON.parse(await readFile(lock, 'utf8')) as { pid: number; began: string }[]).some(isAlive)).toBe(
            false,
          );
      }
    },
  );
});
