import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { translator } from '#content/texts/index.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import {
  browsersOf,
  castOfForms,
  dossiersOfForms,
  writtenForms,
  type WrittenForm,
} from '../support/paths/written-forms.ts';

/** B-03: whatever happens to a browser, what a person wrote in a form is there again, or beside it. */
let stage: Stage;
let ids: Awaited<ReturnType<typeof dossiersOfForms>>;
let browserOf: (form: WrittenForm) => Promise<Actor>;
let written = 0;

beforeAll(async () => {
  stage = await setStage(castOfForms);
  ids = await dossiersOfForms(stage);
  browserOf = browsersOf(stage);
}, 240_000);
afterAll(() => stage?.stop());

/** A form on its page, before the person writes in it. */
type At = { page: Page; context: BrowserContext; form: WrittenForm; address: string; text: string; beside: string };

/** What a browser says itself of a network that a test cut. */
const cut = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

/** Where forms are saved as they are typed. */
const saving = /\/(enregistrer|brouillon|saisies)/;

/** Whether a request saves these words: what a page still had to save of the test before is another one. */
const saves = (request: Request, text: string) =>
  request.method() === 'POST' &&
  saving.test(request.url()) &&
  [...new URLSearchParams(request.postData() ?? '').values()].some((value) => value.includes(text));

/** The answer to a save of these words, whatever it says; called before they are typed: the server may answer before anybody asks whether it did. */
const answeredOn = (page: Page, text: string) => page.waitForResponse((answer) => saves(answer.request(), text));

/** The answer that they are saved. */
const savedOn = (page: Page, text: string) =>
  page.waitForResponse((answer) => answer.ok() && saves(answer.request(), text));

const formIn = ({ page, form }: At) => page.locator(`main form:has([name="${form.field}"])`);
const fieldIn = (at: At) => formIn(at).locator(`[name="${at.form.field}"]`);
const ready = (page: Page) => page.locator('html[data-kept=ready]').waitFor({ state: 'attached' });
const shown = async (at: At): Promise<string> => {
  await ready(at.page);
  return fieldIn(at).inputValue();
};
const say = async (page: Page, key: string): Promise<string> => {
  const language = await page.locator('html').getAttribute('lang');
  return String(translator(language?.startsWith('en') ? 'en' : 'fr')(key));
};

/** Presses the form's last button that sends it. */
const press = (at: At) => formIn(at).locator('button[type=submit]').first().click();

async function at(form: WrittenForm): Promise<At> {
  const { page, context } = await browserOf(form);
  const address = form.address(ids);
  // Nothing is left of the test before; what its page still had to save is saved on the way.
  await page.goto(address);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(address);
  await ready(page);
  written += 1;
  const [text, beside] = form.texts?.(written) ?? [`Écrit ${written}`, `Écrit ${written} aussi`];
  return { page, context, form, address, text, beside };
}

