import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages, type OnPages } from '../support/steps/steps.ts';

/** Pages of a mediation that stay open while its three people act. */
let stage: Stage;
let dossierId: string;
let consumer: Actor;
let merchant: Actor;
let mediator: Actor;
let steps: OnPages;
beforeAll(async () => {
  stage = await setStage(['officer', 'mediator', 'fatou', 'saintlaurent.repondant', 'saintlaurent.rep']);
  dossierId = await stage.bring(usedCar, [
    { by: 'saintlaurent.rep', act: 'takeCharge' },
    {
      by: 'saintlaurent.rep',
      act: 'propose',
      proposal: { remedies: [{ code: 'autre', values: { description: 'Un essai routier à deux.' } }], terms: '' },
    },
    { by: 'fatou', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
  ]);
  consumer = await stage.enter('fatou');
  merchant = await stage.enter('saintlaurent.rep');
  mediator = await stage.enter('mediator');
  steps = onPages(stage, dossierId, { fatou: consumer, 'saintlaurent.rep': merchant, mediator });
}, 240_000);
afterAll(() => stage?.stop());

/** Opens a page in another tab of this person's, that stays. */
async function stay(who: Actor, address: string): Promise<Actor> {
  const page = await who.context.newPage();
  await page.goto(address);
  await page.locator('html[data-live=ready]').waitFor({ state: 'attached' });
  return { ...who, page };
}

const room = () => `/dossiers/${dossierId}/propositions`;

test('F-039 F-112 F-124: a message of the three-way space comes to the open pages of both others, and to no private talk', async () => {
  const open = [await stay(merchant, room()), await stay(mediator, room())];
  const alone = await stay(mediator, `/dossiers/${dossierId}/messages?fil=consumerCaucus`);
  await steps.run([
    { by: 'fatou', act: 'postMessage', thread: 'mediationRoom', body: 'Je veux une auto sûre.' },
    { by: 'fatou', act: 'postMessage', thread: 'consumerCaucus', body: 'En privé : je la garderais.' },
  ]);
  for (const { page } of open)
    await page.locator('.pc-thread-mediationRoom .pc-message', { hasText: 'Je veux une auto sûre.' }).waitFor();
  await alone.page.locator('.pc-thread-consumerCaucus .pc-message', { hasText: 'En privé' }).waitFor();
  expect(await alone.page.locator('main').innerText()).not.toContain('Je veux une auto sûre.');
  expect(await open[0]!.page.locator('main').innerText()).not.toContain('En privé');
  for (const each of [...open, alone]) await each.page.close();
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-124 F-127: a proposal of the mediator comes to the open pages of both sides, with what each can do about it', async () => {
  const open = [await stay(consumer, room()), await stay(merchant, room())];
  await steps.run([{ by: 'mediator', act: 'propose' }]);
  for (const { page } of open) {
    await page.locator('.pc-card', { hasText: 'Cent vingt dollars, par virement.' }).first().waitFor();
    await page.locator('.pc-card a[href$="/accepter"]').first().waitFor();
  }
  for (const { page } of open) await page.close();
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-121: a mediator whose dossier is given back while a page of theirs stays open is told there, and what they type stays', async () => {
  const open = await stay(mediator, room());
  const field = open.page.locator('main textarea[name=body]');
  await field.fill('Je ne veux pas perdre ceci');
  await steps.run([{ by: 'mediator', act: 'recuse' }]);
  await open.page.locator('.pc-arrived', { hasText: open.t('live:goneTitle') }).waitFor();
  expect(await field.inputValue()).toBe('Je ne veux pas perdre ceci');
  await open.page.close();
  await mediator.page.goto(room());
  expect(await mediator.page.locator('main').innerText()).not.toContain('Je veux une auto sûre.');
  expect(stage.problems()).toEqual([]);
}, 120_000);
