import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { meetingAt } from '#tests/kit/held-row.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { proposeAuthenticator } from '#db/accounts/factors.ts';
import type { FactorDeps } from '#web/server/services/accounts/factors/deps.ts';
import {
  addAuthenticator,
  authenticatorToSetUp,
  removeFactor,
  renewRecoveryCodes,
} from '#web/server/services/accounts/factors/manage.ts';
import { sealSecret } from '#web/server/services/accounts/factors/sealed-secrets.ts';
import { openSession } from '#web/server/services/accounts/factors/second-step.ts';
import { newSecret } from '#web/server/services/accounts/factors/totp.ts';
import { hashPassword } from '#web/server/services/accounts/passwords/passwords.ts';
import { issueCode } from '#web/server/services/accounts/one-time-codes.ts';
import { changePassword, resetPassword } from '#web/server/services/accounts/passwords/reset-password.ts';
import { createSessions } from '#web/server/services/accounts/sessions.ts';
import { signIn } from '#web/server/services/accounts/sign-in.ts';
import type { Limits } from '#web/server/services/limits/index.ts';
import { codeOf as refusalCode } from '#web/server/services/dossier/open-dossier/execute.ts';
import { codeOf } from '#tests/integration/accounts/factors.ts';
import { strong } from '#tests/integration/accounts/journey.ts';
import { Secret } from 'otpauth';

const file = databaseForFile();
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(strong);
});

const nothing = async () => undefined;
const limits = { count: nothing, check: nothing, reset: nothing } as unknown as Limits;
const opening = { browser: '', system: '', place: '', strong: false };

function deps(): FactorDeps {
  const { orm, db } = file;
  const now = () => new Date();
  const site = { origin: 'http://localhost', name: 'Parle consommation' };
  return { orm, db, now, secrets: testSecrets, limits, site, sessions: createSessions({ db, now }) };
}

/** Somebody with a password, an application, a passkey and two recovery codes. */
async function withFactors(): Promise<{ userId: string; email: string }> {
  const [userId, email] = [randomUUID(), `${randomUUID()}@personne.example`];
  const write = (text: string, ...more: unknown[]) => file.pool.query(text, [userId, ...more]);
  await write(
    `insert into app_user (id, kind, email, first_name, last_name, language, password_hash, email_verified_at) values ($1, 'consumer', $2, 'Ana', 'Roy', 'fr', $3, now())`,
    email,
    passwordHash,
  );
  await write(
    `insert into authenticator (user_id, secret, created_at, confirmed_at) values ($1, '\\x00', now(), now())`,
  );
  await write(
    `insert into passkey (id, user_id, credential_id, public_key, counter, transports, name)
     values (gen_random_uuid(), $1, gen_random_uuid()::text, '\\x00', 0, '[]', 'clé')`,
  );
  await write(
    `insert into recovery_code (user_id, code_hash, created_at) values ($1, '\\x01', now()), ($1, '\\x02', now())`,
  );
  return { userId, email };
}

const left = async (table: 'authenticator' | 'passkey' | 'recovery_code' | 'session', userId: string) =>
  (await file.pool.query(`select 1 from ${table} where user_id = $1`, [userId])).rows.length;

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => refusalCode(error),
  );

describe('ASVS 7.5.1 the ways into an account, changed from two windows in the same instant', () => {
  test('leave no recovery codes when both factors are removed', async () => {
    const { userId } = await withFactors();
    const { rows } = await file.pool.query<{ id: string }>('select id from passkey where user_id = $1', [userId]);
    const remove = (passkeyId: string | null) => () => removeFactor(deps(), { userId, current: strong, passkeyId });
    const lock = `select from authenticator a join passkey p using (user_id) where user_id = $1 for update`;
    await meetingAt(file.pool, { lock, values: [userId] }, [remove(null), remove(rows[0]!.id)]);
    expect(await left('recovery_code', userId)).toBe(0);
  });

  test('give nothing new to who had the password before it was replaced', async () => {
    const { userId } = await withFactors();
    const owned = { userId, current: strong };
    const held = { lock: 'select from app_user where id = $1 for update', values: [userId] };
    const both = await meetingAt(file.pool, held, [
      () => outcome(changePassword(deps(), { ...owned, password: 'une phrase verte et neuve 83' })),
      () => outcome(renewRecoveryCodes(deps(), owned)),
    ]);
    expect([both, await left('recovery_code', userId)]).toEqual([['done', 'auth.bad_password'], 2]);
  });

  test('take one of two codes for a new password, and the other is told that its own is over', async () => {
    const { userId } = await withFactors();
    const [first, ...others] = [
      await issueCode(deps(), userId),
      await issueCode(deps(), userId),
      await issueCode(deps(), userId),
    ];
    const held = { lock: 'select from one_time_code where id = $1 for update', values: [first.id] };
    const chosen =
      (password: string, { id, code }: (typeof others)[number]) =>
      () =>
        outcome(resetPassword(deps(), { pending: { purpose: 'reset_password', id }, code, password, ip: '' }));
    const both = await meetingAt(file.pool, held, [
      chosen('une phrase verte et neuve 83', others[0]),
      chosen('une autre phrase bleue et neuve 41', others[1]),
    ]);
    expect(both).toEqual(['done', 'auth.code_expired']);
  });

  test('take no application for another that is proposed while its code is read', async () => {
    const { userId, email } = await withFactors();
    await file.pool.query('delete from authenticator where user_id = $1', [userId]);
    const shown = (await authenticatorToSetUp(deps(), { userId, email }))!;
    const key = Secret.fromBase32(shown.written.replaceAll(' ', '')).bytes;
    const another = sealSecret(testSecrets, userId, newSecret());
    const since = new Date(Date.now() + 60_000).toISOString();
    const held = { lock: 'select from authenticator where user_id = $1 for update', values: [userId] };
    const both = await meetingAt(file.pool, held, [
      () => outcome(proposeAuthenticator(file.db, { userId, secret: another, at: new Date().toISOString(), since })),
      () => outcome(addAuthenticator(deps(), { userId, current: strong, code: codeOf(key) })),
    ]);
    const { rows } = await file.pool.query('select confirmed_at from authenticator where user_id = $1', [userId]);
    expect([both, rows]).toEqual([['done', 'auth.totp_used'], [{ confirmed_at: null }]]);
  });
});

test('ASVS 7.4.3 a password that is replaced between its check and the session opens none', async () => {
  const { userId, email } = await withFactors();
  const { mark } = await signIn(deps(), { email, password: strong, ip: '' });
  await openSession(deps(), { userId, mark, opening });
  await changePassword(deps(), { userId, current: strong, password: 'une phrase verte et neuve 83' });
  await deps().sessions.endAll(userId);
  expect(await outcome(openSession(deps(), { userId, mark, opening }))).toBe('auth.step_over');
  expect(await left('session', userId)).toBe(0);
});
