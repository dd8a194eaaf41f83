import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnv } from '#config/env.ts';
import { translator } from '#content/texts/index.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { createDirectoryServices } from '#web/server/services/directory/index.ts';
import { asRead } from '#tests/kit/said.ts';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { mailTo, strong } from '../journey.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let web: WebProcess;
let orm: Orm;
beforeAll(async () => {
  web = await startWebProcess();
  orm = await openOrm(web.as.web, { poolMax: 2 });
});
afterAll(async () => {
  await orm.close(true);
  await web.stop();
});

/** What a page says, in the language in which it was asked for. */
async function reads(answer: Response, language: 'fr' | 'en', key: Parameters<ReturnType<typeof translator>>[0]) {
  expect(asRead(await answer.text())).toContain(translator(language)(key));
}

/** The Office's own acts, on the suite's database. */
async function directory() {
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: web.as.web,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_ORIGIN: web.origin,
    FILES_DIR: '.data/none',
    CODE_PEPPER: 'pepper-of-the-test-suites-0123456789abcdef',
    COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
  });
  return createDirectoryServices({
    env,
    orm,
    db: await databaseOf(orm),
    now: () => new Date(),
    limits: createLimits({ pool: await poolOf(orm), secrets: env.secrets }),
  });
}

const languages = ['fr', 'en'] as const;

/** The headers of a browser of this language. */
const spoken = (language: 'fr' | 'en') => ({ 'accept-language': language, origin: web.origin });

const professional = {
  firstName: 'Marc',
  lastName: 'Bergeron',
  jobTitle: 'Directeur',
  phone: '418 555-0100',
  language: 'fr',
};

test('F-016 F-017 F-018 a merchant activates by the link, fills the profile, and is blocked until both texts are accepted', async () => {
  const office = await directory();
  const merchantId = await office.createMerchant({ actorId: null, merchant: { name: 'Meubles Boréal' } });
  const email = 'marc@boreal.example';
  await office.addMember({
    actorId: null,
    merchantId,
    person: { email, firstName: 'Marc', lastName: 'Bergeron', language: 'fr' },
    role: 'respondent',
  });
  const mail = await mailTo(web, email);
  expect(mail).toMatchObject({
    template: 'merchant-activation',
    params: { userName: email, merchantName: 'Meubles Boréal' },
  });
  const link = mail?.params['path'] ?? '';
  const client = web.client();
  // Opening the link, as a mail scanner does, uses nothing up.
  expect((await client.get(link)).status).toBe(200);
  expect((await client.post(link, { password: strong })).headers.get('location')).toBe('/profil');
  // Opened again, elsewhere or in the same browser: the account is there.
  for (const again of [web.client(), client]) {
    const used = await again.get(link);
    expect(used.status).toBe(200);
    const shown = await used.text();
    expect(shown).toContain('Ce compte est déjà actif');
    expect(shown).toContain('href="/connexion"');
    expect(shown).not.toContain('type="password"');
  }
  // Sent from a tab that was open before: it is led to what the link says now. Nobody learns anything from a link that is not theirs.
  const late = await web.client().post(link, { password: strong });
  expect([late.status, late.headers.get('location')]).toEqual([303, link]);
  const unknown = await web.client().post(`${link.slice(0, -43)}${'x'.repeat(43)}`, { password: strong });
  expect([unknown.status, (await unknown.text()).includes(email)]).toEqual([404, false]);
  expect((await client.post('/profil', professional)).status).toBe(303);
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/engagement/);
  const half = await client.post('/engagement', { terms: 'yes' });
  expect(half.status).toBe(422);
  await reads(half, 'fr', 'forms:tick');
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/engagement/);
  expect((await client.post('/engagement', bothTexts)).status).toBe(303);
  expect((await client.get('/dossiers')).status).toBe(200);
  const accepted = await web.rows('select kind, version from terms_acceptance order by kind');
  expect(accepted).toEqual([
    { kind: 'confidentiality', version: '2026-11-01' },
    { kind: 'terms', version: '2026-11-01' },
  ]);
});

