import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'marcandre', 'tilleul.repondant', 'tilleul.rep']);
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();

test('A-30 an officer reads a dossier for a reason: both parties get a mail and see it, and the officer ends it', async () => {
  const dossierId = await stage.bring(renovation, []);
  const officer = await stage.enter('officer');
  const pages = onPages(stage, dossierId, { officer });
  await officer.page.goto(`/office/dossiers/${dossierId}`);
  await officer.follow(officer.t('reading:link'));
  await officer.check();
  await pages.step({ by: 'officer', act: 'breakGlass', reason: 'plainte', justification: 'Plainte du 3 mars.' });
  await officer.check();
  expect(await main(officer)).toMatch(/Accès exceptionnel jusqu’à|Exceptional access until/);
  expect(await main(officer)).toContain(personOf('marcandre').lastName);

  for (const person of ['marcandre', 'tilleul.repondant'] as const) {
    await stage.product.servers.mail.waitForMail(personOf(person).email, ({ subject }) =>
      /l’Office en ouvre le contenu|the Office .*content/.test(subject),
    );
    const party = await stage.enter(person);
    await party.page.goto(`/dossiers/${dossierId}`);
    expect(await main(party)).toContain(personOf('officer').lastName);
    expect(await main(party)).toMatch(/Une plainte reçue par l’Office|A complaint received by the Office/);
  }

  await pages.step({ by: 'officer', act: 'endBreakGlass' });
  await officer.check();
  await officer.page.goto(`/dossiers/${dossierId}`);
  expect(await main(officer)).not.toContain(personOf('marcandre').lastName);
  await officer.page.goto('/office/acces-exceptionnels');
  await officer.check();
  expect(await main(officer)).toContain('Plainte du 3 mars.');
  expect(stage.problems()).toEqual([]);
}, 180_000);
