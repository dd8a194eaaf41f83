import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Pool } from 'pg';
import { startWeb, type Web } from '#scripts/start/web.ts';
import { startEngineSuite, type EngineSuite } from './engine/suite.ts';
import { admitEveryone } from './people.ts';
import { watchLoop, type LoopWatch } from './loop-delay.ts';
import { createClient, type Client } from './web-process.ts';

/** The web process of a suite, with people signed in to it. */
export type Pages = {
  origin: string;
  /** Where forms have to come from. */
  trusted: string;
  /** Reads a page as this account, without following redirects; nobody when null. */
  get(userId: string | null, address: string, language?: 'fr' | 'en'): Promise<Answer>;
  /** Sends a form as this account, as a document would; in French unless another language is named. */
  post(
    as: string | null | { userId: string | null; language: 'fr' | 'en' },
    address: string,
    fields: Record<string, string | string[]>,
  ): Promise<Answer>;
  /** A browser without scripts that keeps its cookies, for anyone who is not signed in yet. */
  client(): Client;
  /** Everything the web process wrote, on both of its outputs. */
  written(): string;
  /** The hidden fields of a page's form that holds a field of this name. */
  hidden(html: string, field: string): Record<string, string>;
  /** A session's token, for a browser's cookie. */
  session(userId: string): Promise<string>;
  /** How late the process's event loop runs. */
  loop: LoopWatch;
  stop(): Promise<void>;
};

export type Answer = { status: number; html: string; location: string | null; headers: Headers };

/** A suite with its web process, for all the tests of a file: there from the first to the last. */
export function siteForFile(): { suite: EngineSuite; pages: Pages } {
  const site = {} as { suite: EngineSuite; pages: Pages };
  beforeAll(async () => {
    let web: Listening | null = null;
    site.suite = await startEngineSuite({ meanwhile: async (begun) => void (web = await listen(begun)) });
    site.pages = await pagesOn(site.suite, web!);
  });
  afterAll(async () => {
    await site.pages?.stop();
    await site.suite?.stop();
  });
  return site;
}

/** A web process, where its forms have to come from, and what it wrote so far. */
type Listening = { web: Web; trusted: string | undefined; written(): string };

async function listen(
  { servers, taskQueue }: Pick<EngineSuite, 'servers' | 'taskQueue'>,
  overrides: Record<string, string> = {},
): Promise<Listening> {
  const settings = { TEMPORAL_TASK_QUEUE: taskQueue, NODE_OPTIONS: '', LOG_LEVEL: 'error' };
  let written = '';
  const hear = (text: string): void => {
    written += text;
    process.stderr.write(text);
  };
  const web = await startWeb({ env: { ...process.env, ...servers.env, ...settings, ...overrides }, hear });
  return { web, trusted: overrides['PUBLIC_ORIGIN'] ?? servers.env['PUBLIC_ORIGIN'], written: () => written };
}

async function pagesOn({ pool }: EngineSuite, { web, trusted, written }: Listening): Promise<Pages> {
  await admitEveryone(pool);
  const origin = `http://127.0.0.1:${web.port}`;
  return {
    ...signedInTo(pool, { origin, trusted: trusted ?? origin }),
    loop: watchLoop(web.process.child, origin),
    client: () => createClient(origin, trusted ?? origin),
    written,
    stop: () => web.process.stop(),
  };
}

/** Starts the real web process on the suite's servers. The pages must have been built. */
export async function startPages(suite: EngineSuite, overrides: Record<string, string> = {}): Promise<Pages> {
  return pagesOn(suite, await listen(suite, overrides));
}

/** What people who are signed in read and send, on a web process that runs; `trusted`: where its forms have to come from. */
export type SignedIn = Pick<Pages, 'origin' | 'trusted' | 'session' | 'get' | 'post' | 'hidden'>;

/** Reads and sends forms as people of this database, signed in to the web process at `origin`. */
export function signedInTo(pool: Pool, { origin, trusted }: Pick<Pages, 'origin' | 'trusted'>): SignedIn {
  const tokens = new Map<string, string>();

  async function session(userId: string): Promise<string> {
    const known = tokens.get(userId);
    if (known) return known;
    const token = randomBytes(32).toString('base64url');
    await pool.query(`insert into session (id_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`, [
      createHash('sha256').update(token).digest(),
      userId,
    ]);
    tokens.set(userId, token);
    return token;
  }

  async function ask(
    userId: string | null,
    address: string,
    { language = 'fr', ...init }: RequestInit & { language?: string },
  ): Promise<Answer> {
    const cookie = [`pc_lang=${language}`, ...(userId ? [`pc_session=${await session(userId)}`] : [])].join('; ');
    const headers = {
      ...{ cookie, origin: trusted, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      // On one machine, compressing takes longer than sending.
      'accept-encoding': 'identity',
    };
    const response = await fetch(origin + address, {
      ...init,
      headers: { ...headers, ...init.headers },
      redirect: 'manual',
    });
    const { status, headers: answered } = response;
    return { status, html: await response.text(), location: answered.get('location'), headers: answered };
  }

  return {
    origin,
    trusted,
    session,
    get: (userId, address, language) => ask(userId, address, { language }),
    post: (as, address, fields) => {
      const { userId, language } = as === null || typeof as === 'string' ? { userId: as, language: undefined } : as;
      const body = new URLSearchParams({ form_key: randomUUID() });
      for (const [name, value] of Object.entries(fields)) {
        if (name === 'form_key') body.delete(name);
        for (const each of [value].flat()) body.append(name, each);
      }
      return ask(userId, address, { method: 'POST', body, language });
    },
    hidden(html, field) {
      const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
      const form = forms.find((each) => each.includes(`name="${field}"`)) ?? '';
      const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? [];
      return Object.fromEntries(
        inputs.map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']),
      );
    },
  };
}
