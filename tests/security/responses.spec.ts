import { readdir } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';

const origin = 'https://parle.example';

let suite: EngineSuite;
let pages: Pages;
let cookie: string;
let dossierId: string;
beforeAll(async () => {
  suite = await startEngineSuite();
  // As people reach it: over https, behind one proxy.
  pages = await startPages(suite, { PUBLIC_ORIGIN: origin, TRUST_PROXY_HOPS: '1' });
  cookie = `__Host-pc_lang=fr; __Host-pc_session=${await pages.session(suite.people.consumer.userId)}`;
  ({ dossierId } = await openPlay(suite, inNegotiation));
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

type Asked = { method?: string; address: string; headers?: Record<string, string>; body?: Buffer | string };
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Asks as it stands: no client corrects the method or the address, follows or unpacks. */
function ask({ method = 'GET', address, headers = {}, body = '' }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(pages.origin);
    const own = { origin, 'content-length': String(Buffer.byteLength(body)), ...headers };
    const asked = request({ hostname, port, method, path: address, headers: own }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const signedIn = () => ({ cookie });

/** Sends files by the page of a dossier's documents. */
async function sendFile(name: string, content: string): Promise<Answer> {
  const form = new FormData();
  form.append('files', new File([content], name));
  const wrapped = new Response(form);
  return ask({
    method: 'POST',
    address: `/dossiers/${dossierId}/documents`,
    headers: { ...signedIn(), 'content-type': wrapped.headers.get('content-type') ?? '' },
    body: Buffer.from(await wrapped.arrayBuffer()),
  });
}

const storedAs = async (owner: string) =>
  (
    await suite.pool.query<{ id: string; name: string; key: string }>(
      `select id, file_name as name, storage_key as key from document where dossier_id = $1 and owner_id = $2 and file_name <> 'Facture '`,
      [dossierId, owner],
    )
  ).rows;

/** One of every way in which the process answers. */
async function everyAnswer(): Promise<[what: string, asked: Asked, status: number][]> {
  const assets = await readdir('build/web/client/assets');
  const asset = (extension: string) => `/assets/${assets.find((name) => name.endsWith(extension)) ?? ''}`;
  await sendFile('recu.txt', 'Reçu de 120 $');
  const [file] = await storedAs(suite.people.consumer.userId);
  const form = { ...urlencoded, ...signedIn() };
  return [
    ['a page', { address: '/aide' }, 200],
    ['the page of a dossier', { address: `/dossiers/${dossierId}`, headers: signedIn() }, 200],
    ['its data', { address: `/dossiers/${dossierId}.data`, headers: signedIn() }, 200],
    ['a page that sends to sign in', { address: '/profil' }, 303],
    ['a page that does not exist', { address: '/nulle-part' }, 404],
    ['its data', { address: '/nulle-part.data' }, 404],
    ['an address that cannot be read', { address: '/%zz' }, 404],
    ['a page that is refused', { address: '/office/codes', headers: signedIn() }, 403],
    ['a form that is refused', { method: 'POST', address: '/connexion', headers: urlencoded, body: 'email=x' }, 422],
    ['a form that is taken', { method: 'POST', address: '/preferences', headers: form, body: 'theme=dark' }, 303],
    [
      'a cross-site request',
      { method: 'POST', address: '/connexion', headers: { origin: 'https://evil.example' } },
      403,
    ],
    [
      'a body too large',
      { method: 'POST', address: '/connexion', headers: urlencoded, body: 'a'.repeat(1_100_000) },
      413,
    ],
    ['a method that no page has', { method: 'DELETE', address: '/connexion' }, 405],
    ['an uploaded file', { address: `/dossiers/${dossierId}/documents/${file?.id}`, headers: signedIn() }, 200],
    ['a document made on demand', { address: `/dossiers/${dossierId}/documents/resume`, headers: signedIn() }, 200],
    [
      'a file that is not there',
      { address: `/dossiers/${dossierId}/documents/${dossierId}`, headers: signedIn() },
      404,
    ],
    ['a script', { address: asset('.js') }, 200],
    ['a style sheet', { address: asset('.css') }, 200],
    ['an asset that is not there', { address: '/assets/rien.js' }, 404],
    ['a folder', { address: '/assets/' }, 404],
    ['a file of version control', { address: '/.git/HEAD' }, 404],
    ['the icon', { address: '/favicon.svg' }, 200],
    ['a probe', { address: '/health/live' }, 200],
    ['the probe of parts', { address: '/health/ready' }, 200],
    ['what scripts ask of routes', { address: '/__manifest?version=x&p=/aide' }, 204],
  ];
}

/** What an answer lacks, whatever it answers (ASVS 3.4.1 to 3.4.6, 4.1.1). */
function lacks({ headers, body }: Answer): string[] {
  const said = (name: string) => String(headers[name] ?? '');
  const policy = said('content-security-policy');
  const type = said('content-type');
  return [
    ...(/max-age=(\d{8,}); includeSubDomains/.test(said('strict-transport-security')) ? [] : ['HSTS']),
    ...(said('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"].filter(
      (part) => !policy.includes(part),
    ),
    ...(/unsafe-/.test(policy) ? ['a policy without unsafe sources'] : []),
    ...(said('referrer-policy') === 'same-origin' ? [] : ['Referrer-Policy']),
    ...(headers['access-control-allow-origin'] === undefined ? [] : ['no CORS']),
    ...(headers['x-powered-by'] === undefined && headers['server'] === undefined ? [] : ['silence on what it runs']),
    ...(body.length > 0 && type === '' ? ['Content-Type'] : []),
    ...(/^text\/|\+xml|\/xml/.test(type) && !/; charset=utf-8$/i.test(type) ? [`charset of ${type}`] : []),
  ];
}

test('ASVS 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 4.1.1 every kind of answer has the headers that bind browsers, and says what it is', async () => {
  const faults: string[] = [];
  for (const [what, asked, status] of await everyAnswer()) {
    const answer = await ask(asked);
    if (answer.status !== status) faults.push(`${what} ${asked.address}: ${answer.status}`);
    for (const missing of lacks(answer)) faults.push(`${what} ${asked.address}: no ${missing}`);
    // What a person reads is stored by no browser and no proxy (ASVS 14.3.2).
    const open = asked.address.startsWith('/assets');
    if (!open && !String(answer.headers['cache-control']).includes('no-store')) faults.push(`${what}: may be stored`);
  }
  expect(faults).toEqual([]);
});

test('ASVS 3.2.1 5.3.2 5.4.1 5.4.2 a file under a hostile name is stored under ours, and is only ever saved', async () => {
  const names = [
    '../../../etc/cron.d/x.txt',
    '..\\..\\x"; filename="evil.html.txt',
    'a\u202etxt.exe.txt',
    '<svg onload=x>.txt',
  ];
  for (const name of names) expect((await sendFile(name, `<script>alert(1)</script> ${name}`)).status).toBe(303);
  const stored = await storedAs(suite.people.consumer.userId);
  expect(stored.length).toBeGreaterThanOrEqual(names.length);
  for (const { id, name, key } of stored) {
    expect(key).toMatch(new RegExp(`^[\\w/-]*${dossierId}/[0-9a-f-]{36}$`));
    expect(name).not.toMatch(/[/\\"<>:\u0000-\u001f\u202a-\u202e]/);
    const address = `/dossiers/${dossierId}/documents/${id}`;
    const { headers } = await ask({ address, headers: signedIn() });
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
    );
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('ASVS 13.4.4 TRACE, and whatever no page is asked by, is refused by its method; nothing of the request comes back', async () => {
  for (const method of ['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
    for (const address of ['/connexion', `/dossiers/${dossierId}`, '/preferences', '/health/live', '/assets/x.js']) {
      const answer = await ask({
        method,
        address,
        headers: { ...signedIn(), 'sec-fetch-site': 'same-origin', 'x-secret': 'canari' },
      });
      // Express itself tells by which methods a probe is asked.
      const right = method === 'OPTIONS' && address === '/health/live' ? 200 : 405;
      expect([method, address, answer.status]).toEqual([method, address, right]);
      expect(answer.body.toString()).not.toMatch(/canari|cookie/i);
    }
  }
});

/** Writes bytes to the process and returns the first line of each answer. */
function rawAnswers(text: string): Promise<string[]> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(pages.origin);
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(received.match(/^HTTP\/1\.1 \d+/gm) ?? []));
    socket.setTimeout(2_000, () => socket.destroy());
  });
}

test('ASVS 4.2.1 a request with two lengths, or with a length and chunks, is one bad request and never two', async () => {
  const head = `POST /connexion HTTP/1.1\r\nHost: parle.example\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  const hidden = 'GET /aide HTTP/1.1\r\nHost: parle.example\r\n\r\n';
  for (const lengths of [
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'Content-Length: 0\r\nContent-Length: 46\r\n\r\n',
    'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
  ]) {
    expect([lengths, await rawAnswers(head + lengths + hidden)]).toEqual([lengths, ['HTTP/1.1 400']]);
  }
});

test('ASVS 13.4.2 16.2.5 16.5.1 when a table is away, whoever asks reads one sentence, and nobody what failed', async () => {
  const from = pages.written().length;
  await suite.pool.query('alter table session rename to session_away');
  await suite.pool.query('alter table rate_limit rename to rate_limit_away');
  try {
    const form = { ...urlencoded, 'sec-fetch-site': 'same-origin' };
    const body = 'email=canari%40exemple.ca&password=canari-canari';
    const answers = [
      await ask({ address: '/aide', headers: signedIn() }),
      await ask({ address: '/aide.data', headers: signedIn() }),
      await ask({ address: `/dossiers/${dossierId}/documents/resume`, headers: signedIn() }),
      await ask({ method: 'POST', address: '/connexion', headers: form, body }),
      await ask({ method: 'POST', address: '/connexion.data', headers: form, body }),
    ];
    for (const { status, body: text, headers } of answers) {
      expect([500, 503]).toContain(status);
      expect(text.toString()).not.toMatch(
        /relation|session_away|rate_limit|\.ts:\d|node_modules|postgres|42P01|at file:/i,
      );
      expect(lacks({ status, headers, body: text })).toEqual([]);
    }
  } finally {
    await suite.pool.query('alter table session_away rename to session');
    await suite.pool.query('alter table rate_limit_away rename to rate_limit');
  }
  const told = pages.written().slice(from);
  expect(told).toContain('42P01');
  expect(told).not.toMatch(/canari|does not exist/);
});
