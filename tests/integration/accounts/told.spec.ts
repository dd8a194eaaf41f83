import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnv } from '#config/env.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { createAccountServices } from '#web/server/services/accounts/index.ts';
import { createDirectoryServices, type DirectoryServices } from '#web/server/services/directory/index.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { startWebProcess, type Client, type WebProcess } from '#tests/kit/web-process.ts';
import { givePassword, giveRecovery, withApplication } from './factors.ts';
import { consumerProfile, mailTo, signedUp, strong } from './journey.ts';

let web: WebProcess;
let orm: Orm;
let services: { office: DirectoryServices; accounts: ReturnType<typeof createAccountServices> };
beforeAll(async () => {
  web = await startWebProcess();
  orm = await openOrm(web.as.web, { poolMax: 3 });
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: web.databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    PUBLIC_ORIGIN: web.origin,
    FILES_DIR: '.data/none',
    CODE_PEPPER: 'pepper-of-the-test-suites-0123456789abcdef',
    COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
  });
  const limits = createLimits({ pool: await poolOf(orm), secrets: env.secrets });
  const deps = { env, orm, db: await databaseOf(orm), now: () => new Date(), limits };
  services = { office: createDirectoryServices(deps), accounts: createAccountServices(deps) };
});
afterAll(async () => {
  await orm?.close(true);
  await web?.stop();
});

/** Acts that change credentials, factors, sessions, rights or an account, each with the mail that tells its person. */
const told = {
  changePassword: 'password-changed',
  resetPassword: 'password-changed',
  confirmEmailChange: 'email-changed',
  undoChangeOfEmail: 'email-undone',
  addAuthenticator: 'factor-added',
  addPasskey: 'factor-added',
  removeFactor: 'factor-removed',
  renewRecoveryCodes: 'recovery-codes-made',
  answerWithRecovery: 'recovery-code-used',
  signInFromIdentityService: 'identity-linked',
  endingSessions: 'own-sessions-ended',
  addMember: 'merchant-access',
  restoreMember: 'merchant-access',
  endMembership: 'access-ended',
  changeRole: 'role-respondent',
  openMediator: 'mediator-activation',
  closeMediator: 'account-closed',
  reopenMediator: 'account-reopened',
  closeAccountOf: 'account-closed',
  reopenAccountOf: 'account-reopened',
  resendActivation: 'mediator-activation',
  endSessionsOf: 'sessions-ended',
  resetFactorsOf: 'factors-reset',
  waiveFormerAddressOf: 'address-waived',
} as const;

/** What else these services do, by why no mail tells of it. */
const untold = {
  'reads only': [
    ...['profile', 'acceptances', 'factors', 'readPending', 'openLink', 'emailChangeAwaited', 'emailChangeToUndo'],
    ...['authenticatorToSetUp', 'passkeyCreation', 'passkeyRequest', 'awaitedPerson', 'identityServiceName'],
    ...['merchants', 'findMerchants', 'sendMerchants', 'mediators', 'findMediators', 'sendMediators'],
    ...['people', 'findPeople', 'sendPeople', 'respondents'],
    ...['enrolledMerchants', 'merchant', 'members', 'member', 'participationOf', 'mediator', 'findAccount', 'account'],
  ],
  'a way in, as it is': [
    ...['sessions', 'signIn', 'secondStepFor', 'openSession', 'answerWithCode', 'answerWithPasskey'],
    ...['signInWithPasskey', 'leaveForIdentityService'],
  ],
  'the mail is what it begins or goes on with': [
    ...['register', 'verifyEmail', 'resendVerification', 'askReset', 'askEmailChange', 'activate'],
  ],
  'particulars, which open nothing': [
    ...['saveConsumerProfile', 'saveProfessionalProfile', 'saveSettledProfile', 'saveLanguage', 'acceptTerms'],
    ...['correctPerson', 'createMerchant', 'editMerchant', 'setFields'],
  ],
  'of dossiers, whose parties are told one by one': ['releaseLeft'],
  'tells by what it is made of': ['enrolMerchant'],
  'a demonstration’s': ['createOfficer'],
};

test('ASVS 6.3.7 each act of accounts and of the directory is told to its person by mail, or has a reason not to be', () => {
  const acts = [...Object.keys(services.accounts), ...Object.keys(services.office)];
  const known = [...Object.keys(told), ...Object.values(untold).flat()];
  expect(known.toSorted()).toEqual(acts.toSorted());
});

/** Templates of the mails owed to an address, newest last. */
async function mailsTo(email: string): Promise<string[]> {
  const rows = await web.rows<{ template: string }>(
    'select template from mail where to_address = $1 order by created_at, id',
    [email],
  );
  return rows.map(({ template }) => template);
}

/** What an act adds to the mails of a person. */
async function hears(email: string, act: () => Promise<unknown>): Promise<string[]> {
  const before = (await mailsTo(email)).length;
  await act();
  return (await mailsTo(email)).slice(before);
}

async function person(email: string): Promise<Client> {
  const client = await signedUp(web, email);
  await client.post('/profil', consumerProfile);
  return client;
}
const idOf = async (email: string) =>
  (await web.rows<{ id: string }>('select id from app_user where email = $1', [email]))[0]?.id ?? '';
const codeAt = async (email: string) => (await mailTo(web, email))?.params['code'] ?? '';

