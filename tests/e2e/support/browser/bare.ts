import type { Locator, Page } from 'playwright-core';
import type { Typed } from '#scripts/screenshots/fill.ts';
import type { Actor } from './actor.ts';

/**
 * The same person in a bare browser, where nothing moves that would have to be waited for: a form is filled at one go, and what is pressed is pressed at once. A
 * field that is not there or not to be written in fails, and so does a choice that is not offered.
 */
export function bareHanded(who: Actor): Actor {
  const { page } = who;
  return {
    ...who,
    check: async () => undefined,
    press: (words) => lead(page, page.getByRole('button', { name: words, exact: true }).first()),
    follow: (words) => lead(page, page.locator('main').getByRole('link', { name: words }).first()),
    fill: (values) => fillAtOnce(page, values),
  };
}

async function lead(page: Page, what: Locator): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await Promise.all([answered, what.evaluate((element) => (element as HTMLElement).click())]);
  await page.waitForLoadState('load');
}

async function fillAtOnce(page: Page, values: Typed): Promise<void> {
  const refused = await page.locator('main').evaluate((main, asked) => {
    type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    const named = (name: string) =>
      [...main.querySelectorAll<Field>('input, select, textarea')].filter((field) => field.name === name);
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
