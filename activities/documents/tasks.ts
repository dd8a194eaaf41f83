import { setPriority } from 'node:os';
import type { Paper } from '#content/documents/paper.ts';

// Threads yield to the event loop, which answers Temporal: on Linux, and there only, a priority is a thread's own.
if (process.platform === 'linux') setPriority(10);

/** A document's bytes, in a thread of the worker (threads/lane.ts): thousands of lines take a second. */
export async function paper(given: Paper): Promise<Uint8Array> {
  const { paperBytes } = await import('#content/documents/paper.ts');
  return paperBytes(given);
}