test('ASVS 6.3.7 6.4.4 7.5.1 what a person changes of their own ways in is told to them', async () => {
  const [email, next] = ['soi@exemple.ca', 'soi-meme@exemple.ca'];
  const home = await person(email);
  const other = 'une phrase bleue et neuve 47';
  const security = (fields: Record<string, string>) => home.post('/profil/securite', fields);
  expect(await hears(email, () => security({ current: strong, password: other }))).toEqual([told.changePassword]);
  expect(await hears(email, () => security({ current: other, password: strong }))).toEqual([told.changePassword]);
  const ending = { form_name: 'sessions', intent: 'end-others' };
  expect(await hears(email, () => security({ ...ending, current: 'pas celui-ci du tout' }))).toEqual([]);
  expect(await hears(email, () => security({ ...ending, current: strong }))).toEqual([told.endingSessions]);
  let application: Awaited<ReturnType<typeof withApplication>> | undefined;
  expect(
    await hears(email, async () => {
      application = await withApplication(home);
    }),
  ).toEqual([told.addAuthenticator]);
  const back = web.client();
  await givePassword(back, email);
  expect(await hears(email, () => giveRecovery(back, application?.recoveryCodes[0] ?? ''))).toEqual([
    told.answerWithRecovery,
  ]);
  const factors = '/profil/securite/deuxieme-etape';
  const renewed = () => home.post(factors, { form_name: 'codes', current: strong });
  expect(await hears(email, renewed)).toEqual([told.renewRecoveryCodes]);
  const removed = () => home.post(factors, { form_name: 'authenticator', current: strong });
  expect(await hears(email, removed)).toEqual([told.removeFactor]);

  await home.post('/profil/courriel', { email: next, current: strong });
  const codes = { formerCode: await codeAt(email), code: await codeAt(next) };
  expect(await hears(email, () => home.post('/profil/courriel/code', codes))).toEqual([told.confirmEmailChange]);
  const link = (await mailTo(web, email))?.params['path'] ?? '';
  expect(await hears(next, () => web.client().post(link, {}))).toEqual([told.undoChangeOfEmail]);
  expect((await mailsTo(email)).at(-1)).toBe(told.undoChangeOfEmail);
  const client = web.client();
  await client.post('/mot-de-passe', { email });
  const chosen = { code: await codeAt(email), password: other };
  expect(await hears(email, () => client.post('/mot-de-passe/code', chosen))).toEqual([told.resetPassword]);
});

test('F-019 F-020 ASVS 6.3.7 what the Office changes of a person’s account and rights is told to them', async () => {
  const { office } = services;
  const actorId = null;
  const merchantId = await office.createMerchant({ actorId, merchant: { name: 'Meubles Boréal' } });
  const elsewhere = await office.createMerchant({ actorId, merchant: { name: 'Meubles du Nord' } });
  const member = { email: 'julie@boreal.example', firstName: 'Julie', lastName: 'Nguyen', language: 'fr' as const };
  await office.addMember({ actorId, merchantId, person: member, role: 'representative' });
  await web.client().post((await mailTo(web, member.email))?.params['path'] ?? '', { password: strong });
  const userId = await idOf(member.email);
  const of = { actorId, merchantId, userId };
  const heard = (act: () => Promise<unknown>) => hears(member.email, act);
  const joins = () => office.addMember({ actorId, merchantId: elsewhere, person: member, role: 'representative' });
  expect(await heard(joins)).toEqual([told.addMember]);
  expect(await heard(() => office.changeRole({ ...of, role: 'respondent' }))).toEqual([told.changeRole]);
  // What is so already is told to nobody.
  expect(await heard(() => office.changeRole({ ...of, role: 'respondent' }))).toEqual([]);
  expect(await heard(() => office.changeRole({ ...of, role: 'representative' }))).toEqual(['role-representative']);
  const key = randomUUID();
  expect(await heard(() => office.endMembership({ ...of, key }))).toEqual([told.endMembership]);
  expect(await heard(() => office.endMembership({ ...of, key }))).toEqual([]);
  expect(await heard(() => office.endMembership(of))).toEqual([]);
  expect(await heard(() => office.endMembership({ ...of, merchantId: elsewhere }))).toEqual([told.endMembership]);
  expect(await heard(() => office.restoreMember(of))).toEqual([told.restoreMember]);
  expect(await heard(() => office.endSessionsOf({ actorId, userId }))).toEqual([told.endSessionsOf]);
  expect(await heard(() => office.resetFactorsOf({ actorId, userId }))).toEqual([told.resetFactorsOf]);
  expect(await heard(() => office.waiveFormerAddressOf({ actorId, userId }))).toEqual([told.waiveFormerAddressOf]);

  const mediator = { email: 'anne@mediation.example', firstName: 'Anne', lastName: 'Roy', language: 'fr' as const };
  const opens = () => office.openMediator({ actorId, person: mediator });
  expect(await hears(mediator.email, opens)).toEqual([told.openMediator]);
  const led = { actorId, userId: await idOf(mediator.email) };
  const mediated = (act: () => Promise<unknown>) => hears(mediator.email, act);
  expect(await mediated(() => office.resendActivation(led))).toEqual([told.resendActivation]);
  await web.client().post((await mailTo(web, mediator.email))?.params['path'] ?? '', { password: strong });
  expect(await mediated(() => office.closeMediator(led))).toEqual([told.closeMediator]);
  expect(await mediated(() => office.closeMediator(led))).toEqual([]);
  expect(await mediated(() => office.reopenMediator(led))).toEqual([told.reopenMediator]);

  const consumer = 'partante@exemple.ca';
  await person(consumer);
  const leaving = { actorId, userId: await idOf(consumer) };
  expect(await hears(consumer, () => office.closeAccountOf(leaving))).toEqual([told.closeAccountOf]);
  expect(await hears(consumer, () => office.reopenAccountOf(leaving))).toEqual([told.reopenAccountOf]);
});
