import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { openDiskStore } from './disk.ts';
import { contentKey, dossierFolder, FileMissing } from './store.ts';

async function withStore(
  work: (store: ReturnType<typeof openDiskStore>, root: string) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'parle-store-'));
  try {
    await work(openDiskStore(root), root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  return Buffer.concat((await stream.toArray()) as Uint8Array[]);
}

test('what is kept comes back byte for byte, from memory, a stream or a file', async () => {
  await withStore(async (store, root) => {
    const bytes = randomBytes(300_000);
    const sha256 = createHash('sha256').update(bytes).digest();
    const source = join(root, 'source.bin');
    await writeFile(source, bytes);
    const kept = [
      await store.put('dossiers/a/one', bytes),
      await store.put('dossiers/a/two', Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)])),
      await store.putFile('dossiers/a/three', source),
    ];
    for (const file of kept) {
      expect(file).toMatchObject({ size: 300_000, created: true });
      expect(file.sha256.equals(sha256)).toBe(true);
      expect((await store.read(file.key)).equals(bytes)).toBe(true);
      expect((await bytesOf(await store.open(file.key))).equals(bytes)).toBe(true);
    }
    expect(await readdir(join(root, 'incoming'))).toEqual([]);
  });
});

test('a key is written once: ten writers at the same time leave the bytes of one, whole', async () => {
  await withStore(async (store) => {
    const contents = Array.from({ length: 10 }, () => randomBytes(50_000));
    const results = await Promise.all(contents.map((content) => store.put('dossiers/a/same', content)));
    expect(results.filter((result) => result.created)).toHaveLength(1);
    const winner = contents[results.findIndex((result) => result.created)];
    expect((await store.read('dossiers/a/same')).equals(winner as Buffer)).toBe(true);
  });
});

test('a stream that breaks leaves nothing behind', async () => {
  await withStore(async (store, root) => {
    const broken = new Readable({
      read() {
        this.push(Buffer.from('half'));
        this.destroy(new Error('cut'));
      },
    });
    await expect(store.put('dossiers/a/broken', broken)).rejects.toThrow('cut');
    await expect(store.read('dossiers/a/broken')).rejects.toThrow(FileMissing);
    expect(await readdir(join(root, 'incoming'))).toEqual([]);
  });
});

test('a removed file is missing, and removing it again is no error', async () => {
  await withStore(async (store) => {
    await store.put('dossiers/a/x', Buffer.from('x'));
    await store.remove('dossiers/a/x');
    await store.remove('dossiers/a/x');
    await expect(store.open('dossiers/a/x')).rejects.toThrow(FileMissing);
  });
});

test.each(['../x', '/etc/passwd', 'a//b', 'a/../b', '', 'a/.hidden', 'a\\b', 'a\u0000b'])(
  '%j is no key',
  async (key) => {
    await withStore(async (store) => {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a storage key');
      await expect(store.read(key)).rejects.toThrow('not a storage key');
    });
  },
);

test('what a crash left half received is swept; a slow file that still comes is not, however old its folder', async () => {
  await withStore(async (store, root) => {
    const [left, coming] = [await store.incoming(), await store.incoming()];
    await Promise.all([left, coming].map(({ path }) => writeFile(join(path, 'file'), 'x')));
    const before = new Date(Date.now() - 7_200_000);
    for (const path of [left.path, join(left.path, 'file'), coming.path]) await utimes(path, before, before);
    expect(await store.sweepIncoming()).toBe(1);
    expect(await readdir(join(root, 'incoming'))).toEqual([basename(coming.path)]);
  });
});

test('the same bytes in two dossiers have two keys', () => {
  const bytes = Buffer.from('same');
  expect(contentKey(randomUUID(), bytes)).not.toBe(contentKey(randomUUID(), bytes));
});

test('F-142 a folder goes with all it holds, and nothing beside it', async () => {
  await withStore(async (store) => {
    const [gone, stays] = [randomUUID(), randomUUID()].map((id) => dossierFolder(id)) as [string, string];
    for (const key of [`${gone}/one`, `${gone}/two`, `${stays}/one`]) await store.put(key, Buffer.from('x'));
    await store.removeFolder(gone);
    await store.removeFolder(gone);
    await expect(store.read(`${gone}/one`)).rejects.toThrow(FileMissing);
    await expect(store.read(`${gone}/two`)).rejects.toThrow(FileMissing);
    expect(await store.read(`${stays}/one`)).toEqual(Buffer.from('x'));
    await expect(store.removeFolder('../x')).rejects.toThrow('not a storage key');
  });
});
