import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** Pages that stay open, with and without somebody at them. */
let stage: Stage;
let disputes = 0;
beforeAll(async () => {
  stage = await setStage(['officer', 'fatou', 'saintlaurent.repondant', 'saintlaurent.rep']);
}, 240_000);
afterAll(() => stage?.stop());

/** Where nobody is: another tab is in front; another window has the focus. */
type Away = 'hidden' | 'unfocused';

async function conversation() {
  const dossierId = await stage.bring(
    (calendar) => ({ ...usedCar(calendar), key: `used-car-attended-${(disputes += 1)}` }),
    [],
  );
  const consumer = await stage.enter('fatou');
  const merchant = await stage.enter('saintlaurent.rep');
  await onPages(stage, dossierId, { fatou: consumer, 'saintlaurent.rep': merchant }).run([
    { by: 'saintlaurent.rep', act: 'takeCharge' },
  ]);
  const { page } = merchant;
  await page.goto(`/dossiers/${dossierId}/messages`);
  await page.locator('html[data-live=ready]').waitFor({ state: 'attached' });
  return {
    merchant,
    /** Sent by the other side, and come to the open page. */
    async comes(body: string) {
      await consumer.page.goto(`/dossiers/${dossierId}/messages`);
      await consumer.fill({ body });
      await consumer.press(consumer.t('messages:send'));
      // What is below the edge of the view is before nobody's eyes.
      await page.locator('.pc-message', { hasText: body }).scrollIntoViewIfNeeded();
    },
    /** What the list of dossiers says is new in this one: it is not the page that marks anything read. */
    async news(): Promise<string> {
      const list = await merchant.context.newPage();
      await list.goto('/dossiers');
      const row = list.locator('tr, li').filter({ has: list.locator(`a[href*="${dossierId}"]`) });
      const text = (await row.allInnerTexts()).join(' ');
      await list.close();
      return /\d+ nouveaux? messages?/.exec(text)?.[0] ?? '';
    },
    mails: () =>
      stage.product.servers.mail
        .messages(personOf('saintlaurent.rep').email)
        .filter(({ text }) => text.includes(`${dossierId}/messages`)),
  };
}

/** The page as the browser has it when its reader does something else; the automation's own browser always says that it is looked at. */
async function leave({ page }: Actor, away: Away | null): Promise<void> {
  await page.evaluate((how) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (how === 'hidden' ? 'hidden' : 'visible'),
    });
    document.hasFocus = () => how !== 'unfocused';
  }, away);
}

const seen = ({ page }: Actor) =>
  page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/en-direct'));

test.each<Away>(['unfocused', 'hidden'])(
  'A-29 F-144: a page that stays open and is %s reads nothing: the message is mailed, and new until somebody is there',
  async (away) => {
    const { merchant, comes, news, mails } = await conversation();
    await leave(merchant, away);
    await comes('Personne n’est là?');
    expect(await news()).toBe('1 nouveau message');
    const { email } = personOf('saintlaurent.rep');
    await stage.product.servers.mail.waitForMail(email, (mail) => mails().includes(mail), 30_000);
    expect(await news()).toBe('1 nouveau message');
    const told = seen(merchant);
    await leave(merchant, null);
    await merchant.page.mouse.move(200, 200);
    expect((await told).status()).toBe(200);
    expect(await news()).toBe('');
    expect(stage.problems()).toEqual([]);
  },
  120_000,
);

test('A-29 F-144: a message that comes before the eyes of somebody is read, and no mail follows', async () => {
  const { merchant, comes, news, mails } = await conversation();
  const told = seen(merchant);
  await comes('Vous me lisez à l’instant.');
  expect((await told).status()).toBe(200);
  expect(await news()).toBe('');
  // Longer than a notice waits for someone who may be there.
  await sleep(14_000);
  expect(mails().map(({ subject }) => subject)).toEqual([]);
  expect(stage.problems()).toEqual([]);
}, 120_000);
