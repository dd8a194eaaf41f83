import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sentParticipation } from '#tests/kit/participation.ts';
import { firstVisit } from '../support/stage/arrivals.ts';
import { phone } from '../support/browser/browser.ts';
import { fromDesk, fromMail } from '../support/browser/links.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer']);
}, 240_000);
afterAll(() => stage?.stop());

test('F-014 F-016 F-019 a company asks to take part on a phone, corrects its form, its respondent comes in and has a representative let in', async () => {
  const stranger = await stage.stranger('fr', { viewport: phone });
  await stranger.page.goto('/connexion');
  await stranger.follow(stranger.t('participation:link'));
  await stranger.check();
  const email = 'odile@quai.example';
  const { form_key: _key, undertaking: _ticked, ...typed } = sentParticipation(email);
  const named = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  await stranger.fill({ ...named, neq: '1234567890', undertaking: true });
  await stranger.press(stranger.t('participation:submit'));
  await stranger.check();
  expect(await stranger.page.locator('main').innerText()).toContain(stranger.t('forms:neqFormat'));
  await stranger.fill({ neq: '1170 000 009' });
  await stranger.press(stranger.t('participation:submit'));
  await stranger.page.waitForURL('**/participation/recue');
  await stranger.check();
  const received = await stage.product.servers.mail.waitForMail(email, ({ subject }) => /P\d{4}-\d{6}/.test(subject));
  const number = /P\d{4}-\d{6}/.exec(received.subject)?.[0] ?? '';

  const officer = await stage.enter('officer');
  await fromDesk(officer, 'participations', number);
  await officer.page.locator('#correct-champ-answer').fill('Écrivez le nom légal au complet.');
  await officer.press(officer.t('participation:review.correctSubmit'));
  await officer.check();

  await fromMail(stage, stranger, { to: email, leads: /\/participation\/suite\// });
  await stranger.fill({ legalName: 'Les Meubles du Quai inc.', undertaking: true });
  await stranger.press(stranger.t('participation:followed.submit'));
  await stranger.page.waitForURL('**/participation/recue');

  await fromDesk(officer, 'participations', number);
  expect(await officer.page.locator('main').innerText()).toContain('Les Meubles du Quai inc.');
  await officer.press(officer.t('participation:review.acceptSubmit'));
  await officer.check();
  await officer.follow(officer.t('participation:review.merchant'));
  expect(await officer.page.locator('h1').innerText()).toBe('Meubles du Quai');

  const respondent = await firstVisit(stage, { email, language: 'fr' });
  expect(await respondent.page.locator('h1').innerText()).toContain('Meubles du Quai');
  await respondent.page
    .getByRole('link', { name: respondent.t('layout:myTeam') })
    .first()
    .click();
  await respondent.page.waitForURL('**/equipe/*');
  await respondent.check();
  await respondent.fill({ firstName: 'Luc', lastName: 'Gagné', email: 'luc@quai.example', language: 'en' });
  await respondent.press(respondent.t('participation:team.addSubmit'));
  await respondent.check();

  await fromDesk(officer, 'accesses', officer.t('participation:asked.add'));
  await officer.press(officer.t('participation:access.add'));
  await officer.check();
  await stage.product.servers.mail.waitForMail(email, ({ text }) => text.includes('/equipe/'));
  await respondent.page.reload();
  expect(await respondent.page.locator('main').innerText()).toContain('Luc Gagné');
  const representative = await firstVisit(stage, { email: 'luc@quai.example', language: 'en' });
  expect(await representative.page.locator('h1').innerText()).toContain('Meubles du Quai');
  await representative.page.goto('/equipe');
  await representative.check();
  expect(await representative.page.locator('main').innerText()).toContain(
    representative.t('participation:team.readOnly'),
  );
  expect(stage.problems()).toEqual([]);
}, 180_000);
