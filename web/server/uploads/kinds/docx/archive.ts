import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#contracts/errors.ts';
import { fetchesByField } from './fields.ts';
import { checkRelation, elements, relationsOf, xmlText } from './relations.ts';

/** What a Word document may hold: a real one of ten megabytes stays far below each. */
const archiveLimits = {
  entries: 2_000,
  /** All entries together, unpacked. */
  totalBytes: 200_000_000,
  /** One entry against its packed size, past {@link ratioFloor}. */
  ratio: 200,
  ratioFloor: 1_000_000,
  /** Largest part that is read as text: the words of a book are a tenth of it. */
  readBytes: 40_000_000,
} as const;

/**
 * Checks that a file is a Word document that opens without a password, runs and fetches nothing, and unpacks to a reasonable size. Every entry is
 * unpacked and counted, since the sizes that an archive declares are its author's word; the count stops at the first limit passed.
 *
 * @throws AppError `file.unsafe` (macros, bomb, encrypted or outside paths), `file.linked` (objects inside, things fetched elsewhere),
 *   `file.incomplete` (its end is missing), `file.damaged` (unreadable), `file.mismatch` (another archive).
 */
export async function checkDocx(bytes: Buffer): Promise<void> {
  const archive = await openArchive(bytes);
  try {
    if (archive.entryCount > archiveLimits.entries) throw new AppError('file.unsafe');
    const names = new Set<string>();
    let main = 'word/document.xml';
    let total = 0;
    for await (const entry of archive.eachEntry()) {
      refuseDanger(entry);
      names.add(entry.fileName);
      const { size, text } = await unpacked(archive, entry, archiveLimits.totalBytes - total);
      total += size;
      if (text !== null) main = checkPart(entry.fileName, text) ?? main;
    }
    if (!names.has('[Content_Types].xml') || !names.has(main)) throw new AppError('file.mismatch');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file.damaged');
  } finally {
    archive.close();
  }
}

/** The table of an archive is at its end: without it, the end did not arrive. */
const tableMark = Buffer.from('PK\u0005\u0006', 'latin1');

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  if (!bytes.includes(tableMark)) throw new AppError('file.incomplete');
  try {
    // Some programs write `word\document.xml`; what leads outside is refused either way.
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false });
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

/** Parts that say what the document is made of, and those that hold its words. */
const readParts = /(^|\/)(\[Content_Types\]\.xml|[^/]*\.rels)$|^word\/[^/]+\.xml$/i;

async function unpacked(archive: ZipFile, entry: Entry, left: number): Promise<{ size: number; text: string | null }> {
  if (entry.fileName.endsWith('/')) return { size: 0, text: null };
  const kept: Buffer[] | null = readParts.test(entry.fileName) ? [] : null;
  const stream = await archive.openReadStreamPromise(entry);
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    const bomb = size > archiveLimits.ratioFloor && size > entry.compressedSize * archiveLimits.ratio;
    if (size > left || bomb || (kept && size > archiveLimits.readBytes)) {
      stream.destroy();
      throw new AppError('file.unsafe');
    }
    kept?.push(bytes);
  }
  return { size, text: kept && xmlText(Buffer.concat(kept)) };
}

/** Refuses what the part brings in; returns the name of the main part when this one tells it. */
function checkPart(name: string, text: string): string | null {
  if (/\.rels$/i.test(name)) {
    const relations = relationsOf(text);
    for (const relation of relations) checkRelation(name, relation);
    return name === '_rels/.rels' ? mainOf(relations) : null;
  }
  if (/\[Content_Types\]\.xml$/i.test(name)) {
    const types = [...elements(text, 'Override'), ...elements(text, 'Default')].map(
      (each) => each['ContentType'] ?? '',
    );
    if (types.some((type) => /vbaProject|macroEnabled|activeX|vbaData/i.test(type))) throw new AppError('file.unsafe');
    return null;
  }
  if (fetchesByField(text)) throw new AppError('file.linked');
  return null;
}

/** `word/document.xml`, but for some services that number it. */
function mainOf(relations: ReturnType<typeof relationsOf>): string | null {
  const target = relations.find(({ type }) => /\/officeDocument$/i.test(type))?.target;
  if (target === undefined) return null;
  const name = target.replace(/^\.?\//, '');
  if (!/^word\//i.test(name)) throw new AppError('file.mismatch');
  return name;
}
