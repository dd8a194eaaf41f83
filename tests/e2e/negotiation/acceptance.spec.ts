import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { laptop } from '#scripts/demo/disputes/laptop.ts';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'officer',
    'emily',
    'nordet.repondant',
    'nordet.rep2',
    'marcandre',
    'tilleul.repondant',
    'tilleul.rep',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

test('F-095, A-13: a proposal edited while it is being read is not accepted; what changed is shown', async () => {
  const dossierId = await stage.bring(laptop);
  const consumer = await stage.enter('emily');
  await consumer.page.goto(`/dossiers/${dossierId}/propositions`);
  await consumer.page.locator('main a[href$="/accepter"]').first().click();
  await consumer.page.waitForURL('**/accepter');
  await consumer.check();

  const proposal = { values: { 'credit.amount': '60' }, terms: 'A new Slate 14; the credit is now $60.' };
  await onPages(stage, dossierId).step({ by: 'nordet.rep2', act: 'editProposal', proposal });

  await consumer.fill({ read: true });
  const answered = consumer.page.waitForResponse((response) => response.request().method() === 'POST');
  await consumer.press(consumer.t('proposals:acceptPage.button'));
  expect((await answered).status()).toBe(409);
  await consumer.check();
  const shown = await consumer.page.locator('main').innerText();
  expect(shown).toContain(consumer.t('proposals:acceptPage.staleTitle'));
  expect(shown).toMatch(/\$60\.00/);
  expect(shown).toMatch(/\$75\.00/);
  // The new version has to be ticked anew.
  expect(await consumer.page.locator('[name=read]').isChecked()).toBe(false);
  const state = await stage.platform.deps.engine.state(dossierId);
  expect(state?.status).toBe('negotiation');
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('F-099: from the list to the agreement with the keyboard alone', async () => {
  const dossierId = await stage.bring(renovation);
  const merchant = await stage.enter('tilleul.rep');
  const { page } = merchant;
  await page.goto('/dossiers');
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab');
      const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
      if (there) return;
    }
    throw new Error(`${selector} cannot be reached with the keyboard on ${page.url()}`);
  };
  const go = async (selector: string, where: string) => {
    await reach(selector);
    // What has the focus shows it.
    const outlined = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement as Element);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(outlined).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(where).catch(async (error: Error) => {
      throw new Error(`${error.message}\n${await page.locator('main').innerText()}`);
    });
  };
  await go(`main a[href$="/dossiers/${dossierId}"]`, `**/dossiers/${dossierId}`);
  await go('main a[href$="/propositions"]', '**/propositions');
  await go('main a[href$="/accepter"]', '**/accepter');
  await reach('main [name=read]');
  await page.keyboard.press('Space');
  await go('main form button[type=submit]', '**/documents');
  expect((await stage.platform.deps.engine.state(dossierId))?.closing?.outcome).toBe('agreement');
  expect(stage.problems()).toEqual([]);
}, 90_000);
