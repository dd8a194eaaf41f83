import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'gerard', 'isabelle', 'boreal.repondant', 'boreal.rep', 'boreal.rep2']);
}, 240_000);
afterAll(() => stage?.stop());

/** What the page is called once its scripts run, if it has any, and its heading. */
async function called(page: Page): Promise<{ title: string; heading: string }> {
  if ((await page.locator('script').count()) > 1) await hydrated(page);
  const heading = await page.locator('h1').evaluate((h1) => {
    const copy = h1.cloneNode(true) as HTMLElement;
    copy.querySelector('.qc-subhead')?.remove();
    return copy.textContent ?? '';
  });
  return { title: await page.title(), heading };
}

const hydrated = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')));

type Router = {
  state: { navigation: { state: string }; revalidation: string };
  navigate(to: string, options?: object): Promise<void>;
};
/** As a link of the framework would: without loading the page. Once what is under way has ended: the framework says aloud that it gives it up. */
async function goByScripts(page: Page, to: string): Promise<void> {
  await page.waitForFunction(() => {
    const { navigation, revalidation } = (window as unknown as { __remixRouter: Router }).__remixRouter.state;
    return navigation.state === 'idle' && revalidation === 'idle';
  });
  await page.evaluate(
    (address) => (window as unknown as { __remixRouter: Router }).__remixRouter.navigate(address),
    to,
  );
}

test('each area’s pages are called by their heading once scripts run, and « Erreur » comes first after a refused form', async () => {
  const visitor = await stage.stranger('fr');
  const officer = await stage.enter('officer', { language: 'fr' });
  const member = await stage.enter('boreal.repondant', { language: 'fr' });
  const areas: [typeof visitor, string[]][] = [
    [visitor, ['/', '/aide', '/connexion', '/inscription', '/nulle-part']],
    [officer, ['/office/codes', '/office/dossiers', '/office/commercants/nouveau']],
    [member, ['/dossiers', '/profil', '/profil/securite', '/office/codes']],
  ];
  for (const [who, addresses] of areas) {
    const titles = new Set<string>();
    for (const address of addresses) {
      await who.page.goto(address);
      const { title, heading } = await called(who.page);
      expect([address, title.startsWith(`${heading} · `)]).toEqual([address, true]);
      titles.add(title);
    }
    expect(titles.size).toBe(addresses.length);
  }
  await visitor.page.goto('/connexion');
  await visitor.press(visitor.t('account:signIn.submit'));
  expect(await visitor.page.title()).toBe('Erreur\u00a0: Se connecter · Parle consommation');
  // What is read first: the summary of what to correct has the focus.
  expect(await visitor.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('a page changed by scripts has its title, and the focus goes to its heading; a refusal by scripts says so', async () => {
  const tell = (...given: Parameters<typeof mattress>) => ({ ...mattress(...given), submits: false, steps: [] });
  const dossierId = await stage.bring((calendar) => ({ ...tell(calendar), key: 'not-submitted' }));
  const who = await stage.enter('gerard', { language: 'fr' });
  const { page } = who;
  const documents = `/dossiers/${dossierId}/creation/documents`;
  await page.goto(documents);
  await hydrated(page);
  const field = await page.locator('main [name^="title-"]').first().getAttribute('name');
  await page.evaluate(
    ([address, name]) => {
      const body = new FormData();
      body.set(name!, 'a'.repeat(5_000));
      return (window as unknown as { __remixRouter: Router }).__remixRouter.navigate(address!, {
        formMethod: 'post',
        formData: body,
      });
    },
    [documents, field] as const,
  );
  await page.locator('.pc-error-summary').waitFor();
  expect(await page.title()).toMatch(/^Erreur\u00a0: /);
  // A page without scripts of its own keeps those of the page before.
  await goByScripts(page, '/aide');
  await page.waitForURL('**/aide');
  expect((await called(page)).title).toMatch(/^Aide/);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('while what is typed cannot be kept, the page stays, says why, and its title too', async () => {
  const dossierId = await stage.bring(mattress, 3);
  const who = await stage.enter('boreal.rep2', { language: 'fr' });
  await who.page.goto(`/dossiers/${dossierId}/messages`);
  const field = who.page.locator('main textarea[name=body]');
  if ((await field.count()) === 0) throw new Error('this dossier takes no message');
  await who.context.clearCookies({ name: 'pc_session' });
  await field.fill('Une lettre que je ne veux pas perdre.');
  await who.page.locator('main').getByText(who.t('forms:kept.ended.title')).waitFor();
  expect(await field.inputValue()).toBe('Une lettre que je ne veux pas perdre.');
  expect(await who.page.title()).toMatch(/^Erreur\u00a0: /);
  // Sent all the same, it stays where it is.
  const asked = who.page.waitForResponse((answer) => answer.url().includes('/saisies'));
  await who.page.getByRole('button', { name: who.t('messages:send'), exact: true }).click();
  await asked;
  expect(await field.inputValue()).toBe('Une lettre que je ne veux pas perdre.');
}, 120_000);
