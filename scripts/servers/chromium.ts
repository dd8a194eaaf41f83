import { existsSync } from 'node:fs';
import { Problem } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { installPackage } from './apt.ts';
import { onPath } from './temporal/ways.ts';

/** Debian's Chromium without windows: what our tests and screenshots ask of a browser takes it a third of the processor time. */
const shell = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What every browser of ours is started with: it speaks to nobody but the product. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const findShell = (env: NodeJS.ProcessEnv): string | null => env['CHROMIUM_PATH'] || onPath(shell, env);

/** The browser of this machine: `CHROMIUM_PATH`, else the headless shell, else a Chromium or Chrome; null when there is none. */
function findChromium(env: NodeJS.ProcessEnv): string | null {
  const installed = names.map((name) => onPath(name, env)).find((file) => file !== null);
  return findShell(env) ?? installed ?? macPaths.find((file) => existsSync(file)) ?? null;
}

/** @throws Problem that says what to install, when there is no browser. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const found = findChromium(env);
  if (found) return found;
  throw new Problem(`No Chromium on this machine: install ${shell}, Chromium or Chrome, or set CHROMIUM_PATH to one.`);
}

/**
 * Finds a browser, or installs Debian's package where apt is there and allowed. Where nobody watches (CI=true) the headless shell is installed beside a
 * Chromium too.
 *
 * @throws Problem that says what to install.
 */
export async function ensureChromium(progress: Progress, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (findShell(env) || (findChromium(env) && env['CI'] !== 'true')) return chromiumPath(env);
  const step = progress.step('Installing Chromium (Debian package, once)');
  step.update('fetching about 100 MB');
  const shellTried = await installPackage(shell);
  // Not every system has the shell by itself.
  const result = findChromium(env) ? shellTried : await installPackage('chromium');
  const installed = findChromium(env);
  if (installed) {
    step.done();
    return installed;
  }
  step.failed();
  if (result) {
    throw new Problem(`Chromium could not be installed: install it by hand, or set CHROMIUM_PATH.\n${result.output}`);
  }
  return chromiumPath(env);
}
