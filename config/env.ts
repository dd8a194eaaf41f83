import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { defaultNamespace, defaultTaskQueue } from '#contracts/task-queues.ts';
import { databaseOptions } from './database.ts';
import { withFiles } from './from-files.ts';
import { completeIdentityService, identityServiceOf, identityServiceSettings } from './identity-service.ts';
import { policyJson } from './policy.ts';
import { servesPeople, unfitConnections, unfitForProduction } from './production.ts';
import type { TemporalEnv } from './temporal.ts';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const keys = z
  .string()
  .default('')
  .transform((value) => value.split(',').filter((key) => key !== ''));

/** A file of PEM that can be read; nothing when it is not written. */
const authority = z
  .string()
  .optional()
  .transform((file) => (file === '' ? undefined : file))
  .refine(
    (file) => file === undefined || /-----BEGIN CERTIFICATE-----/.test(textOf(file)),
    'names no readable PEM file',
  );

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const databaseAddress = z.string().superRefine((value, context) => {
  try {
    databaseOptions(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /**
   * PostgreSQL, `postgres://user:password@host:port/database`, with `?sslmode=verify-full` for TLS (config/database.ts), as the process's own role:
   * `parle_web` or `parle_worker` (db/roles).
   */
  DATABASE_URL: databaseAddress,
  /** Says that nothing but the platform is on the network between it and PostgreSQL; likewise for the two below. */
  DATABASE_PRIVATE_NETWORK: flag.default(false),
  /** `host:port` of Temporal's frontend. */
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default(defaultNamespace),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default(defaultTaskQueue),
  /** With a key the connection is by TLS, `TEMPORAL_TLS` set or not (config/temporal.ts). */
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: flag.optional(),
  /** PEM file of the authority that signed the certificate of Temporal's frontend, to trust instead of the public ones; implies TLS. */
  TEMPORAL_CA_FILE: authority,
  /** Without it or TLS, production refuses a Temporal on another machine (config/production.ts). */
  TEMPORAL_PRIVATE_NETWORK: flag.default(false),
  /**
   * Where the Temporal UI is: the Office's page of a dossier then leads those there whom `TEMPORAL_UI_OFFICERS` names. Whoever may open it is decided by that UI and
   * the network, not by the platform (ADR 40); without it there is no link.
   */
  TEMPORAL_UI_URL: z.preprocess(
    (written) => (written === '' ? undefined : written),
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  /**
   * Addresses of the officers' accounts whose page of a dossier leads to the Temporal UI, with commas between: those who run the platform. Nobody without it: the UI
   * tells what the Office may not know of (ADR 40, ADR 51).
   */
  TEMPORAL_UI_OFFICERS: z
    .string()
    .default('')
    .transform((written) =>
      written
        .split(',')
        .map((each) => each.trim().toLowerCase())
        .filter(Boolean),
    ),
  /** `smtp://host:port` or `smtps://user:password@host:port`; the worker's, who alone sends. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .refine((value) => URL.canParse(value) && new URL(value).hostname !== '', 'must name a host')
    .optional(),
  SMTP_PRIVATE_NETWORK: flag.default(false),
  /** Address that mails come from, and the name shown with it. */
  MAIL_FROM: z.email().default('ne-pas-repondre@parle-consommation.example'),
  MAIL_FROM_NAME: z.string().default('Parle consommation'),
  /** The origin people use, without a path: `https://parle.example`. Links and the CSRF gate are built on it. */
  PUBLIC_ORIGIN: z.url().transform((value) => new URL(value).origin),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** How many web processes serve the port; each takes a core when it is busy, and some 200 MB. The database and the worker want cores too. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** Number of proxies in front (RFC 7239); 0 when people reach the process directly. Production wants it written (config/production.ts). */
  TRUST_PROXY_HOPS: z.preprocess(
    (written) => (written === '' ? undefined : written),
    z.coerce.number().int().min(0).max(10).optional(),
  ),
  /** Where the disk driver stores documents. */
  FILES_DIR: z.string().min(1),
  /** A `clamd` that files are shown to (ClamAV): `host:port`, or `unix:/path`. Without it, files are not checked for viruses. */
  SCANNER_ADDRESS: z
    .string()
    .regex(/^(unix:\/.+|[^\s/]+:\d{1,5})?$/, 'must be host:port or unix:/path')
    .optional(),
  /** What codes, marks and cursors are made of (at least 32 characters; docs/security/secrets.md); web and workers. Read as `secrets`. */
  CODE_PEPPER: z.string().min(32),
  /** Those that were used before, separated by commas, the latest first: what they made is still known. */
  CODE_FORMER_PEPPERS: keys,
  /** Signs the commands that the web gives to the engine (at least 32 characters); web and workers, nobody else. */
  COMMAND_KEY: z.string().min(32),
  /** Keys that signed commands before, separated by commas: workers still believe what they signed. */
  COMMAND_FORMER_KEYS: keys,
  /** Signs the heads of dossiers' chains (at least 32 characters); workers only, never the web. */
  JOURNAL_KEY: z.string().min(32).optional(),
  /** Keys that signed before, separated by commas: what they signed can be verified still. */
  JOURNAL_FORMER_KEYS: keys,
  /** Health and metrics of the worker. */
  WORKER_HEALTH_PORT: port.default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Name and signature of the office that runs the platform, as shown on pages, mails and documents. */
  OFFICE_NAME: z.string().default('Office de la protection du consommateur'),
  OFFICE_EMAIL: z.email().default('office@parle-consommation.example'),
  /**
   * Whether officers, mediators and respondents must have a second factor (A-28, ADR 35): `required` or `optional`; anyone may have one. Required where
   * nothing is written in production; optional in a demonstration, and where the platform is reached at this machine's own address.
   */
  SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  /** A demonstration: its people have known passwords, and the secrets that ship with it are accepted. */
  DEMO: flag.default(false),
  ...identityServiceSettings,
  /** JSON of a policy that replaces the standard one for new dossiers (tests and demonstrations). */
  POLICY_JSON: policyJson.optional(),
});

type TemporalTls = {
  TEMPORAL_API_KEY?: string | undefined;
  TEMPORAL_TLS?: boolean | undefined;
  TEMPORAL_CA_FILE?: string | undefined;
};

/** An API key is a credential: it never travels in clear. Nor does what an authority is named for. */
const encryptedWhenAsked = (
  { TEMPORAL_API_KEY: key, TEMPORAL_TLS: tls, TEMPORAL_CA_FILE: file }: TemporalTls,
  context: z.RefinementCtx,
): void => {
  if (tls !== false || !(key || file)) return;
  const message = key
    ? 'is false and would send TEMPORAL_API_KEY in clear: leave it out'
    : 'is false, and TEMPORAL_CA_FILE names an authority to trust: leave one of them out';
  context.addIssue({ code: 'custom', path: ['TEMPORAL_TLS'], message });
};

const schema = settings
  .superRefine(encryptedWhenAsked)
  .superRefine(completeIdentityService)
  .superRefine((env, context) => {
    for (const { setting, because } of unfitForProduction(env)) {
      context.addIssue({ code: 'custom', path: [setting], message: because });
    }
  })
  // Nobody gets the secret itself: each use has a key of its own.
  .transform(({ CODE_PEPPER, CODE_FORMER_PEPPERS, ...env }) => ({
    ...env,
    TRUST_PROXY_HOPS: env.TRUST_PROXY_HOPS ?? 0,
    secrets: secretRing(CODE_PEPPER, CODE_FORMER_PEPPERS),
    identityService: identityServiceOf(env),
    SECOND_FACTOR: env.SECOND_FACTOR ?? (servesPeople(env) ? ('required' as const) : ('optional' as const)),
  }));

export type Env = z.infer<typeof schema>;

/**
 * Reads and checks the environment; the only reader of `process.env`.
 *
 * @throws Error whose message lists every problem at once, one per line.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  return read(schema, source);
}

const operator = settings
  .pick({ DATABASE_URL: true, PUBLIC_ORIGIN: true, CODE_FORMER_PEPPERS: true })
  .extend({ SMTP_URL: settings.shape.SMTP_URL, CODE_PEPPER: settings.shape.CODE_PEPPER.optional() })
  .transform(({ CODE_PEPPER, CODE_FORMER_PEPPERS, ...env }) => ({
    ...env,
    secrets: CODE_PEPPER ? secretRing(CODE_PEPPER, CODE_FORMER_PEPPERS) : null,
  }));

export type OperatorEnv = z.infer<typeof operator>;

/**
 * What a command of an operator needs of the environment: without `SMTP_URL`, no mail leaves the platform and no secret is needed.
 *
 * @throws Error as {@link readEnv}.
 */
export function readOperatorEnv(source: Record<string, string | undefined> = process.env): OperatorEnv {
  return read(operator, source);
}

const verifier = settings.pick({ DATABASE_URL: true, JOURNAL_KEY: true, JOURNAL_FORMER_KEYS: true });

/**
 * What the check of the journal needs: without `JOURNAL_KEY`, signatures are not looked at.
 *
 * @throws Error as {@link readEnv}.
 */
export function readVerifierEnv(source: Record<string, string | undefined> = process.env): z.infer<typeof verifier> {
  return read(verifier, source);
}

const password = z.string().min(16);
const roles = z.object({
  DATABASE_ADMIN_URL: databaseAddress,
  DATABASE_OWNER_PASSWORD: password,
  DATABASE_WEB_PASSWORD: password,
  DATABASE_WORKER_PASSWORD: password,
});

/**
 * What the making of the database's roles needs: the database as a superuser, and the passwords that the roles are to have.
 *
 * @throws Error as {@link readEnv}.
 */
export function readRolesEnv(source: Record<string, string | undefined> = process.env): z.infer<typeof roles> {
  return read(roles, source);
}

const temporalSettings = {
  TEMPORAL_ADDRESS: true,
  TEMPORAL_NAMESPACE: true,
  TEMPORAL_API_KEY: true,
  TEMPORAL_TLS: true,
  TEMPORAL_CA_FILE: true,
} as const;
const temporal = settings.pick(temporalSettings).superRefine(encryptedWhenAsked);

/**
 * Where Temporal is, for what needs nothing else.
 *
 * @throws Error as {@link readEnv}.
 */
export function readTemporalEnv(source: Record<string, string | undefined> = process.env): TemporalEnv {
  return read(temporal, source);
}

const setUp = settings
  .pick({
    ...temporalSettings,
    NODE_ENV: true,
    DEMO: true,
    DATABASE_PRIVATE_NETWORK: true,
    TEMPORAL_PRIVATE_NETWORK: true,
  })
  .extend({ DATABASE_OWNER_URL: databaseAddress })
  .superRefine(encryptedWhenAsked)
  .superRefine((env, context) => {
    for (const { setting, because } of unfitConnections({ ...env, DATABASE_URL: env.DATABASE_OWNER_URL })) {
      const path = [setting === 'DATABASE_URL' ? 'DATABASE_OWNER_URL' : setting];
      context.addIssue({ code: 'custom', path, message: because });
    }
  });

/**
 * What the preparation of the servers needs, and no secret of those who serve: the database as the role that owns its tables, which no process serves
 * with, and Temporal.
 *
 * @throws Error as {@link readEnv}.
 */
export function readSetUpEnv(source: Record<string, string | undefined> = process.env): z.infer<typeof setUp> {
  return read(setUp, source);
}

function read<Schema extends z.ZodType>(wanted: Schema, source: Record<string, string | undefined>): z.output<Schema> {
  const { settings: given, unreadable } = withFiles(source);
  const result = wanted.safeParse(given);
  if (result.success && unreadable.length === 0) return result.data;
  const lines = [
    ...unreadable.map(({ setting, because }) => `  ${setting}: ${because}`),
    ...(result.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
  ];
  throw new Error(`Configuration is incomplete:\n${lines.join('\n')}`);
}
