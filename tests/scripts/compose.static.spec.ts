import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { readEnv, readSetUpEnv } from '#config/env.ts';
import { temporalUiVersion } from '#scripts/servers/temporal/versions.ts';
import { root } from '#scripts/system/paths.ts';

const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

type Service = {
  image?: string;
  build?: { target?: string };
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  networks?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  profiles?: string[];
  tmpfs?: string[];
  mem_limit?: string;
  pids_limit?: number;
  security_opt?: string[];
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
};

const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

/** The compose specification's own schema, as dclint ships it. */
function specification(): (value: unknown) => string[] {
  // Its dialect is draft-07, which Ajv knows by another address than the one the file gives.
  const { $schema: _dialect, ...schema } = JSON.parse(
    read('node_modules/dclint/schemas/compose.schema.json'),
  ) as object & {
    $schema: string;
  };
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (instance: unknown) => void)(ajv);
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  it('is what the compose specification allows, and a wrong file would not be', () => {
    const problems = specification();
    expect(problems(compose)).toEqual([]);
    const wrong = structuredClone(compose) as unknown as { services: { web: Record<string, unknown> } };
    wrong.services.web['restarts'] = 'always';
    wrong.services.web['ports'] = { '3000': '3000' };
    expect(problems(wrong).length).toBeGreaterThan(0);
  });

  it('runs every part of the platform', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['clamd', 'mail', 'postgres', 'roles', 'set-up', 'temporal', 'temporal-ui', 'web', 'worker'].sort(),
    );
  });

  it('checks the health of every part that stays, and waits for it', () => {
    const staying = services.filter(([name]) => name !== 'set-up' && name !== 'roles');
    for (const [name, { healthcheck }] of staying)
      expect([name, healthcheck?.test?.length]).toEqual([name, expect.any(Number)]);
    for (const name of ['worker', 'web']) {
      expect(compose.services[name]!.depends_on).toEqual({ 'set-up': { condition: 'service_completed_successfully' } });
    }
    expect(compose.services['set-up']!.depends_on).toEqual({
      roles: { condition: 'service_completed_successfully' },
      temporal: { condition: 'service_healthy' },
    });
    expect(compose.services['roles']!.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('keeps what must outlive a container in named volumes', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]!));
    expect(new Set(mounted)).toEqual(new Set(Object.keys(compose.volumes)));
    expect(compose.services['temporal']!.command).toContain('--db-filename=/home/temporal/temporal.db');
    expect(compose.services['temporal']!.volumes).toEqual(['temporal-data:/home/temporal']);
  });

  it('publishes nothing beyond this machine, and neither database nor engine at all', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports);
    expect(published.length).toBe(3);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const name of ['postgres', 'temporal']) {
      expect(compose.services[name]!.ports).toBeUndefined();
    }
  });

  it('lets each part reach what it needs and nothing else; database, engine and inbox have no way out', () => {
    expect(Object.fromEntries(services.map(([name, { networks }]) => [name, networks]))).toEqual({
      postgres: ['database'],
      temporal: ['engine'],
      'temporal-ui': ['engine', 'demonstration'],
      mail: ['mail', 'demonstration'],
      roles: ['database'],
      'set-up': ['database', 'engine'],
      clamd: ['scanner', 'signatures'],
      worker: ['database', 'engine', 'mail', 'scanner', 'outbound'],
      web: ['database', 'engine', 'scanner', 'public'],
    });
    const inner = { internal: true };
    expect(compose.networks).toEqual({
      ...{ database: inner, engine: inner, mail: inner, scanner: inner },
      ...{ signatures: {}, outbound: {}, public: {}, demonstration: {} },
    });
  });

  it('ASVS 13.3.2 gives each secret to those who use it and to nobody else, the key of the record to workers alone', () => {
    const holding = (key: string) =>
      services.filter(([, service]) => key in (service.environment ?? {})).map(([name]) => name);
    for (const secret of ['CODE_PEPPER', 'CODE_FORMER_PEPPERS', 'COMMAND_KEY'])
      expect([secret, holding(secret).sort()]).toEqual([secret, ['web', 'worker']]);
    for (const secret of ['JOURNAL_KEY', 'JOURNAL_FORMER_KEYS', 'SMTP_URL'])
      expect(holding(secret)).toEqual(['worker']);
    const { environment = {} } = compose.services['set-up']!;
    const told = { ...environment, DATABASE_OWNER_URL: 'postgres://parle_owner:secret@postgres:5432/parle' };
    expect(readSetUpEnv(told)).toMatchObject({ TEMPORAL_ADDRESS: 'temporal:7233', TEMPORAL_PRIVATE_NETWORK: true });
    expect(() => readSetUpEnv({ ...told, DATABASE_PRIVATE_NETWORK: 'false' })).toThrow(
      'DATABASE_OWNER_URL: is that of another machine',
    );
    expect(() => readSetUpEnv({ ...told, TEMPORAL_PRIVATE_NETWORK: 'false' })).toThrow('TEMPORAL_TLS: is not set');
  });

  it('shows files to the scanner that it runs, unless another one or none is named, and waits for it nowhere', () => {
    expect(compose.services['web']!.environment?.['SCANNER_ADDRESS']).toBe('${SCANNER_ADDRESS-clamd:3310}');
    for (const [, { depends_on = {} }] of services) expect(Object.keys(depends_on)).not.toContain('clamd');
  });

  it('runs development’s tools in a demonstration only, and no part of the platform needs them', () => {
    const shown = services.filter(([, { profiles }]) => profiles).map(([name, { profiles }]) => [name, profiles]);
    expect(shown).toEqual([
      ['temporal-ui', ['demo']],
      ['mail', ['demo']],
    ]);
    for (const [, { depends_on = {} }] of services.filter(([, { profiles }]) => !profiles)) {
      expect(Object.keys(depends_on)).not.toContain('mail');
      expect(Object.keys(depends_on)).not.toContain('temporal-ui');
    }
  });

  it('gives every part a ceiling of memory and of processes, its scratch disk included, and no new privileges', () => {
    for (const [name, service] of services) {
      const { mem_limit, pids_limit, security_opt, tmpfs = [] } = service;
      expect([name, mem_limit]).toEqual([name, expect.stringMatching(/^\d+[mg]$/)]);
      expect([name, pids_limit]).toEqual([name, expect.any(Number)]);
      expect([name, security_opt]).toEqual([name, ['no-new-privileges:true']]);
      for (const scratch of tmpfs) expect(scratch).toMatch(/size=\d+m/);
    }
  });

  it('starts with settings that production takes, and with none that it was not told', () => {
    const { environment = {} } = compose.services['worker']!;
    for (const name of ['SMTP_URL', 'PUBLIC_ORIGIN', 'TRUST_PROXY_HOPS']) {
      expect(environment[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?`));
      expect(read('deploy/compose.env.example')).toMatch(new RegExp(`^${name}=$`, 'm'));
    }
    const told = {
      CODE_PEPPER: 'pepper-of-the-unit-tests-0123456789abcdef',
      COMMAND_KEY: 'command-key-of-the-unit-tests-0123456789abcd',
      DATABASE_URL: 'postgres://parle:secret@postgres:5432/parle',
      PUBLIC_ORIGIN: 'https://parle.example',
      SMTP_URL: 'smtps://mail.example:465',
      TRUST_PROXY_HOPS: '1',
    };
    const fixed = Object.entries(environment).filter(([, value]) => !value.includes('${'));
    const settings = { ...Object.fromEntries(fixed), ...told };
    expect(readEnv(settings)).toMatchObject({ NODE_ENV: 'production', TEMPORAL_ADDRESS: 'temporal:7233' });
    expect(() => readEnv({ ...settings, PUBLIC_ORIGIN: 'http://parle.example' })).toThrow('is not https');
    // The inbox of a demonstration is reached in clear: that has to be written.
    const inbox = { ...settings, SMTP_URL: 'smtp://mail:1025' };
    expect(() => readEnv(inbox)).toThrow('SMTP_URL: is that of another machine');
    expect(readEnv({ ...inbox, SMTP_PRIVATE_NETWORK: 'true' })).toMatchObject({ SMTP_PRIVATE_NETWORK: true });
  });

  it('names an exact version of every image, the one that is tested where it is the same', () => {
    const images = services.filter(([, { build }]) => !build).map(([, { image }]) => image!);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$/);
    expect(compose.services['temporal-ui']!.image).toBe(`temporalio/ui:${temporalUiVersion}`);
  });

  it('connects each process as its own role, and the administrator nowhere but where roles are made', () => {
    const connected = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).flatMap(([setting, value]) => {
        const user = /^postgres:\/\/(\w+):/.exec(value)?.[1];
        return user ? [`${name} ${setting} ${user}`] : [];
      }),
    );
    expect(connected.sort()).toEqual([
      'roles DATABASE_ADMIN_URL parle',
      'set-up DATABASE_OWNER_URL parle_owner',
      'web DATABASE_URL parle_web',
      'worker DATABASE_URL parle_worker',
    ]);
  });

  it('asks for its secrets and ships none', () => {
    const text = read('docker-compose.yml');
    for (const secret of [
      'POSTGRES_PASSWORD',
      'CODE_PEPPER',
      'COMMAND_KEY',
      'JOURNAL_KEY',
      'DATABASE_OWNER_PASSWORD',
      'DATABASE_WEB_PASSWORD',
      'DATABASE_WORKER_PASSWORD',
    ]) {
      expect(text).toContain(`\${${secret}:?`);
      expect(read('deploy/compose.env.example')).toMatch(new RegExp(`^${secret}=$`, 'm'));
    }
  });

  it('shows the Temporal UI read-only', () => {
    expect(compose.services['temporal-ui']!.environment?.['TEMPORAL_DISABLE_WRITE_ACTIONS']).toBe('true');
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('is made in stages on glibc, with the pinned Node, and ends as someone who is not root', () => {
    expect(dockerfile.match(/^FROM /gm)!.length).toBeGreaterThanOrEqual(4);
    expect(dockerfile).toContain(`FROM node:${read('.nvmrc').trim()}-bookworm-slim AS base`);
    expect(dockerfile).not.toMatch(/alpine/i);
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD '));
  });

  it('holds every module that the operators’ commands need', () => {
    const copied = [...last.matchAll(/^COPY (?:--from=\w+ )?(\S+)/gm)].map(([, source]) => source!);
    for (const entry of [
      'scripts/create-roles.ts',
      'scripts/set-up.ts',
      'scripts/create-officer.ts',
      'scripts/verify-journal.ts',
    ]) {
      const needed = [entry, ...[...read(entry).matchAll(/from '#([^']+)'/g)].map(([, module]) => module!)];
      const missing = needed.filter((file) => !copied.some((one) => file === one || file.startsWith(`${one}/`)));
      expect([entry, missing]).toEqual([entry, []]);
    }
  });

  it('ASVS 13.4.1 15.2.3 leaves out version control, tests and what only tests use', () => {
    const left = read('.dockerignore').split('\n');
    for (const one of ['.git', 'tests', 'domain/testing', 'threads/fixtures', '**/*.spec.ts', '**/*.spec.tsx', '.env'])
      expect(left).toContain(one);
    const copied = [...last.matchAll(/^COPY (?:--from=\w+ )?(\S+)/gm)].map(([, source]) => source!);
    expect(copied.filter((source) => ['.', 'tests', 'bench', 'docs', 'deploy'].includes(source))).toEqual([]);
    expect(dockerfile).toContain('npm ci --omit=dev');
  });

  it('has a stage for what compose builds, and files for what compose runs', () => {
    for (const [, { build, command }] of services.filter(([, service]) => service.build)) {
      expect(dockerfile).toContain(` AS ${build!.target}\n`);
      const entry = command!.at(-1)!;
      const copied = [...last.matchAll(/^COPY (?:--from=\w+ )?(\S+)/gm)].map(([, source]) => source!);
      expect(copied.some((source) => entry === source || entry.startsWith(`${source}/`))).toBe(true);
    }
  });
});
