import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heatPump } from '#scripts/demo/disputes/heat-pump.ts';
import { helpAddress, helpSlugs } from '#contracts/pages/index.ts';
import { screenSlugs } from '#contracts/schemas/filing-screens.ts';
import { keysOf } from '#domain/known-values.ts';
import { open } from '../support/steps/at.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

const helpPages = keysOf(helpSlugs).map((theme) => helpAddress(theme));

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'claire', 'tilleul.repondant']);
}, 240_000);
afterAll(() => stage?.stop());

test.each([
  ['fr', { viewport: phone, colorScheme: 'dark' }],
  ['en', {}],
] as const)(
  'B-12: the pages of help, and who sees what, can be read by everyone, on a phone and in the dark too (%s)',
  async (language, options) => {
    const reader = await stage.stranger(language, options);
    for (const address of [...helpPages, '/aide', '/qui-voit-quoi', '/']) await open(reader, address);
    await reader.close();
    expect(stage.problems()).toEqual([]);
  },
);

test('F-066: every link of the help and of the steps leads somewhere, to the very section it names', async () => {
  const dossierId = await stage.bring(heatPump);
  const { page } = await stage.enter('claire');
  const root = `/dossiers/${dossierId}/creation`;
  const screens = Object.values(screenSlugs).filter((slug) => slug !== screenSlugs.representation);
  const wanted = new Set<string>();
  const addresses = ['/', '/aide', ...helpPages, '/qui-voit-quoi', '/vie-privee', '/dossiers/nouveau'];
  for (const address of [...addresses, root, ...screens.map((screen) => `${root}/${screen}`)]) {
    expect((await page.goto(address))?.status()).toBe(200);
    const links = await page.$$eval('a[href]', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) if (link.startsWith(stage.product.origin)) wanted.add(link);
  }
  const broken: string[] = [];
  for (const link of wanted) {
    const { hash } = new URL(link);
    const answer = await page.context().request.get(link);
    const type = answer.headers()['content-type'] ?? '';
    const there = !hash || !type.includes('html') || (await answer.text()).includes(`id="${hash.slice(1)}"`);
    if (!answer.ok() || !there) broken.push(`${link}: ${answer.status()}`);
  }
  expect(broken).toEqual([]);
  expect(wanted.size).toBeGreaterThan(25);
  for (const screen of ['/', `${root}/${screenSlugs.remedies}`]) {
    await page.goto(screen);
    const links = await page.$$eval('a[href]', (all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(expect.arrayContaining([helpAddress('solutions'), helpAddress('negotiation')]));
  }
}, 120_000);
