import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { secretId } from '#contracts/secrets/secret-ring.ts';
import { defaultNamespace, defaultTaskQueue } from '#contracts/task-queues.ts';
import { readEnv, readTemporalEnv } from './env.ts';
import { temporalOptions } from './temporal.ts';

const needed = {
  DATABASE_URL: 'postgres://user:secret@db.example:5433/parle',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_ORIGIN: 'https://parle.example',
  FILES_DIR: '/files',
  CODE_PEPPER: 'pepper-of-the-unit-tests-0123456789abcdef',
  COMMAND_KEY: 'command-key-of-the-unit-tests-0123456789abcd',
  TRUST_PROXY_HOPS: '1',
  TEMPORAL_PRIVATE_NETWORK: 'true',
  DATABASE_PRIVATE_NETWORK: 'true',
  SMTP_PRIVATE_NETWORK: 'true',
};
const refusal = (settings: Record<string, string>): string => {
  try {
    readEnv({ ...needed, ...settings });
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the environment', () => {
  test('has its default queue and namespace from the names that processes share', () => {
    const env = readEnv(needed);
    expect([env.TEMPORAL_TASK_QUEUE, env.TEMPORAL_NAMESPACE]).toEqual([defaultTaskQueue, defaultNamespace]);
  });

  test.each([
    ['{"draft":', 'POLICY_JSON: is not JSON'],
    ['{"draught":{"days":1}}', 'POLICY_JSON: Unrecognized key: "draught"'],
    ['{"draft":14}', 'POLICY_JSON.draft: must be one of {"years":n}, {"days":n}, {"businessDays":n}, {"seconds":n}'],
    ['{"draft":{"days":1,"seconds":1}}', 'POLICY_JSON.draft: must be one of'],
    ['{"turnReminders":[{"days":-1}]}', 'POLICY_JSON.turnReminders.0.days: Too small'],
    ['[]', 'POLICY_JSON: Invalid input'],
  ])('refuses the policy %s and says where it is wrong', (text, sentence) => {
    expect(refusal({ POLICY_JSON: text })).toContain(sentence);
  });

  test('takes a policy that changes some of the durations', () => {
    const POLICY_JSON = '{"draft":{"seconds":2.5},"turnReminders":[{"businessDays":1},{"days":2}]}';
    expect(readEnv({ ...needed, POLICY_JSON }).POLICY_JSON).toEqual(JSON.parse(POLICY_JSON));
  });

  test.each([
    ['mail.example:25', 'SMTP_URL: must begin with smtp:// or smtps://'],
    ['smtp://', 'SMTP_URL: must name a host'],
    ['smtp://user:p#ss@mail.example', 'SMTP_URL: must name a host'],
  ])('refuses the mail server %s', (SMTP_URL, sentence) => {
    expect(refusal({ SMTP_URL })).toContain(sentence);
  });
});

describe('the key that signs commands', () => {
  test.each([{ COMMAND_KEY: '' }, { COMMAND_KEY: 'too-short' }])('is needed, and long: %j is refused', (settings) => {
    expect(refusal(settings)).toContain('COMMAND_KEY: ');
    // A demonstration and a developer have one too: nothing is believed without.
    expect(refusal({ ...settings, NODE_ENV: 'development', DEMO: 'true' })).toContain('COMMAND_KEY: ');
  });

  test('has none before it, or those that are written', () => {
    expect(readEnv(needed).COMMAND_FORMER_KEYS).toEqual([]);
    expect(readEnv({ ...needed, COMMAND_FORMER_KEYS: 'one,two,' }).COMMAND_FORMER_KEYS).toEqual(['one', 'two']);
  });
});

