import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserFlags, chromiumPath } from '#scripts/servers/chromium.ts';

/** A Chromium that speaks to nobody but the product. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: browserFlags });
}

export const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

export type VisitorOptions = {
  origin: string;
  language: 'fr' | 'en';
  /** Words and forms alone: no scripts, styles, fonts nor images. For who only has to get somewhere; nothing is looked at. */
  bare?: boolean;
} & BrowserContextOptions;

/** A person's own browser: their language, their cookies, and what went wrong in it. */
export type Visitor = { context: BrowserContext; page: Page; problems: string[]; close(): Promise<void> };

/** Opens a browser of its own for one person. What its console reports as an error is kept in `problems`. */
export async function visitor(
  browser: Browser,
  { origin, language, bare = false, ...options }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: 'America/Toronto',
    viewport: desk,
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...(bare ? { javaScriptEnabled: false } : {}),
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const problems: string[] = [];
  const page = await context.newPage();
  if (bare) await leaveOut(page, ['*.css', '*.woff2', '*.svg', '*.png', '*.webp', '*.jpg']);
  watch(page, problems);
  return { context, page, problems, close: () => context.close() };
}

/** By the browser itself: asked of a test, each request would wait for it. */
async function leaveOut(page: Page, urls: string[]): Promise<void> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setBlockedURLs', { urls });
}

/** Keeps what a page reports: uncaught errors, console errors, content that the security policy refused. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on('console', (message) => {
    // A refused form answers 4xx, one that waits for the engine 503, and Chromium says so in the console: that is no fault of the page. Nor is what was left out.
    if (message.type() === 'error' && !/status of (4\d\d|503)|ERR_BLOCKED_BY_CLIENT/.test(message.text())) {
      problems.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    }
  });
}
