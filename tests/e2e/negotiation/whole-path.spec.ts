import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personOf } from '#scripts/demo/people.ts';
import { readAgreement } from '../support/documents/official.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';
import * as step from '../support/paths/whole-path.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'nordet.repondant', 'nordet.rep']);
}, 240_000);
afterAll(() => stage?.stop());

test('F-010 F-011 F-012 F-051 F-053 F-054 F-057 F-067 F-069 F-080 F-084 F-090 F-091 F-093 F-095 F-099 F-101 A-34: from access codes to an agreement, in French', async () => {
  const officer = await stage.enter('officer');
  const { link, code } = await step.issueCodes(stage, officer, { language: 'fr' });

  const consumer = await stage.stranger('fr');
  await step.register(stage, consumer, link);
  const dossierId = await step.openWithCodes(consumer, code);
  await step.fillAndSubmit(consumer, dossierId, { autosave: true });

  const merchant = await stage.enter('nordet.rep');
  await step.findAsMerchant(stage, merchant, dossierId);
  const steps = onPages(stage, dossierId, { consumer, merchant });
  await steps.run(step.takeChargeAndCounter);

  // The consumer compares, counters, and corrects before an answer comes (F-095).
  await consumer.page.goto(`/dossiers/${dossierId}/propositions/comparer`);
  await consumer.check();
  const terms = 'Réparation et cent dollars, en argent : rien en magasin.';
  const answer = 'Nous acceptons l’idée : cent dollars par virement, et la réparation un mardi.';
  const refund = (amount: string, deadline: string) => ({
    remedies: ['remboursement_partiel'],
    values: { 'remboursement_partiel.amount': amount, 'remboursement_partiel.deadline': deadline },
  });
  await steps.run([
    { by: 'consumer', act: 'propose', proposal: { ...refund('100', '2099-01-15'), terms } },
    { by: 'consumer', act: 'editProposal', proposal: { terms: `${terms} Version corrigée.` } },
    { by: 'merchant', act: 'propose', proposal: { ...refund('100,00', '2099-01-20'), terms: answer } },
  ]);
  await step.acceptOpen(steps, consumer);
  const { text, styles, sha256 } = await readAgreement(consumer, dossierId);
  expect(text).toContain(answer);
  // Who proposed and who accepted, what and when.
  expect(text).toContain(
    `${personOf('nordet.rep').firstName} ${personOf('nordet.rep').lastName} (représente Électro Nordet) a proposé la version 1`,
  );
  expect(text).toMatch(/Océane Létourneau-Smith \([^)]+\) a accepté la version 1/);
  expect(text).toContain('Océane Létourneau-Smith');
  expect(styles.some((style) => /^(Heading|Titre|Title)/i.test(style))).toBe(true);
  await consumer.check();

  await consumer.page.getByRole('link', { name: 'Voir le certificat de l’entente' }).click();
  await consumer.check();
  const certificate = await consumer.page.locator('main').innerText();
  for (const words of ['Océane Létourneau-Smith', 'A lu et accepté la version 1', sha256, '127.0.0.1'])
    expect(certificate).toContain(words);

  const { mail } = stage.product.servers;
  await mail.waitForMail(step.consumer.email, ({ subject }) => /entente/i.test(subject));
  await mail.waitForMail(personOf('nordet.rep').email, ({ subject }) => /entente/i.test(subject));

  // F-103: the message centre stays open for performance.
  await steps.step({ by: 'consumer', act: 'postMessage', body: 'Merci, à mardi.' });
  await merchant.page.goto(`/dossiers/${dossierId}/messages`);
  expect(await merchant.page.locator('main').innerText()).toContain('Merci, à mardi.');
  expect(stage.problems()).toEqual([]);
}, 180_000);
