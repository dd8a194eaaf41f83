import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { requireSpace } from '#scripts/system/disk.ts';
import { takeLock, type Lock } from '#scripts/system/lock.ts';
import { Problem } from '#scripts/system/problem.ts';
import { endInOrder } from '#scripts/system/process-id.mjs';
import { recordedProcesses, recordProcesses } from '#scripts/system/processes.ts';

const kept = ['start.lock', 'install.lock'];

/** Present while the demonstration is being put in: a start that finds it has an incomplete one, and continues it. */
export const seedingFile = (dataDir: string): string => path.join(dataDir, 'seeding');

async function erase(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!kept.includes(name)) await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * Takes the data folder: one start at a time, nothing left running by one that was killed, room on the disk, and empty when asked.
 *
 * @throws Problem when another start uses it.
 */
export async function takeDataFolder(dataDir: string, fresh: boolean, say: (line: string) => void): Promise<Lock> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Problem(
      `The folder ${dataDir} cannot be made: make its parent writable, or choose another with DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  const lock = await takeLock(path.join(dataDir, 'start.lock'), ({ pid }) => {
    throw new Problem(
      `Already running as process ${pid} on ${dataDir}: stop it with Ctrl-C in its terminal (or kill ${pid}), or start another copy with DATA_DIR, PORT, MAIL_PORT and TEMPORAL_UI_PORT set.`,
    );
  });
  try {
    const processesFile = path.join(dataDir, 'processes.json');
    const ended = await endInOrder(recordedProcesses(processesFile));
    if (ended > 0) say(`Ended ${ended} programs that an earlier, killed start had left running.`);
    await requireSpace(dataDir, 0.5 * 1024 ** 3, 'the platform');
    if (fresh) await erase(dataDir);
    await mkdir(path.join(dataDir, 'logs'), { recursive: true });
    recordProcesses(processesFile);
    return {
      release: async () => {
        recordProcesses(null);
        await rm(processesFile, { force: true });
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
