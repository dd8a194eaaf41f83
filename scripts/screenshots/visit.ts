import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword, personOf } from '#scripts/demo/people.ts';

export type Variant = { language: 'fr' | 'en'; theme: 'light' | 'dark'; width: 390 | 1280 };

/** Each page in both languages, both themes and two widths. */
export const variants: Variant[] = (['fr', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => ([1280, 390] as const).map((width) => ({ language, theme, width }))),
);

/** A browser signed in as someone of the demonstration, or as nobody. */
export async function enter(
  browser: Browser,
  origin: string,
  { person, variant }: { person: string | null; variant: Variant },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: variant.language === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: 'America/Toronto',
    viewport: { width: variant.width, height: variant.width === 390 ? 844 : 900 },
    colorScheme: variant.theme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(person ? '/connexion' : '/');
  if (person) {
    await page.fill('input[name=email]', personOf(person).email);
    await page.fill('input[name=password]', demoPassword);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL((url) => url.pathname !== '/connexion');
  }
  if (!(await page.getAttribute('html', 'lang'))?.startsWith(variant.language)) {
    await page.locator(`button[name=language][value=${variant.language}]`).first().click();
    await page.waitForSelector(`html[lang^=${variant.language}]`);
  }
  return { context, page };
}

/** The same page for any dossier: random ids become `:id`. Queries are left out, except those that name a view. */
export function patternOf(path: string): string {
  return path
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
    .replace(/\?.*$/, (query) => (/^\?(fil|vue)=[\w-]+$/.test(query) ? query : ''));
}

/** Downloads and doors out of the session are no pages. */
const skipped = /^\/(deconnexion|assets|health)|\/documents\/:id$|\/telecharger|\.(pdf|docx|svg|png|ico)$/;

/** How many of one kind are visited: the pages that differ most from dossier to dossier, more often. */
function maxVisits(pattern: string): number {
  return /^\/dossiers\/:id(\/propositions|\/messages|\/documents)?$/.test(pattern) ? 4 : 1;
}

/** Every page that can be reached by links from where this person begins, a few of each kind. */
export async function discover(page: Page, starts: string[], limit = 60): Promise<string[]> {
  const queue = [...starts];
  const seen = new Set(queue);
  const counts = new Map<string, number>();
  const found: string[] = [];
  while (queue.length > 0 && found.length < limit) {
    const path = queue.shift() as string;
    const pattern = patternOf(path);
    if (skipped.test(pattern) || (counts.get(pattern) ?? 0) >= maxVisits(pattern)) continue;
    // A browser that receives a file instead of a page aborts the navigation.
    const answer = await page.goto(path).catch((error: Error) => {
      if (/download is starting|ERR_ABORTED/i.test(error.message)) return null;
      throw error;
    });
    if (!answer?.headers()['content-type']?.includes('text/html')) continue;
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    found.push(path);
    const links = await page.$$eval('a[href]', (anchors) =>
      anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
    );
    for (const link of links) {
      const url = new URL(link);
      const next = url.pathname + url.search;
      if (url.origin === new URL(page.url()).origin && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return found;
}

/** What is wrong with the page that is shown: a refusal, a sideways scroll, an error in the console. */
export async function look(
  page: Page,
  path: string,
  { file, width }: { file: string; width: number },
): Promise<string[]> {
  const problems: string[] = [];
  const onError = (error: Error) => problems.push(error.message);
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') problems.push(message.text());
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  try {
    const answer = await page.goto(path, { waitUntil: 'load' });
    if ((answer?.status() ?? 0) >= 400) problems.push(`answers ${answer?.status()}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    problems.push(...(await picture(page, file, width)));
  } catch (error) {
    problems.push((error as Error).message.split('\n')[0] ?? 'failed');
  } finally {
    page.off('pageerror', onError);
    page.off('console', onConsole);
  }
  return problems;
}

/** The page with everything in it expanded: menus of acts, earlier versions. Null when nothing is. */
export async function lookUnfolded(page: Page, file: string, width: number): Promise<string[] | null> {
  const folded = await page.$$eval('main details:not([open])', (all) =>
    all.map((details) => ((details as HTMLDetailsElement).open = true)),
  );
  return folded.length > 0 ? picture(page, file, width) : null;
}

async function picture(page: Page, file: string, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: file, fullPage: true });
  return wide > width ? [`is ${wide} wide on a screen of ${width}`] : [];
}
