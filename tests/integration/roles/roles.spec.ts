import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { unfitStanding } from '#config/production.ts';
import { databaseOver } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { functionGrants, sequenceGrants, tableGrants } from '#db/roles/grants.ts';
import { standingOf } from '#db/roles/standing.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { rolePassword } from '#tests/kit/run-servers.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

let suite: EngineSuite;
const pools = {} as Record<'owner' | 'web' | 'worker', pg.Pool>;
beforeAll(async () => {
  suite = await startEngineSuite();
  for (const role of ['owner', 'web', 'worker'] as const)
    pools[role] = new pg.Pool({ connectionString: suite.servers.as[role], max: 2 });
  await openPlay(suite, inNegotiation);
});
afterAll(async () => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await suite?.stop();
});

/** PostgreSQL's code for what a role has no right to. */
const refused = '42501';

describe('what is recorded stays so, whatever a process does', () => {
  const recorded = ['dossier_event', 'audit_log', 'journal_anchor', 'audit_anchor'];
  const attempts = (table: string) => [
    `truncate ${table}`,
    `delete from ${table}`,
    `update ${table} set at = now()`,
    `drop table ${table}`,
    `drop trigger only_added_to on ${table}`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} owner to current_user`,
    `create or replace function only_added_to() returns trigger language plpgsql as 'begin return new; end'`,
    `set session_replication_role = replica`,
    `set role parle_owner`,
    `create table another (id int)`,
  ];

  test.each((['web', 'worker'] as const).flatMap((role) => recorded.map((table) => [role, table] as const)))(
    'the %s cannot change, remove or empty %s, nor take its triggers away',
    async (role, table) => {
      for (const attempt of attempts(table))
        expect([attempt, await codeOf(pools[role].query(attempt))]).toEqual([attempt, refused]);
    },
  );

  test('the web neither adds to the journal, nor signs it, nor publishes', async () => {
    for (const attempt of [
      `insert into dossier_event select * from dossier_event limit 0`,
      `insert into journal_anchor select * from journal_anchor limit 0`,
      `select * from journal_anchor`,
      `update dossier set state = '{}'`,
      `update dossier set head_hash = ''`,
      `update message set published_at = now()`,
      `update proposal_content set version = 2`,
      `update document set sha256 = ''`,
      `update reaction set done_at = now()`,
      `select seal_of(m) from message m`,
      `update merchant_record set submitted = 0`,
      `delete from office_news`,
      `select keep_anew()`,
      `select nextval('dossier_number_seq')`,
    ])
      expect([attempt, await codeOf(pools.web.query(attempt))]).toEqual([attempt, refused]);
  });

  test('the worker neither opens sessions, nor makes accounts, nor sees who is signed up', async () => {
    for (const attempt of [
      `insert into session (id_hash, user_id, expires_at) select '\\x00', id, now() from app_user limit 1`,
      `update app_user set password_hash = 'x'`,
      `update message set body = 'Autre chose.'`,
      `update proposal_content set terms = 'Autre chose.'`,
      `select * from terms_acceptance`,
      `update merchant_record set submitted = 0`,
      `delete from office_news`,
      `select keep_anew()`,
      `select nextval('referral_number_seq')`,
    ])
      expect([attempt, await codeOf(pools.worker.query(attempt))]).toEqual([attempt, refused]);
  });
});

const codeOf = (asked: Promise<unknown>): Promise<string | undefined> =>
  asked.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );

describe('every table, sequence and function of the schema is in the list of grants', () => {
  const names = async (text: string) => {
    const extension = `not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;
    const { rows } = await suite.pool.query<{ name: string }>(
      `select distinct name from (${text}) o where ${extension}`,
    );
    return rows.map(({ name }) => name).sort();
  };
  const relations = (kind: string) =>
    names(
      `select c.oid, c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind ${kind}
        and not exists (select from pg_depend i where i.objid = c.oid and i.deptype in ('i', 'a') and i.classid = 'pg_class'::regclass)`,
    );

  test('and the list names nothing else', async () => {
    expect(await relations(`in ('r', 'p', 'v', 'm')`)).toEqual(Object.keys(tableGrants).sort());
    expect(await relations(`= 'S'`)).toEqual(Object.keys(sequenceGrants).sort());
    const functions = `select p.oid, p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace`;
    expect(await names(functions)).toEqual(Object.keys(functionGrants).sort());
  });

  test('and what is not in it is refused to both, also when a migration made it for everybody', async () => {
    await pools.owner.query(`create table not_listed (id int); create sequence not_listed_seq;
      create function not_listed() returns int language sql return 1; grant all on not_listed to public, parle_web`);
    try {
      await migrate(suite.servers.as.owner);
      for (const role of ['web', 'worker'] as const)
        for (const attempt of ['select * from not_listed', `select nextval('not_listed_seq')`, 'select not_listed()'])
          expect([role, attempt, await codeOf(pools[role].query(attempt))]).toEqual([role, attempt, refused]);
    } finally {
      await pools.owner.query('drop table not_listed; drop sequence not_listed_seq; drop function not_listed()');
    }
  });
});

test('production says of each connection whether it may serve', async () => {
  const production = { NODE_ENV: 'production', DEMO: false };
  const said = async (pool: pg.Pool, process: 'web' | 'worker', env = production) =>
    unfitStanding(env, process, await standingOf(databaseOver(pool)));
  expect(await said(pools.web, 'web')).toBeNull();
  expect(await said(pools.worker, 'worker')).toBeNull();
  expect(await said(pools.worker, 'web')).toContain('the other process’s role');
  expect(await said(pools.web, 'worker')).toContain('the other process’s role');
  expect(await said(pools.owner, 'web')).toContain('as the owner of the tables');
  expect(await said(suite.pool, 'worker')).toContain('as a superuser');
  expect(await said(suite.pool, 'worker', { ...production, DEMO: true })).toBeNull();
});

/** The operators' command, as a program of its own, with these settings only. */
function createRoles(env: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      path.resolve('node_modules/.bin/node'),
      ['--disable-warning=ExperimentalWarning', 'scripts/create-roles.ts'],
      { env: { PATH: process.env['PATH'] ?? '', ...env } as unknown as NodeJS.ProcessEnv },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });
}

test('the command that makes the roles may be run again, and wants passwords that are not short', async () => {
  const settings = {
    DATABASE_ADMIN_URL: suite.servers.databaseUrl,
    DATABASE_OWNER_PASSWORD: rolePassword,
    DATABASE_WEB_PASSWORD: rolePassword,
    DATABASE_WORKER_PASSWORD: rolePassword,
  };
  const done = await createRoles(settings);
  expect(done).toEqual({ code: 0, said: 'Database roles: parle_owner, parle_web, parle_worker\n' });
  await expect(pools.web.query('select count(*) from dossier')).resolves.toMatchObject({ rowCount: 1 });
  const short = await createRoles({ ...settings, DATABASE_WEB_PASSWORD: 'short' });
  expect(short).toEqual({ code: 1, said: expect.stringContaining('DATABASE_WEB_PASSWORD: Too small') });
  expect(short.said).not.toMatch(/short\b(?!er)|\n\s+at /);
}, 60_000);
