import type { Locator, Page } from 'playwright-core';
import { translator } from '#content/texts/index.ts';
import type { DemoPerson } from '#scripts/demo/people.ts';
import { fillFields, type Typed } from '#scripts/screenshots/fill.ts';
import { accessibilityProblems } from './axe.ts';
import type { Visitor } from './browser.ts';

export type Language = 'fr' | 'en';

/** A person at their browser: says and clicks what they read, in their language. */
export type Actor = Visitor & {
  language: Language;
  t(key: string, params?: Record<string, unknown>): string;
  /** Looks at the page as axe does, where the browser runs scripts; what is wrong goes to `problems`. */
  check(): Promise<void>;
  /** Clicks the button that bears these words. */
  press(words: string): Promise<void>;
  follow(words: string | RegExp): Promise<void>;
  /** Follows the link of the header that bears these words. */
  followInHeader(words: string): Promise<void>;
  /** Types in a field by its name; a box is ticked with `true`. */
  fill(values: Typed): Promise<void>;
};

export function actor(visitor: Visitor, language: Language, { scripts = true } = {}): Actor {
  const { page } = visitor;
  const t = translator(language);
  return {
    ...visitor,
    language,
    t: (key, params) => String(t(key, params ?? {})),
    async check() {
      visitor.problems.push(...(await sidewaysScroll(page)));
      if (scripts) visitor.problems.push(...(await accessibilityProblems(page)));
    },
    // Forms post as documents: the answer is a new page, be it the same one with its errors.
    press: (words) => lead(page, page.getByRole('button', { name: words, exact: true }).first()),
    async follow(words) {
      await page.locator('main').getByRole('link', { name: words }).first().click();
      await page.waitForLoadState('load');
    },
    followInHeader: (words) => lead(page, page.getByRole('banner').getByRole('link', { name: words, exact: true })),
    fill: (values) => fillFields(page, values),
  };
}

/** Clicks what leads to another page, and waits for that page. */
export async function lead(page: Page, what: Locator): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await what.click();
  await answered;
  await page.waitForLoadState('load');
}

/** Nothing scrolls sideways, whatever the width (WCAG 1.4.10). */
async function sidewaysScroll(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const found = await page.locator('html').evaluate((html) => html.scrollWidth);
  return found > width ? [`${new URL(page.url()).pathname} is ${found} wide on a screen of ${width}`] : [];
}

/** Signs in with a password; the person lands on their own page. */
export async function signIn(who: Actor, person: Pick<DemoPerson, 'email' | 'password'>): Promise<void> {
  await who.page.goto('/connexion');
  await who.fill({ email: person.email, password: person.password });
  await who.press(who.t('account:signIn.submit'));
  await who.page.waitForURL((url) => url.pathname !== '/connexion');
}

/** The language of the pages, by the switch in the header when it is not the person's yet. */
export async function speak(who: Actor): Promise<void> {
  if (!(await who.page.locator('html').getAttribute('lang'))?.startsWith(who.language)) {
    await who.page.locator(`button[name=language][value=${who.language}]`).first().click();
    await who.page.locator(`html[lang^=${who.language}]`).waitFor({ state: 'attached' });
  }
}
