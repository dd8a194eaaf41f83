import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { Problem } from '#scripts/system/problem.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws Problem when there is no Chromium: Debian's package `chromium`, or the one that `CHROMIUM_PATH` names. */
export function launchChromium(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const executablePath = [env['CHROMIUM_PATH'], ...places].find((place) => place && existsSync(place));
  if (!executablePath) {
    throw new Problem('Chromium is missing: install the package `chromium`, or name the program in CHROMIUM_PATH.');
  }
  return chromium.launch({
    executablePath,
    // The command itself ends what it started, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
