import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { databaseOptions } from './database.ts';
import { readEnv } from './env.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parle-authority-'));
const authority = path.join(folder, 'authority.pem');
writeFileSync(authority, 'PEM');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = { host: 'db.example', port: 5432, user: 'parle', password: 'p@ss/wörd', database: 'parle', ssl: false };
const checked = { rejectUnauthorized: true };

test.each([
  ['', plain],
  ['?sslmode=disable', plain],
  ['?sslmode=require', { ...plain, ssl: checked }],
  ['?sslmode=verify-ca', { ...plain, ssl: checked }],
  ['?sslmode=verify-full', { ...plain, ssl: checked }],
  [`?sslmode=verify-full&sslrootcert=${authority}`, { ...plain, ssl: { ...checked, ca: 'PEM' } }],
])('DATABASE_URL with %s', (query, expected) => {
  expect(databaseOptions(`postgres://parle:p%40ss%2Fw%C3%B6rd@db.example/parle${query}`)).toEqual(expected);
});

test('an address of version 6 and a port', () => {
  expect(databaseOptions('postgresql://u:p@[::1]:6000/d')).toMatchObject({ host: '::1', port: 6000 });
});

test.each([
  ['postgres://parle:secret@db.example/parle?sslmode=prefer', 'has an sslmode that is none of disable, require'],
  ['postgres://parle:secret@db.example/parle?sslmode=no-verify', 'has an sslmode that is none of'],
  ['postgres://parle:secret@db.example/parle?ssl=true', 'knows the options sslmode and sslrootcert, not ssl'],
  [`postgres://parle:secret@db.example/parle?sslrootcert=${authority}`, 'asks for no TLS'],
  ['postgres://parle:secret@db.example/parle?sslmode=require&sslrootcert=/none', 'cannot be read: /none'],
  ['postgres://parle:se#cret@db.example/parle', 'must read postgres://user:password@host:port/database'],
  ['postgres://db.example', 'must read postgres://user:password@host:port/database'],
  ['mysql://parle:secret@db.example/parle', 'must read postgres://'],
])('%s is refused at boot, without a word of the password', (DATABASE_URL, sentence) => {
  const others = { TEMPORAL_ADDRESS: 't:1', SMTP_URL: 'smtp://m', PUBLIC_ORIGIN: 'https://p.example', FILES_DIR: '/f' };
  const read = () => readEnv({ ...others, CODE_PEPPER: 'p'.repeat(32), COMMAND_KEY: 'c'.repeat(32), DATABASE_URL });
  let said = '';
  try {
    read();
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toContain('DATABASE_URL: ');
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/se#?cret/);
});
