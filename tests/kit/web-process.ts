import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { startWeb } from '#scripts/start/web.ts';
import { root } from '#scripts/system/paths.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { testPepper } from './secrets.ts';
import { createTestDatabase, type TestDatabase } from './servers.ts';

/** A browser without scripts: keeps cookies, says where its forms come from, follows nothing. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts a form as a browser would from our own page. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  cookies: Map<string, string>;
};

export type WebProcess = {
  origin: string;
  /** The suite's database, where everything is allowed; and as each role of the platform. */
  databaseUrl: string;
  as: TestDatabase['as'];
  client(): Client;
  /** The process itself, to be told to stop. */
  child: ChildProcess;
  /** Rows of the suite's database. */
  rows<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Everything the process wrote to its log. */
  log(): string;
  stop(): Promise<void>;
};

/** The real web process, built pages and all, on a database of its own. Mails are read from the outbox. */
export async function startWebProcess(overrides: Record<string, string> = {}): Promise<WebProcess> {
  const [database, [free]] = await Promise.all([createTestDatabase(), freePorts(1)]);
  const port = overrides['PORT'] ?? String(free);
  const origin = `http://127.0.0.1:${port}`;
  let written = '';
  const web = await startWeb({
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: database.as.web,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      PUBLIC_ORIGIN: origin,
      PORT: port,
      FILES_DIR: path.join(root, '.data/none'),
      CODE_PEPPER: testPepper,
      COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
      LOG_LEVEL: 'trace',
      ...overrides,
    },
    hear: (text) => void (written += text),
  });
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  return {
    origin,
    databaseUrl: database.url,
    as: database.as,
    child: web.process.child,
    client: () => createClient(origin, overrides['PUBLIC_ORIGIN'] ?? origin),
    rows: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    log: () => written,
    async stop() {
      await web.process.stop();
      await pool.end();
      await database.drop();
    },
  };
}

/** A browser without scripts for a web process; `publicOrigin` is where it takes its forms to come from. */
export function createClient(origin: string, publicOrigin: string): Client {
  const cookies = new Map<string, string>();
  const send = async (where: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(origin + where, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    cookies,
    get: (where, headers = {}) => send(where, { headers: { 'accept-language': 'fr', ...headers } }),
    post: (where, fields, headers = { origin: publicOrigin }) =>
      send(where, {
        method: 'POST',
        headers: { 'accept-language': 'fr', ...headers },
        body: new URLSearchParams(fields),
      }),
  };
}
