import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Secret } from 'otpauth';
import pg from 'pg';
import { personOf } from '#scripts/demo/people.ts';
import { codeAt } from '#web/server/services/accounts/factors/totp.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'mediator']);
  // The policy comes when they have accounts.
  await stage.product.restartWeb({ SECOND_FACTOR: 'required' });
}, 240_000);
afterEach(() => expect(stage.problems()).toEqual([]));
afterAll(() => stage?.stop());

/** As if the texts that a person accepted were former ones. */
async function outdate(email: string): Promise<void> {
  const client = new pg.Client({ connectionString: stage.product.servers.databaseUrl });
  await client.connect();
  await client.query(
    `update terms_acceptance set version = '2025-01-01' where user_id = (select id from app_user where email = $1)`,
    [email],
  );
  await client.end();
}

test.each([
  {
    key: 'officer',
    language: 'fr',
    asked: '/office/codes',
    title: 'Engagement de confidentialité des personnes de l’Office',
  },
  { key: 'mediator', language: 'en', asked: '/dossiers?vue=tous', title: 'Confidentiality undertaking' },
] as const)(
  'A-28 A-20 where a second factor is required, $key sets one up before anything else; a new version of the texts is asked before any page',
  async ({ key, language, asked, title }) => {
    const person = personOf(key);
    const who = await stage.enter(key, { language });
    const { page, t } = who;
    for (const elsewhere of [asked, '/profil', '/profil/securite']) {
      await page.goto(elsewhere);
      expect(new URL(page.url()).pathname).toBe('/profil/securite/deuxieme-etape');
    }
    await page.goto(asked);
    await who.check();
    await page.goto('/profil/securite/application');
    await who.check();
    const written = await page.locator('main code').innerText();
    const { bytes } = Secret.fromBase32(written.replaceAll(/\s/g, ''));
    await who.fill({ code: codeAt(bytes, new Date()), current: person.password });
    await who.press(t('factors:authenticator.submit'));
    await who.check();
    expect(await page.locator('.pc-codes code').count()).toBe(10);
    await page.goto(asked);
    expect(page.url()).toContain(asked);

    await outdate(person.email);
    for (const elsewhere of ['/profil/securite', asked]) {
      await page.goto(elsewhere);
      expect(new URL(page.url()).pathname).toBe('/engagement');
    }
    await who.check();
    expect(await page.locator('main').innerText()).toContain(title);
    // The texts change while the page is open: what it was shown with is not what would be recorded.
    await page.locator('input[name=termsVersion]').evaluate((input: HTMLInputElement) => (input.value = '2025-01-01'));
    await who.fill({ terms: true, confidentiality: true });
    await who.press(t('account:undertaking.submit'));
    expect(await page.locator('main').innerText()).toContain(t('errors:auth.terms_changed'));
    expect(await page.locator('input[name=terms]').isChecked()).toBe(false);
    await who.check();
    await who.fill({ terms: true, confidentiality: true });
    await who.press(t('account:undertaking.submit'));
    await page.waitForURL(`**${asked}`);
    await who.check();
  },
  120_000,
);
