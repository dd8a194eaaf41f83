import type { Page } from 'playwright-core';
import type { Typed } from '#scripts/screenshots/fill.ts';
import type { Actor } from './actor.ts';

/**
 * The same person in a bare browser, where nothing moves that would have to be waited for: a form is filled at one go, and what is pressed is pressed at once. A
 * field that is not there or not to be written in fails, and so does a choice that is not offered, or a button or a link that nobody sees.
 *
 * What finds elements for a test is a third of a megabyte of scripts for each page that it looks into, which takes as long as the page itself: what people read is
 * looked for here without them.
 */
export function bareHanded(who: Actor): Actor {
  const { page } = who;
  return {
    ...who,
    check: async () => undefined,
    press: (words) => lead(page, { among: 'button', words }),
    follow: (words) => lead(page, { among: 'main a[href]', words, within: true }),
    followInHeader: (words) => lead(page, { among: 'header:not(main *) a[href]', words }),
    fill: (values) => fillAtOnce(page, values),
  };
}

/** What is looked for, and what it says: all of its words, or `within` them. */
type Sought = { among: string; words: string | RegExp; within?: boolean };

/** Presses the first that is shown and says so, and waits for the page that it leads to. */
async function lead(page: Page, { among, words, within = false }: Sought): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  // Said below, where nothing was pressed.
  answered.catch(() => undefined);
  const asked = typeof words === 'string' ? { text: words } : { source: words.source, flags: words.flags };
  const others = await page.evaluate(
    ({ among, asked, within }) => {
      const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
      const said = (element: HTMLElement) => plain(element.getAttribute('aria-label') ?? element.innerText);
      const { text, source, flags } = { text: '', source: '', flags: '', ...asked };
      const wanted = plain(text).toLowerCase();
      const fits = (name: string) => {
        if (source) return new RegExp(source, flags).test(name);
        return within ? name.toLowerCase().includes(wanted) : name === plain(text);
      };
      const shown = [...document.querySelectorAll<HTMLElement>(among)].filter((element) => element.checkVisibility());
      const found = shown.find((element) => fits(said(element)));
      found?.click();
      return found ? null : shown.map(said);
    },
    { among, asked, within },
  );
  if (others) {
    const { pathname } = new URL(page.url());
    throw new Error(`${pathname} does not offer « ${String(words)} » but « ${others.join(' », « ')} »`);
  }
  await answered;
  await page.waitForLoadState('load');
}

async function fillAtOnce(page: Page, values: Typed): Promise<void> {
  const refused = await page.evaluate((asked) => {
    type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    const fieldsOf = [...document.querySelectorAll<Field>('main :is(input, select, textarea)')];
    const named = (name: string) => fieldsOf.filter((field) => field.name === name);
    const write = (name: string, value: string | boolean): boolean => {
      const fields = named(name);
      const field = fields[0];
      if (!field || field.disabled) return false;
      if (field instanceof HTMLSelectElement) {
        const option = [...field.options].find((each) => each.value === value || each.text.trim() === value);
        if (option) field.value = option.value;
        return option !== undefined;
      }
      if (typeof value === 'boolean') {
        if (field.type !== 'checkbox') return false;
        (field as HTMLInputElement).checked = value;
        return true;
      }
      if (field.type === 'radio' || field.type === 'checkbox') {
        const choice = fields.find((each) => each.value === value) as HTMLInputElement | undefined;
        if (choice) choice.checked = true;
        return choice !== undefined;
      }
      if (field.readOnly) return false;
      field.value = value;
      return true;
    };
    return asked.flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).filter((one) => !write(name, one)).map((one) => `${name} = ${one}`),
    );
  }, Object.entries(values));
  if (refused.length > 0) throw new Error(`${new URL(page.url()).pathname} does not take ${refused.join(', ')}`);
}
