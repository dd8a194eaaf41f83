import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { letters, send, urlencoded } from '#tests/kit/hostile.ts';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web.stop();
});

const multipart = { 'content-type': 'multipart/form-data; boundary=------------------------------x' };
const head = '--------------------------------x\r\nContent-Disposition: form-data; name="';

test.each(['/connexion', '/inscription', '/mot-de-passe', '/preferences'])(
  'ASVS 4.3.1 %s: three million bytes, declared or not, are refused with 413 and their sentence in the reader’s language',
  async (page) => {
    for (const headers of [urlencoded, { ...urlencoded, 'content-length': '3000000' }]) {
      const { status, text } = await send(web.origin + page, { headers, body: letters(3) });
      expect(status).toBe(413);
      expect(text).toContain('Ce que vous avez envoyé est trop long');
    }
    const english = { ...urlencoded, 'accept-language': 'en' };
    expect((await send(web.origin + page, { headers: english, body: letters(2) })).text).toContain(
      'What you sent is too long',
    );
  },
);

test('a multipart body on a page that takes no file is limited like any form', async () => {
  const body = [`${head}email"\r\n\r\na@b.ca\r\n`, `${head}x"; filename="a.pdf"\r\n\r\n`, Buffer.alloc(2_000_000)];
  const { status } = await send(`${web.origin}/connexion`, { headers: multipart, body });
  expect(status).toBe(413);
});

test('a form too large comes back with what was written before, and never with a password', async () => {
  const body = 'firstName=Zo%C3%A9&email=zoe%40exemple.ca&password=tramway+lanterne+42&lastName=';
  const { status, text } = await send(`${web.origin}/inscription`, {
    headers: urlencoded,
    body: (async function* () {
      yield body;
      yield* letters(2);
    })(),
  });
  expect(status).toBe(413);
  expect(text).toContain('Ce que vous avez envoyé est trop long');
  expect(text).toContain('value="Zoé"');
  expect(text).toContain('value="zoe@exemple.ca"');
  expect(text).not.toContain('tramway');
});

test('forty thousand fields are refused with 413', async () => {
  const { status } = await send(`${web.origin}/connexion`, { headers: urlencoded, body: ['a[]=&'.repeat(40_000)] });
  expect(status).toBe(413);
});

test('a sender that goes on after its answer gets the answer, and is cut off in the end', async () => {
  const { status, sentBytes } = await send(`${web.origin}/connexion`, {
    headers: urlencoded,
    body: letters(400),
    stubborn: true,
  });
  expect(status).toBe(413);
  // What is beyond the limit is received for a while, so that the answer is read; one that never stops is cut off.
  expect(sentBytes).toBeGreaterThan(2_000_000);
  expect(sentBytes).toBeLessThan(200_000_000);
}, 90_000);

test('a body on a request that has none is dropped, an endless one cut off', async () => {
  const small = await send(`${web.origin}/aide`, {
    method: 'GET',
    headers: { 'transfer-encoding': 'chunked' },
    body: ['abc'],
  });
  expect(small.status).toBe(200);
  const large = await send(`${web.origin}/aide`, {
    method: 'GET',
    headers: { 'transfer-encoding': 'chunked' },
    body: letters(400),
    stubborn: true,
  });
  expect(large).toMatchObject({ status: 413 });
  expect(large.sentBytes).toBeLessThan(200_000_000);
  const probe = await send(`${web.origin}/health/live`, {
    method: 'GET',
    headers: { 'transfer-encoding': 'chunked' },
    body: letters(400),
    stubborn: true,
  });
  expect(probe.status).toBe(200);
  expect(probe.sentBytes).toBeLessThan(200_000_000);
}, 120_000);

test('a compressed body is not unpacked', async () => {
  const headers = { ...urlencoded, 'content-encoding': 'gzip' };
  expect((await send(`${web.origin}/connexion`, { headers, body: ['abc'] })).status).toBe(422);
});

test('what another site sends is refused before it is received', async () => {
  const headers = { ...urlencoded, 'sec-fetch-site': 'cross-site' };
  const { status, sentBytes } = await send(`${web.origin}/connexion`, { headers, body: letters(400) });
  expect(status).toBe(403);
  expect(sentBytes).toBeLessThan(60_000_000);
});

test('one place that holds many large forms is told to wait, and others are served', async () => {
  const waiting: (() => void)[] = [];
  const until = new Promise<void>((resolve) => waiting.push(resolve));
  const slow = async function* () {
    yield Buffer.alloc(900_000, 'a');
    await until;
    yield Buffer.alloc(50_000, 'a');
  };
  const headers = { ...urlencoded, 'content-length': '950000' };
  const held = Array.from({ length: 30 }, () => send(`${web.origin}/connexion`, { headers, body: slow() }));
  const refused: string[] = [];
  // Sixteen million bytes a place: seventeen forms of this size.
  await new Promise<void>((resolve) => {
    for (const one of held) {
      void one.then(({ status, text }) => {
        if (status === 503) refused.push(text);
        if (refused.length === 30 - 17) resolve();
      });
    }
  });
  for (const text of refused) expect(text).toContain('Réessayez dans un instant');
  expect((await web.client().get('/connexion')).status).toBe(200);
  for (const go of waiting) go();
  // The others are heard to their end: one name of that length is too large for a form.
  const statuses = (await Promise.all(held)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 413).length).toBeGreaterThanOrEqual(12);
  expect(statuses.filter((status) => status !== 413 && status !== 503)).toEqual([]);
  expect((await web.client().post('/connexion', { email: 'a@b.ca', password: 'x' })).status).toBe(422);
}, 120_000);
