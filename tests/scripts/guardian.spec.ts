import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { eventually } from '#scripts/system/eventually.ts';
import { beganAt, isAlive, type ProcessId } from '#scripts/system/lock.ts';
import { root } from '#scripts/system/paths.ts';

/** Starts a program, says its number, names it to its guardian and is killed at once: before the guardian's own process has begun to run. */
const killedAtOnce = `
  import { spawn } from 'node:child_process';
  import { writeSync } from 'node:fs';
  import { guard, readyGuardian } from '${pathToFileURL(path.join(root, 'scripts/system/guard.mjs')).href}';
  import { beganAt } from '${pathToFileURL(path.join(root, 'scripts/system/process-id.mjs')).href}';
  readyGuardian();
  const { pid } = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  guard([{ pid, began: beganAt(pid) }]);
  writeSync(1, String(pid));
  process.kill(process.pid, 'SIGKILL');
`;

/** The pinned Node, and the machine's own: the packages are installed under that one. */
const nodes = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'node'))
  .filter((file) => existsSync(file) && !file.startsWith(root))
  .slice(0, 1);

/** The program of a parent that was killed at once. */
async function leftBy(node: string): Promise<ProcessId> {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const parent = spawn(node, ['--input-type=module', '-e', killedAtOnce], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  parent.stdout.on('data', (chunk) => (said += String(chunk)));
  const [, signal] = await once(parent, 'close');
  expect(signal).toBe('SIGKILL');
  return { pid: Number(said), began: beganAt(Number(said)) };
}

test.each([process.execPath, ...nodes])(
  'a program does not outlive who started it under %s, even one that is killed in the instant after',
  async (node) => {
    // Many at once, so that guardians are slow to come to life.
    const programs = await Promise.all(Array.from({ length: 10 }, () => leftBy(node)));
    try {
      await eventually(async () => !programs.some(isAlive), { within: 30_000 });
    } finally {
      for (const { pid } of programs.filter(isAlive)) process.kill(pid, 'SIGKILL');
    }
  },
  120_000,
);
