import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWeb } from '#scripts/start/web.ts';
import { signedUp } from '#tests/integration/accounts/journey.ts';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web?.stop();
});

/** Settings of a web process for people on the same database. */
function inProduction(settings: Record<string, string> = {}) {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    DATABASE_URL: web.as.web,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_ORIGIN: 'https://parle.example',
    TRUST_PROXY_HOPS: '1',
    PORT: '0',
    FILES_DIR: '/tmp/none',
    CODE_PEPPER: 'pepper-of-the-test-suites-0123456789abcdef',
    COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
    LOG_LEVEL: 'error',
    ...settings,
  };
}

/** What one says when it does not start. */
async function start(settings: Record<string, string> = {}): Promise<string> {
  const env = inProduction(settings);
  let said = '';
  try {
    const started = await startWeb({ env, hear: (text) => void (said += text) });
    await started.process.stop();
    return 'started';
  } catch (error) {
    return said + String(error);
  }
}

test('production does not start on a database where the demonstration’s accounts are open, and says so', async () => {
  await signedUp(web, 'vraie.personne@exemple.ca');
  expect(await start()).toBe('started');
  await signedUp(web, 'claire.roy@courriel.example');
  expect(await start()).toContain('This database has the demonstration’s accounts');
  expect(await start({ DEMO: 'true' })).toBe('started');
  await web.rows(`update app_user set disabled_at = now() where email = 'claire.roy@courriel.example'`);
  expect(await start()).toBe('started');
}, 120_000);

test('ADR 33 production answers at the address of the demonstration as at one that does not exist, to whoever asks and however', async () => {
  const started = await startWeb({ env: inProduction(), hear: () => undefined });
  try {
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = { 'x-forwarded-proto': 'https', origin: 'https://parle.example' };
      const answer = await fetch(`http://127.0.0.1:${started.port}${path}`, { redirect: 'manual', headers, ...init });
      const html = await answer.text();
      const [title = '', main = ''] = [/<title>[^<]*<\/title>/, /<main[\s\S]*<\/main>/].map(
        (part) => part.exec(html)?.[0] ?? '',
      );
      return {
        status: answer.status,
        cookies: answer.headers.getSetCookie().length,
        title,
        words: main.replaceAll(/<[^>]*>/g, ' '),
      };
    };
    const body = new URLSearchParams({ userId: '00000000-0000-4000-8000-000000000000' });
    for (const init of [{}, { method: 'POST', body }]) {
      const nothing = await ask('/rien-de-tel', init);
      const demonstration = await ask('/demonstration', init);
      expect([demonstration.status, demonstration.cookies]).toEqual([404, 0]);
      expect(demonstration.words).not.toMatch(/d[ée]monstration/i);
      if (!('method' in init)) expect(demonstration).toEqual(nothing);
    }
    const { words } = await ask('/connexion');
    expect(words).not.toMatch(/d[ée]monstration/i);
  } finally {
    await started.process.stop();
  }
}, 60_000);

test('production does not serve as the owner of the tables, as a superuser or as the worker', async () => {
  expect(await start({ DATABASE_URL: web.as.owner })).toContain('connects as the owner of the tables');
  expect(await start({ DATABASE_URL: web.databaseUrl })).toContain('connects as a superuser');
  expect(await start({ DATABASE_URL: web.as.worker })).toContain('connects as the other process’s role');
}, 60_000);

test('production says all that keeps it from starting, and does not listen', async () => {
  const said = await start({ PUBLIC_ORIGIN: 'http://parle.example', TEMPORAL_ADDRESS: 'temporal.example:7233' });
  expect(said).toContain('PUBLIC_ORIGIN: is not https');
  expect(said).toContain('TEMPORAL_TLS: is not set');
}, 60_000);