describe('production', () => {
  const unwritten = {
    ...needed,
    DATABASE_URL: `${needed.DATABASE_URL}?sslmode=verify-full`,
    SMTP_URL: 'smtps://mail.example',
    ...{ TEMPORAL_PRIVATE_NETWORK: 'false', DATABASE_PRIVATE_NETWORK: 'false', SMTP_PRIVATE_NETWORK: 'false' },
  };
  const start = (settings: Record<string, string>): string => {
    try {
      readEnv({ ...unwritten, TRUST_PROXY_HOPS: '1', TEMPORAL_TLS: 'true', NODE_ENV: 'production', ...settings });
      return 'starts';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each([
    [{ PUBLIC_ORIGIN: 'http://parle.example' }, 'PUBLIC_ORIGIN: is not https'],
    [{ TRUST_PROXY_HOPS: '' }, 'TRUST_PROXY_HOPS: is not written'],
    [{ TEMPORAL_TLS: 'false' }, 'TEMPORAL_TLS: is not set for a Temporal server on another machine'],
    [{ TEMPORAL_TLS: 'false', TEMPORAL_ADDRESS: '10.0.0.7:7233' }, 'TEMPORAL_TLS: is not set'],
    [{ TEMPORAL_TLS: 'false', TEMPORAL_ADDRESS: '127.0.0.1.example:7233' }, 'TEMPORAL_TLS: is not set'],
    [{ DATABASE_URL: 'postgres://user:secret@db.example/parle' }, 'DATABASE_URL: is that of another machine'],
    [{ DATABASE_URL: 'postgres://user:secret@10.0.0.8/parle?sslmode=disable' }, 'DATABASE_URL: is that of another'],
    [{ SMTP_URL: 'smtp://mail.example:25' }, 'SMTP_URL: is that of another machine, without TLS'],
    [{ SECOND_FACTOR: 'optional' }, 'SECOND_FACTOR: is optional'],
    [{ CODE_PEPPER: 'demo-pepper-not-for-production-0000000000' }, 'CODE_PEPPER: is the one shipped'],
  ] as [Record<string, string>, string][])('refuses %j and says why', (settings, sentence) => {
    expect(start(settings)).toContain(sentence);
    // The same is a demonstration, or a developer's.
    expect(start({ ...settings, DEMO: 'true' })).toBe('starts');
    expect(start({ ...settings, NODE_ENV: 'development' })).toBe('starts');
  });

  test('asks a second factor of those who act for many, where nothing is written; others may do without', () => {
    const policy = (settings: Record<string, string>) =>
      readEnv({ ...unwritten, TRUST_PROXY_HOPS: '1', TEMPORAL_TLS: 'true', NODE_ENV: 'production', ...settings })
        .SECOND_FACTOR;
    expect(policy({})).toBe('required');
    expect(policy({ DEMO: 'true' })).toBe('optional');
    expect(policy({ DEMO: 'true', SECOND_FACTOR: 'required' })).toBe('required');
    expect(policy({ PUBLIC_ORIGIN: 'http://localhost:3000' })).toBe('optional');
    expect(policy({ NODE_ENV: 'test' })).toBe('optional');
  });

  test('says all that keeps it from starting at once', () => {
    const all = start({ PUBLIC_ORIGIN: 'http://parle.example', TRUST_PROXY_HOPS: '', TEMPORAL_TLS: 'false' });
    expect(
      all
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['PUBLIC_ORIGIN', 'TRUST_PROXY_HOPS', 'TEMPORAL_TLS']);
  });

  test.each([
    [{}],
    [{ TRUST_PROXY_HOPS: '0' }],
    [{ TEMPORAL_TLS: 'false', TEMPORAL_ADDRESS: '127.0.0.1:7233' }],
    [{ TEMPORAL_TLS: 'false', TEMPORAL_ADDRESS: '[::1]:7233' }],
    [{ TEMPORAL_TLS: 'false', TEMPORAL_PRIVATE_NETWORK: 'true' }],
    [{ DATABASE_URL: 'postgres://user:secret@[::1]/parle' }],
    [{ DATABASE_URL: 'postgres://user:secret@db.example/parle?sslmode=require' }],
    [{ DATABASE_URL: 'postgres://user:secret@db.example/parle', DATABASE_PRIVATE_NETWORK: 'true' }],
    [{ SMTP_URL: 'smtp://127.0.0.1:1025' }],
    [{ SMTP_URL: 'smtp://user:secret@mail.example:587' }],
    [{ SMTP_URL: 'smtp://mail.example:25', SMTP_PRIVATE_NETWORK: 'true' }],
    [
      {
        TEMPORAL_TLS: 'false',
        TEMPORAL_ADDRESS: 'localhost:7233',
        PUBLIC_ORIGIN: 'http://localhost:3000',
        TRUST_PROXY_HOPS: '',
      },
    ],
  ] as [Record<string, string>][])('starts with %j', (settings) => {
    expect(start(settings)).toBe('starts');
  });
});

describe('the connection to Temporal', () => {
  const options = (settings: Record<string, string>) => temporalOptions(readEnv({ ...needed, ...settings })).connection;
  const address = 'temporal.example:7233';

  test.each([
    [{}, { address, tls: false }],
    [{ TEMPORAL_TLS: 'false' }, { address, tls: false }],
    [{ TEMPORAL_TLS: 'true' }, { address, tls: true }],
    [{ TEMPORAL_API_KEY: 'k' }, { address, tls: true, apiKey: 'k' }],
    [
      { TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'true' },
      { address, tls: true, apiKey: 'k' },
    ],
    [{ TEMPORAL_API_KEY: '' }, { address, tls: false }],
    [{ TEMPORAL_CA_FILE: '' }, { address, tls: false }],
  ] as [Record<string, string>, object][])('with %j is %j', (settings, expected) => {
    expect(options(settings)).toEqual(expected);
    expect(temporalOptions(readTemporalEnv({ TEMPORAL_ADDRESS: address, ...settings })).connection).toEqual(expected);
  });

  test('never sends a key in clear: the two settings together are refused', () => {
    const settings = { TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' };
    const sentence = 'TEMPORAL_TLS: is false and would send TEMPORAL_API_KEY in clear: leave it out';
    expect(refusal(settings)).toContain(sentence);
    expect(() => readTemporalEnv({ TEMPORAL_ADDRESS: address, ...settings })).toThrow(sentence);
  });
});

describe('an authority for Temporal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parle-authority-'));
  const file = join(folder, 'authority.pem');
  const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
  writeFileSync(file, pem);
  afterAll(() => rmSync(folder, { recursive: true }));
  const options = (settings: Record<string, string>) =>
    temporalOptions(readTemporalEnv({ TEMPORAL_ADDRESS: 'temporal.example:7233', TEMPORAL_CA_FILE: file, ...settings }))
      .connection;

  test('ASVS 12.3.4 is trusted in the place of the public ones, and is TLS by itself', () => {
    const tls = { serverRootCACertificate: Buffer.from(pem) };
    expect(options({})).toMatchObject({ tls });
    expect(options({ TEMPORAL_TLS: 'true', TEMPORAL_API_KEY: 'k' })).toMatchObject({ tls, apiKey: 'k' });
    const production = { NODE_ENV: 'production', TEMPORAL_PRIVATE_NETWORK: 'false', TEMPORAL_CA_FILE: file };
    expect(refusal(production)).toBe('accepted');
    expect(refusal({ ...production, TEMPORAL_CA_FILE: '' })).toContain('TEMPORAL_TLS: is not set');
  });

  test('is refused without TLS, and when the file is none', () => {
    expect(() => options({ TEMPORAL_TLS: 'false' })).toThrow('TEMPORAL_CA_FILE names an authority to trust');
    expect(() => options({ TEMPORAL_CA_FILE: join(folder, 'none') })).toThrow(
      'TEMPORAL_CA_FILE: names no readable PEM file',
    );
  });
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parle-secrets-'));
  const file = join(folder, 'pepper');
  writeFileSync(file, 'pepper-of-a-mounted-file-0123456789abcdef\n');
  afterAll(() => rmSync(folder, { recursive: true }));
  const { CODE_PEPPER: pepper, ...others } = needed;

  test('ASVS 13.3.1 is read where a vault mounted it, without the end of its line', () => {
    const { secrets } = readEnv({ ...others, CODE_PEPPER_FILE: file });
    expect(secrets[0].id).toBe(secretId('pepper-of-a-mounted-file-0123456789abcdef'));
  });

  test('is refused beside the same setting, and when it cannot be read', () => {
    expect(refusal({ CODE_PEPPER: pepper, CODE_PEPPER_FILE: file })).toContain(
      'CODE_PEPPER_FILE: stands beside CODE_PEPPER',
    );
    expect(() => readEnv({ ...others, CODE_PEPPER_FILE: join(folder, 'none') })).toThrow(
      /CODE_PEPPER_FILE: names a file that cannot be read[^]*CODE_PEPPER: /,
    );
  });
});

test('nobody gets the secret itself of the environment: a ring of the present and former ones is in its place', () => {
  const env = readEnv({ ...needed, CODE_FORMER_PEPPERS: `former-one,${needed.CODE_PEPPER},former-two` });
  expect(JSON.stringify(env)).not.toContain(needed.CODE_PEPPER);
  expect(env.secrets.map(({ id }) => id)).toEqual([needed.CODE_PEPPER, 'former-one', 'former-two'].map(secretId));
});
