import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readAgreement } from '../support/documents/official.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';
import * as step from '../support/paths/whole-path.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'nordet.repondant', 'nordet.rep2']);
}, 240_000);
afterAll(() => stage?.stop());

test('F-053 F-054 F-057 F-067 F-069 F-084 F-090 F-099 F-101: the whole path on a phone, in English, without JavaScript', async () => {
  const plain = { javaScriptEnabled: false, viewport: phone };
  const officer = await stage.enter('officer', plain);
  const { link, code } = await step.issueCodes(stage, officer, { language: 'en' });
  const consumer = await stage.stranger('en', plain);
  await step.register(stage, consumer, link);
  const dossierId = await step.openWithCodes(consumer, code);
  await step.fillAndSubmit(consumer, dossierId, { autosave: false });
  const merchant = await stage.enter('nordet.rep2', plain);
  await step.findAsMerchant(stage, merchant, dossierId);
  const steps = onPages(stage, dossierId, { consumer, merchant });
  await steps.run(step.takeChargeAndCounter);
  await step.acceptOpen(steps, consumer);
  const { text } = await readAgreement(consumer, dossierId);
  expect(text).toContain('Un crédit en magasin pour les inconvénients.');
  expect(stage.problems()).toEqual([]);
}, 180_000);
