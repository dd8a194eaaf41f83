import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { takeLock } from '#scripts/system/lock.ts';
import { root } from '#scripts/system/paths.ts';
import { Problem } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { run } from '#scripts/system/processes.ts';

/** What the pages are made of; anything else may change without a build. */
const sources = ['web', 'content', 'contracts', 'domain', 'vite.config.ts', 'package.json', 'package-lock.json'];
const output = path.join(root, 'build/web');
const stampFile = path.join(root, 'build/web.stamp');

async function filesOf(entry: string): Promise<string[]> {
  const at = path.join(root, entry);
  if (!existsSync(at)) return [];
  if (path.extname(entry)) return [entry];
  const found = await readdir(at, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile() && !/\.spec\.tsx?$/.test(item.name))
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)));
}

/** One hash of every source of the pages. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(sources.map(filesOf))).flat().sort();
  for (const file of files) {
    hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

const isCurrent = async (hash: string): Promise<boolean> =>
  existsSync(path.join(output, 'server')) && existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash;

/**
 * Builds the pages when their sources have changed since the last build.
 *
 * @throws Problem with the end of the build's log when it fails.
 */
export async function buildPages(progress: Progress, logFolder: string): Promise<void> {
  if (await isCurrent(await sourcesHash())) return;
  await mkdir(path.dirname(stampFile), { recursive: true });
  const lock = await takeLock(path.join(root, 'build/build.lock'), () => undefined);
  const step = progress.step('Building the pages');
  try {
    const hash = await sourcesHash();
    if (!(await isCurrent(hash))) {
      await rm(stampFile, { force: true });
      const logFile = path.join(logFolder, 'build.log');
      const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
      const build = run({
        name: 'Vite',
        command: process.execPath,
        args: [remix, 'vite:build', '--logLevel', 'warn'],
        cwd: root,
        logFile,
        env: { ...process.env, NODE_ENV: 'production' },
      });
      const { code } = await build.ended;
      if (code !== 0) throw new Problem(`The pages did not build; the log is ${logFile}:\n${build.tail(25)}`);
      await writeFile(stampFile, hash);
    }
    step.done();
  } catch (error) {
    step.failed();
    throw error;
  } finally {
    await lock.release();
  }
}
