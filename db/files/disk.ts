import { propertyOf } from '#contracts/unknown-values.ts';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, mkdtemp, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkKey, FileMissing, type FileStore, type StoredFile } from './store.ts';

/** Far longer than the longest silence of a file that arrives, and than what checking and storing it takes. */
const leftBehindMs = 3_600_000;

/**
 * Files on a disk, for one machine. Bytes are written to a temporary name, flushed, then linked under their key: a reader never sees half a file, two
 * writers never mix, and what was reported as stored survives a power cut.
 *
 * @param root folder of the store; made when missing.
 */
export function openDiskStore(root: string): FileStore {
  const comingIn = join(root, 'incoming');
  const pathOf = (key: string) => {
    checkKey(key);
    return join(root, ...key.split('/'));
  };

  async function put(key: string, content: Uint8Array | Readable): Promise<StoredFile> {
    const target = pathOf(key);
    const waiting = join(comingIn, randomUUID());
    await mkdir(comingIn, { recursive: true, mode: 0o700 });
    await mkdir(dirname(target), { recursive: true });
    try {
      const { sha256, size } = await writeDurably(waiting, content);
      const created = await linkOnce(waiting, target);
      if (created) await flushFolder(dirname(target));
      return { key, sha256, size, created };
    } finally {
      await rm(waiting, { force: true });
    }
  }

  return {
    root,
    put,
    putFile: (key, path) => put(key, createReadStream(path)),
    async open(key) {
      const path = pathOf(key);
      await stat(path).catch(missing);
      return createReadStream(path);
    },
    async read(key) {
      return readFile(pathOf(key)).catch(missing);
    },
    async remove(key) {
      await unlink(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
    async incoming() {
      await mkdir(comingIn, { recursive: true, mode: 0o700 });
      const path = await mkdtemp(join(comingIn, 'upload-'));
      return { path, remove: () => rm(path, { recursive: true, force: true }) };
    },
    async sweepIncoming() {
      const names = await readdir(comingIn).catch(() => []);
      let removed = 0;
      for (const name of names) {
        const path = join(comingIn, name);
        if ((await lastWritten(path)) > Date.now() - leftBehindMs) continue;
        await rm(path, { recursive: true, force: true });
        removed += 1;
      }
      return removed;
    },
    async removeFolder(folder) {
      await rm(pathOf(folder), { recursive: true, force: true });
    },
  };
}

/** When a file, or the newest file of a folder, was last written, in milliseconds; a slow file may take hours to come. */
async function lastWritten(path: string): Promise<number> {
  const inside = await readdir(path).catch(() => []);
  const times = [path, ...inside.map((name) => join(path, name))].map((each) =>
    stat(each).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    ),
  );
  return Math.max(...(await Promise.all(times)));
}

async function writeDurably(path: string, content: Uint8Array | Readable): Promise<{ sha256: Buffer; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    const source: Iterable<Uint8Array> | AsyncIterable<Uint8Array> =
      content instanceof Uint8Array ? [content] : content;
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest(), size };
}

/** A hard link fails when the name is taken, atomically: the disk's conditional create. */
async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (propertyOf(error, 'code') === 'EEXIST') return false;
    throw error;
  }
}

/** The name of a new file is durable once its folder is flushed. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function missing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new FileMissing();
  throw error;
}
