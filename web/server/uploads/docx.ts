import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#contracts/errors.ts';

/** What a Word document may hold: a real one of ten megabytes stays far below each. */
const archiveLimits = {
  entries: 2_000,
  /** All entries together, unpacked. */
  totalBytes: 200_000_000,
  /** One entry against its packed size, past {@link ratioFloor}. */
  ratio: 200,
  ratioFloor: 1_000_000,
} as const;

/**
 * Checks that a file is a Word document without macros that unpacks to a reasonable size. Every entry is unpacked and
 * counted, since the sizes that an archive declares are its author's word; the count stops at the first limit passed.
 *
 * @throws AppError `file.unsafe` (macros, bomb, encrypted or outside paths), `file.damaged` (unreadable), `file.mismatch` (another archive).
 */
export async function checkDocx(path: string): Promise<void> {
  const archive = await openArchive(path);
  try {
    if (archive.entryCount > archiveLimits.entries) throw new AppError('file.unsafe');
    const names = new Set<string>();
    let total = 0;
    for await (const entry of archive.eachEntry()) {
      refuseDanger(entry);
      names.add(entry.fileName);
      total += await unpackedSize(archive, entry, archiveLimits.totalBytes - total);
    }
    if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) throw new AppError('file.mismatch');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file.damaged');
  } finally {
    archive.close();
  }
}

async function openArchive(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    throw new AppError('file.damaged');
  }
}

function refuseDanger(entry: Entry): void {
  const name = entry.fileName.toLowerCase();
  const macro = name.endsWith('vbaproject.bin') || name.endsWith('vbadata.xml') || name.includes('/activex/');
  const encrypted = (entry.generalPurposeBitFlag & 0x1) !== 0;
  const declared = entry.uncompressedSize;
  const bomb = declared > archiveLimits.ratioFloor && declared > entry.compressedSize * archiveLimits.ratio;
  if (macro || encrypted || bomb) throw new AppError('file.unsafe');
}

async function unpackedSize(archive: ZipFile, entry: Entry, left: number): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0;
  const stream = await archive.openReadStreamPromise(entry);
  let size = 0;
  for await (const chunk of stream) {
    size += Buffer.byteLength(chunk);
    if (size > left || (size > archiveLimits.ratioFloor && size > entry.compressedSize * archiveLimits.ratio)) {
      stream.destroy();
      throw new AppError('file.unsafe');
    }
  }
  return size;
}
