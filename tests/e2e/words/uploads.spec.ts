import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { heatPump } from '#scripts/demo/disputes/heat-pump.ts';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import type { Actor } from '../support/browser/actor.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

/** Files on the networks that people have. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'officer',
    'claire',
    'sylvie',
    'tilleul.repondant',
    'gerard',
    'isabelle',
    'boreal.repondant',
    'boreal.rep',
    'boreal.rep2',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

const pdf = (name: string, size = 500) => {
  const start = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ';
  const end = '\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
  const buffer = Buffer.from(start + 'x'.repeat(Math.max(0, size - start.length - end.length)) + end);
  return { name, mimeType: 'application/pdf', buffer };
};

/** Opens the page where files are chosen, its scripts at work. */
async function open(who: Actor, address: string): Promise<Page> {
  await who.page.goto(address, { waitUntil: 'networkidle' });
  return who.page;
}

const send = (who: Actor, words: string) => who.page.getByRole('button', { name: who.t(words), exact: true }).click();
const choose = (page: Page, files: ReturnType<typeof pdf>[]) =>
  page.locator('input[type=file][name=files]').setInputFiles(files);

test('F-067 a file whose network fails half-way is sent again without being chosen anew, with its progress, and is kept once', async () => {
  const dossierId = await stage.bring(heatPump);
  const who = await stage.enter('claire', { viewport: phone });
  const page = await open(who, `/dossiers/${dossierId}/creation/documents`);
  const before = await page.locator('[name^="title-"]').count();
  const network = await who.context.newCDPSession(page);
  const at = (uploadThroughput: number, offline = false) =>
    network.send('Network.emulateNetworkConditions', {
      offline,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await network.send('Network.enable');
  await at(300_000);
  await choose(page, [pdf('longue.pdf', 3_000_000), pdf('courte.pdf')]);
  await send(who, 'upload:send');
  const bar = page.locator('progress');
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 20);
  expect(await bar.getAttribute('aria-label')).toBe('longue.pdf');
  await at(100_000, true);
  // What had left before may still arrive; what follows does not.
  await page.getByText(who.t('upload:progress.interrupted')).first().waitFor();
  await page
    .getByRole('status')
    .getByText(who.t('upload:progress.cut', { added: 0, cut: 0 }).split('.')[0]!)
    .waitFor();
  await who.check();
  await at(-1);
  const again = [who.t('upload:progress.retryAll'), who.t('upload:progress.retry')];
  await page.getByRole('button', { name: new RegExp(`^(${again.join('|')})$`) }).click();
  await page
    .getByRole('status')
    .getByText(who.t('upload:progress.done', { added: 2, refused: 0 }))
    .waitFor();
  await page
    .locator('[name^="title-"]')
    .nth(before + 1)
    .waitFor();
  await page.reload();
  expect(await page.locator('[name^="title-"]').count()).toBe(before + 2);
  await who.check();
  expect(stage.problems().filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}, 120_000);

test('F-033 each file has its result; one whose answer was lost is filed once', async () => {
  const dossierId = await stage.bring(mattress, 3);
  const who = await stage.enter('boreal.rep2', { language: 'fr' });
  const page = await open(who, `/dossiers/${dossierId}/documents`);
  let lost = 0;
  await page.route('**/envoi', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort('connectionreset');
  });
  await choose(page, [pdf('perdue.pdf')]);
  await send(who, 'dossier:documents.send');
  await page.getByText(who.t('upload:progress.interrupted')).waitFor();
  expect(lost).toBe(1);
  await page.unroute('**/envoi');
  await page.getByRole('button', { name: who.t('upload:progress.retry') }).click();
  await page.getByRole('heading', { name: 'perdue' }).waitFor();
  expect(await page.getByRole('heading', { name: 'perdue' }).count()).toBe(1);

  const locked = { ...pdf('protegee.pdf') };
  locked.buffer = Buffer.from(locked.buffer.toString().replace('/Root', '/Encrypt << /Filter /Autre >> /Root'));
  await choose(page, [locked, pdf('bonne.pdf'), { ...pdf('vide.pdf'), buffer: Buffer.alloc(0) }]);
  await send(who, 'dossier:documents.send');
  const results = page.getByRole('list', { name: who.t('upload:progress.list') });
  for (const text of [who.t('errors:file.password'), who.t('upload:progress.added'), who.t('errors:file.empty')]) {
    await results.getByText(text, { exact: true }).waitFor();
  }
  await page.getByRole('heading', { name: 'bonne' }).waitFor();
  expect(await page.title()).toMatch(/^Erreur/);
  await who.check();
  expect(stage.problems().filter((problem) => !/ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED/.test(problem))).toEqual(
    [],
  );
}, 120_000);

test('a session that ended while files were chosen leaves them at hand', async () => {
  const dossierId = await stage.bring(heatPump);
  const who = await stage.enter('claire');
  const page = await open(who, `/dossiers/${dossierId}/creation/documents`);
  const before = await page.locator('[name^="title-"]').count();
  const cookies = await who.context.cookies();
  await choose(page, [pdf('gardee.pdf')]);
  await who.context.clearCookies();
  await send(who, 'upload:send');
  await page.getByText(who.t('errors:auth.required')).waitFor();
  await who.context.addCookies(cookies);
  await page.getByRole('button', { name: who.t('upload:progress.retry') }).click();
  await page.locator('[name^="title-"]').nth(before).waitFor();
  expect(stage.problems()).toEqual([]);
}, 120_000);
