import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { camelCaseColumns, type Database } from '#db/database.ts';
import { openOrm } from '#db/orm.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';
import type { AccountDeps } from '#web/server/services/accounts/deps.ts';
import { readPending } from '#web/server/services/accounts/pending.ts';
import {
  register,
  renewCode,
  resendVerification,
  verifyEmail,
} from '#web/server/services/accounts/sign-up/registration.ts';
import { askReset } from '#web/server/services/accounts/passwords/reset-password.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { createSessions } from '#web/server/services/accounts/sessions.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { person } from './journey.ts';

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.stop();
});

/** The account services on a database of their own, every statement of theirs noted. */
async function openSite() {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.as.web, max: 3 });
  const asked: string[] = [];
  const db: Database = new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [camelCaseColumns],
    log: ({ query }) => void asked.push(query.sql.replaceAll(/\s+/g, ' ')),
  });
  const orm = await openOrm(database.as.web);
  const now = () => new Date();
  const deps: AccountDeps = {
    orm,
    db,
    now,
    secrets: testSecrets,
    limits: createLimits({ pool, secrets: testSecrets }),
    sessions: createSessions({ db, now }),
  };
  return {
    deps,
    /** What an act asks of the database, statement by statement. */
    async work(act: () => Promise<unknown>): Promise<string[]> {
      asked.length = 0;
      await act();
      return [...asked];
    },
    mails: async (email: string) =>
      (await pool.query('select template from mail where to_address = $1', [email])).rows.map(
        ({ template }) => template,
      ),
    async stop() {
      await db.destroy();
      await orm.close(true);
      await database.drop();
    },
  };
}

const ip = '192.0.2.1';
const signUp = (email: string) => register(site.deps, { form: person(email), ip, language: 'fr' });

/** An address with a proved account. */
async function known(email: string): Promise<string> {
  const pending = readPending(await signUp(email), 'verify_email')!;
  const { code } = await renewCode(site.deps, pending.id);
  await verifyEmail(site.deps, { pending, code, ip });
  return email;
}

test('F-011 signing up, and asking for another code, is the same work for an address with an account and without one', async () => {
  const taken = await known('a@exemple.ca');
  const ids: string[] = [];
  const first = async (email: string) => void ids.push(await signUp(email));
  const forTaken = await site.work(() => first(taken));
  const forFree = await site.work(() => first('b@exemple.ca'));
  expect(forTaken.length).toBeGreaterThan(3);
  expect(forTaken).toEqual(forFree);
  const [again, alike] = [
    await site.work(() => resendVerification(site.deps, { pending: readPending(ids[0]!, 'verify_email')!, ip })),
    await site.work(() => resendVerification(site.deps, { pending: readPending(ids[1]!, 'verify_email')!, ip })),
  ];
  expect(again.length).toBeGreaterThan(3);
  expect(again).toEqual(alike);
  expect(await site.mails(taken)).toEqual(['email-verification', 'account-exists', 'account-exists']);
  expect(await site.mails('b@exemple.ca')).toEqual(['email-verification', 'email-verification']);
});

test('asking for a new password is the same work for an address with an account and without one, and only the first gets a mail', async () => {
  const taken = await known('c@exemple.ca');
  const forTaken = await site.work(() => askReset(site.deps, { email: taken, ip }));
  const forFree = await site.work(() => askReset(site.deps, { email: 'd@exemple.ca', ip }));
  expect(forTaken.length).toBeGreaterThan(3);
  expect(forTaken).toEqual(forFree);
  expect(await site.mails(taken)).toEqual(['email-verification', 'password-reset']);
  expect(await site.mails('d@exemple.ca')).toEqual([]);
});

test('both keep something to answer a code with, so that wrong codes are answered alike', async () => {
  const { work, deps } = site;
  const pending = [await signUp(await known('e@exemple.ca')), await signUp('f@exemple.ca')];
  const [one, other] = await Promise.all(pending.map(async (cookie) => readPending(cookie, 'verify_email')!));
  const wrong = (which: typeof one) =>
    work(() => verifyEmail(deps, { pending: which!, code: 'abcdef', ip }).catch(({ code }) => code));
  expect(await wrong(one)).toEqual(await wrong(other));
});
