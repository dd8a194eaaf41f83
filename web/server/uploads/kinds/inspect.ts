import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { knownExtensions, type FileKind } from '../limits.ts';
import { extensionOf } from '../names.ts';
import { checkDocx } from './docx/archive.ts';
import { checkMessage } from './message/check-message.ts';
import { checkPdf, headerWithin } from './pdf/check-pdf.ts';
import { readableText } from './text.ts';

const kindsByMediaType: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
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
 *   bytes another, `file.empty`; `file.damaged`, `file.incomplete`, `file.password`, `file.unsafe`, `file.active`, `file.linked`, `file.attachment`
 *   as the check of its kind says.
 */
async function inspectFile(path: string, givenName: string): Promise<FileKind> {
  const claimed = knownExtensions[extensionOf(givenName)];
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new AppError('file.empty');
  const kind = await kindByBytes(bytes, claimed);
  if (kind) {
    await checkKind(kind, bytes);
    return kind;
  }
  if (claimed === 'txt') {
    await writeFile(path, readableText(bytes));
    return 'txt';
  }
  if (claimed === 'eml') {
    await checkMessage(bytes, acceptsAttachment);
    return 'eml';
  }
  throw new AppError(claimed ? 'file.mismatch' : 'file.type_refused');
}

const archiveMark = Buffer.from('PK\u0003\u0004', 'latin1');
const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The kind that the first bytes tell; null when they tell none that is taken. */
async function kindByBytes(bytes: Buffer, claimed: FileKind | undefined): Promise<FileKind | null> {
  // Word documents are archives; looking inside one is left to the code that counts what it unpacks.
  if (bytes.subarray(0, 4).equals(archiveMark)) return claimed === 'docx' ? 'docx' : null;
  // Word puts a document that has a password in a container of an older format.
  const sealed = Buffer.from('EncryptedPackage', 'utf16le');
  if (claimed === 'docx' && bytes.subarray(0, 8).equals(compoundMark) && bytes.includes(sealed))
    throw new AppError('file.password');
  const detected = await fileTypeFromBuffer(bytes.subarray(0, 4_100));
  const kind = detected && kindsByMediaType[detected.mime];
  if (kind) return kind;
  const header = bytes.subarray(0, headerWithin).indexOf('%PDF-', 0, 'latin1');
  return header !== -1 && claimed !== 'txt' && claimed !== 'eml' ? 'pdf' : null;
}

async function checkKind(kind: FileKind, bytes: Buffer): Promise<void> {
  if (kind === 'pdf') checkPdf(bytes);
  if (kind === 'docx') await checkDocx(bytes);
}

/** Pictures that mails carry beside those that are taken by themselves. */
const picturesInMail = new Set(['image/webp', 'image/bmp', 'image/tiff', 'image/avif']);
const extensionsInMail = new Set([
  ...Object.keys(knownExtensions),
  'webp',
  'bmp',
  'tif',
  'tiff',
  'avif',
  'ics',
  'vcf',
  'csv',
  'asc',
]);

async function acceptsAttachment({ names, bytes }: { names: string[]; bytes: Buffer }): Promise<boolean> {
  const extensions = names.map((name) =>
    extname(name.trim().replace(/[.\s\u0000]+$/, ''))
      .slice(1)
      .toLowerCase(),
  );
  if (!extensions.every((extension) => extension === '' || extensionsInMail.has(extension))) return false;
  if (bytes.length === 0) return true;
  try {
    const kind = await kindByBytes(bytes, extensions.includes('docx') ? 'docx' : undefined);
    if (kind) {
      await checkKind(kind, bytes);
      return true;
    }
    const detected = await fileTypeFromBuffer(bytes.subarray(0, 4_100));
    if (detected && picturesInMail.has(detected.mime)) return true;
    return readableText(bytes) !== '';
  } catch (error) {
    if (error instanceof AppError) return error.code === 'file.empty';
    throw error;
  }
}
