import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type RawAnswer = { status: number; text: string; sentBytes: number };

export type RawRequest = {
  method?: string;
  headers?: Record<string, string>;
  /** What is sent, chunk by chunk; without a `content-length` header the length is not declared. */
  body?: Iterable<Buffer | string> | AsyncIterable<Buffer | string>;
  /** Goes on sending after the answer has come, as a browser does. */
  stubborn?: boolean;
};

/** A client that does as it likes with a request's body: endless, slow, larger than it says. Status 0: the connection was closed. */
export function send(
  url: string,
  { method = 'POST', headers = {}, body = [], stubborn = false }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let sentBytes = 0;
    let over = false;
    let answer: { status: number; text: string } | null = null;
    const settle = () => {
      over = true;
      resolve({ status: 0, text: '', ...answer, sentBytes });
    };
    const out = request(url, {
      method,
      headers: { 'accept-language': 'fr', 'sec-fetch-site': 'same-origin', ...headers },
    });
    out.on('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        answer = { status: response.statusCode ?? 0, text };
        if (!stubborn) {
          settle();
          out.destroy();
        }
      });
    });
    out.on('error', settle);
    out.on('close', settle);
    void (async () => {
      for await (const chunk of body) {
        if (over || out.destroyed) return;
        sentBytes += Buffer.byteLength(chunk);
        if (!out.write(chunk)) await drained(out);
      }
      if (!out.destroyed) out.end();
    })();
  });
}

function drained(out: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      out.off('drain', go).off('close', go);
      resolve();
    };
    out.on('drain', go).on('close', go);
  });
}

/** Megabytes of one letter, without end or up to `megabytes`. */
export async function* letters(megabytes = Infinity, pauseMs = 0): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(1_000_000, 'a');
  for (let sent = 0; sent < megabytes; sent += 1) {
    yield chunk;
    if (pauseMs > 0) await sleep(pauseMs);
  }
}

export const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
