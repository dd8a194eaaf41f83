import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAddresses } from '#tests/kit/servers.ts';
import { testPepper } from '#tests/kit/secrets.ts';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { mailTo, signedUp, strong } from '../journey.ts';
import { officeTexts } from '#tests/kit/undertaking.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web?.stop();
});

type Run = { code: number; out: string; err: string };

/** The operators' command, as a program of its own, with these settings only. */
function createOfficer(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const settings = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: web.as.web,
    PUBLIC_ORIGIN: web.origin,
    ...env,
  };
  return new Promise((resolve) => {
    execFile(
      path.resolve('node_modules/.bin/node'),
      ['--disable-warning=ExperimentalWarning', 'scripts/create-officer.ts', ...args],
      { env: settings as unknown as NodeJS.ProcessEnv },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const anne = ['--email', 'Anne.Roy@office.example', '--name', 'Anne de la Tour'];
const officers = () =>
  web.rows(`select email::text as email, first_name as first, last_name as last from app_user where kind = 'officer'`);
const linkOf = (run: Run) => /\/activation\/[\w-]{43}/.exec(run.out)?.[0] ?? '';

test('an operator makes the first officer, twice is one, and the printed link leads to the Office’s desk', async () => {
  const first = await createOfficer(anne);
  expect([first.code, first.err, first.out]).toEqual([0, '', expect.stringContaining(`${web.origin}/activation/`)]);
  const second = await createOfficer(anne);
  expect([second.code, second.out]).toEqual([0, expect.stringContaining('has not activated it')]);
  expect(await officers()).toEqual([{ email: 'anne.roy@office.example', first: 'Anne', last: 'de la Tour' }]);
  const replaced = await web.client().get(linkOf(first));
  expect([replaced.status, await replaced.text()]).toEqual([
    410,
    expect.stringContaining('Un lien plus récent a été envoyé'),
  ]);

  const client = web.client();
  expect((await client.post(linkOf(second), { password: strong })).headers.get('location')).toBe('/profil');
  const profile = {
    firstName: 'Anne',
    lastName: 'de la Tour',
    jobTitle: 'Agente',
    phone: '418 555-0100',
    language: 'fr',
  };
  expect((await client.post('/profil', profile)).headers.get('location')).toBe('/office');
  expect((await client.get('/office')).headers.get('location')).toMatch(/^\/engagement/);
  expect((await client.post('/engagement', officeTexts)).headers.get('location')).toBe('/office');
  expect((await client.get('/office/commercants')).status).toBe(200);

  const third = await createOfficer(anne);
  expect([third.code, third.out]).toEqual([0, expect.stringContaining('nothing was changed')]);
  expect((await web.client().post('/connexion', { email: 'anne.roy@office.example', password: strong })).status).toBe(
    303,
  );
  expect(await officers()).toHaveLength(1);
});

test('with a mail server the link goes by mail, in the officer’s language, and is not printed', async () => {
  const sam = ['--email', 'sam@office.example', '--name', 'Sam Lee', '--language', 'en', '--mail'];
  const unsealed = await createOfficer(sam);
  expect([unsealed.code, unsealed.err]).toEqual([1, expect.stringContaining('CODE_PEPPER is needed')]);
  const run = await createOfficer(sam, { CODE_PEPPER: testPepper });
  expect([run.code, run.out]).toEqual([0, expect.stringContaining('on its way by mail')]);
  expect(run.out).not.toContain('/activation/');
  const mail = await mailTo(web, 'sam@office.example');
  expect(mail).toMatchObject({ template: 'officer-activation', params: { userName: 'sam@office.example' } });
  expect((await web.client().get(mail?.params['path'] ?? '')).status).toBe(200);
});

test('what cannot be done is said in a sentence, without a stack, and makes nobody', async () => {
  await signedUp(web, 'conso@exemple.ca');
  const before = await web.rows('select id from app_user');
  const email = ['--email', 'x@office.example'];
  const name = ['--name', 'X Y'];
  const unmigrated = runAddresses().postgresUrl;
  const cases: [string[], Record<string, string>, string][] = [
    [[], {}, '--email and --name are both needed'],
    [email, {}, '--email and --name are both needed'],
    [['--email', 'nobody', ...name], {}, '--email nobody: write a whole address'],
    [[...email, '--name', '…'], {}, '--name …: write a first name and a name'],
    [[...email, '--name', `A ${'b'.repeat(81)}`], {}, '80 characters'],
    [[...email, ...name, '--language', 'es'], {}, '--language es: write fr or en'],
    [[...email, ...name, '--admin'], {}, '--admin'],
    [['--email', 'conso@exemple.ca', ...name], {}, 'conso@exemple.ca is the address of a consumer’s account'],
    [[...email, ...name], { DATABASE_URL: '' }, 'DATABASE_URL: must read postgres://'],
    [
      [...email, ...name],
      { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' },
      'The database of DATABASE_URL does not answer',
    ],
    [[...email, ...name], { DATABASE_URL: unmigrated }, 'run `node scripts/set-up.ts` first'],
  ];
  for (const [args, env, sentence] of cases) {
    const run = await createOfficer(args, env);
    expect([args, run.code, run.err]).toEqual([args, 1, expect.stringContaining(sentence)]);
    expect(run.err).not.toMatch(/\n\s+at /);
  }
  expect(await web.rows('select id from app_user')).toEqual(before);
});
