import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heatPump } from '#scripts/demo/disputes/heat-pump.ts';
import { helpAddress, helpSlugs } from '#contracts/pages/index.ts';
import { screenSlugs } from '#contracts/schemas/filing-screens.ts';
import { keysOf } from '#domain/known-values.ts';
import { setStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'claire', 'tilleul.repondant']);
}, 120_000);
afterAll(() => stage?.stop());

test('F-066: every link of the help and of the steps leads somewhere, to the very section it names', async () => {
  const dossierId = await stage.bring(heatPump);
  const { page } = await stage.enter('claire');
  const root = `/dossiers/${dossierId}/creation`;
  const screens = Object.values(screenSlugs).filter((slug) => slug !== screenSlugs.representation);
  const wanted = new Set<string>();
  const help = keysOf(helpSlugs).map((theme) => helpAddress(theme));
  const open = ['/', '/aide', ...help, '/qui-voit-quoi', '/vie-privee', '/dossiers/nouveau'];
  for (const address of [...open, root, ...screens.map((screen) => `${root}/${screen}`)]) {
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
