import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** What is known of a file once stored. `created` is false when the key was taken: the bytes there are unchanged. */
export type StoredFile = { key: string; sha256: Buffer; size: number; created: boolean };

/**
 * Where documents are stored (architecture §6): a disk here, an object store in production. A key is written once (conditional create): a second
 * write under it leaves the first bytes and reports that. Keys hold ids and hashes only.
 */
export type FileStore = {
  /** The folder of this machine that holds the files, for those who must not see it; null when they are elsewhere. */
  readonly root: string | null;
  /** Stores bytes under a key; durable when it resolves. `sha256` and `size` are those of the bytes passed in. */
  put(key: string, content: Uint8Array | Readable): Promise<StoredFile>;
  /** As {@link FileStore.put}, from a file of this machine, which stays. */
  putFile(key: string, path: string): Promise<StoredFile>;
  /** @throws FileMissing */
  open(key: string): Promise<Readable>;
  /** @throws FileMissing */
  read(key: string): Promise<Buffer>;
  /** Deletes a file; a missing one is no error. */
  remove(key: string): Promise<void>;
  /** A private folder for incoming files, on the store's own disk; `remove` deletes it with its content. */
  incoming(): Promise<{ path: string; remove(): Promise<void> }>;
  /** Removes incoming folders where nothing was written for an hour: a crash left them behind. Returns how many. */
  sweepIncoming(): Promise<number>;
  /** Deletes every file whose key begins with that folder, including those that no row names. */
  removeFolder(folder: string): Promise<void>;
};

/** Nothing is kept under that key. */
export class FileMissing extends Error {
  readonly code = 'file.missing';

  constructor() {
    super('no file is kept under this key');
    this.name = 'FileMissing';
  }
}

/** Where all files of a dossier are. */
export function dossierFolder(dossierId: string): string {
  return `dossiers/${dossierId}`;
}

/** Key of bytes named by their own SHA-256 within a dossier: the same bytes in two dossiers are two files, erased independently. */
export function contentKey(dossierId: string, content: Uint8Array): string {
  return `${dossierFolder(dossierId)}/${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * @throws Error when a key is not made of plain segments: nothing that a person typed may lead outside the store.
 */
export function checkKey(key: string): void {
  const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;
  if (key.length > 400 || !key.split('/').every((part) => segment.test(part))) throw new Error('not a storage key');
}