const mishaps: Record<string, (at: At) => Promise<void>> = {
  async 'the language is switched at once'(at) {
    await fieldIn(at).fill(at.text);
    const answered = at.page.waitForEvent('domcontentloaded');
    await at.page.locator('button[name=language]').click();
    await answered;
    expect(new URL(at.page.url()).pathname).toBe(at.address);
    expect(await shown(at)).toBe(at.text);
  },
  async 'the page is loaded again'(at) {
    await fieldIn(at).fill(at.text);
    await at.page.reload();
    expect(await shown(at)).toBe(at.text);
  },
  async 'another page is opened, then Back'(at) {
    await fieldIn(at).fill(at.text);
    await at.page.goto('/aide');
    await at.page.goBack();
    expect(await shown(at)).toBe(at.text);
  },
  async 'the window is lost'(at) {
    await fieldIn(at).fill(at.text);
    if (at.form.by === null) return;
    const other = await at.context.newPage();
    await at.page.goto('about:blank');
    await other.goto(at.address);
    expect(await shown({ ...at, page: other })).toBe(at.text);
    await other.close();
  },
  async 'the session is over, then open again'(at) {
    if (at.form.by === null) return;
    const session = (await at.context.cookies()).filter(({ name }) => name === 'pc_session');
    await at.context.clearCookies({ name: 'pc_session' });
    await fieldIn(at).fill(at.text);
    await press(at);
    await formIn(at)
      .getByText(await say(at.page, 'forms:kept.ended.title'))
      .waitFor();
    expect(new URL(at.page.url()).pathname).toBe(at.address);
    expect(await fieldIn(at).inputValue()).toBe(at.text);
    await at.context.addCookies(session);
    await at.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await formIn(at)
      .getByText(await say(at.page, 'forms:kept.ended.title'))
      .waitFor({ state: 'detached' });
    await at.page.reload();
    expect(await shown(at)).toBe(at.text);
  },
  async 'the network is lost'(at) {
    await at.context.setOffline(true);
    await fieldIn(at).fill(at.text);
    await press(at);
    await formIn(at)
      .getByText(await say(at.page, 'forms:kept.away.title'))
      .waitFor();
    expect(await fieldIn(at).inputValue()).toBe(at.text);
    await at.context.setOffline(false);
    await at.page.reload();
    expect(await shown(at)).toBe(at.text);
  },
  async 'the network is lost while the form is sent'(at) {
    await at.page.route('**', (route) =>
      route.request().method() === 'POST' && route.request().isNavigationRequest() ? route.abort() : route.continue(),
    );
    await fieldIn(at).fill(at.text);
    const failed = at.page.waitForEvent('requestfailed');
    await press(at);
    await failed;
    await at.page.unroute('**');
    await at.page.goto(at.address);
    expect(await shown(at)).toBe(at.text);
  },
  async 'a translator wraps every text'(at) {
    await at.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts.filter(
        ({ data, parentElement }) => data.trim() && parentElement?.tagName !== 'SCRIPT',
      )) {
        const outer = document.createElement('font');
        outer.append(document.createElement('font'));
        text.replaceWith(outer);
        outer.firstElementChild?.append(text);
      }
    });
    const saved = at.form.by === null ? null : savedOn(at.page, at.text);
    await fieldIn(at).fill(at.text);
    await saved;
    expect(await fieldIn(at).inputValue()).toBe(at.text);
    await at.page.reload();
    expect(await shown(at)).toBe(at.text);
  },
  async 'the scripts are late'(at) {
    let come = (): void => undefined;
    const late = new Promise<void>((resolve) => (come = resolve));
    await at.page.route('**/assets/*.js', async (route) => {
      await late;
      await route.continue();
    });
    await at.page.goto(at.address, { waitUntil: 'commit' });
    await fieldIn(at).fill(at.text);
    come();
    expect(await shown(at)).toBe(at.text);
    await at.page.unroute('**/assets/*.js');
    await at.page.reload();
    expect(await shown(at)).toBe(at.text);
  },
  async 'the clock of the device is four years late, then right'(at) {
    if (at.form.by === null) return;
    const other = await at.context.newPage();
    // A window that shows the form goes on with its own text, which may be of the test before.
    await at.page.goto('about:blank');
    await other.addInitScript(() => {
      const right = Date.now.bind(Date);
      Date.now = () => right() - 4 * 365 * 86_400_000;
    });
    const late = { ...at, page: other };
    await other.goto(at.address);
    await ready(other);
    await fieldIn(late).fill(at.text);
    // What is typed is closed with a key before it is kept: a window is not left within that moment.
    await other.waitForTimeout(500);
    await other.close();
    await at.page.goto(at.address);
    expect(await shown(at)).toBe(at.text);
  },
  async 'another device is taken up'(at) {
    if (at.form.by === null) return;
    const saved = savedOn(at.page, at.text);
    await fieldIn(at).fill(at.text);
    await saved;
    const { cookies } = await at.context.storageState();
    const device = await stage.browser.newContext({ baseURL: stage.product.origin });
    await device.addCookies(cookies);
    const page = await device.newPage();
    await page.goto(at.address);
    expect(await shown({ ...at, page })).toBe(at.text);
    await device.close();
  },
  async 'two windows write at once'(at) {
    if (at.form.by === null) return;
    const other = await at.context.newPage();
    const second = { ...at, page: other, text: at.beside };
    await other.goto(at.address);
    await ready(other);
    const saved = [answeredOn(at.page, at.text), answeredOn(other, second.text)];
    await fieldIn(at).fill(at.text);
    await fieldIn(second).fill(second.text);
    await Promise.all(saved);
    // What was answered is kept in this browser too.
    await new Promise((soon) => setTimeout(soon, 300));
    await at.page.reload();
    const found = `${await shown(at)}\n${await at.page.locator('main').innerText()}`;
    expect(found).toContain(second.text);
    expect(found.replaceAll(second.text, '')).toContain(at.text);
    await other.close();
  },
};

describe.each(writtenForms)('$name', (form) => {
  test.each(Object.keys(mishaps))(
    'B-03 what is written stays when %s',
    async (name) => {
      await mishaps[name]!(await at(form));
      expect(stage.problems().filter((problem) => !cut.test(problem))).toEqual([]);
    },
    60_000,
  );
});

/** What of the person's words lies in their browser, in clear or not. */
const lying = (page: Page) => page.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }).join('\n'));

