import { Readable, Transform } from 'node:stream';
import type { Request, RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';
import { placeOf } from '#web/server/http/network-place.ts';
import { createCeiling, type Hold } from './memory-ceiling.ts';
import { dropRest } from './drop-rest.ts';
import { formMilliseconds, held, limitsFor } from './limits.ts';
import { uploadPace, watchPace, type Pace } from './pace.ts';

const bodies = new WeakMap<Request, Readable>();

/** The body that pages read: at most one byte past its limit, by which its reader knows that it was cut. */
export function bodyOf(request: Request): Readable | null {
  return bodies.get(request) ?? null;
}

/**
 * Counts the bytes of every body as they come, whatever length it declares. A form without files is received whole before the page runs, so that a
 * slow or endless one holds only its own bytes, and those only up to a ceiling shared by all; past its limit the rest is dropped, and the page's
 * reader refuses with what it has (413). A form with files streams; its reader fails with `form.too_slow` when its bytes do not keep the pace.
 *
 * @throws AppError to `next`: `form.too_slow`, `platform.busy`, `form.invalid` for a body in another coding; `form.too_large` for one that no page
 *   reads.
 */
export function receiveBodies(pace: Pace = uploadPace): RequestHandler {
  const ceiling = createCeiling(held);
  return (request, response, next) => {
    if (!hasBody(request)) {
      next();
      return;
    }
    // The platform's pages send nothing compressed: data that expands to a thousand times its size is not decompressed.
    if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? '')) {
      next(new AppError('form.invalid'));
      return;
    }
    let hold: Hold;
    try {
      hold = ceiling.enter(placeOf(request.ip ?? ''));
    } catch (error) {
      next(error);
      return;
    }
    response.once('close', () => hold.release());
    const { bytes, streamed } = limitsFor(request);
    if (streamed) {
      bodies.set(request, cutAfter(request, { maxBytes: bytes, pace }));
      next();
      return;
    }
    takeWhole(request, bytes, hold).then(
      (body) => {
        if (body === null) return;
        const unread = request.method === 'GET' || request.method === 'HEAD';
        if (unread && body.length > bytes) return next(new AppError('form.too_large'));
        bodies.set(request, Readable.from([body], { objectMode: false }));
        next();
      },
      (error: unknown) => {
        dropRest(request);
        next(error);
      },
    );
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A body up to one byte past `maxBytes`; null when its sender disconnected. */
function takeWhole(request: Request, maxBytes: number, hold: Hold): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      // A connection that breaks later has no other listener.
      request.on('error', () => undefined);
      act();
    };
    const onData = (chunk: Buffer) => {
      const taken = chunk.length > maxBytes + 1 - size ? chunk.subarray(0, maxBytes + 1 - size) : chunk;
      try {
        hold.add(taken.length);
      } catch (error) {
        // What it held is released at once, otherwise new bodies would be refused because of earlier ones.
        hold.release();
        settle(() => reject(error as Error));
        return;
      }
      chunks.push(taken);
      size += taken.length;
      if (size <= maxBytes) return;
      settle(() => resolve(Buffer.concat(chunks)));
      dropRest(request);
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks)));
    const onClose = () => settle(() => resolve(null));
    const timer = setTimeout(() => settle(() => reject(new AppError('form.too_slow'))), formMilliseconds);
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

/** The stream up to one byte past `maxBytes`; what follows is dropped as {@link dropRest} does. */
function cutAfter(request: Request, { maxBytes, pace }: { maxBytes: number; pace: Pace }): Readable {
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const left = maxBytes + 1 - size;
      if (left <= 0) return done();
      size += chunk.length;
      if (chunk.length < left) return done(null, chunk);
      this.push(chunk.subarray(0, left));
      this.push(null);
      request.unpipe(counted);
      dropRest(request);
      done();
    },
  });
  counted.on('error', () => undefined);
  // When the sender disconnects, reading must end, not wait.
  request.once('close', () => {
    if (!request.complete) counted.destroy(new Error('the sender left'));
  });
  watchPace(request, pace, () => {
    counted.destroy(new AppError('form.too_slow'));
    dropRest(request);
  });
  return request.pipe(counted);
}
