import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import express from 'express';
import { AppError } from '#contracts/errors.ts';
import { send, type RawAnswer } from '#tests/kit/hostile.ts';
import { fetchRequest } from '#web/server/exchange.ts';
import { limitTimes } from '#web/server/http/time-limits.ts';
import { readMultipart } from '#web/server/uploads/multipart.ts';
import { countPlaces } from '#web/server/uploads/places.ts';
import { closeInOrder } from '#web/server/bodies/drop-rest.ts';
import { receiveBodies } from '#web/server/bodies/receive-body.ts';

/** The senders below are some five times as quick or as slow as it asks, so that a busy machine changes nothing. */
const pace = { idleMs: 2_000, windowMs: 2_000, windowBytes: 400 };
const boundary = '------------------------------x';
const head = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n`;
const tail = `\r\n--${boundary}--\r\n`;

/** What a page that takes files answers to a body that comes in its own time: the bytes of the file, or the code of the refusal. */
async function upload(body: AsyncIterable<Buffer | string>): Promise<RawAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  const app = express();
  app.use(closeInOrder());
  app.use(receiveBodies(pace));
  app.post('/dossiers/x/documents', (request, response) => {
    readMultipart(fetchRequest(request, response, 'http://localhost'), folder, countPlaces(20)).then(
      ({ files }) => response.send(String(files[0]?.size)),
      (error: unknown) => response.status(400).send(error instanceof AppError ? error.code : String(error)),
    );
  });
  const server = createServer({ connectionsCheckingInterval: 50 }, app);
  limitTimes(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return await send(`http://127.0.0.1:${port}/dossiers/x/documents`, { headers, body });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  }
}

async function* inTime(chunks: number, { bytes, every }: { bytes: number; every: number }) {
  yield head;
  for (let sent = 0; sent < chunks; sent += 1) {
    yield Buffer.alloc(bytes, 'a');
    await sleep(every);
  }
  yield tail;
}

test('a sending lasts as long as its bytes come', async () => {
  expect(await upload(inTime(30, { bytes: 100, every: 100 }))).toMatchObject({ status: 200, text: '3000' });
});

test('a silence shorter than the longest allowed is waited out', async () => {
  expect(await upload(inTime(5, { bytes: 800, every: 800 }))).toMatchObject({ status: 200, text: '4000' });
});

test('a sender that falls silent is told that it was too slow', async () => {
  const began = performance.now();
  expect(await upload(inTime(2, { bytes: 800, every: 20_000 }))).toMatchObject({ status: 400, text: 'form.too_slow' });
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a sender that lets a byte fall now and then holds no place', async () => {
  expect(await upload(inTime(100, { bytes: 1, every: 100 }))).toMatchObject({ status: 400, text: 'form.too_slow' });
});