test('B-03 what a browser keeps cannot be read there, belongs to its account alone, and is gone once that one signs out', async () => {
  const profile = writtenForms.find(({ name }) => name === 'profile')!;
  const mine = await at(profile);
  await fieldIn(mine).fill(mine.text);
  await new Promise((soon) => setTimeout(soon, 200));
  expect((await lying(mine.page)).length).toBeGreaterThan(100);
  expect(await lying(mine.page)).not.toContain(mine.text);
  // Someone else signs in from the same browser, the first session being over.
  const session = (await mine.context.cookies()).filter(({ name }) => name === 'pc_session');
  const other = await stage.enter('tilleul.rep');
  await mine.context.addCookies((await other.context.cookies()).filter(({ name }) => name === 'pc_session'));
  const second = await mine.context.newPage();
  await second.goto('/profil');
  await ready(second);
  expect(await second.locator('main').innerText()).not.toContain(mine.text);
  expect(
    await second.locator('main input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).not.toContain(mine.text);
  await second.close();
  // The first page does not send what it holds in the other's name.
  await press(mine);
  await formIn(mine)
    .getByText(await say(mine.page, 'forms:kept.other.title'))
    .waitFor();
  expect(await fieldIn(mine).inputValue()).toBe(mine.text);
  await mine.context.addCookies(session);
  const left = mine.page.waitForURL((url) => url.pathname === '/');
  await mine.page.locator('details.pc-menu summary').click();
  await mine.page.locator('form[data-leaves] button').click();
  await left;
  expect(await lying(mine.page)).toBe('');
  // It is not lost: it waits with the account.
  await mine.context.addCookies(
    (await (await stage.enter('marcandre')).context.cookies()).filter(({ name }) => name === 'pc_session'),
  );
  await mine.page.goto('/profil');
  expect(await shown(mine)).toBe(mine.text);
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('ASVS 11.2.2 B-03 what a browser kept under a former secret of the platform comes back, under the present one', async () => {
  const mine = await at(writtenForms.find(({ name }) => name === 'profile')!);
  // It never reaches the server.
  await mine.context.route(saving, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await fieldIn(mine).fill(mine.text);
  await new Promise((soon) => setTimeout(soon, 500));
  await mine.page.close();
  const other = await mine.context.newPage();
  await other.goto('/aide');
  const names = await other.evaluate(async () => {
    const bytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const keyOf = (key: string) => crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
    const { account = '', key = '' } = document.getElementById('pc-keep')?.dataset ?? {};
    const { former } = await (await fetch('/saisies?anciens')).json();
    const [present, before] = await Promise.all([keyOf(key), keyOf(former[0].key)]);
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(`pc-kept:${account}:`))) {
      const [made, closed = ''] = (localStorage.getItem(name) ?? '').split('.');
      const [iv, text] = [bytes(closed).slice(0, 12), bytes(closed).slice(12)];
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, present, text);
      const again = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, before, opened));
      const stored = btoa([...iv, ...again].map((byte) => String.fromCharCode(byte)).join(''));
      localStorage.setItem(name.replace(account, former[0].account), `${made}.${stored}`);
      localStorage.removeItem(name);
    }
    return { account: former[0].account, kept: Object.keys(localStorage) };
  });
  expect(names.kept).toEqual([expect.stringContaining(names.account)]);
  await other.goto(mine.address);
  const back = { ...mine, page: other };
  expect(await shown(back)).toBe(mine.text);
  expect(await lying(other)).not.toContain(mine.text);
  expect((await other.evaluate(() => Object.keys(localStorage))).join()).not.toContain(names.account);
  await mine.context.unroute(saving);
  await other.close();
  expect(stage.problems().filter((problem) => !cut.test(problem))).toEqual([]);
}, 90_000);

test('B-03 a form that was taken leaves nothing behind, and one that was refused keeps all', async () => {
  const merchant = writtenForms.find(({ name }) => name === 'merchant to correct')!;
  const here = await at(merchant);
  const before = await fieldIn(here).inputValue();
  await fieldIn(here).fill('');
  await formIn(here).locator('[name=city]').fill('Une autre ville');
  await press(here);
  await here.page.locator('[data-kept-replied]').waitFor({ state: 'attached' });
  await here.page.goto(here.address);
  expect(await shown(here)).toBe('');
  expect(await formIn(here).locator('[name=city]').inputValue()).toBe('Une autre ville');
  await fieldIn(here).fill(before);
  const taken = here.page.waitForURL((url) => url.pathname !== here.address);
  await press(here);
  await taken;
  await ready(here.page);
  expect(await here.page.evaluate(() => localStorage.length)).toBe(0);
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('B-03 a screen reader hears once that what is typed is saved, and then only what changes', async () => {
  const message = writtenForms.find(({ name }) => name === 'message')!;
  const here = await at(message);
  await here.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const listen = () =>
      heard.push([...document.querySelectorAll('[role=status], [aria-live]')].map((one) => one.textContent).join('|'));
    new MutationObserver(listen).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  for (let pause = 1; pause <= 4; pause += 1) {
    const saved = here.page.waitForResponse((answer) => answer.url().includes('/brouillon'));
    await fieldIn(here).fill(`${here.text} ${pause}`);
    await saved;
    await new Promise((soon) => setTimeout(soon, 300));
  }
  const heard = await here.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.length).toBeGreaterThan(3);
  expect([...new Set(heard)].filter((each) => each !== heard[0])).toHaveLength(1);
  expect(stage.problems()).toEqual([]);
}, 60_000);
