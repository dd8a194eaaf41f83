import { setPriority } from 'node:os';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import type { Inspected } from '#web/server/uploads/kinds/inspect.ts';

/**
 * What threads of the web process do (threads/lane.ts). Each task loads its own libraries at its first call, so that the thread of one lane
 * does not carry those of another.
 */

// Threads yield to the event loop: on Linux, and there only, a priority is a thread's own.
if (process.platform === 'linux') setPriority(10);

/** How hard a password is to guess, from 0 to 4, `known` being the words that help (ASVS 6.2.4). */
export async function estimate({ password, known }: { password: string; known: string[] }): Promise<number> {
  const { estimatePassword } = await import('./estimate-password.ts');
  return estimatePassword(password, known);
}

/** One part of a document as DOCX, and how many parts it has; null when there is no such part. */
export async function documentPart({
  document,
  part,
}: {
  document: DocumentModel & { address: string };
  part: number;
}) {
  const { partBytes } = await import('#content/documents/parts.ts');
  return partBytes(document, part);
}

/** The type of a received file, or the code of its refusal. */
export async function inspect({ path, name }: { path: string; name: string }): Promise<Inspected> {
  const { inspected } = await import('#web/server/uploads/kinds/inspect.ts');
  return inspected(path, name);
}
