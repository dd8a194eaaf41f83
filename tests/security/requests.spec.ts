import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { person, signedUp } from '#tests/integration/accounts/journey.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web.stop();
});

const evil = 'https://evil.example';

test.each<[string, (origin: string) => Record<string, string>, number]>([
  ['a foreign Origin', () => ({ origin: evil }), 403],
  ['a foreign Origin and a forged X-Forwarded-Host', () => ({ origin: evil, 'x-forwarded-host': 'evil.example' }), 403],
  ['no Origin and no Referer', () => ({}), 403],
  ['Origin: null', () => ({ origin: 'null' }), 403],
  ['Sec-Fetch-Site: cross-site', (origin) => ({ 'sec-fetch-site': 'cross-site', origin }), 403],
  ['Sec-Fetch-Site: same-site', (origin) => ({ 'sec-fetch-site': 'same-site', origin }), 403],
  ['a foreign Referer', () => ({ referer: `${evil}/page` }), 403],
  ['our own Origin', (origin) => ({ origin }), 303],
  ['our own Referer', (origin) => ({ referer: `${origin}/aide` }), 303],
  ['Sec-Fetch-Site: same-origin', () => ({ 'sec-fetch-site': 'same-origin' }), 303],
])(
  'a form sent with %s is answered %3$i, on pages, data requests and resource routes alike',
  async (_name, headers, status) => {
    const client = web.client();
    // `preferences` has no page of its own: Remix checks nothing there.
    expect((await client.post('/preferences', { theme: 'dark' }, headers(web.origin))).status).toBe(status);
    if (status === 403) {
      expect((await client.post('/connexion', { email: 'a@b.ca', password: 'x' }, headers(web.origin))).status).toBe(
        403,
      );
      expect(
        (await client.post('/connexion.data', { email: 'a@b.ca', password: 'x' }, headers(web.origin))).status,
      ).toBe(403);
      expect(client.cookies.size).toBe(0);
    }
  },
);

test('someone who leaves before the answer comes is no fault: nothing is said of it in the log', async () => {
  const { hostname, port, host } = new URL(web.origin);
  const leave = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).once('close', () => resolve());
      socket.write(`GET /dossiers/nouveau HTTP/1.1\r\nHost: ${host}\r\n\r\n`, () =>
        setImmediate(() => socket.destroy()),
      );
    });
  for (let n = 0; n < 40; n += 1) await leave();
  // What was asked before is answered by now.
  expect((await web.client().get('/aide')).status).toBe(200);
  expect(web.log()).not.toContain('page failed');
});

test('every page carries the enforced policy, and every script its nonce (ASVS 3.4)', async () => {
  const response = await web.client().get('/dossiers/nouveau');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  const html = await response.text();
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(html).not.toMatch(/\sstyle=/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(response.headers.get('x-powered-by')).toBeNull();
});

test('probes carry the headers of every other answer (ASVS 3.4)', async () => {
  for (const address of ['/health/live', '/health/ready']) {
    const { headers } = await web.client().get(address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('cookies: for this host only, out of reach of scripts, Secure and __Host- over https (ASVS 3.3)', async () => {
  const plain = await web.client().post('/preferences', { theme: 'dark' });
  expect(plain.headers.getSetCookie()[0]).toBe('pc_theme=dark; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000');
  const secure = await startWebProcess({ PUBLIC_ORIGIN: 'https://parle.example' });
  try {
    const response = await secure.client().post('/preferences', { theme: 'dark' });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-pc_theme=dark; Path=\/; HttpOnly; SameSite=Lax; .*Secure$/,
    );
    expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
  } finally {
    await secure.stop();
  }
});

test('a session fixed beforehand is not taken over, and each sign-in has a token of its own (ASVS 7.2.4)', async () => {
  const owner = await signedUp(web, 'fixee@exemple.ca');
  const first = owner.cookies.get('pc_session') ?? '';
  expect(first).toMatch(/^[\w-]{43}$/);
  const victim = web.client();
  victim.cookies.set('pc_session', 'A'.repeat(43));
  await victim.post('/connexion', { email: 'fixee@exemple.ca', password: person('').password });
  const second = victim.cookies.get('pc_session') ?? '';
  expect(second).not.toBe('A'.repeat(43));
  expect(second).not.toBe(first);
  // Only hashes are stored.
  const stored = await web.rows<{ hash: string }>(`select encode(id_hash, 'escape') as hash from session`);
  expect(stored.some(({ hash }) => hash.includes(second))).toBe(false);
  await victim.post('/deconnexion', {});
  victim.cookies.set('pc_session', second);
  expect((await victim.get('/profil')).headers.get('location')).toMatch(/^\/connexion/);
});

test('a session ends after an hour unused, and after twelve hours whatever happens (ASVS 7.3)', async () => {
  const idle = await signedUp(web, 'oisive@exemple.ca');
  await web.rows(`update session set last_seen_at = now() - interval '61 minutes'
    where user_id = (select id from app_user where email = 'oisive@exemple.ca')`);
  expect((await idle.get('/profil')).status).toBe(303);
  const old = await signedUp(web, 'longue@exemple.ca');
  await web.rows(`update session set expires_at = now() - interval '1 second'
    where user_id = (select id from app_user where email = 'longue@exemple.ca')`);
  expect((await old.get('/profil')).status).toBe(303);
});

test('guessing a password is stopped, also for the right one, for that address only', async () => {
  await signedUp(web, 'visee@exemple.ca');
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    statuses.push(
      (await web.client().post('/connexion', { email: 'visee@exemple.ca', password: `devinette ${guess}` })).status,
    );
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
  expect(statuses.slice(10)).toEqual([429, 429]);
  const right = await web.client().post('/connexion', { email: 'visee@exemple.ca', password: person('').password });
  expect(right.status).toBe(429);
  expect(await right.text()).toContain('trop d’essais');
});

test('guessing a code is stopped, whether the address has an account or not', async () => {
  await signedUp(web, 'titulaire@exemple.ca');
  for (const email of ['nouvelle@exemple.ca', 'titulaire@exemple.ca']) {
    const client = web.client();
    await client.post('/inscription', person(email));
    const answers: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const page = await (await client.post('/inscription/code', { code: `99999${guess}` })).text();
      answers.push(
        /Ce code n’est plus valable/.test(page) ? 'expired' : /Ce code est inexact/.test(page) ? 'wrong' : 'other',
      );
    }
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'expired']);
  }
});

test('a redirect never leaves the site', async () => {
  for (const back of [`${evil}/`, '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const response = await web.client().post('/preferences', { theme: 'dark', back });
    expect(response.headers.get('location')).toBe('/');
  }
});
