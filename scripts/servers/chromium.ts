import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Problem } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { onPath } from './temporal/ways.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine: `CHROMIUM_PATH`, else a Chromium or Chrome on PATH; null when there is none. */
function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const given = env['CHROMIUM_PATH'];
  if (given) return given;
  const installed = names.map((name) => onPath(name, env)).find((file) => file !== null);
  return installed ?? macPaths.find((file) => existsSync(file)) ?? null;
}

function apt(): string[] | null {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo = onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return sudo ? ['sudo', '-n', 'apt-get'] : null;
}

function runQuietly([command, ...args]: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(command!, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Finds a browser, or installs Debian's package where apt is there and allowed.
 *
 * @throws Problem that says what to install.
 */
export async function ensureChromium(progress: Progress): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const command = apt();
  if (command) {
    const step = progress.step('Installing Chromium (Debian package, once)');
    await runQuietly([...command, 'update', '-q']);
    step.update('fetching about 100 MB');
    const { code, output } = await runQuietly([
      ...command,
      'install',
      '-q',
      '-y',
      '--no-install-recommends',
      'chromium',
    ]);
    const installed = findChromium();
    if (code === 0 && installed) {
      step.done();
      return installed;
    }
    step.failed();
    throw new Problem(
      `Chromium could not be installed: install it by hand, or set CHROMIUM_PATH.\n${output.slice(-600)}`,
    );
  }
  throw new Problem('No Chromium on this machine: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}
