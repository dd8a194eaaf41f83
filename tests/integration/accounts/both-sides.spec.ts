import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { accessCode, invitationKey } from '#db/codes.ts';
import { inNegotiation, representation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { testPepper } from '#tests/kit/secrets.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

const site = siteForFile();
const [secret] = secretRing(testPepper);

const emailOf = async (userId: string): Promise<string> =>
  (await site.suite.pool.query<{ email: string }>('select email::text as email from app_user where id = $1', [userId]))
    .rows[0]!.email;

const count = async (from: string, values: unknown[] = []): Promise<number> =>
  (await site.suite.pool.query(`select from ${from}`, values)).rows.length;

const plain = (html: string): string => html.replaceAll(/<!--.*?-->|<[^>]*>/g, '').replaceAll(/\s+/g, ' ');

/** The Office gives codes for a dispute with the cast's own merchant. */
const issue = (email: string) =>
  site.pages.post(site.suite.people.officer.userId, '/office/codes/nouveau', {
    email,
    language: 'fr',
    merchantId: site.suite.people.merchantId,
    problemKind: 'qualite',
  });

const newMember = (email: string) =>
  site.pages.post(
    site.suite.people.officer.userId,
    `/office/commercants/${site.suite.people.merchantId}/membres/nouveau`,
    { firstName: 'Julie', lastName: 'Nguyen', email, language: 'fr', role: 'representative' },
  );

/** Somebody is invited to act for the consumer, from the page. @returns what the mail tells them. */
async function invited(play: Play, email: string): Promise<{ number: string; validationKey: string }> {
  const form = { firstName: 'Alex', lastName: 'Roy', relationship: 'ami', email, adult: 'on', consent: 'on' };
  const { consumer } = site.suite.people;
  const sent = await site.pages.post(consumer.userId, `/dossiers/${play.dossierId}/representation`, form);
  expect(sent.status).toBe(303);
  const { rows } = await site.suite.pool.query<{ id: string; number: string }>(
    'select i.id, d.number from invitation i join dossier d on d.id = i.dossier_id where i.dossier_id = $1',
    [play.dossierId],
  );
  return { number: rows[0]!.number, validationKey: invitationKey(secret, rows[0]!.id) };
}

const sworn = { adult: 'on', notLawyer: 'on', ...bothTexts };

test.each([
  ['clerk', 'compte de commerçant'],
  ['mediator', 'compte de médiation'],
  ['officer', 'compte de l’Office'],
] as const)(
  'F-051 codes for the address of a %s’s account are refused beside it, and none is made',
  async (who, sentence) => {
    const email = await emailOf(site.suite.people[who].userId);
    const { status, html } = await issue(email);
    expect([status, plain(html)]).toEqual([409, expect.stringContaining(sentence)]);
    expect(html).toContain(`value="${email}"`);
    expect(await count('referral where consumer_email = $1', [email])).toBe(0);
  },
);

test('F-051 F-054 codes sent before their addressee became one of the merchant’s people open nothing to that account', async () => {
  const email = 'bientot.membre@personne.example';
  expect((await issue(email)).status).toBe(303);
  expect((await newMember(email)).status).toBe(303);
  const { rows } = await site.suite.pool.query<{ id: string; reference: string; issuedAt: Date; userId: string }>(
    `select r.id, r.reference_number as reference, r.issued_at as "issuedAt", u.id as "userId"
     from referral r join app_user u on u.email = r.consumer_email where u.email = $1`,
    [email],
  );
  const { id, reference, issuedAt, userId } = rows[0]!;
  await site.suite.pool.query(
    `update app_user set password_hash = 'x', email_verified_at = now(), profile_completed_at = now() where id = $1`,
    [userId],
  );
  await site.suite.pool.query(
    `insert into terms_acceptance (id, user_id, kind, version, language) select gen_random_uuid(), $1, kind, version, 'fr'
     from terms_acceptance where user_id = $2`,
    [userId, site.suite.people.clerk.userId],
  );
  const typed = { reference, accessCode: accessCode(secret, id, new Date(issuedAt).toISOString()) };
  const answer = await site.pages.post(userId, '/dossiers/nouveau', typed);
  expect([answer.status, plain(answer.html)]).toEqual([
    403,
    expect.stringContaining('votre compte est d’une autre sorte'),
  ]);
  expect(await count('referral where id = $1 and dossier_id is not null', [id])).toBe(0);
});

test('F-077 A-18 an invitation sent to one of the merchant’s people, or to the mediator, is accepted by no account of theirs, and the consumer goes on acting', async () => {
  for (const who of ['clerk', 'mediator'] as const) {
    const play = await openPlay(site.suite, inNegotiation);
    const { userId } = site.suite.people[who];
    const told = await invited(play, await emailOf(userId));
    const before = (await play.state()).seq;
    const answer = await site.pages.post(userId, '/invitation', { ...told, ...sworn });
    expect([answer.status, plain(answer.html)]).toEqual([
      403,
      expect.stringContaining('votre compte est d’une autre sorte'),
    ]);
    const state = await play.state();
    expect([state.seq, state.representative?.status]).toEqual([before, 'invited']);
  }
});

test('F-077 A-19 an invited address that has a consumer’s account is linked to that account, with the key, and to no other', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const { friend, consumer } = site.suite.people;
  const told = await invited(play, await emailOf(friend.userId));
  for (const userId of [consumer.userId]) {
    const taken = await site.pages.post(userId, '/invitation', { ...told, ...sworn });
    expect([taken.status, plain(taken.html)]).toEqual([
      409,
      expect.stringContaining(
        'Cette invitation n’est pas valable. Vérifiez le numéro de dossier, la clé de validation',
      ),
    ]);
    expect((await play.state()).representative?.status).toBe('invited');
  }
  expect((await site.pages.post(friend.userId, '/invitation', { ...told, ...sworn })).status).toBe(303);
  // From another window it is done already, which is no wrong key.
  const again = await site.pages.post(friend.userId, '/invitation', { ...told, ...sworn, form_key: randomUUID() });
  expect([again.status, plain(again.html)]).toEqual([409, expect.stringContaining('a déjà été acceptée')]);
  expect((await play.state()).representative?.userId).toBe(friend.userId);
});

