import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { Secret } from 'otpauth';
import { personOf } from '#scripts/demo/people.ts';
import { codeAt } from '#web/server/services/accounts/factors/totp.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['claire', 'boreal.repondant']);
}, 240_000);
afterEach(() => expect(stage.problems()).toEqual([]));
afterAll(() => stage?.stop());

/** A device that keeps passkeys, in this browser (CDP WebAuthn). `verified`: its owner is recognized. */
async function giveDevice(
  page: Page,
  { verified = true } = {},
): Promise<{ session: CDPSession; authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

test('A-28 a passkey is made on the profile, signs in alone, is a second step after the password, and opens nothing once it is removed', async () => {
  const person = personOf('claire');
  const who = await stage.enter('claire');
  const { page, t } = who;
  await giveDevice(page);
  await page.goto('/profil/securite');
  await who.check();
  await who.follow(t('factors:add'));
  await who.check();
  await who.follow(t('factors:passkey.add'));
  await who.check();
  await who.fill({ name: 'Mon téléphone', current: person.password });
  await page.getByRole('button', { name: t('factors:passkey.create') }).click();
  await page.getByText(t('factors:recovery.once')).first().waitFor();
  await who.check();
  expect(await page.locator('.pc-codes code').count()).toBe(10);
  await who.follow(t('factors:recovery.kept'));
  await who.check();
  expect(await page.locator('main').innerText()).toContain('Mon téléphone');

  // By itself, without an address or a password.
  await page.goto('/connexion');
  await page.context().clearCookies({ name: 'pc_session' });
  await page.goto('/connexion');
  await who.follow(t('factors:passkeySignIn.link'));
  await who.check();
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: t('factors:passkeySignIn.submit') }).click();
  await page.waitForURL('**/dossiers');
  // What it said is not taken twice, nor from another page.
  const body = (await sent).postData() ?? '';
  const replayed = await fetch(`${stage.product.origin}/connexion/cle-d-acces`, {
    method: 'POST',
    headers: { origin: stage.product.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
    redirect: 'manual',
  });
  expect(replayed.status).toBe(422);

  // As the second step.
  await page.context().clearCookies({ name: 'pc_session' });
  await page.goto('/connexion');
  await who.fill({ email: person.email, password: person.password });
  await who.press(t('account:signIn.submit'));
  await page.waitForURL('**/connexion/deuxieme-etape**');
  await who.check();
  await page.getByRole('button', { name: t('factors:step.passkey') }).click();
  await page.waitForURL('**/dossiers');

  await page.goto('/profil/securite/deuxieme-etape');
  await page.locator('summary', { hasText: 'Mon téléphone' }).click();
  await page.locator('details[open] input[type=password]').fill(person.password);
  await who.press(t('factors:passkey.remove'));
  await page.context().clearCookies({ name: 'pc_session' });
  await page.goto('/connexion/cle-d-acces');
  await page.getByRole('button', { name: t('factors:passkeySignIn.submit') }).click();
  await page.getByText(t('errors:auth.passkey_unknown')).first().waitFor();
}, 120_000);

test('a device that does not recognize its owner makes no passkey, and the page says what to do', async () => {
  const person = personOf('claire');
  const who = await stage.enter('claire');
  await giveDevice(who.page, { verified: false });
  await who.page.goto('/profil/securite/cle-d-acces');
  await who.fill({ name: 'Clé', current: person.password });
  await who.page.getByRole('button', { name: who.t('factors:passkey.create') }).click();
  await who.page.getByText(who.t('factors:passkey.failed')).first().waitFor();
}, 60_000);

test('without scripts the page of passkeys says that they need them, and leads to the password', async () => {
  const who = await stage.stranger('en', { javaScriptEnabled: false });
  await who.page.goto('/connexion/cle-d-acces');
  const text = await who.page.locator('main').innerText();
  expect(text).toContain(who.t('factors:passkey.scripts'));
  expect(await who.page.getByRole('button', { name: who.t('factors:passkeySignIn.submit') }).count()).toBe(0);
  await who.follow(who.t('factors:passkeySignIn.password'));
  expect(new URL(who.page.url()).pathname).toBe('/connexion');
}, 60_000);

test('A-28 a code application is set up on a phone without scripts and asked for at the next sign-in', async () => {
  const person = personOf('boreal.repondant');
  const who = await stage.enter('boreal.repondant', {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const { page, t } = who;
  await page.goto('/profil/securite/application');
  await who.check();
  const written = await page.locator('main code').innerText();
  const code = (steps: number) =>
    codeAt(Secret.fromBase32(written.replaceAll(/\s/g, '')).bytes, new Date(Date.now() + steps * 30_000));
  await who.fill({ code: code(0), current: person.password });
  await who.press(t('factors:authenticator.submit'));
  expect(await page.locator('.pc-codes code').count()).toBe(10);
  await page.context().clearCookies({ name: 'pc_session' });
  await page.goto('/connexion');
  await who.fill({ email: person.email, password: person.password });
  await who.press(t('account:signIn.submit'));
  await who.check();
  await who.fill({ code: code(1) });
  await who.press(t('factors:step.submit'));
  await page.waitForURL('**/dossiers');
}, 120_000);
