import { open, readFile, writeFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { checkDocx } from './docx.ts';
import { knownExtensions, type FileKind } from './limits.ts';
import { extensionOf } from './names.ts';
import { checkMessage, readableText } from './text.ts';

const kindsByMediaType: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
};

/** What a file is, or why it is refused. */
export type Inspected = { kind: FileKind } | { code: ErrorCode };

/** {@link inspectFile} with its refusal as a value, for a thread: archives and long texts take up to seconds (ADR 10). */
export async function inspected(path: string, givenName: string): Promise<Inspected> {
  try {
    return { kind: await inspectFile(path, givenName) };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

/**
 * Tells what a file is from its bytes, never from what the browser says, and refuses what must not be kept (F-067, A-27).
 * A text is rewritten in place as UTF-8. Pictures are only recognised here; they are decoded apart, in picture.ts.
 *
 * @throws AppError `file.type_refused` for a kind that is not taken, `file.mismatch` when the name says a taken kind and the
 *   bytes another, `file.damaged`, `file.unsafe`, `file.empty`.
 */
async function inspectFile(path: string, givenName: string): Promise<FileKind> {
  const claimed = knownExtensions[extensionOf(givenName)];
  const start = await firstBytes(path, 4_100);
  if (start.length === 0) throw new AppError('file.empty');

  // Word documents are archives; looking inside one is left to the code that counts what it unpacks.
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    if (claimed !== 'docx') throw refusal(claimed);
    await checkDocx(path);
    return 'docx';
  }
  const detected = await fileTypeFromBuffer(start);
  const kind = detected ? kindsByMediaType[detected.mime] : undefined;
  if (kind) {
    if (kind === 'pdf') await checkPdf(path);
    return kind;
  }
  if (claimed === 'txt') {
    await writeFile(path, readableText(await readFile(path)));
    return 'txt';
  }
  if (claimed === 'eml') {
    checkMessage(await readFile(path));
    return 'eml';
  }
  throw refusal(claimed);
}

function refusal(claimed: FileKind | undefined): AppError {
  return new AppError(claimed ? 'file.mismatch' : 'file.type_refused');
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A whole PDF ends with the address of its table (ISO 32000-1 §7.5.5); a sending that was cut does not. */
async function checkPdf(path: string): Promise<void> {
  const bytes = await readFile(path);
  const tail = bytes.subarray(Math.max(0, bytes.length - 16_384)).toString('latin1');
  if (!tail.includes('startxref')) throw new AppError('file.damaged');
}
