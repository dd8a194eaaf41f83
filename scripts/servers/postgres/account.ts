import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '#scripts/system/problem.ts';

/** How to run PostgreSQL: as whom, and behind which command. */
export type Account = { uid?: number; gid?: number; prefix: string[] };

/** Accounts that every Unix has, for a root who has no account named postgres. */
const nobody = 65534;

function mayEnter(folder: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(folder);
  const open = owner === uid ? (mode & 0o100) !== 0 : (mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return open && (parent === folder || mayEnter(parent, uid));
}

const idOf = (flag: string, name: string): number | null => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : null;
};

/**
 * PostgreSQL refuses to run as root. As an ordinary user: nothing to do. As root: the account `postgres`, else `nobody`,
 * where that account may enter the folders; else a user namespace, in which root has another number.
 *
 * @throws Problem when none of these is possible.
 */
export function postgresAccount(program: string, folder: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const uid = idOf('-u', 'postgres') ?? nobody;
  const gid = idOf('-g', 'postgres') ?? nobody;
  if (mayEnter(path.dirname(program), uid) && mayEnter(folder, uid)) return { uid, gid, prefix: [] };
  const unshare = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];
  if (spawnSync(unshare[0]!, [...unshare.slice(1), program, '--version']).status === 0) return { prefix: unshare };
  throw new Problem(
    `PostgreSQL does not run as root, and no other account may enter ${folder}: move the project out of it, run as an ordinary user, or provide DATABASE_URL.`,
  );
}
