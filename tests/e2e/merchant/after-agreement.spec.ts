import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** An agreement is concluded, and whoever concluded it for the company leaves: somebody else of the company answers. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'marcandre', 'tilleul.repondant', 'tilleul.rep']);
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();
const nameOf = (key: PersonKey) => `${personOf(key).firstName} ${personOf(key).lastName}`;

test('F-103 F-019 F-087 A-22 after an agreement the handler’s access ends; the respondent takes charge from the queue and writes, and the consumer answers', async () => {
  const dossierId = await stage.bring((calendar) => ({ ...renovation(calendar), key: 'after-agreement', steps: [] }));
  const consumer = await stage.enter('marcandre');
  const { step } = onPages(stage, dossierId, { marcandre: consumer });
  await step({ by: 'tilleul.rep', act: 'takeCharge' });
  await step({ by: 'tilleul.rep', act: 'acceptProposal' });
  await consumer.page.goto(`/dossiers/${dossierId}`);
  expect(await main(consumer)).toContain(personOf('tilleul.rep').email);

  const officer = await stage.enter('officer');
  await officer.page.goto('/office/commercants');
  await officer.follow(/Tilleul/);
  await officer.follow(nameOf('tilleul.rep'));
  await officer.check();
  expect(await main(officer)).toContain(officer.t('directory:member.removeAnswers', { count: 1 }));
  await officer.fill({ confirmed: true });
  await officer.press(officer.t('directory:member.remove'));

  // Nobody is named to the consumer who is not there any more; what they write reaches the respondent.
  await consumer.page.goto(`/dossiers/${dossierId}`);
  expect(await main(consumer)).not.toContain(personOf('tilleul.rep').email);
  expect(await main(consumer)).toContain(consumer.t('dossier:summary.nobodyInCharge'));
  await step({ by: 'marcandre', act: 'postMessage', body: 'Quand viendrez-vous?' });
  await stage.product.servers.mail.waitForMail(personOf('tilleul.repondant').email, ({ text }) =>
    text.includes('prenez-le d’abord en charge'),
  );

  const respondent = await stage.enter('tilleul.repondant');
  await respondent.page.goto(`/dossiers/${dossierId}/messages`);
  await respondent.check();
  expect(await main(respondent)).toContain('Quand viendrez-vous?');
  expect(await main(respondent)).toContain(respondent.t('messages:takeChargeFirst'));
  await respondent.page.goto('/file-de-travail?etape=closed&responsable=personne');
  await respondent.page.locator(`main input[name=d][value="${dossierId}"]`).check();
  await respondent.press(respondent.t('queue:take'));
  await respondent.check();
  expect(await main(respondent)).not.toContain(nameOf('tilleul.rep'));
  await respondent.press(respondent.t('queue:charge.button', { count: 1 }));
  expect(await main(respondent)).toContain(respondent.t('queue:charge.taken'));
  const told = await stage.product.servers.mail.waitForMail(personOf('tilleul.repondant').email, ({ subject }) =>
    subject.includes('après l’entente'),
  );
  expect(told.text).toContain(`/dossiers/${dossierId}/messages`);
  await step({ by: 'tilleul.repondant', act: 'postMessage', body: 'Mardi, je prends la suite.' });

  await consumer.page.goto(`/dossiers/${dossierId}`);
  await consumer.check();
  expect(await main(consumer)).toContain(nameOf('tilleul.repondant'));
  await consumer.page.goto(`/dossiers/${dossierId}/messages`);
  expect(await main(consumer)).toContain('Mardi, je prends la suite.');
  await step({ by: 'marcandre', act: 'postMessage', body: 'Parfait, à mardi.' });
  await respondent.page.goto(`/dossiers/${dossierId}/messages`);
  expect(await main(respondent)).toContain('Parfait, à mardi.');
  // The agreement stays what it was, with who concluded it.
  await respondent.page.goto(`/dossiers/${dossierId}/documents`);
  expect(await main(respondent)).toMatch(/Entente/);
  expect(stage.problems()).toEqual([]);
}, 240_000);
