import { setPriority } from 'node:os';
import type { DocumentModel } from '#content/documents/render-docx.ts';

// Threads yield to the event loop, which answers Temporal: on Linux, and there only, a priority is a thread's own.
if (process.platform === 'linux') setPriority(10);

/** A document's bytes, in a thread of the worker (threads/lane.ts): thousands of lines take a second. */
export async function docx(model: DocumentModel): Promise<Uint8Array> {
  const { renderDocx } = await import('#content/documents/render-docx.ts');
  return renderDocx(model);
}
