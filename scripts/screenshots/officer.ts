import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isRecord } from '#contracts/unknown-values.ts';
import { root } from '#scripts/system/paths.ts';

/** Where the product that is pictured keeps its data, and where it answers. */
type Where = { dataDir: string; origin: string };

/** Lets an officer in as the person does who runs the platform: no page does it. @returns the address of the activation link. */
export async function letInOfficer({ dataDir, origin }: Where, email: string, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'scripts/create-officer.ts'), '--email', email, '--name', name],
    { cwd: root, env: { ...process.env, DATABASE_URL: await databaseOf(dataDir), PUBLIC_ORIGIN: origin } },
  );
  const link = /https?:\/\/\S+/.exec(stdout)?.[0];
  if (!link) throw new Error(`no link for ${email}`);
  return link;
}

/** The database that `npm start` runs on this data, as the web uses it. */
async function databaseOf(dataDir: string): Promise<string> {
  const known: unknown = JSON.parse(await readFile(path.join(dataDir, 'settings.json'), 'utf8'));
  const passwords = isRecord(known) ? known['rolePasswords'] : null;
  if (!isRecord(known) || !isRecord(passwords)) throw new Error(`${dataDir} is no data folder`);
  const { port, password } = { port: String(known['postgresPort']), password: String(passwords['web']) };
  return `postgres://parle_web:${encodeURIComponent(password)}@127.0.0.1:${port}/parle`;
}
