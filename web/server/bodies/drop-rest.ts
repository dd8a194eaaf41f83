import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { droppedOf, type Dropped } from './limits.ts';

const everyMs = 250;
const dropping = new WeakSet<IncomingMessage>();

/**
 * The rest of a request is read and dropped: a browser reads an answer only once it has sent everything, and a connection closed under it shows an
 * error of its own in the answer's place. Only up to the bytes and the time of `limits`: then the connection is closed.
 */
export function dropRest(request: Request, limits: Dropped = droppedOf(request)): void {
  if (request.complete || dropping.has(request)) return;
  dropping.add(request);
  const { socket } = request;
  const from = socket.bytesRead;
  const until = performance.now() + limits.milliseconds;
  const timer = setInterval(() => {
    if (!request.complete && !socket.destroyed) {
      if (socket.bytesRead - from <= limits.bytes && performance.now() < until) return;
      socket.destroy();
    }
    clearInterval(timer);
  }, everyMs);
  timer.unref();
  request.resume();
}

/** {@link dropRest} of every request that is answered before it has been read. */
export function closeInOrder(): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => dropRest(request));
    next();
  };
}
