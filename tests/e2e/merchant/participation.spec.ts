import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sentParticipation } from '#tests/kit/participation.ts';
import type { Actor } from '../support/actor.ts';
import { phone } from '../support/browser.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer']);
}, 120_000);
afterAll(() => stage?.stop());

const password = 'tramway érable lanterne 42';

/** The page that a link of a person's newest mail of this kind opens. */
async function openMail(email: string, address: RegExp, who: Actor): Promise<void> {
  const mail = await stage.product.servers.mail.waitForMail(email, ({ text }) => address.test(text));
  await who.page.goto(address.exec(mail.text)?.[0] ?? '');
  await who.check();
}

/** From the activation link to the list of dossiers. */
async function firstVisit(email: string, language: 'fr' | 'en'): Promise<Actor> {
  const who = await stage.stranger(language);
  await openMail(email, /\/activation\/[\w-]+/, who);
  await who.fill({ password });
  await who.press(who.t('account:activation.submit'));
  await who.page.waitForURL('**/profil**');
  await who.fill({ jobTitle: 'Direction', phone: '418 555-0101' });
  await who.press(who.t('account:profile.submit'));
  await who.page.waitForURL('**/engagement**');
  await who.fill({ terms: true, confidentiality: true });
  await who.press(who.t('account:undertaking.submit'));
  await who.page.waitForURL('**/dossiers**');
  return who;
}

/** What an officer finds in a list of the desk, opened. */
async function openFromDesk(officer: Actor, list: 'participations' | 'accesses', words: string): Promise<void> {
  await officer.page.goto('/office');
  await officer.follow(officer.t(`office:desk.queues.${list}.title`));
  await officer.check();
  await officer.follow(words);
  await officer.check();
}

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
  await openFromDesk(officer, 'participations', number);
  await officer.page.locator('#correct-champ-answer').fill('Écrivez le nom légal au complet.');
  await officer.press(officer.t('participation:review.correctSubmit'));
  await officer.check();

  await openMail(email, /\/participation\/suite\/[\w-]+/, stranger);
  await stranger.fill({ legalName: 'Les Meubles du Quai inc.', undertaking: true });
  await stranger.press(stranger.t('participation:followed.submit'));
  await stranger.page.waitForURL('**/participation/recue');

  await openFromDesk(officer, 'participations', number);
  expect(await officer.page.locator('main').innerText()).toContain('Les Meubles du Quai inc.');
  await officer.press(officer.t('participation:review.acceptSubmit'));
  await officer.check();
  await officer.follow(officer.t('participation:review.merchant'));
  expect(await officer.page.locator('h1').innerText()).toBe('Meubles du Quai');

  const respondent = await firstVisit(email, 'fr');
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

  await openFromDesk(officer, 'accesses', officer.t('participation:asked.add'));
  await officer.press(officer.t('participation:access.add'));
  await officer.check();
  await stage.product.servers.mail.waitForMail(email, ({ text }) => text.includes('/equipe/'));
  await respondent.page.reload();
  expect(await respondent.page.locator('main').innerText()).toContain('Luc Gagné');
  const representative = await firstVisit('luc@quai.example', 'en');
  expect(await representative.page.locator('h1').innerText()).toContain('Meubles du Quai');
  await representative.page.goto('/equipe');
  await representative.check();
  expect(await representative.page.locator('main').innerText()).toContain(
    representative.t('participation:team.readOnly'),
  );
  expect(stage.problems()).toEqual([]);
}, 180_000);
