import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer']);
}, 240_000);
afterAll(() => stage?.stop());

const password = 'tramway érable lanterne 42';

/** The link of the newest activation mail, opened in a browser of its own. */
async function openLink(email: string, language: 'fr' | 'en'): Promise<Actor> {
  const mail = await stage.product.servers.mail.waitForMail(email, ({ text }) => text.includes('/activation/'));
  const who = await stage.stranger(language);
  await who.page.goto(/\/activation\/[\w-]+/.exec(mail.text)?.[0] ?? '');
  await who.check();
  return who;
}

/** Link, password, profile, both texts: each asked in turn, whatever page is asked for meanwhile. */
async function firstVisit(who: Actor, profile: Record<string, string>, asked: string): Promise<void> {
  const { page, t } = who;
  await who.fill({ password });
  await who.press(t('account:activation.submit'));
  await page.waitForURL('**/profil**');
  for (const elsewhere of [asked, '/dossiers/nouveau', '/profil/securite']) {
    await page.goto(elsewhere);
    expect(new URL(page.url()).pathname).toBe('/profil');
    expect(await page.title()).toBe(`${t('account:profile.title')} · Parle consommation`);
  }
  await page.goto(asked);
  await who.check();
  await who.fill({ ...profile, phone: '' });
  await who.press(t('account:profile.submit'));
  expect(await page.title()).toBe(`${t('forms:titlePrefix')} ${t('account:profile.title')} · Parle consommation`);
  await who.fill(profile);
  await who.press(t('account:profile.submit'));
  await page.waitForURL('**/engagement**');
  await who.check();
  await page.goto('/dossiers');
  expect(new URL(page.url()).pathname).toBe('/engagement');
  await page.goto(asked);
  await who.fill({ terms: true });
  await who.press(t('account:undertaking.submit'));
  expect(new URL(page.url()).pathname).toBe('/engagement');
  await who.fill({ terms: true, confidentiality: true });
  await who.press(t('account:undertaking.submit'));
  await page.waitForURL(`**${asked}`);
  await who.check();
}

test('F-016, F-017, F-018: a merchant’s respondent comes in by the link, fills the profile and accepts both texts before anything opens', async () => {
  const officer = await stage.enter('officer');
  await officer.page.goto('/office/commercants/nouveau');
  await officer.check();
  const email = 'odile@atelier.example';
  await officer.fill({
    name: 'Atelier des Rives',
    email: 'info@atelier.example',
    phone: '418 555-0100',
    addressLine: '4120, boulevard des Galeries',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G2K 1B7',
    'respondent.firstName': 'Odile',
    'respondent.lastName': 'Fortin',
    'respondent.email': email,
    'respondent.language': 'fr',
  });
  await officer.press(officer.t('directory:enrol.submit'));
  await officer.page.waitForURL(/\/office\/commercants\/[\da-f-]{36}/);
  const merchant = await openLink(email, 'fr');
  await firstVisit(
    merchant,
    { firstName: 'Odile', lastName: 'Fortin', jobTitle: 'Directrice', phone: '418 555-0101' },
    '/dossiers?vue=tous',
  );
  expect(await merchant.page.locator('h1').innerText()).toContain('Atelier des Rives');
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-020, F-021, A-20: a mediator comes in by the link, in English, and is asked the same', async () => {
  const officer = await stage.enter('officer');
  await officer.page.goto('/office/mediateurs/nouveau');
  await officer.check();
  const email = 'kim@mediation.example';
  await officer.fill({ firstName: 'Kim', lastName: 'Tran', email, language: 'en', accreditation: 'IMAQ 1234' });
  await officer.press(officer.t('directory:openMediator.submit'));
  await officer.page.waitForURL(/\/office\/mediateurs\/[\da-f-]{36}/);
  const mediator = await openLink(email, 'en');
  await firstVisit(
    mediator,
    { firstName: 'Kim', lastName: 'Tran', jobTitle: 'Mediator', phone: '418 555-0102', accreditation: 'IMAQ 1234' },
    '/dossiers?vue=tous',
  );
  expect(stage.problems()).toEqual([]);
}, 120_000);
