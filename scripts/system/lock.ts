import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process as a lock remembers it: a number alone may since have been given to another program. */
export type ProcessId = { pid: number; began: string };

/** When the process began, in the kernel's own ticks; empty where the system does not say (macOS, Windows); `ended` for a zombie. */
export function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** True while that very process lives (a zombie does not). */
export function isAlive({ pid, began }: ProcessId): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beganAt(pid);
  return !began || !now || began === now;
}

const read = async (file: string): Promise<ProcessId | null> => {
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as ProcessId;
    return Number.isInteger(value.pid) ? value : null;
  } catch {
    return null;
  }
};

export type Lock = { release(): Promise<void> };

/**
 * Takes a lock file for this process. A lock left by a process that died is taken over.
 *
 * @param wait called each half second while a living process holds it; throw to give up.
 */
export async function takeLock(file: string, wait: (owner: ProcessId) => void): Promise<Lock> {
  await mkdir(path.dirname(file), { recursive: true });
  const me: ProcessId = { pid: process.pid, began: beganAt(process.pid) };
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(me), { flag: 'wx' });
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await read(file);
    if (owner && isAlive(owner)) {
      wait(owner);
      await sleep(500);
    } else {
      // A file just being written is empty for an instant: look twice before calling it abandoned.
      await sleep(50);
      const again = await read(file);
      if (!again || !isAlive(again)) await rm(file, { force: true });
    }
  }
}
