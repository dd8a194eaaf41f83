import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { meetingAt } from '#tests/kit/held-row.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { closeAccountOf } from '#web/server/services/directory/close-account.ts';
import { closeMediator, openMediator, reopenMediator } from '#web/server/services/directory/mediators.ts';
import { addMember, changeRole, endMembership } from '#web/server/services/directory/members.ts';
import { createMerchant } from '#web/server/services/directory/merchants.ts';
import { declareAbsence, cancelStandIn } from '#web/server/services/queue/absences.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import type { Limits } from '#web/server/services/limits/index.ts';
import { codeOf } from '#web/server/services/dossier/open-dossier/execute.ts';

const file = databaseForFile();
const limits = { count: async () => undefined } as unknown as Limits;
const deps = () => ({ orm: file.orm, db: file.db, now: () => new Date(), secrets: testSecrets, limits });
const officer = () => ({ actorId: file.people.officer.userId, key: randomUUID() });

/** Somebody who answers for two companies. */
async function ofTwoCompanies() {
  const [one, other] = await Promise.all(
    ['Un', 'Deux'].map((name) => createMerchant(deps(), { actorId: null, merchant: { name } })),
  );
  const person = { email: `${randomUUID()}@deux.example`, firstName: 'Ana', lastName: 'Roy', language: 'fr' } as const;
  const join = (merchantId: string) => addMember(deps(), { ...officer(), merchantId, person, role: 'representative' });
  const { id: userId } = await join(one!);
  return { one: one!, other: other!, userId, join };
}

const leave = (merchantId: string, userId: string) => endMembership(deps(), { ...officer(), merchantId, userId });
const account = (userId: string) => ({ lock: 'select from app_user where id = $1 for update', values: [userId] });
const memberships = (userId: string) => ({
  lock: 'select from merchant_member where user_id = $1 for update',
  values: [userId],
});

async function isClosed(userId: string): Promise<boolean> {
  const { rows } = await file.pool.query('select 1 from app_user where id = $1 and disabled_at is not null', [userId]);
  return rows.length > 0;
}

async function mailsOf(template: string, recipientId: string): Promise<number> {
  const of = 'select 1 from mail where template = $1 and recipient_id = $2';
  return (await file.pool.query(of, [template, recipientId])).rows.length;
}

/** An officer who can sign in. */
async function officerInUse(): Promise<string> {
  const id = randomUUID();
  await file.pool.query(
    `insert into app_user (id, kind, email, first_name, last_name, language, password_hash, email_verified_at)
     values ($1, 'officer', $2, 'Sam', 'Lee', 'fr', 'x', now())`,
    [id, `${id}@office.example`],
  );
  return id;
}

describe('F-019 what two officers do to each other in the same instant', () => {
  test('leaves the Office one account in use: the second one to close the other’s reads that theirs is the last', async () => {
    const [one, two] = [await officerInUse(), await officerInUse()];
    const close = (actorId: string, userId: string) => () =>
      closeAccountOf(deps(), { actorId, userId, key: randomUUID() }).then(() => 'closed', codeOf);
    const both = { lock: 'select from app_user where id = any ($1) for update', values: [[one, two]] };
    const done = await meetingAt<unknown>(file.pool, both, [close(one, two), close(two, one)]);
    // Who never chose a password is no officer in use, and does not count.
    expect(done).toEqual(['closed', 'account.last_officer']);
    expect([await isClosed(one), await isClosed(two)]).toEqual([false, true]);
  });
});

describe('F-019 what two officers do to one person in the same instant', () => {
  test('leaves an account open that gets one company while it loses another', async () => {
    const { one, other, userId, join } = await ofTwoCompanies();
    await meetingAt<unknown>(file.pool, account(userId), [() => join(other), () => leave(one, userId)]);
    expect(await isClosed(userId)).toBe(false);
  });

  test('closes an account that loses both of its companies', async () => {
    const { one, other, userId, join } = await ofTwoCompanies();
    await join(other);
    await meetingAt(file.pool, memberships(userId), [() => leave(one, userId), () => leave(other, userId)]);
    expect(await isClosed(userId)).toBe(true);
  });

  test('tells the other respondents once that somebody is one', async () => {
    const { merchantId, clerk, respondent } = file.people;
    const promote = () => changeRole(deps(), { ...officer(), merchantId, userId: clerk.userId, role: 'respondent' });
    await meetingAt(file.pool, memberships(clerk.userId), [promote, promote]);
    expect(await mailsOf('respondent-added', respondent.userId)).toBe(1);
  });
});

test('F-020 a mediator whose account two officers open again in the same instant gets one link', async () => {
  const person = { email: 'deux@mediation.example', firstName: 'Ana', lastName: 'Roy', language: 'fr' } as const;
  const userId = await openMediator(deps(), { ...officer(), person });
  await closeMediator(deps(), { ...officer(), userId });
  const reopen = () => reopenMediator(deps(), { ...officer(), userId });
  await meetingAt(file.pool, account(userId), [reopen, reopen]);
  expect(await mailsOf('mediator-activation', userId)).toBe(2);
});

test('B-09 an absence that two people cancel in the same instant is cancelled once, and told once', async () => {
  const { merchantId, clerk, otherClerk, respondent } = file.people;
  const user = (userId: string, role: 'respondent' | 'representative') =>
    ({ id: userId, kind: 'merchant', memberships: [{ merchantId, merchantName: '', role }] }) as unknown as CurrentUser;
  const absenceId = randomUUID();
  const form = {
    absent: { merchantId, userId: clerk.userId },
    substitute: otherClerk.userId,
    ...{ firstDay: '2099-01-01', lastDay: '2099-01-02' },
  };
  await declareAbsence(deps(), user(clerk.userId, 'representative'), { form, key: absenceId });
  const cancel = (by: CurrentUser) => () =>
    cancelStandIn(deps(), by, { absenceId, key: randomUUID() }).then(
      () => 'done',
      (error: unknown) => codeOf(error),
    );
  const held = { lock: 'select from member_absence where id = $1 for update', values: [absenceId] };
  const both = await meetingAt(file.pool, held, [
    cancel(user(clerk.userId, 'representative')),
    cancel(user(respondent.userId, 'respondent')),
  ]);
  expect(both).toEqual(['done', 'absence.over']);
  expect(await mailsOf('stand-in-cancelled', otherClerk.userId)).toBe(1);
});
