import { existsSync } from 'node:fs';
import { Problem } from '#scripts/system/problem.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { installPackage } from './apt.ts';
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

/**
 * Finds a browser, or installs Debian's package where apt is there and allowed.
 *
 * @throws Problem that says what to install.
 */
export async function ensureChromium(progress: Progress): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const step = progress.step('Installing Chromium (Debian package, once)');
  step.update('fetching about 100 MB');
  const result = await installPackage('chromium');
  const installed = findChromium();
  if (result?.ok && installed) {
    step.done();
    return installed;
  }
  step.failed();
  if (result) {
    throw new Problem(`Chromium could not be installed: install it by hand, or set CHROMIUM_PATH.\n${result.output}`);
  }
  throw new Problem('No Chromium on this machine: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}
