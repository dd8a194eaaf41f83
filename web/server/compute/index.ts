import { createLane } from '#threads/lane.ts';
import { createTurns } from '#threads/turns.ts';
import type * as tasks from './tasks.ts';

const file = new URL('./tasks.ts', import.meta.url);

type Tasks = typeof tasks;

/**
 * What takes more than 50 ms, off the event loop (ADR 10): one lane per kind of work, so that none delays another. Made once for the process; threads
 * start with the first task.
 */
export const compute = {
  passwords: createLane<Pick<Tasks, 'estimate'>>({
    file,
    atOnce: 1,
    waiting: 40,
    each: 5,
    milliseconds: 20_000,
    megabytes: 256,
  }),
  /** Documents made on request; a second request while one is being made is accepted, a third is not. */
  documents: createLane<Pick<Tasks, 'documentPart'>>({
    file,
    atOnce: 1,
    waiting: 20,
    each: 2,
    milliseconds: 30_000,
    megabytes: 512,
  }),
  files: createLane<Pick<Tasks, 'inspect'>>({
    file,
    atOnce: 1,
    waiting: 100,
    each: 20,
    milliseconds: 20_000,
    megabytes: 256,
  }),
  /** Hashing already runs off the loop, on the few threads that also read files: two at once leave the others free. */
  hashes: createTurns({ atOnce: 2, waiting: 200, each: 200 }),
};

/** Ends every thread, when the process stops. */
export async function stopCompute(): Promise<void> {
  await Promise.all([compute.passwords.stop(), compute.documents.stop(), compute.files.stop()]);
}