test('F-019 F-020 whoever is consumer in a dossier of a company becomes neither its member nor its mediator with that account', async () => {
  const { consumer, officer } = site.suite.people;
  const play = await openPlay(site.suite, inNegotiation);
  const email = await emailOf(consumer.userId);
  const mediator = { firstName: 'Anne', lastName: 'Roy', email, language: 'fr', accreditation: 'IMAQ 1' };
  for (const answer of [
    await newMember(email),
    await site.pages.post(officer.userId, '/office/mediateurs/nouveau', mediator),
  ]) {
    expect([answer.status, plain(answer.html)]).toEqual([
      409,
      expect.stringContaining('compte de consommatrice ou de consommateur'),
    ]);
  }
  expect(await count('merchant_member where user_id = $1', [consumer.userId])).toBe(0);
  const assigned = await site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, {
    mediatorId: consumer.userId,
    replaces: '',
  });
  expect(assigned.status).toBe(409);
  expect((await play.state()).mediation).toBeNull();
});

test('F-022 F-071 one person is consumer in one dossier and representative in another, with one account and each dossier as its own', async () => {
  const { friend } = site.suite.people;
  const theirs = await openPlay(site.suite, [...inNegotiation, ...representation]);
  // The friend's own dispute, from the Office's codes on.
  const email = await emailOf(friend.userId);
  expect((await issue(email)).status).toBe(303);
  const { rows } = await site.suite.pool.query<{ id: string; reference: string; issuedAt: Date }>(
    `select id, reference_number as reference, issued_at as "issuedAt" from referral where consumer_email = $1`,
    [email],
  );
  const { id, reference, issuedAt } = rows[0]!;
  const typed = { reference, accessCode: accessCode(secret, id, new Date(issuedAt).toISOString()) };
  const recognised = await site.pages.post(friend.userId, '/dossiers/nouveau', typed);
  expect(recognised.status).toBe(303);
  const undertaking = await site.pages.get(friend.userId, recognised.location ?? '');
  const hidden = site.pages.hidden(undertaking.html, 'terms');
  const opened = await site.pages.post(friend.userId, recognised.location ?? '', {
    ...hidden,
    form_key: randomUUID(),
    terms: 'yes',
    confidentiality: 'yes',
  });
  expect(opened.status).toBe(303);
  const own = /\/dossiers\/([\w-]{36})/.exec(opened.location ?? '')?.[1] ?? '';
  const list = await site.pages.get(friend.userId, '/dossiers');
  for (const dossierId of [own, theirs.dossierId]) expect(list.html).toContain(`/dossiers/${dossierId}`);
  expect((await site.suite.engine.state(own))?.consumerId).toBe(friend.userId);
  expect((await theirs.state()).representative?.userId).toBe(friend.userId);
});
