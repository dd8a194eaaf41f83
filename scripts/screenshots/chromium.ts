import { chromium, type Browser } from 'playwright-core';
import { browserFlags, chromiumPath } from '#scripts/servers/chromium.ts';

/** @throws Problem when there is no Chromium. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    // The command itself ends what it started, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: browserFlags,
  });
}
