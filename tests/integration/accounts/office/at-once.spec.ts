import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readEnv } from '#config/env.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { testPepper } from '#tests/kit/secrets.ts';
import { createDirectoryServices } from '#web/server/services/directory/index.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { signedUp, strong } from '../journey.ts';
import { markOn, member, participation, startOffice, type Office } from './office.ts';

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

test('F-019 of two officers who change one company from pages of one moment, one does; the other reads what it says now, and may then replace it', async () => {
  const sent = await office.officer.post('/office/commercants/nouveau', participation('chef@ancienne.example'));
  const address = `${sent.headers.get('location')}/modifier`;
  const seen = await markOn(office.officer, address);
  const change = (changes: Record<string, string>) => {
    const form = { ...participation(''), ...seen, ...changes, form_key: `${randomUUID()}.fiche` };
    return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('respondent.')));
  };
  const forms = [change({ city: 'Lévis', name: 'À Lévis' }), change({ city: 'Laval', name: 'À Laval' })] as const;
  const { statuses, shown } = await both(address, [...forms]);
  expect(statuses).toEqual([303, 409]);
  expect(shown).toContain('Cette fiche a été modifiée');
  const [{ name }] = (await office.web.rows(`select name from merchant where name in ('À Lévis', 'À Laval')`)) as [
    { name: string },
  ];
  const [present, typed] = name === 'À Lévis' ? ['Lévis', 'Laval'] : ['Laval', 'Lévis'];
  const said = shown.slice(shown.indexOf('Ce qui est enregistré maintenant'), shown.indexOf('name="name"'));
  expect(said).toContain(`À ${present}`);
  expect(said).not.toContain(`À ${typed}`);
  expect(shown).toContain(`value="${typed}"`);
  // The page that refused carries the mark of what it showed.
  const again = { ...change({ city: typed, name: `À ${typed}` }), ...(await markOn(office.officer, address)) };
  expect((await office.officer.post(address, again)).status).toBe(303);
  expect(await count('merchant where name = $1 and city = $2', [`À ${typed}`, typed])).toBe(1);
});

test.each([
  [
    'a mediator',
    async () => {
      const sent = await office.officer.post('/office/mediateurs/nouveau', mediator('nom@mediation.example'));
      return { address: sent.headers.get('location') ?? '', more: { accreditation: 'IMAQ 1234' } };
    },
  ],
  [
    'a member of a company',
    async () => {
      const sent = await office.officer.post('/office/commercants/nouveau', participation('nom@membre.example'));
      const [person] = await office.web.rows<{ id: string }>(
        `select id from app_user where email = 'nom@membre.example'`,
      );
      return { address: `${sent.headers.get('location')}/membres/${person?.id}`, more: {} };
    },
  ],
])(
  'F-019 F-020 of two officers who correct the name of %s from pages of one moment, one does and the other is told',
  async (_whose, open) => {
    const { address, more } = await open();
    const seen = await markOn(office.officer, address);
    const named = (firstName: string) => ({
      ...{ form_name: 'correct', firstName, lastName: 'Lapointe', ...more, ...seen },
      form_key: `${randomUUID()}.nom`,
    });
    const { statuses, shown } = await both(address, [named('Colette'), named('Ginette')]);
    expect(statuses).toEqual([303, 409]);
    expect(shown).toContain('Cette fiche a été modifiée');
    expect(shown).toMatch(/Ce qui est enregistré maintenant[\s\S]*Prénom[\s\S]*(?:Colette|Ginette)/);
    // The same correction from another old page is done already.
    const [{ firstName }] = (await office.web.rows(
      `select first_name as "firstName" from app_user where first_name in ('Colette', 'Ginette') and id::text = $1`,
      [address.split('/').at(-1)],
    )) as [{ firstName: string }];
    expect((await office.officer.post(address, named(firstName))).status).toBe(303);
  },
);

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
