import type { Page } from 'playwright-core';

/** What a person types, by the names of fields: `true` ticks a box, a list ticks several of one name. */
export type Typed = Record<string, string | boolean | string[]>;

/** Fills in fields of the page's main part as a person does: text, boxes, choices, lists. */
export async function fillFields(page: Page, values: Typed): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    if (Array.isArray(value)) {
      for (const one of value) await page.locator(`main [name="${name}"][value="${one}"]`).check();
    } else if (typeof value === 'boolean') {
      await field.first().setChecked(value);
    } else if ((await field.first().getAttribute('type')) === 'radio') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if ((await field.first().evaluate((element) => element.tagName)) === 'SELECT') {
      await field.first().selectOption(value);
    } else {
      await field.first().fill(value);
    }
  }
}
