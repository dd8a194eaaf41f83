import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { builtProgram, buildTemporal, findGo } from './build.ts';
import { downloadCli, downloadedCli } from './download.ts';

/** Where a Temporal server comes from. */
export type Way =
  { kind: 'given'; address: string } | { kind: 'cli'; program: string } | { kind: 'built'; server: string; ui: string };

/** A program on PATH, as a shell would find it. */
export function onPath(name: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const files = folders.flatMap((folder) => suffixes.map((suffix) => path.join(folder, name + suffix)));
  return files.find((file) => existsSync(file)) ?? null;
}

/**
 * Finds a Temporal server: the one that is given (`TEMPORAL_ADDRESS`), the `temporal` on PATH, one fetched by the SDK, one
 * built from its modules. What an earlier run fetched or built is taken before anything is fetched.
 *
 * @throws Problem that says which of the four to provide.
 */
export async function findTemporal(progress: Progress, env: NodeJS.ProcessEnv = process.env): Promise<Way> {
  const address = env['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'given', address };
  const installed = onPath('temporal', env);
  if (installed) return { kind: 'cli', program: installed };

  const built: Way = { kind: 'built', server: builtProgram('server', env), ui: builtProgram('ui', env) };
  if (existsSync(built.server) && existsSync(built.ui)) return built;
  const fetched = downloadedCli(env) ?? (await downloadCli(progress, env));
  if (fetched) return { kind: 'cli', program: fetched };
  if (findGo(env)) {
    await buildTemporal(['server', 'ui'], progress, env);
    return built;
  }
  throw new Problem(
    'No Temporal server: set TEMPORAL_ADDRESS, or put `temporal` on PATH, or open the way to temporal.download, or install Go 1.21 or newer.',
  );
}
