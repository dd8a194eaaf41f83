import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { requireSpace } from '#scripts/system/disk.ts';
import { takeLock } from '#scripts/system/lock.ts';
import { cacheDir } from '#scripts/system/paths.ts';
import { Problem } from '#scripts/system/problem.ts';
import { run } from '#scripts/system/processes.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { oldestGo, temporalServerVersion, temporalUiVersion } from './versions.ts';

/** What is built, in order. `packages`: how many a cold build compiles, for the share shown. */
const parts = {
  server: {
    name: 'server',
    what: 'Temporal server',
    module: `go.temporal.io/server/cmd/server@v${temporalServerVersion}`,
    packages: 1430,
  },
  ui: {
    name: 'ui',
    what: 'Temporal UI',
    module: `github.com/temporalio/ui-server/v2/cmd/server@v${temporalUiVersion}`,
    packages: 300,
  },
  sql: {
    name: 'sql',
    what: 'Temporal schema tool',
    module: `go.temporal.io/server/cmd/tools/sql@v${temporalServerVersion}`,
    packages: 20,
  },
};
export type TemporalPart = keyof typeof parts;

/** Where the parts are kept, built or not: outside the work tree, for every clone of this user. */
export const builtFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  path.join(cacheDir(env), `temporal-server-${temporalServerVersion}`);

/** Program of a part; it exists once the part is built. */
export function builtProgram(name: TemporalPart, env: NodeJS.ProcessEnv = process.env): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return path.join(builtFolder(env), 'bin', name, `${name === 'sql' ? 'sql' : 'server'}${suffix}`);
}

/** Go program of this machine, when it is new enough to build the server. */
export function findGo(env: NodeJS.ProcessEnv = process.env): string | null {
  const { status, stdout } = spawnSync('go', ['env', 'GOVERSION'], {
    env: { ...env, GOTOOLCHAIN: 'local' },
    encoding: 'utf8',
  });
  const found = /go(\d+)\.(\d+)/.exec(status === 0 ? stdout : '');
  if (!found) return null;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > oldestGo[0] || (major === oldestGo[0] && minor >= oldestGo[1]) ? 'go' : null;
}

function explainBuild(what: string, output: string): Problem {
  if (/no space left/i.test(output)) return new Problem('The disk is full: free about 6 GB, then try again.');
  if (/dial tcp|no such host|i\/o timeout|connection refused|proxyconnect/i.test(output)) {
    return new Problem(
      `The ${what} could not be fetched: give Go a way to its modules (GOPROXY), or set TEMPORAL_ADDRESS.`,
    );
  }
  return new Problem(
    `The ${what} did not build: set TEMPORAL_ADDRESS, or put \`temporal\` on PATH.\n${output.slice(-1500)}`,
  );
}

async function buildPart(name: TemporalPart, progress: Progress, env: NodeJS.ProcessEnv): Promise<void> {
  const { what, module, packages } = parts[name];
  const target = builtProgram(name, env);
  const staging = path.join(builtFolder(env), `building-${name}`);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const step = progress.step(`Building the ${what} (once; about ${name === 'server' ? '8 minutes' : '1 minute'})`);
  const args = ['install', '-v', '-trimpath', '-ldflags=-s -w', module];
  let [fetched, compiled, output] = [0, 0, ''];
  const build = run({
    name: 'go',
    command: 'go',
    args,
    // Outside any module, with the user's own flags out of the way; a newer Go is fetched when this one is too old.
    cwd: staging,
    env: { ...env, GOTOOLCHAIN: 'auto', GOFLAGS: '', GOWORK: 'off', GO111MODULE: 'on', GOBIN: staging },
    hear: (text) => {
      output = (output + text).slice(-8000);
      for (const line of text.split('\n')) {
        if (line.startsWith('go: downloading')) fetched += 1;
        else if (/^[\w.-]+(\/|$)/.test(line)) compiled += 1;
      }
      const share = Math.min(99, Math.round((compiled / packages) * 100));
      step.update(compiled > 0 ? `${compiled} packages compiled, ${share} %` : `${fetched} modules fetched`);
    },
  });
  const { code } = await build.ended;
  if (code !== 0) {
    step.failed();
    throw explainBuild(what, output);
  }
  await mkdir(path.dirname(target), { recursive: true });
  // In one move: a program that is there is whole.
  await rename(path.join(staging, path.basename(target)), target);
  await rm(staging, { recursive: true, force: true });
  step.done();
}

/**
 * Builds the parts of the engine that are not in the cache yet. Two runs never build at once: the second waits, and finds
 * the work done.
 *
 * @throws Problem when Go, the network or the disk does not allow it.
 */
export async function buildTemporal(
  names: TemporalPart[],
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const missing = (): TemporalPart[] => names.filter((name) => !existsSync(builtProgram(name, env)));
  if (missing().length === 0) return;
  const waiting = { step: null as ReturnType<Progress['step']> | null };
  const lock = await takeLock(path.join(builtFolder(env), 'build.lock'), ({ pid }) => {
    waiting.step ??= progress.step(`Waiting for process ${pid}, which is building the Temporal server`);
  });
  waiting.step?.done();
  try {
    if (missing().length === 0) return;
    await requireSpace(builtFolder(env), 0.5 * 1024 ** 3, 'the Temporal server');
    const { stdout } = spawnSync('go', ['env', 'GOMODCACHE', 'GOCACHE'], { env, encoding: 'utf8' });
    for (const cache of stdout.trim().split('\n').filter(Boolean)) {
      if (missing().includes('server')) await requireSpace(cache, 5 * 1024 ** 3, 'the build of the Temporal server');
    }
    for (const name of missing()) await buildPart(name, progress, env);
  } finally {
    await lock.release();
  }
}
