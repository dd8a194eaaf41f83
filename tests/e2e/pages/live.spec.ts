import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** Pages that stay open while the others act. */
let stage: Stage;
let disputes = 0;
beforeAll(async () => {
  stage = await setStage(['officer', 'fatou', 'saintlaurent.repondant', 'saintlaurent.rep']);
}, 240_000);
afterAll(() => stage?.stop());

async function both() {
  const dossierId = await stage.bring(
    (calendar) => ({ ...usedCar(calendar), key: `used-car-live-${(disputes += 1)}` }),
    [],
  );
  const consumer = await stage.enter('fatou');
  const merchant = await stage.enter('saintlaurent.rep');
  const { run } = onPages(stage, dossierId, { fatou: consumer, 'saintlaurent.rep': merchant });
  await run([{ by: 'saintlaurent.rep', act: 'takeCharge' }]);
  return { dossierId, consumer, merchant, run };
}

/** Opens a page that is to stay, and notes what it says to screen readers from then on. */
async function stay(who: Actor, address: string): Promise<void> {
  await who.page.goto(address);
  await who.page.locator('html[data-live=ready]').waitFor({ state: 'attached' });
  await who.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = document.getElementById('pc-said')!;
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

/** From another device of theirs. */
async function endOtherSessions(who: Actor, password: string): Promise<void> {
  await who.page.goto('/profil/securite');
  const form = who.page.locator('form', { has: who.page.locator('[value=end-others]') });
  await form.locator('[name=current]').fill(password);
  await who.press(who.t('account:security.endOthers'));
  await who.page.getByText(who.t('account:security.ended')).waitFor();
}

/** What was said; nothing when the page was loaded again meanwhile. */
const heard = (who: Actor) => who.page.evaluate(() => (window as unknown as { heard?: string[] }).heard ?? null);

async function send(who: Actor, dossierId: string, body: string): Promise<void> {
  await who.page.goto(`/dossiers/${dossierId}/messages`);
  await who.fill({ body });
  await who.press(who.t('messages:send'));
}

test('F-040: a message comes to the open page of the other side, under someone who writes, and nothing of theirs moves', async () => {
  const { dossierId, consumer, merchant } = await both();
  await send(consumer, dossierId, 'Bonjour, un premier mot.');
  await stay(merchant, `/dossiers/${dossierId}/messages`);
  const field = merchant.page.locator('main textarea[name=body]');
  await field.fill('Nous vous répondons');
  await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 8));
  const place = () => field.evaluate((area: HTMLTextAreaElement) => Math.round(area.getBoundingClientRect().top));
  await field.scrollIntoViewIfNeeded();
  const before = await place();

  await send(consumer, dossierId, 'Avez-vous reçu la pièce?');
  await merchant.page.locator('.pc-message', { hasText: 'Avez-vous reçu la pièce?' }).waitFor();
  expect(await field.inputValue()).toBe('Nous vous répondons');
  expect(
    await field.evaluate((area: HTMLTextAreaElement) => [
      document.activeElement === area,
      area.selectionStart,
      area.selectionEnd,
    ]),
  ).toEqual([true, 4, 8]);
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  expect((await heard(merchant))?.filter((said) => said === merchant.t('live:message'))).toEqual([
    merchant.t('live:message'),
  ]);
  await merchant.check();
  await merchant.press(merchant.t('messages:send'));
  expect(await merchant.page.locator('.pc-message-mine').last().innerText()).toContain('Nous vous répondons');
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-036 F-081: a proposal and whose turn it is come to a page that stays open, in its language', async () => {
  const { dossierId, consumer, run } = await both();
  await stay(consumer, `/dossiers/${dossierId}/propositions`);
  const turn = await consumer.page.locator('.pc-turn-who').innerText();
  await run([{ by: 'saintlaurent.rep', act: 'propose' }]);
  await consumer.page.locator('#proposition-2').waitFor();
  expect(await consumer.page.locator('.pc-turn-who').innerText()).not.toBe(turn);
  const said = (await heard(consumer))?.join(' ') ?? '';
  expect(said).toContain(consumer.t('live:proposal'));
  expect(said).toContain(await consumer.page.locator('.pc-turn-who').innerText());
  // What can be done now is there, and works.
  await consumer.follow(consumer.t('proposals:accept'));
  await consumer.check();
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-040: what came while the network was away, or the tab was not looked at, comes when it is back', async () => {
  const { dossierId, consumer, merchant } = await both();
  await stay(merchant, `/dossiers/${dossierId}/messages`);
  await merchant.context.setOffline(true);
  await send(consumer, dossierId, 'Pendant la coupure.');
  await merchant.context.setOffline(false);
  await merchant.page.locator('.pc-message', { hasText: 'Pendant la coupure.' }).waitFor({ timeout: 20_000 });
  expect(await heard(merchant)).not.toBeNull();
}, 120_000);

test('F-040: a session that ends while someone writes is told on the page, with the text where it was', async () => {
  const { dossierId, consumer, merchant } = await both();
  await stay(merchant, `/dossiers/${dossierId}/messages`);
  const field = merchant.page.locator('main textarea[name=body]');
  await field.fill('Je ne veux pas perdre ceci');
  await endOtherSessions(stage.accounts.browserOf('saintlaurent.rep'), personOf('saintlaurent.rep').password);
  await send(consumer, dossierId, 'Toujours là?');
  await merchant.page.locator('.pc-arrived', { hasText: merchant.t('live:goneTitle') }).waitFor();
  await merchant.check();
  expect(await field.inputValue()).toBe('Je ne veux pas perdre ceci');
  expect(await heard(merchant)).not.toBeNull();
}, 120_000);
