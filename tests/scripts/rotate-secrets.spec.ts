import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readOptions } from '#scripts/start/options.ts';
import { platformEnv } from '#scripts/start/platform.ts';
import { rememberedSettings } from '#scripts/start/settings.ts';
import { nameOf, rotated, type Ring } from '#scripts/secrets/rings.ts';
import { settingsFile } from '#scripts/secrets/places.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parle-rotation-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = { code: number; out: string; err: string };

function rotate(args: string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      path.resolve('node_modules/.bin/node'),
      ['--disable-warning=ExperimentalWarning', 'scripts/rotate-secrets.ts', ...args],
      { env: { PATH: process.env['PATH'] ?? '', ...env } as unknown as NodeJS.ProcessEnv },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const pepper = 'p'.repeat(40);
const command = 'c'.repeat(40);
const journal = 'j'.repeat(40);
const settings = `# The settings of here.
POSTGRES_PASSWORD=of-the-administrator
CODE_PEPPER='${pepper}'

COMMAND_KEY=${command}
COMMAND_FORMER_KEYS=
JOURNAL_KEY=${journal}
# Kept for ever.
JOURNAL_FORMER_KEYS=first,second
PUBLIC_ORIGIN=https://parle.example
`;

async function written(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const valueIn = (text: string, name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];

test('ASVS 11.1.1 every secret of a file of settings is replaced, the former ones stay known, and nobody else reads the file', async () => {
  const file = await written('compose.env', settings);
  await chmod(file, 0o644);
  const { code, out, err } = await rotate(['--file', file]);
  expect([code, err]).toEqual([0, '']);
  const text = await readFile(file, 'utf8');
  for (const [name, former, known] of [
    ['CODE_PEPPER', 'CODE_FORMER_PEPPERS', pepper],
    ['COMMAND_KEY', 'COMMAND_FORMER_KEYS', command],
    ['JOURNAL_KEY', 'JOURNAL_FORMER_KEYS', `${journal},first,second`],
  ] as const) {
    expect(valueIn(text, name)).toMatch(/^[\w-]{43}$/);
    expect(valueIn(text, former)).toBe(known);
    expect(out).toContain(nameOf(name, valueIn(text, name)!));
  }
  const others = (all: string) => all.split('\n').filter((line) => !/(PEPPER|KEY)/.test(line));
  expect(others(text)).toEqual(others(settings));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['compose.env']);
  for (const secret of [pepper, command, journal, valueIn(text, 'CODE_PEPPER')!]) expect(out).not.toContain(secret);
  expect(out.indexOf('every worker')).toBeLessThan(out.indexOf('every web process'));
});

test('a secret alone is replaced when it is named, a leaked one is not believed any more, and a wrong word changes nothing', async () => {
  const file = await written('leaked.env', settings);
  const first = await rotate(['--file', file, '--only', 'CODE_PEPPER,JOURNAL_KEY', '--leaked']);
  expect([first.code, first.out]).toEqual([0, expect.stringContaining(`Forgotten: ${nameOf('CODE_PEPPER', pepper)}`)]);
  const text = await readFile(file, 'utf8');
  expect([valueIn(text, 'CODE_FORMER_PEPPERS'), valueIn(text, 'COMMAND_KEY')]).toEqual(['', command]);
  expect(valueIn(text, 'JOURNAL_FORMER_KEYS')).toBe(`${journal},first,second`);
  await writeFile(`${file}.new`, 'of another');
  const tries = [
    [['--file', file], 'another change is under way'],
    [['--file', path.join(folder, 'none.env')], 'cannot be read'],
    [['--file', file, '--only', 'SMTP_URL'], 'SMTP_URL is none of'],
    [['--everything'], 'Write: npm run rotate-secrets'],
  ] as const;
  for (const [args, sentence] of tries) {
    const { code, err } = await rotate([...args]);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(err).not.toContain('    at ');
  }
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('a former secret is forgotten once nothing that it made is good any more; those of the record never are', () => {
  const at = (day: string) => ({ today: day, leaked: false });
  const begun = (present: string): Ring => ({ present, former: [] });
  const after = (name: 'CODE_PEPPER' | 'COMMAND_KEY' | 'JOURNAL_KEY', days: string[]) =>
    days
      .reduce((ring, day) => rotated(name, ring, at(day)).ring, begun('x'.repeat(32)))
      .former.map(({ since }) => since);
  const days = ['2026-01-01', '2026-01-08', '2026-04-01', '2026-04-08'];
  expect(after('CODE_PEPPER', days)).toEqual(['2026-04-08', '2026-04-01', '2026-01-08']);
  expect(after('COMMAND_KEY', days)).toEqual(['2026-04-08', '2026-04-01']);
  expect(after('JOURNAL_KEY', days)).toEqual([...days].reverse());
});

test('when each was replaced is read again from the file, and one of which nobody knows counts from the first time that it is seen', () => {
  const before = settingsFile.read(settings);
  expect(before.JOURNAL_KEY?.former).toEqual([
    { secret: 'first', since: null },
    { secret: 'second', since: null },
  ]);
  const { ring } = rotated('JOURNAL_KEY', before.JOURNAL_KEY!, { today: '2026-11-26', leaked: false });
  const text = settingsFile.write(settings, { JOURNAL_KEY: ring });
  expect(settingsFile.read(text)).toEqual({ ...before, JOURNAL_KEY: ring });
  expect(settingsFile.write(text, { JOURNAL_KEY: ring })).toBe(text);
  expect(ring.former.map(({ since }) => since)).toEqual(['2026-11-26', '2026-11-26', '2026-11-26']);
});

test('the secrets of npm start are replaced in its data folder, and its next start serves with both', async () => {
  const dataDir = await mkdtemp(path.join(folder, 'data-'));
  const before = await rememberedSettings(dataDir);
  const run = await rotate([], { DATA_DIR: dataDir });
  expect([run.code, run.err, run.out]).toEqual([0, '', expect.stringContaining('npm start')]);
  const after = await rememberedSettings(dataDir);
  expect(after.postgresPassword).toBe(before.postgresPassword);
  const addresses = { databaseUrl: 'postgres://x/y', temporalAddress: 'x:1', namespace: 'n', smtpUrl: 'smtp://x:1' };
  const nothing = { NODE_ENV: 'test' } as const;
  const env = platformEnv(readOptions('start', [], nothing), { dataDir, settings: after, addresses }, nothing);
  expect(env).toMatchObject({ CODE_PEPPER: after.codePepper, CODE_FORMER_PEPPERS: before.codePepper });
  expect(env).toMatchObject({ COMMAND_KEY: after.commandKey, COMMAND_FORMER_KEYS: before.commandKey });
  expect(after.former.journalKey?.map(({ secret }) => secret)).toEqual([before.journalKey]);
  expect(after.codePepper).not.toBe(before.codePepper);
  expect((await stat(path.join(dataDir, 'settings.json'))).mode & 0o777).toBe(0o600);
});
