import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recipientsOf, type Addressing } from '#activities/mail/audience.ts';
import { databaseOver } from '#db/database.ts';
import { listMembers } from '#db/directory/members.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import { addMember, endMembership } from '#web/server/services/directory/members.ts';
import { searchMerchants } from '#db/directory/merchants.ts';

let suite: EngineSuite;
let pages: Pages;
let play: Play;
let number: string;
beforeAll(async () => {
  suite = await startEngineSuite();
  pages = await startPages(suite);
  play = await openPlay(suite, inNegotiation);
  const { rows } = await suite.pool.query<{ number: string }>('select number from dossier');
  number = rows[0]!.number;
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

const db = () => databaseOver(suite.pool);
const deps = () => ({ orm: suite.orm, db: db(), now: () => new Date(), secrets: testSecrets });
const ends = (userId: string, when: string) =>
  suite.pool.query('update merchant_member set until = now() + $2::interval where user_id = $1', [userId, when]);
const office = { address: 'office@parle.example', name: 'Office' };
const told = async (audience: Addressing['audience']) =>
  (await recipientsOf(db(), { dossierId: play.dossierId, audience, invitationId: null, office })).map(
    ({ userId }) => userId,
  );

/** All that depends on whether a person is a member of the merchant, as it is now. */
async function standing(userId: string) {
  const { merchantId } = suite.people;
  const rows = await searchMerchants(db(), {
    ...{ search: '', filter: { respondent: null }, order: 'name', after: null, limit: 50 },
  });
  return {
    companies: (await loadUser(db(), userId))?.memberships.length ?? 0,
    dossier: (await pages.get(userId, `/dossiers/${play.dossierId}`)).status,
    listed: (await pages.get(userId, '/dossiers')).html.includes(number),
    told: (await told(`user:${userId}`)).length,
    office: (await listMembers(db(), merchantId)).find(({ id }) => id === userId)?.state,
    // Accounts of the suite have no password yet.
    counted: rows[0]?.invited,
  };
}
const within = { companies: 1, dossier: 200, listed: true, told: 1, office: 'invited' };
const without = { companies: 0, dossier: 404, listed: false, told: 0, office: 'removed' };

test('F-019 A-22 a membership that ends tomorrow is one today, everywhere; one that ended is none, everywhere', async () => {
  const { clerk, otherClerk, respondent, consumer } = suite.people;
  await ends(clerk.userId, '1 day');
  await ends(otherClerk.userId, '-1 second');
  expect(await standing(clerk.userId)).toEqual({ ...within, counted: 2 });
  expect(await standing(otherClerk.userId)).toEqual({ ...without, counted: 2 });
  // Who has charge until tomorrow is told, is named, and colleagues are not asked to take over.
  expect(await told('merchantSide')).toEqual([clerk.userId]);
  expect((await pages.get(consumer.userId, `/dossiers/${play.dossierId}`)).html).toContain(`${clerk.userId}@personne`);
  expect((await pages.get(respondent.userId, '/dossiers?vue=a-vous')).html).not.toContain(number);
});

test('F-019 who is a member until tomorrow cannot be added, and may be removed at once; who left may come back', async () => {
  const { clerk, otherClerk, respondent, merchantId } = suite.people;
  const person = async ({ userId }: { userId: string }) => {
    const user = (await loadUser(db(), userId))!;
    return { email: user.email, firstName: user.firstName, lastName: user.lastName, language: user.language };
  };
  const add = async (who: { userId: string }) =>
    addMember(deps(), { actorId: null, merchantId, person: await person(who), role: 'representative' });
  await expect(add(clerk)).rejects.toMatchObject({ code: 'member.exists' });
  expect(await add(otherClerk)).toEqual({ id: otherClerk.userId, outcome: 'opened' });
  expect(await standing(otherClerk.userId)).toEqual({ ...within, counted: 3 });

  await endMembership(deps(), { actorId: null, merchantId, userId: clerk.userId });
  expect(await standing(clerk.userId)).toMatchObject({ companies: 0, listed: false, told: 0, office: 'removed' });
  expect(await told('merchantSide')).toEqual([respondent.userId]);
  expect((await pages.get(respondent.userId, '/dossiers?vue=a-vous')).html).toContain(number);
});

test('F-019 who is a member of another company until tomorrow keeps the account when removed from this one', async () => {
  const { otherClerk, merchantId } = suite.people;
  await suite.pool.query(
    `with other as (insert into merchant (id, name) values (gen_random_uuid(), 'Ailleurs') returning id)
    insert into merchant_member (merchant_id, user_id, role, until) select id, $1, 'representative', now() + interval '1 day' from other`,
    [otherClerk.userId],
  );
  await endMembership(deps(), { actorId: null, merchantId, userId: otherClerk.userId });
  expect((await loadUser(db(), otherClerk.userId))?.memberships).toMatchObject([{ merchantName: 'Ailleurs' }]);
  const { rows } = await suite.pool.query('select disabled_at from app_user where id = $1', [otherClerk.userId]);
  expect(rows).toEqual([{ disabled_at: null }]);
});

test('F-019 members of a company that left go on with the dossiers that it has: listed, open and told alike', async () => {
  const { respondent, merchantId } = suite.people;
  await suite.pool.query('update merchant set left_at = now() where id = $1', [merchantId]);
  const { companies, dossier, listed, told: notices } = await standing(respondent.userId);
  expect({ companies, dossier, listed, notices }).toEqual({ companies: 1, dossier: 200, listed: true, notices: 1 });
});
