import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { compute } from '#web/server/compute/index.ts';
import { fileKinds, type FileKind } from './limits.ts';
import type { ArrivedFile } from './multipart.ts';
import { bareName, safeFileName } from './names.ts';
import { redrawPicture } from './picture.ts';

/** A file that passed every check, as it will be stored: `path` holds its final bytes in the temporary folder. */
export type PreparedFile = {
  field: string;
  kind: FileKind;
  path: string;
  fileName: string;
  title: string;
  mediaType: string;
  byteSize: number;
  sha256: Buffer;
};

export type RefusedFile = { name: string; code: ErrorCode };

/**
 * Checks one file that arrived and makes it what will be stored: pictures redrawn, HEIC as JPEG, text as UTF-8.
 *
 * @param by.whose the person who sends it, for turns.
 * @param by.store folder of the stored files on this machine, hidden from what opens this one; null when there is none.
 * @returns the file, or the reason for which this one is refused; another file of the sending is not concerned.
 */
export async function prepareFile(
  file: ArrivedFile,
  { whose, store }: { whose: string; store: string | null },
): Promise<PreparedFile | RefusedFile> {
  try {
    if (file.tooLarge) throw new AppError('file.too_large');
    if (file.size === 0) throw new AppError('file.empty');
    const inspected = await compute.files.run(whose, 'inspect', { path: file.path, name: file.name });
    if ('code' in inspected) throw new AppError(inspected.code);
    const { kind } = inspected;
    const path = isPicture(kind) ? `${file.path}.out` : file.path;
    if (isPicture(kind)) await redrawPicture(whose, { source: file.path, target: path, kind, store });
    const { extension, mediaType } = fileKinds[kind];
    return {
      field: file.field,
      kind,
      path,
      fileName: safeFileName(file.name, extension),
      title: bareName(file.name),
      mediaType,
      byteSize: (await stat(path)).size,
      sha256: await digestOf(path),
    };
  } catch (error) {
    if (error instanceof AppError) return { name: shownName(file.name), code: error.code };
    throw error;
  }
}

async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}

/** A name as it may be shown to the person who sent it. */
export function shownName(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return `${bareName(name)}${extension}`;
}

function isPicture(kind: FileKind): kind is 'jpg' | 'png' | 'gif' | 'heic' {
  return kind === 'jpg' || kind === 'png' || kind === 'gif' || kind === 'heic';
}
