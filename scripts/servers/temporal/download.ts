import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from '#scripts/system/paths.ts';
import { run } from '#scripts/system/processes.ts';
import type { Progress } from '#scripts/system/progress.ts';

const folder = (env: NodeJS.ProcessEnv): string => path.join(cacheDir(env), 'temporal-cli');

/** The development server that an earlier run fetched, if one did. */
export function downloadedCli(env: NodeJS.ProcessEnv = process.env): string | null {
  if (!existsSync(folder(env))) return null;
  const name = readdirSync(folder(env)).find((file) => /^temporal-.*\d(\.exe)?$/.test(file));
  return name ? path.join(folder(env), name) : null;
}

/** Runs in a process of its own: the SDK's native part stays for the life of the process that loads it. */
const script = `
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = { executable: { type: 'cached-download', downloadDir: process.argv[1], ttl: '3650 days' } };
  await (await TestWorkflowEnvironment.createLocal({ server })).teardown();
`;

/**
 * Lets the SDK fetch the development server into the cache. Without a network it fails in well under a second; where the network drops packets it is
 * abandoned when nothing has come for twenty seconds.
 *
 * @returns the program, or null when it could not be fetched.
 */
export async function downloadCli(progress: Progress, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  await mkdir(folder(env), { recursive: true });
  const step = progress.step('Fetching the Temporal server');
  const fetching = run({
    name: 'Temporal download',
    command: process.execPath,
    args: ['--input-type=module', '--eval', script, folder(env)],
    env,
  });
  const giveUp = setTimeout(() => readdirSync(folder(env)).length === 0 && void fetching.kill(), 20_000);
  const { code } = await fetching.ended;
  clearTimeout(giveUp);
  const program = code === 0 ? downloadedCli(env) : null;
  step.done(program ? 'done' : 'not possible here');
  return program;
}
