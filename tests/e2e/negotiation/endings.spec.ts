import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveryDamage } from '#scripts/demo/disputes/delivery-damage.ts';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import { onlinePurchase } from '#scripts/demo/disputes/online-purchase.ts';
import { personOf } from '#scripts/demo/people.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { invitationOf, onPages } from '../support/steps/steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'officer',
    'nassim',
    'sylvie',
    'gerard',
    'isabelle',
    'boreal.repondant',
    'boreal.rep',
    'boreal.rep2',
    'trouvaille.repondant',
    'trouvaille.rep',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

const kit = /autres recours|other remedies/i;

test('F-083, F-140: the merchant refuses to negotiate, with a reason; the consumer reads it and receives the kit', async () => {
  const dossierId = await stage.bring(deliveryDamage);
  const merchant = await stage.enter('boreal.repondant');
  await merchant.page.goto(`/dossiers/${dossierId}/refus`);
  await merchant.check();
  const justification = 'Cette table a été vendue par une autre entreprise du même nom.';
  await merchant.fill({ reason: 'pas_client', justification });
  await merchant.press(merchant.t('dossier:refuse.button'));
  // The tick is missing: nothing is closed and what was typed is kept.
  expect(await merchant.page.locator('[name=justification]').inputValue()).toBe(justification);
  await merchant.check();
  await merchant.fill({ confirmed: true });
  await merchant.press(merchant.t('dossier:refuse.button'));
  await merchant.page.waitForURL(`**/dossiers/${dossierId}`);

  const consumer = await stage.enter('nassim');
  await consumer.page.goto(`/dossiers/${dossierId}`);
  await consumer.check();
  expect(await consumer.page.locator('main').innerText()).toContain(justification);
  await stage.product.servers.mail.waitForMail(personOf('nassim').email, ({ subject, text }) =>
    kit.test(subject + text),
  );
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('F-104, F-140: the consumer withdraws, the merchant reads why, and the kit goes to the consumer', async () => {
  const dossierId = await stage.bring(onlinePurchase);
  const consumer = await stage.enter('sylvie');
  const justification = 'Ma carte de crédit m’a remboursée ce matin.';
  const steps = onPages(stage, dossierId, { sylvie: consumer });
  await steps.step({ by: 'sylvie', act: 'closeDossier', reason: 'regle_autrement', justification });

  const merchant = await stage.enter('trouvaille.rep');
  await merchant.page.goto(`/dossiers/${dossierId}`);
  await merchant.check();
  expect(await merchant.page.locator('main').innerText()).toContain(justification);
  await stage.product.servers.mail.waitForMail(personOf('sylvie').email, ({ subject, text }) =>
    kit.test(subject + text),
  );
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('F-070 F-071 F-075 F-077: a daughter is named, accepts with the key of the e-mail, and acts; her father reads and cannot act', async () => {
  const dossierId = await stage.bring(mattress, []);
  const consumer = await stage.enter('gerard');
  const daughter = await stage.enter('isabelle');
  const { page } = consumer;
  const steps = onPages(stage, dossierId, { gerard: consumer, isabelle: daughter });
  await steps.step({ by: 'gerard', act: 'nameRepresentative', person: 'isabelle', relationship: 'enfant' });

  const { number } = await invitationOf(stage, 'isabelle');
  await daughter.page.goto('/invitation');
  const given = { number, adult: true, notLawyer: true, terms: true, confidentiality: true };
  await daughter.fill({ ...given, validationKey: 'AAAA-AAAA-AAAA' });
  await daughter.press(daughter.t('filing:invitation.submit'));
  await daughter.check();
  expect(daughter.page.url()).toContain('/invitation');
  await steps.run([
    { by: 'isabelle', act: 'acceptInvitation' },
    { by: 'isabelle', act: 'postMessage', body: 'Bonjour, je réponds pour mon père.' },
  ]);

  await page.goto(`/dossiers/${dossierId}/messages`);
  expect(await page.locator('main').innerText()).toContain('Bonjour, je réponds pour mon père.');
  expect(await page.locator('main [name=body]').count()).toBe(0);
  const refused = await page.goto(`/dossiers/${dossierId}/fermeture`);
  expect(refused?.status()).toBe(403);
  await consumer.check();

  const told = (actor: typeof consumer) => actor.page.locator('main').innerText();
  await page.goto(`/dossiers/${dossierId}/representation`);
  expect(await told(consumer)).toContain(consumer.t('filing:representation.remove'));
  await daughter.page.goto(`/dossiers/${dossierId}/representation`);
  await daughter.check();
  expect(await told(daughter)).toContain(daughter.t('filing:representation.introYours'));
  await steps.step({ by: 'isabelle', act: 'removeRepresentative' });
  await daughter.page.waitForURL('**/dossiers');
  expect(await told(daughter)).toContain(daughter.t('filing:representation.left'));
  expect(await daughter.page.content()).not.toContain(dossierId);
  expect(stage.problems()).toEqual([]);
}, 120_000);
