import { readFileSync } from 'node:fs';

/** Settings that hold a secret: each may be in a file that a vault or Docker mounts, named by the same setting with `_FILE` (docs/security/secrets.md). */
const secrets = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'DATABASE_OWNER_PASSWORD',
  'DATABASE_WEB_PASSWORD',
  'DATABASE_WORKER_PASSWORD',
  'OIDC_CLIENT_SECRET',
  'TEMPORAL_API_KEY',
  'SMTP_URL',
  'CODE_PEPPER',
  'CODE_FORMER_PEPPERS',
  'COMMAND_KEY',
  'COMMAND_FORMER_KEYS',
  'JOURNAL_KEY',
  'JOURNAL_FORMER_KEYS',
];

type Source = Record<string, string | undefined>;

/** A setting that cannot be had from its file, and why, in one sentence that follows its name. */
type Unreadable = { setting: string; because: string };

/** The environment with the settings that files hold; a line's end at a file's end is none of the secret. */
export function withFiles(source: Source): { settings: Source; unreadable: Unreadable[] } {
  const settings = { ...source };
  const unreadable: Unreadable[] = [];
  for (const name of secrets) {
    const setting = `${name}_FILE`;
    const file = source[setting];
    if (!file) continue;
    if (source[name]) {
      unreadable.push({ setting, because: `stands beside ${name}: leave one of them out` });
      continue;
    }
    try {
      settings[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch {
      unreadable.push({ setting, because: `names a file that cannot be read: ${file}` });
    }
  }
  return { settings, unreadable };
}
