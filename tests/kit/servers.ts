import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { addressAs, roleNames, type Role } from '#db/roles/names.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { startTestMail, type TestMail } from './mail.ts';
import { testPepper } from './secrets.ts';
import { rolePassword, type RunAddresses } from './run-servers.ts';

/** What one suite has for itself on the servers of the run. */
export type TestServers = {
  /** A database of its own, migrated and empty, for what the suite arranges and looks at: everything is allowed. */
  databaseUrl: string;
  /** The same as each role of the platform. */
  as: Record<Role, string>;
  temporalAddress: string;
  /** A namespace of its own: workflow ids and schedules of two suites never meet. */
  namespace: string;
  mail: TestMail;
  filesDir: string;
  /** The environment of `config/env.ts` for this suite's web process, or for `readEnv`. */
  env: Record<string, string>;
  /** That of its worker. */
  workerEnv: Record<string, string>;
  stop(): Promise<void>;
};

/** Addresses of the run's servers, started by Jest's global set-up. */
export function runAddresses(): RunAddresses {
  const value = process.env['TEST_SERVERS'];
  if (!value) throw new Error('The servers of the run are missing: use the project `integration` or `e2e` of Jest.');
  return JSON.parse(value) as RunAddresses;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A pool says that it has ended before its connections are closed: one that is ended by force meanwhile says so to nobody, and fails the test that ran last. What a suite
 * leaves open is ended all the same.
 */
async function allGone(postgresUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const open = `select from pg_stat_activity where datname = $1 and backend_type = 'client backend'`;
    const gone = async () => (await client.query(open, [database])).rowCount === 0;
    await eventually(gone, { within: 2_000, every: 20 }).catch(() => undefined);
  } finally {
    await client.end();
  }
}

/** A copy of the migrated template: `url` is allowed everything, `as` what each role of the platform is. */
export type TestDatabase = { url: string; as: Record<Role, string>; drop(): Promise<void> };

export async function createTestDatabase(): Promise<TestDatabase> {
  const { postgresUrl, template } = runAddresses();
  const name = `suite_${randomUUID().replaceAll('-', '')}`;
  // PostgreSQL copies a template for one client at a time; a second one is told so and comes back.
  const created = (): Promise<boolean> =>
    administer(postgresUrl, `create database ${name} template ${template} owner ${roleNames.owner}`).then(
      () => true,
      (error: { code?: string }) => {
        if (error.code !== '55006') throw error;
        return false;
      },
    );
  await eventually(created, { every: 100 });
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const as = (role: Role): string => addressAs(role, url.href, rolePassword);
  return {
    url: url.href,
    as: { owner: as('owner'), web: as('web'), worker: as('worker') },
    async drop() {
      await allGone(postgresUrl, name);
      await administer(postgresUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/**
 * Gives a suite its own database, namespace, mail server and files on the servers of the run. Call it in `beforeAll` or at
 * the top of the suite, and `stop` when done.
 *
 * @param overrides settings of `config/env.ts` that this suite wants otherwise (a policy of seconds in `POLICY_JSON`, …).
 * @param meanwhile what needs no namespace yet: Temporal takes a second until all of it knows a new one, in which nothing else happens.
 */
export async function startTestServers(
  overrides: Record<string, string> = {},
  meanwhile: (servers: TestServers) => Promise<void> = async () => undefined,
): Promise<TestServers> {
  const { temporalAddress } = runAddresses();
  const namespace = `suite-${randomUUID()}`;
  const [servers] = await Promise.all([
    startOthers({ temporalAddress, namespace, overrides }).then(async (others) => {
      await meanwhile(others);
      return others;
    }),
    setUpTemporal({ address: temporalAddress, namespace }),
  ]);
  return servers;
}

async function startOthers({
  temporalAddress,
  namespace,
  overrides,
}: Pick<TestServers, 'temporalAddress' | 'namespace'> & { overrides: Record<string, string> }): Promise<TestServers> {
  const [database, mail, filesDir, [port]] = await Promise.all([
    createTestDatabase(),
    startTestMail(),
    mkdtemp(path.join(os.tmpdir(), 'parle-files-')),
    freePorts(1),
  ]);
  const env = {
    NODE_ENV: 'test',
    DATABASE_URL: database.as.web,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: mail.url,
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    FILES_DIR: filesDir,
    CODE_PEPPER: testPepper,
    COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
    JOURNAL_KEY: 'journal-key-of-the-test-suites-0123456789abc',
    LOG_LEVEL: 'warn',
    ...overrides,
  };
  return {
    databaseUrl: database.url,
    as: database.as,
    temporalAddress,
    namespace,
    mail,
    filesDir,
    env,
    workerEnv: { ...env, DATABASE_URL: database.as.worker, ...overrides },
    async stop() {
      await mail.stop();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}
