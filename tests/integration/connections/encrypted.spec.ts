import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { databaseOptions } from '#config/database.ts';
import { readTemporalEnv } from '#config/env.ts';
import { temporalOptions } from '#config/temporal.ts';
import { openOrm, poolOf } from '#db/orm.ts';
import { migrate } from '#db/migrate.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { selfSigned } from '#tests/kit/certificate.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile, startPages } from '#tests/kit/pages.ts';
import { startTlsDatabase, startTlsFrontend } from '#tests/kit/tls-servers.ts';

const site = siteForFile();
const ours = selfSigned();
let folder: string;
let authority: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parle-authority-'));
  authority = path.join(folder, 'authority.pem');
  await writeFile(authority, ours.certificate);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whom each of the two clients of the SDK trusts: that of Node, and the worker's native one. */
const trust = () => ({ GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: authority, SSL_CERT_FILE: authority });

/** A program of the product as it is deployed, with these settings only. */
function deployed(script: string, env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return fork(path.resolve(script), [], {
    execPath: path.resolve('node_modules/.bin/node'),
    execArgv: [],
    silent: true,
    env: { NODE_ENV: 'test', PATH, HOME, ...site.suite.servers.env, ...trust(), LOG_LEVEL: 'error', ...env },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

test('a key of Temporal travels inside TLS and reaches the server, whoever connects: web, worker and set-up', async () => {
  const frontend = await startTlsFrontend(ours);
  // A key and no TEMPORAL_TLS: the setting that implied TLS in one process and was left to a library in another.
  const settings = (key: string) => ({ TEMPORAL_ADDRESS: frontend.address, TEMPORAL_API_KEY: key });
  const heard = (key: string) => frontend.calls.find(({ authorization }) => authorization === `Bearer ${key}`);
  const play = await openPlay(site.suite, inNegotiation);
  const consumer = site.suite.people.consumer.userId;
  const messages = `/dossiers/${play.dossierId}/messages`;
  const web = await startPages(site.suite, { ...settings('of-web'), ...trust(), PORT: '0' });
  const worker = deployed('worker/main.ts', {
    ...settings('of-worker'),
    DATABASE_URL: site.suite.servers.as.worker,
    WORKER_HEALTH_PORT: '0',
  });
  const setUp = deployed('scripts/set-up.ts', {
    ...settings('of-set-up'),
    DATABASE_OWNER_URL: site.suite.servers.as.owner,
  });
  try {
    const { html } = await web.get(consumer, messages);
    await web.post(consumer, messages, { ...web.hidden(html, 'body'), body: 'Bonjour', intent: 'send' });
    for (const key of ['of-web', 'of-worker', 'of-set-up']) await eventually(async () => heard(key));
    expect(frontend.inClear()).toBe(0);
  } finally {
    await Promise.all([web.stop(), end(worker), end(setUp)]);
    await frontend.stop();
  }
});

test('without a key and with TEMPORAL_TLS the worker speaks TLS too', async () => {
  const frontend = await startTlsFrontend(ours);
  const worker = deployed('worker/main.ts', {
    DATABASE_URL: site.suite.servers.as.worker,
    TEMPORAL_ADDRESS: frontend.address,
    TEMPORAL_TLS: 'true',
  });
  try {
    const call = await eventually(async () => frontend.calls[0]);
    expect(call.authorization).toBeNull();
  } finally {
    await end(worker);
    await frontend.stop();
  }
});

test('ASVS 12.3.4 an authority of one’s own is named in the settings: whoever connects trusts it, and no other server', async () => {
  const frontend = await startTlsFrontend(ours);
  const stranger = await startTlsFrontend(selfSigned());
  const connect = async (address: string, file: string) => {
    const env = { TEMPORAL_ADDRESS: address, TEMPORAL_CA_FILE: file };
    const { connection } = temporalOptions(readTemporalEnv(env));
    // The stand-in knows no call: what counts is whether one comes.
    await Connection.connect({ ...connection, connectTimeout: '5 seconds' }).catch(() => undefined);
    await NativeConnection.connect(connection).catch(() => undefined);
  };
  try {
    await connect(frontend.address, authority);
    expect(frontend.calls.length).toBeGreaterThanOrEqual(2);
    await connect(stranger.address, authority);
    expect(stranger.calls).toEqual([]);
  } finally {
    await Promise.all([frontend.stop(), stranger.stop()]);
  }
}, 60_000);

test('sslmode of DATABASE_URL is obeyed by the pool of web, worker and commands, by migrations, and by single clients', async () => {
  const database = await startTlsDatabase(ours);
  const url = `${database.url}?sslmode=verify-full`;
  const trusted = `${url}&sslrootcert=${authority}`;
  const connect = async (address: string): Promise<void> => {
    const orm = await openOrm(address, { poolMax: 1 });
    await (await poolOf(orm)).query('select 1').finally(() => orm.close(true));
  };
  try {
    // The stand-in hangs up after the greeting: each of these fails, and what counts is how far it came.
    await expect(connect(trusted)).rejects.toThrow();
    await expect(migrate(trusted)).rejects.toThrow();
    await expect(new pg.Client(databaseOptions(trusted)).connect()).rejects.toThrow();
    expect(new Set(database.seen.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"tls":true,"user":"parle"}']));
    // A certificate that nobody vouches for: not a word of the session goes out.
    database.seen.length = 0;
    await expect(connect(url)).rejects.toThrow(/self-signed certificate/);
    expect(database.seen).toEqual([{ tls: true, user: null }]);
  } finally {
    await database.stop();
  }
});

test('a server without TLS is refused where TLS is asked for, by migrations before anything is written', async () => {
  const url = `${site.suite.servers.databaseUrl}?sslmode=require`;
  await expect(migrate(url)).rejects.toThrow('The server does not support SSL connections');
});
