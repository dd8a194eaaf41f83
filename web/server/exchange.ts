import { createReadableStreamFromReadable, type AppLoadContext } from '@remix-run/node';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { bodyOf } from './bodies/receive-body.ts';

/** What answers a request of the Fetch standard: the framework's handler. */
export type FetchHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Answers an exchange of Express by a handler of the Fetch standard. The framework's own adapter does the same; this one sends a page that was made
 * whole in one piece, with its length, reads the body that was counted (bodies/receive-body.ts), and sends a long answer no faster than it is taken.
 *
 * @param origin the public one: the address is ours whatever the request says.
 */
export async function exchange(
  { request, response }: { request: ExpressRequest; response: ExpressResponse },
  { handle, context, origin }: { handle: FetchHandler; context: AppLoadContext; origin: string },
): Promise<void> {
  const answer = await handle(fetchRequest(request, response, origin), context);
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  const { page } = context;
  if (page !== null && request.method !== 'HEAD' && answer.body === null) response.end(page);
  else if (answer.body && request.method !== 'HEAD') await sendBody(answer.body, response);
  else {
    await answer.body?.cancel();
    response.end();
  }
}

/** Sends a body as fast as it is taken: none of it piles up in memory for somebody slow, and what nobody takes any more is not made. */
async function sendBody(body: ReadableStream<Uint8Array>, response: ExpressResponse): Promise<void> {
  const reader = body.getReader();
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
    reader.cancel().catch(() => undefined);
  };
  response.once('close', leave);
  if (response.destroyed) leave();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || gone.signal.aborted) break;
      const taken = response.write(value);
      // What compresses answers would keep it until there is more (compression).
      if ('flush' in response && typeof response.flush === 'function') response.flush();
      if (!taken) await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
    response.end();
  } catch (error) {
    response.destroy(error instanceof Error ? error : undefined);
    throw error;
  } finally {
    response.off('close', leave);
  }
}

/** The request as the pages read it, its body still coming. */
export function fetchRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
  const leaves = new AbortController();
  // Closed before it was answered: what is still being done for it need not be.
  response.once('close', () => {
    if (!response.writableFinished) leaves.abort();
  });
  const init: RequestInit = { method: request.method, headers: headersOf(request), signal: leaves.signal };
  if (request.method === 'GET' || request.method === 'HEAD') return new Request(origin + request.originalUrl, init);
  const body = createReadableStreamFromReadable(bodyOf(request) ?? Readable.from([]));
  return new Request(origin + request.originalUrl, { ...init, body, duplex: 'half' });
}

function headersOf({ headers }: ExpressRequest): Headers {
  const made = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') made.set(name, value);
    else for (const each of value ?? []) made.append(name, each);
  }
  return made;
}
