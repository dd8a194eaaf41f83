import { readFileSync, readdirSync } from 'node:fs';

/**
 * Which process a number means, and how to end one that we did not start. Plain JavaScript for Node 20: the bootstrap uses it before
 * anything is installed.
 *
 * @typedef {{ pid: number, began: string }} ProcessId A process as we remember it: a number alone may since have been given to another program.
 * @typedef {ProcessId & { signal?: string, graceMs?: number }} Ending A program and how it is ended: the signal that asks it, how long it may take.
 */

/**
 * When the process began, in the kernel's own ticks; empty where the system does not say (macOS, Windows); `ended` for a zombie.
 *
 * @param {number} pid
 * @returns {string}
 */
export function beganAt(pid) {
  const fields = statOf(pid);
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
}

/**
 * What the kernel says of a process after its name: state, parent, group, …; empty where it does not say.
 *
 * @param {number | string} pid
 * @returns {string[]}
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/**
 * True while that very process lives (a zombie does not).
 *
 * @param {ProcessId} id
 * @returns {boolean}
 */
export function isAlive({ pid, began }) {
  if (!exists(pid)) return false;
  const now = beganAt(pid);
  return now !== 'ended' && (!began || !now || began === now);
}

/**
 * Signals a program and what it started: the whole process group where it leads one.
 *
 * @param {number} pid
 * @param {string} signal
 */
export function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // Not the leader of a group, or over.
    }
  }
}

/**
 * Ends programs one after the other, the last started first: asks, waits, then insists.
 *
 * @param {Ending[]} programs in the order in which they were started
 * @returns {Promise<number>} how many of them were still there.
 */
export async function endInOrder(programs) {
  const alive = programs.filter((one) => one.pid > 1 && isAlive(one));
  for (const one of alive.toReversed()) {
    if (isAlive(one)) signalGroup(one.pid, one.signal ?? 'SIGTERM');
    await waitWhile(() => isAlive(one), one.graceMs ?? 10_000);
    if (isAlive(one)) signalGroup(one.pid, 'SIGKILL');
    await endStrays(one.pid);
  }
  return alive.length;
}

/**
 * Ends what a program leaves of its group when it ends, which nobody looks after any more: asks, then insists.
 *
 * @param {number} pid of the leader, which is over
 */
export async function endStrays(pid) {
  if (pid <= 1 || process.platform === 'win32' || !exists(-pid)) return;
  signalGroup(pid, 'SIGTERM');
  await waitWhile(() => exists(-pid), 3_000);
  if (exists(-pid)) signalGroup(pid, 'SIGKILL');
}

/**
 * True while a process of the group lives. Zombies count for nothing: who has to bury them may take its time.
 *
 * @param {number} leader
 */
function groupLives(leader) {
  if (!exists(-leader)) return false;
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    const [state, , group] = statOf(name);
    return group === String(leader) && state !== 'Z';
  });
}

/** @param {number} pid a process; the group that it leads when negative */
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Waits until something is over, or the time is: who waited looks again.
 *
 * @param {() => boolean} still
 * @param {number} ms
 */
async function waitWhile(still, ms) {
  for (const end = Date.now() + ms; still() && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
