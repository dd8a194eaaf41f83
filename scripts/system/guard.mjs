import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The programs that must not outlive this process. Plain JavaScript for Node 20, as scripts/system/process-id.mjs.
 *
 * @typedef {import('./process-id.mjs').Ending} Ending
 */

const program = fileURLToPath(new URL('./guardian.cjs', import.meta.url));

/** @type {Ending[]} */
let guarded = [];
/** @type {import('node:child_process').ChildProcess | null} */
let guardian = null;

/** Called before a program is started: whatever becomes of this process then, there is a guardian to be told of the program. */
export function readyGuardian() {
  guardian ??= start();
}

/**
 * Says which programs this process has under way, in the order in which they were started. However it ends, they are ended too, the last
 * first (scripts/system/guardian.cjs).
 *
 * @param {Ending[]} programs all of them, each time
 */
export function guard(programs) {
  guarded = programs;
  if (guarded.length === 0) {
    const idle = guardian;
    guardian = null;
    if (!idle?.connected) return;
    idle.send([], () => undefined);
    idle.disconnect();
    return;
  }
  readyGuardian();
  if (guardian?.connected) guardian.send(guarded, () => undefined);
}

function start() {
  const { NODE_OPTIONS: _flags, ...env } = process.env;
  // In a session of its own: what is sent to our group, or to our terminal, does not reach it.
  const child = spawn(process.execPath, [program], {
    detached: true,
    cwd: '/',
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  child.on('error', () => undefined);
  child.once('exit', () => {
    if (guardian !== child) return;
    guardian = null;
    if (guarded.length > 0) guard(guarded);
  });
  return child;
}
