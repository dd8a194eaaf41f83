import type { Browser, BrowserContext, Page } from 'playwright-core';
import { href, pages } from '#contracts/pages/index.ts';
import { translator, type Language } from '#content/texts/index.ts';
import { demoPassword, personOf, type PersonKey } from '#scripts/demo/people.ts';
import { fillFields, type Typed } from './fill.ts';
import { readerOf, type Reader } from './readers.ts';

export const wide = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** A person's browser: where it stands, and what a person does there. */
export type Person = {
  page: Page;
  /** For whom the pages are: changes when somebody signs up, in or out. */
  reader: Reader;
  /** Of the pages, chosen by {@link Person.speak}. */
  language: Language;
  /** The status that the page shown was answered with. */
  status(): number;
  /** What the console reported as an error since it was last asked. */
  errors(): string[];
  /** The language of the pages from the next one on; the account's own stays. */
  speak(language: Language): Promise<void>;
  goTo(address: string): Promise<void>;
  fill(values: Typed): Promise<void>;
  /** Clicks the button of these words (a key of content/texts) and waits for the page that answers. */
  press(key: string, params?: Record<string, unknown>): Promise<void>;
  /** Follows the first link whose address ends or begins so (a selector of CSS). */
  follow(selector: string): Promise<void>;
  close(): Promise<void>;
};

export type Door = { browser: Browser; origin: string };

/** A browser of nobody, whose clock and region are Québec's. */
export async function openBrowser({ browser, origin }: Door, language: Language = 'fr'): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: 'America/Toronto',
    viewport: wide,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const seen = watch(page);
  const person: Person = {
    page,
    reader: 'visitor',
    language,
    ...seen,
    async speak(next) {
      person.language = next;
      await setLanguage(context, { origin, language: next });
    },
    async goTo(address) {
      await page.goto(address, { waitUntil: 'load' });
    },
    fill: (values) => fillFields(page, values),
    async press(key, params) {
      const words = String(translator(person.language)(key, params ?? {}));
      const answered = page.waitForEvent('domcontentloaded');
      await page.locator('main').getByRole('button', { name: words, exact: true }).first().click();
      await answered;
      await page.waitForLoadState('load');
    },
    async follow(selector) {
      await page.locator(`main ${selector}`).first().click();
      await page.waitForLoadState('load');
    },
    close: () => context.close(),
  };
  await person.speak(language);
  return person;
}

/** The browser of someone of the demonstration, signed in; of nobody for null. */
export async function enterAs(door: Door, key: PersonKey | null, language: Language = 'fr'): Promise<Person> {
  const person = await openBrowser(door, language);
  if (key !== null) await signIn(person, { email: personOf(key).email, password: demoPassword });
  person.reader = readerOf(key);
  return person;
}

/** Signs in with a password; stays where a second step is asked for. */
export async function signIn(person: Person, values: { email: string; password: string }): Promise<void> {
  await person.goTo(href(pages.accounts.signIn));
  await person.fill(values);
  await person.press('account:signIn.submit');
}

/** Cookies of pages say the language before the account does (web/server/request-context.ts). */
function setLanguage(context: BrowserContext, { origin, language }: { origin: string; language: Language }) {
  return context.addCookies([{ name: 'pc_lang', value: language, url: origin }]);
}

function watch(page: Page): Pick<Person, 'status' | 'errors'> {
  const errors: string[] = [];
  let status = 0;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('response', (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) status = response.status();
  });
  return { status: () => status, errors: () => errors.splice(0) };
}
