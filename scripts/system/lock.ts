import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beganAt, isAlive, type ProcessId } from './process-id.mjs';

export { beganAt, isAlive };
export type { ProcessId };

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
