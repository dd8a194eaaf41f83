import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { arrive, open } from '../support/steps/at.ts';
import { fromList } from '../support/browser/links.ts';
import { sendFiles } from '../support/browser/send-files.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'marcandre', 'isabelle', 'tilleul.repondant']);
}, 240_000);
afterAll(() => stage?.stop());

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\nstartxref\n9\n%%EOF\n'),
});

test('F-071 F-072 F-074 what the consumer wrote, and the documents that each has put there, are sent by the representative who read them', async () => {
  const dossierId = await stage.bring((calendar) => ({ ...renovation(calendar), submits: false, steps: [] }));
  const { mail } = stage.product.servers;
  const [consumer, representative] = [await stage.enter('marcandre'), await stage.enter('isabelle')];
  const root = `/dossiers/${dossierId}`;
  const attach = async (who: Actor, name: string) => {
    await open(who, `${root}/creation/documents`);
    await who.page.locator('input[type=file][name=files]').setInputFiles(pdf(name));
    await sendFiles(who, who.t('upload:send'));
    await who.page.locator(`[name^='title-'][value='${name.replace('.pdf', '')}']`).waitFor();
    await who.check();
  };
  await attach(consumer, 'contrat.pdf');

  // F-074: from « Parties », by the words that the guide gives.
  await fromList({ who: consumer, dossierId });
  await consumer.follow(consumer.t('checks:steps.parties'));
  await consumer.check();
  await consumer.follow(consumer.t('filing:tasks.representation'));
  await consumer.check();
  const { firstName, lastName, email } = personOf('isabelle');
  await consumer.fill({ firstName, lastName, email, relationship: 'ami', adult: true, consent: true });
  await consumer.press(consumer.t('filing:representation.submit'));
  const invited = await mail.waitForMail(email, ({ subject }) => /représenter quelqu’un/.test(subject));
  await open(representative, '/invitation');
  await representative.fill({
    number: invited.text.match(/20\d\d-\d{6}/)?.[0] ?? '',
    validationKey: invited.text.match(/\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b/)?.[0] ?? '',
    adult: true,
    notLawyer: true,
    terms: true,
    confidentiality: true,
  });
  await representative.press(representative.t('filing:invitation.submit'));
  await representative.page.waitForURL(`**${root}**`);
  await attach(representative, 'photos.pdf');

  // F-072: the consumer adds another one meanwhile; what was read before is not what would be sent.
  await open(representative, `${root}/creation/revision`);
  await attach(consumer, 'courriels.pdf');
  await representative.press(representative.t('filing:review.submit'));
  await representative.check();
  expect(await representative.page.title()).toMatch(/^Erreur/);
  expect(await representative.page.locator('main').innerText()).toContain(representative.t('errors:draft.unread'));
  await open(representative, `${root}/creation/revision`);
  await representative.press(representative.t('filing:review.submit'));
  await arrive(representative, root);

  const merchant = await stage.enter('tilleul.repondant');
  await open(merchant, `${root}/documents`);
  const shown = await merchant.page.locator('main').innerText();
  for (const name of ['contrat', 'photos', 'courriels']) expect(shown).toContain(name);
  expect(stage.problems()).toEqual([]);
}, 180_000);
