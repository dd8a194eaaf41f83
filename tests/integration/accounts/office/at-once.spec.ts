import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readEnv } from '#config/env.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { testPepper } from '#tests/kit/secrets.ts';
import { createDirectoryServices } from '#web/server/services/directory/index.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { signedUp, strong } from '../journey.ts';
import { member, participation, startOffice, type Office } from './office.ts';

let office: Office;
let orm: Orm;
beforeAll(async () => {
  office = await startOffice();
  orm = await openOrm(office.web.as.web, { poolMax: 4 });
});
afterAll(async () => {
  await orm?.close(true);
  await office?.stop();
});

/** Two officers' forms at the same moment: one is done, and the other is told beside the field. */
async function both(path: string, forms: [Record<string, string>, Record<string, string>]) {
  const answers = await Promise.all(forms.map((form) => office.officer.post(path, form)));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  return { statuses: answers.map(({ status }) => status).sort(), shown: texts.join(' ') };
}

const count = async (from: string, values: unknown[] = []) =>
  (await office.web.rows(`select from ${from}`, values)).length;

const mediator = (email: string) => ({
  firstName: 'Anne',
  lastName: 'Lapointe',
  email,
  language: 'fr',
  accreditation: 'IMAQ 1234',
  form_key: `${randomUUID()}.mediateur`,
});

test('F-014 of two forms that enrol one NEQ at once, one enrols it and the other is told, and leaves nothing', async () => {
  const neq = '1160000555';
  const { statuses, shown } = await both('/office/commercants/nouveau', [
    participation('un@meme-neq.example', { neq }),
    participation('deux@meme-neq.example', { neq }),
  ]);
  expect(statuses).toEqual([303, 409]);
  expect(shown).toContain('Ce NEQ est celui de Meubles Boréal');
  expect(await count('merchant where neq = $1', [neq])).toBe(1);
  expect(await count(`app_user where email like '%@meme-neq.example'`)).toBe(1);
});

test('F-019 F-020 of two forms that give one address a place at once, one does and the other is told; there is one account and one mail', async () => {
  const { headers } = await office.officer.post('/office/commercants/nouveau', participation('chef@deux.example'));
  const cases = [
    ['/office/mediateurs/nouveau', 'deux@mediation.example', mediator, 'Un compte de médiation a déjà cette adresse'],
    [`${headers.get('location')}/membres/nouveau`, 'deux@deux.example', member, 'a déjà accès à ce commerçant'],
  ] as const;
  for (const [path, email, form, sentence] of cases) {
    const { statuses, shown } = await both(path, [form(email), form(email)]);
    expect([path, statuses]).toEqual([path, [303, 409]]);
    expect(shown).toContain(sentence);
    expect([await count('app_user where email = $1', [email]), await office.count(email)]).toEqual([1, 1]);
  }
});

test('what is made without a page is made once too, and an address or a NEQ that serves already is refused with its code', async () => {
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: office.web.as.web,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_ORIGIN: office.web.origin,
    FILES_DIR: '.data/none',
    CODE_PEPPER: testPepper,
    COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
  });
  const directory = createDirectoryServices({
    env,
    orm,
    db: await databaseOf(orm),
    now: () => new Date(),
    limits: createLimits({ pool: await poolOf(orm), secrets: env.secrets }),
  });
  const person = { firstName: 'Léa', lastName: 'Roy', language: 'fr', password: strong } as const;
  const email = 'lea@office.example';
  const ids = await Promise.all([1, 2].map(() => directory.createOfficer({ ...person, email })));
  expect([new Set(ids).size, await count('app_user where email = $1', [email])]).toEqual([1, 1]);
  expect((await office.web.client().post('/connexion', { email, password: strong })).headers.get('location')).toBe(
    '/office',
  );
  await signedUp(office.web, 'lea@exemple.ca');
  await expect(directory.createOfficer({ ...person, email: 'lea@exemple.ca' })).rejects.toMatchObject({
    code: 'account.of_consumer',
  });

  const id = randomUUID();
  const merchant = { name: 'Fenêtres Horizon', neq: '1160000777' };
  await Promise.all([1, 2].map(() => directory.createMerchant({ actorId: null, merchant, id })));
  expect(await count(`audit_log where action = 'merchant.enrolled' and subject = $1`, [id])).toBe(1);
  const others = [1, 2].map(() =>
    directory.createMerchant({ actorId: null, merchant: { ...merchant, neq: '1160000778' } }),
  );
  const settled = await Promise.allSettled(others);
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'merchant.exists' } });
  // Whoever writes past all of this is stopped by the table.
  await expect(
    office.web.rows(`insert into merchant (id, name, neq) values (gen_random_uuid(), 'Autre', '1160000777')`),
  ).rejects.toMatchObject({ code: '23505' });
});
