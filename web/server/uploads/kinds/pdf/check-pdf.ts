import { inflateSync, constants } from 'node:zlib';
import { AppError } from '#contracts/errors.ts';
import { Lexer } from './lexer.ts';
import {
  bytesOf,
  dictionaryOf,
  nameOf,
  numberOf,
  readObject,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from './objects.ts';
import { cipherWithoutPassword, decipher, type StreamCipher } from './standard-security.ts';

/** Where readers look for the first line of a PDF (ISO 32000-1, annex H.3). */
export const headerWithin = 1_024;

/**
 * Names of what acts by itself or carries other files: programs, commands, forms that are programs, media with programs, files inside, forms sent
 * and other files opened without a word (ISO 32000-1 §12.6.4, §12.7.8, §13; OWASP ASVS 5.2.2).
 */
const active = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'XFA',
  'RichMedia',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
]);

const limits = {
  /** Bytes read as syntax, against the file's size: each is read once but in files made to cost. */
  rereads: 8,
  /** Objects that are packed in streams, all together, unpacked. */
  packedBytes: 60_000_000,
} as const;

/**
 * Checks that a PDF can be opened by those who will receive it, and does nothing but be read. Every object is looked at, wherever it stands, not only
 * those that the file's own table leads to: readers repair tables, each in its way.
 *
 * @throws AppError `file.incomplete` when its end is missing, `file.password` when it does not open without one, `file.active` when it holds programs,
 *   actions or other files, `file.damaged`, `file.unsafe` when it is made to cost.
 */
export function checkPdf(bytes: Buffer): void {
  if (isCut(bytes)) throw new AppError('file.incomplete');
  const names = new Set<string>();
  const { objects, trailers } = everyObject(bytes, (name) => names.add(name));
  const cipher = cipherOf(objects, trailers);
  let left: number = limits.packedBytes;
  for (const object of objects) {
    const packed = packedObjects(bytes, object, { objects, cipher });
    if (!packed) continue;
    const content = unpack(packed, left);
    left -= content.length;
    const lexer = new Lexer(content);
    for (let token = lexer.next(); token; token = lexer.next()) if (token.kind === 'name') names.add(token.text);
  }
  if ([...names].some((name) => active.has(name))) throw new AppError('file.active');
}

/** A whole PDF ends with the address of its table (ISO 32000-1 §7.5.5); one that is arranged for the Web says how long it is (annex F). */
function isCut(bytes: Buffer): boolean {
  if (bytes.lastIndexOf('startxref', undefined, 'latin1') === -1) return true;
  const start = bytes.toString('latin1', 0, 2 * headerWithin);
  const declared = /\/Linearized\b[^>]*?\/L\s+(\d{1,12})/.exec(start)?.[1];
  return declared !== undefined && bytes.length < Number(declared);
}

function everyObject(bytes: Buffer, onName: (name: string) => void) {
  const objects: PdfObject[] = [];
  const trailers: PdfDictionary[] = [];
  let budget = limits.rereads * bytes.length + 100_000;
  const readAt = (at: number) => {
    const lexer = new Lexer(bytes, at);
    const read = readObject(lexer, onName);
    budget -= read.end - at;
    if (budget < 0) throw new AppError('file.unsafe');
    return read;
  };
  const text = bytes.toString('latin1');
  // `obj` by itself too: what stands between an `endobj` and the next object, and numbers written in a strange way.
  const beginnings = /(?:(\d{1,10})[\s\0]{1,20}(\d{1,5})[\s\0]{1,20})?obj(?![A-Za-z])|trailer(?![A-Za-z])/g;
  for (const match of text.matchAll(beginnings)) {
    const [whole, number = '-1', generation = '0'] = match;
    const read = readAt(match.index + whole.length);
    const entries = dictionaryOf(read.value);
    if (whole !== 'trailer') objects.push({ number: Number(number), generation: Number(generation), ...read });
    else if (entries) trailers.push(entries);
  }
  return { objects, trailers };
}

/** How the document is enciphered; null when it is not. */
function cipherOf(objects: readonly PdfObject[], trailers: readonly PdfDictionary[]): StreamCipher | null {
  const tables = objects.map(({ value }) => dictionaryOf(value)).filter((each) => nameOf(each?.get('Type')) === 'XRef');
  const trailer = [...trailers, ...tables].findLast((each) => each?.has('Encrypt'));
  if (!trailer) return null;
  const encrypt = dictionaryOf(resolved(trailer.get('Encrypt'), objects));
  const id = resolved(trailer.get('ID'), objects);
  const first = id?.kind === 'array' ? bytesOf(id.items[0]) : null;
  const cipher = encrypt && cipherWithoutPassword(encrypt, first ?? Buffer.alloc(0));
  if (!cipher) throw new AppError('file.password');
  return cipher;
}

function resolved(value: PdfValue | undefined, objects: readonly PdfObject[]): PdfValue | null {
  if (value?.kind !== 'reference') return value ?? null;
  return objects.findLast(({ number }) => number === value.number)?.value ?? null;
}

type Packed = { content: Buffer; compressed: boolean };

/** The bytes of a stream of objects (ISO 32000-1 §7.5.7), deciphered; null for any other object. */
function packedObjects(
  bytes: Buffer,
  object: PdfObject,
  { objects, cipher }: { objects: readonly PdfObject[]; cipher: StreamCipher | null },
): Packed | null {
  const { value, streamAt } = object;
  const entries = dictionaryOf(value);
  if (!entries || streamAt === null || nameOf(resolved(entries.get('Type'), objects)) !== 'ObjStm') return null;
  const filter = resolved(entries.get('Filter') ?? entries.get('F'), objects);
  const filters = (filter?.kind === 'array' ? filter.items : filter ? [filter] : []).map(nameOf);
  const unusual = filters.some((name) => name !== 'FlateDecode' && name !== 'Fl') || filters.length > 1;
  const parameters = resolved(entries.get('DecodeParms'), objects);
  // No program that makes PDFs packs its objects otherwise; one that does hides them.
  if (unusual || (parameters && dictionaryOf(parameters)?.has('Predictor'))) throw new AppError('file.active');
  const declared = numberOf(resolved(entries.get('Length'), objects));
  const marked = bytes.indexOf('endstream', streamAt, 'latin1');
  // Readers believe the one or the other: what is too much is not part of what was packed.
  const content = bytes.subarray(streamAt, Math.max(streamAt + (declared ?? 0), marked === -1 ? bytes.length : marked));
  const clear = cipher ? decipher(cipher, object, content) : content;
  if (!clear) throw new AppError('file.damaged');
  return { content: clear, compressed: filters.length > 0 };
}

function unpack({ content, compressed }: Packed, maxBytes: number): Buffer {
  if (!compressed) return content;
  if (maxBytes <= 0) throw new AppError('file.unsafe');
  try {
    // What comes before a cut is read too: some readers show it.
    return inflateSync(content, { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new AppError(error instanceof RangeError ? 'file.unsafe' : 'file.damaged');
  }
}
