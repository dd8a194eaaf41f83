import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RolePasswords } from '#db/roles/create-roles.ts';
import type { Former } from '#scripts/secrets/rings.ts';
import { innerPortCount } from '#scripts/servers/temporal/launch.ts';
import { freePorts, isFree } from '#scripts/system/ports.ts';

/** What one start chooses and the next reuses: inner ports and secrets, per data folder. */
export type Remembered = {
  postgresPort: number;
  /** That of the embedded server's administrator. */
  postgresPassword: string;
  /** Those of the roles that own and use the database. */
  rolePasswords: RolePasswords;
  temporalPort: number;
  temporalInnerPorts: number[];
  temporalOwnUiPort: number;
  smtpPort: number;
  workerHealthPort: number;
  codePepper: string;
  journalKey: string;
  commandKey: string;
  /** Secrets that were used before (scripts/rotate-secrets.ts), by the name of the present one. */
  former: { [name in 'codePepper' | 'journalKey' | 'commandKey']?: Former[] };
};

const file = (dataDir: string): string => path.join(dataDir, 'settings.json');
const secret = (): string => randomBytes(32).toString('base64url');

async function read(dataDir: string): Promise<Partial<Remembered>> {
  try {
    return JSON.parse(await readFile(file(dataDir), 'utf8')) as Partial<Remembered>;
  } catch {
    return {};
  }
}

const allFree = async (ports: number[]): Promise<boolean> =>
  (await Promise.all(ports.map((port) => isFree(port)))).every(Boolean);

/** Former secrets as a setting has them. */
export const listed = (former: readonly Former[] = []): string => former.map(({ secret: one }) => one).join(',');

/**
 * Settings of a data folder. Secrets are made once; a remembered port that another program has taken since is replaced.
 */
export async function rememberedSettings(dataDir: string): Promise<Remembered> {
  const known = await read(dataDir);
  const spare = await freePorts(5 + innerPortCount);
  const keep = async (port: number | undefined): Promise<number> => {
    const replacement = spare.shift()!;
    return port !== undefined && (await isFree(port)) ? port : replacement;
  };
  const inner = known.temporalInnerPorts ?? [];
  const settings: Remembered = {
    postgresPort: await keep(known.postgresPort),
    postgresPassword: known.postgresPassword ?? secret(),
    rolePasswords: known.rolePasswords ?? { owner: secret(), web: secret(), worker: secret() },
    temporalPort: await keep(known.temporalPort),
    temporalOwnUiPort: await keep(known.temporalOwnUiPort),
    smtpPort: await keep(known.smtpPort),
    workerHealthPort: await keep(known.workerHealthPort),
    temporalInnerPorts: inner.length === innerPortCount && (await allFree(inner)) ? inner : spare,
    codePepper: known.codePepper ?? secret(),
    journalKey: known.journalKey ?? secret(),
    commandKey: known.commandKey ?? secret(),
    former: known.former ?? {},
  };
  await mkdir(dataDir, { recursive: true });
  const draft = `${file(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file(dataDir));
  return settings;
}
