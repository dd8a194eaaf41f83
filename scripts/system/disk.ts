import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './problem.ts';

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)));

/**
 * Makes sure a folder's disk has room before a long step, rather than halfway through it.
 *
 * @throws Problem that says how much to free, and where.
 */
export async function requireSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(nearest(path.resolve(folder)));
  const gigabytes = (value: number): string => (value / 1024 ** 3).toFixed(1);
  if (bavail * bsize >= bytes) return;
  throw new Problem(
    `The disk of ${folder} has ${gigabytes(bavail * bsize)} GB left and ${what} needs ${gigabytes(bytes)} GB: free some space, then try again.`,
  );
}