test('A-20 a new version of a text is asked again', async () => {
  await web.rows(`update terms_acceptance set version = '2025-01-01' where kind = 'terms'`);
  const client = web.client();
  await client.post('/connexion', { email: 'marc@boreal.example', password: strong });
  expect((await client.get('/dossiers')).headers.get('location')).toMatch(/^\/engagement/);
});

test('F-020 F-021 a mediator activates and gives an accreditation', async () => {
  const office = await directory();
  const email = 'mediatrice@exemple.ca';
  const id = await office.openMediator({
    actorId: null,
    person: { email, firstName: 'Anne', lastName: 'Roy', language: 'fr' },
  });
  const first = await mailTo(web, email);
  await office.resendActivation({ actorId: null, userId: id });
  const second = await mailTo(web, email);
  const client = web.client();
  for (const language of languages) {
    const replaced = await web.client().get(first?.params['path'] ?? '', spoken(language));
    expect(replaced.status).toBe(410);
    await reads(replaced, language, 'account:activation.replaced.lead');
  }
  await client.post(second?.params['path'] ?? '', { password: strong });
  expect(await (await client.post('/profil', professional)).text()).toContain(
    'Accréditation\u00a0: Remplissez ce champ.',
  );
  expect((await client.post('/profil', { ...professional, accreditation: 'IMAQ 1234' })).status).toBe(303);
});

test('F-017 F-020 after its seven days an activation link says so, opens no account in any browser, and another one does', async () => {
  const office = await directory();
  const email = 'tardive@exemple.ca';
  const person = { email, firstName: 'Ève', lastName: 'Zabel', language: 'fr' } as const;
  const userId = await office.openMediator({ actorId: null, person });
  const late = (await mailTo(web, email))?.params['path'] ?? '';
  const held = web.client();
  expect((await held.get(late)).status).toBe(200);
  await web.rows(`update one_time_code set expires_at = now() - interval '1 second' where user_id = $1`, [userId]);
  for (const language of languages) {
    const over = await web.client().get(late, spoken(language));
    expect(over.status).toBe(410);
    await reads(over, language, 'account:activation.expired.lead');
  }
  // Sent from a tab that was open before, and from another browser: led to what the link says now, and nothing is begun.
  for (const client of [held, web.client()]) {
    const sent = await client.post(late, { password: strong });
    expect([sent.status, sent.headers.get('location'), client.cookies.has('pc_session')]).toEqual([303, late, false]);
  }
  const state =
    'select password_hash is null as none, email_verified_at is null as unproved from app_user where id = $1';
  expect(await web.rows(state, [userId])).toEqual([{ none: true, unproved: true }]);
  await office.resendActivation({ actorId: null, userId });
  const link = (await mailTo(web, email))?.params['path'] ?? '';
  expect(link).not.toBe(late);
  expect((await web.client().post(link, { password: strong })).headers.get('location')).toBe('/profil');
});

test('F-019 ending a membership or closing an account ends its sessions', async () => {
  const office = await directory();
  const [row] = await web.rows<{ id: string }>(`select id from app_user where email = 'mediatrice@exemple.ca'`);
  const client = web.client();
  await client.post('/connexion', { email: 'mediatrice@exemple.ca', password: strong });
  expect((await client.get('/profil')).status).toBe(200);
  await office.closeMediator({ actorId: null, userId: row?.id ?? '' });
  expect((await client.get('/profil')).headers.get('location')).toMatch(/^\/connexion/);
  for (const language of languages) {
    const form = { email: 'mediatrice@exemple.ca', password: strong };
    const refused = await web.client().post('/connexion', form, spoken(language));
    expect(refused.status).toBe(422);
    await reads(refused, language, 'errors:auth.bad_credentials');
  }
});
