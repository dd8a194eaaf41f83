import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { AppError } from '#contracts/errors.ts';
import { uploadLimits } from './limits.ts';
import type { Places } from './places.ts';

/** A file as it arrived, in a private temporary folder. `tooLarge`: it went past the limit and the rest was dropped. */
export type ArrivedFile = { field: string; name: string; path: string; size: number; tooLarge: boolean };

/** A boundary has at most 70 characters (RFC 2046 §5.1.1); one of thousands would be searched for at length in every byte. */
const maxTypeLength = 200;

export type Arrived = {
  fields: URLSearchParams;
  files: ArrivedFile[];
  /** Names of the files past the number allowed, dropped unread. */
  surplus: string[];
};

/**
 * Reads a `multipart/form-data` request to disk as it comes: memory does not grow with the files, one that is too large is cut
 * off and named while the others go on, one without a place is named and never written, and a request past the whole limit ends at once.
 *
 * @throws AppError `form.too_large` past the request's limit, `form.invalid` when the body is no multipart form.
 */
export async function readMultipart(request: Request, folder: string, places: Places): Promise<Arrived> {
  const type = request.headers.get('content-type') ?? '';
  const multipart = type.toLowerCase().startsWith('multipart/form-data') && type.length <= maxTypeLength;
  if (!multipart || !request.body) throw new AppError('form.invalid');
  if (Number(request.headers.get('content-length') ?? 0) > uploadLimits.requestBytes)
    throw new AppError('form.too_large');

  const arrived: Arrived = { fields: new URLSearchParams(), files: [], surplus: [] };
  const writing: Promise<void>[] = [];
  const open: Readable[] = [];
  const parser = newParser(type);
  let cut = false;
  // The parameters are the parser's.
  // eslint-disable-next-line max-params
  parser.on('field', (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
    if (nameCut || valueCut) cut = true;
    else arrived.fields.append(name, value);
  });
  parser.on('fieldsLimit', () => (cut = true));
  parser.on('file', (field: string, stream: Readable & { truncated?: boolean }, name: string | undefined) => {
    const fileName = name ?? '';
    if (fileName !== '' && !places.take()) {
      arrived.surplus.push(fileName);
      stream.resume();
      return;
    }
    const file: ArrivedFile = { field, name: fileName, path: join(folder, randomUUID()), size: 0, tooLarge: false };
    // A file field left empty arrives as a nameless file.
    if (fileName !== '') arrived.files.push(file);
    open.push(stream);
    stream.on('limit', () => (file.tooLarge = true));
    stream.on('data', (chunk: Buffer) => (file.size += chunk.length));
    writing.push(pipeline(stream, createWriteStream(file.path, { flags: 'wx', mode: 0o600 })));
  });

  try {
    await pipeline(Readable.fromWeb(request.body as WebStream), counter(), parser);
    await Promise.all(writing);
  } catch (error) {
    // A form that stops half-way leaves its file without an end: nobody else would close it.
    for (const stream of open) stream.destroy();
    await Promise.allSettled(writing);
    throw error instanceof AppError ? error : new AppError('form.invalid');
  }
  if (cut) throw new AppError('form.too_large');
  return arrived;
}

function newParser(contentType: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': contentType } satisfies BusboyHeaders,
      limits: {
        fileSize: uploadLimits.fileBytes,
        fields: uploadLimits.fields,
        fieldSize: uploadLimits.fieldBytes,
        fieldNameSize: uploadLimits.fieldNameBytes,
        headerPairs: uploadLimits.headerPairs,
        // Three times the files taken: enough to name those that are too many, and not to be kept busy.
        parts: uploadLimits.fields + 3 * uploadLimits.files,
      },
    });
  } catch {
    throw new AppError('form.invalid');
  }
}

/** Ends the request as soon as it has sent more than the whole limit, whatever its `Content-Length` said. */
function counter(): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > uploadLimits.requestBytes) done(new AppError('form.too_large'));
      else done(null, chunk);
    },
  });
}
