import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Secret } from 'otpauth';
import { personOf } from '#scripts/demo/people.ts';
import { codeAt } from '#web/server/services/accounts/factors/totp.ts';
import { signIn, type Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['claire', 'boreal.rep', 'mediator', 'officer']);
}, 240_000);
afterEach(() => expect(stage.problems()).toEqual([]));
afterAll(() => stage?.stop());

const other = 'une phrase verte et neuve 83';

/** The six digits of the newest mail to an address whose subject has these words. */
async function codeFor(email: string, subject: string): Promise<string> {
  const mail = await stage.product.servers.mail.waitForMail(email, (one) => one.subject.includes(subject));
  return /(?<!\d)\d{6}(?!\d)/.exec(mail.text)?.[0] ?? '';
}

const pathOf = ({ page }: Actor): string => new URL(page.url()).pathname;

test('ASVS 6.4.3 a forgotten password: the code of the mail chooses another, which opens the account, and the former one does not', async () => {
  const { email, password } = personOf('mediator');
  const who = await stage.stranger('fr');
  const { page, t } = who;
  await page.goto('/connexion');
  await who.follow(t('account:signIn.forgot'));
  await who.check();
  await who.fill({ email });
  await who.press(t('account:forgot.submit'));
  await page.waitForURL('**/mot-de-passe/code');
  await who.check();
  await who.fill({ code: await codeFor(email, 'nouveau mot de passe'), password: other });
  await who.press(t('account:forgot.codeSubmit'));
  await page.waitForURL((url) => !url.pathname.startsWith('/mot-de-passe'));
  await who.check();
  const back = await stage.stranger('fr');
  await back.page.goto('/connexion');
  await back.fill({ email, password });
  await back.press(t('account:signIn.submit'));
  expect(await back.page.locator('main').innerText()).toContain('L’adresse de courriel ou le mot de passe est inexact');
  await signIn(back, { email, password: other });
  await back.page.goto('/profil');
  expect(pathOf(back)).toBe('/profil');
}, 120_000);

test('ASVS 7.5.1 another address is given by the codes of both mailboxes, read in their mails; the old one alone can undo it', async () => {
  const { email, password } = personOf('claire');
  const next = 'claire.ailleurs@exemple.example';
  const who = await stage.enter('claire');
  const { page, t } = who;
  await page.goto('/profil');
  await who.follow(t('factors:email.link'));
  await who.check();
  // Who lost the old mailbox reads what to do.
  expect(await page.locator('main').innerText()).toContain('Écrivez à l’Office');
  await who.fill({ email: next, current: password });
  await who.press(t('factors:email.submit'));
  await page.waitForURL('**/profil/courriel/code');
  await who.check();
  const code = await codeFor(next, 'changer d’adresse');
  const wrong = code === '000000' ? '111111' : '000000';
  await who.fill({ formerCode: wrong, code });
  await who.press(t('factors:email.codeSubmit'));
  expect(await page.locator('main').innerText()).toContain(t('errors:auth.codes_wrong'));
  await who.check();
  await who.fill({ formerCode: await codeFor(email, 'quitter cette adresse'), code });
  await who.press(t('factors:email.codeSubmit'));
  await page.waitForURL('**/profil');
  expect(await page.locator('main').innerText()).toContain(next);
  await who.check();

  const told = await stage.product.servers.mail.waitForMail(email, ({ text }) => /\/courriel\/[\w-]{43}/.test(text));
  const owner = await stage.stranger('fr');
  await owner.page.goto(/\/courriel\/[\w-]{43}/.exec(told.text)?.[0] ?? '');
  await owner.check();
  await owner.press(t('factors:email.undoSubmit'));
  await owner.page.waitForURL('**/mot-de-passe');
  for (const to of [email, next])
    await stage.product.servers.mail.waitForMail(to, ({ subject }) => subject.includes('est annulé'));
  await owner.fill({ email });
  await owner.press(t('account:forgot.submit'));
  await owner.page.waitForURL('**/mot-de-passe/code');
  await owner.fill({ code: await codeFor(email, 'nouveau mot de passe'), password });
  await owner.press(t('account:forgot.codeSubmit'));
  await owner.page.waitForURL((url) => !url.pathname.startsWith('/mot-de-passe'));
}, 120_000);

test('ASVS 7.5.2 7.4.5 a person sees both devices, ends one, and the Office ends all when they call', async () => {
  const { email, password } = personOf('claire');
  const home = await stage.enter('claire');
  const phone = await stage.enter('claire', { viewport: { width: 390, height: 844 } });
  const { page, t } = home;
  await page.goto('/profil/securite');
  await home.check();
  const boxes = page.locator('input[name="sessions[]"]');
  expect(await boxes.count()).toBeGreaterThan(0);
  for (const box of await boxes.all()) await box.check();
  await page.locator('form:has(input[name="sessions[]"]) input[name=current]').first().fill(password);
  await home.press(t('factors:sessions.end'));
  expect(await page.locator('body').innerText()).toContain(t('factors:sessions.ended'));
  await home.check();
  await phone.page.goto('/profil/securite');
  expect(pathOf(phone)).toBe('/connexion');
  await stage.product.servers.mail.waitForMail(email, ({ subject }) => subject.includes('sessions de votre compte'));

  const officer = await stage.enter('officer');
  await officer.page.goto('/office/comptes');
  await officer.check();
  await officer.fill({ email });
  await officer.press(t('factors:office.find'));
  await officer.check();
  await officer.press(t('factors:office.endSessions'));
  expect(await officer.page.locator('body').innerText()).toContain(t('factors:office.sessionsDone'));
  await page.goto('/profil/securite');
  expect(pathOf(home)).toBe('/connexion');
  await stage.product.servers.mail.waitForMail(email, ({ subject }) => subject.includes('a fermé vos sessions'));
}, 120_000);

test('A-28 a recovery code is the second step once, when the application is not at hand', async () => {
  const person = personOf('boreal.rep');
  const who = await stage.enter('boreal.rep');
  const { page, t } = who;
  await page.goto('/profil/securite/application');
  const written = await page.locator('main code').innerText();
  const { bytes } = Secret.fromBase32(written.replaceAll(/\s/g, ''));
  await who.fill({ code: codeAt(bytes, new Date()), current: person.password });
  await who.press(t('factors:authenticator.submit'));
  const [recovery = ''] = await page.locator('.pc-codes code').allInnerTexts();
  const again = async () => {
    await page.context().clearCookies({ name: 'pc_session' });
    await page.goto('/connexion');
    await who.fill({ email: person.email, password: person.password });
    await who.press(t('account:signIn.submit'));
    await page.waitForURL('**/connexion/deuxieme-etape**');
    const folded = page.locator('details:has(input[name=recovery]) > summary');
    if ((await folded.count()) > 0) await folded.click();
    await who.check();
    await who.fill({ recovery });
    await who.press(t('factors:recovery.submit'));
  };
  await again();
  await page.waitForURL('**/dossiers**');
  await again();
  expect(await page.locator('main').innerText()).toContain(t('errors:auth.recovery_wrong'));
  await stage.product.servers.mail.waitForMail(person.email, ({ subject }) => subject.includes('code de secours'));
}, 120_000);
