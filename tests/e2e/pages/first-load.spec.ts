import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

/** What a telephone on a slow network gets first. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'gerard', 'isabelle', 'boreal.repondant', 'boreal.rep', 'boreal.rep2']);
}, 240_000);
afterAll(() => stage?.stop());

/** A slow mobile network, as browsers' own tools name it: 150 ms, 1.6 Mbit/s. Returns what was sent, in bytes over the wire by address. */
async function slowly(context: BrowserContext, page: Page): Promise<Map<string, number>> {
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const speed = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
  await network.send('Network.emulateNetworkConditions', { offline: false, ...speed });
  const addresses = new Map<string, string>();
  const sent = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => void addresses.set(requestId, request.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sent.set(addresses.get(requestId) ?? requestId, encodedDataLength);
  });
  return sent;
}

const shifts = 'pcShifts';

test.each(['/', '/connexion', '/inscription', '/aide'])(
  '%s is under 100 kB with its styles and fonts, and nothing moves when these come',
  async (address) => {
    const { page, context } = await stage.stranger('fr', { viewport: phone });
    const sent = await slowly(context, page);
    await page.addInitScript((name) => {
      const all = window as unknown as Record<string, number>;
      all[name] = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) all[name]! += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    }, shifts);
    await page.goto(address, { waitUntil: 'networkidle' });
    const total = (isScript: boolean) =>
      [...sent].reduce((sum, [name, each]) => (name.endsWith('.js') === isScript ? sum + each : sum), 0);
    const bytes = total(false);
    // Comes after all that is read, and keeps what is typed.
    expect({ address, scripts: total(true) < 12_000 ? 'few' : Object.fromEntries(sent) }).toEqual({
      address,
      scripts: 'few',
    });
    expect([...sent.keys()].some((each) => each.endsWith('.css'))).toBe(true);
    expect({ address, bytes: bytes < 100_000 ? 'few' : Object.fromEntries(sent) }).toEqual({ address, bytes: 'few' });
    expect(await page.evaluate((name) => (window as unknown as Record<string, number>)[name], shifts)).toBe(0);
    expect(stage.problems()).toEqual([]);
  },
  60_000,
);

test('F-040 a form is read and sent while the scripts of its page are still on their way', async () => {
  const dossierId = await stage.bring(mattress, 3);
  const who = await stage.enter('boreal.rep2', { language: 'fr' });
  const { page } = who;
  let held = 0;
  await page.route('**/assets/*.js', () => {
    // Never answered: the network is slow without end.
    held += 1;
  });
  await page.goto(`/dossiers/${dossierId}/messages`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: who.t('messages:send') }).waitFor();
  expect(held).toBeGreaterThan(0);
  await page.locator('main textarea[name=body]').fill('Écrit avant les scripts.');
  await page.getByRole('button', { name: who.t('messages:send') }).click();
  await page.locator('main').getByText('Écrit avant les scripts.').waitFor();
  await page.unroute('**/assets/*.js');
}, 120_000);
