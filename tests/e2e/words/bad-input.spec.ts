import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heatPump } from '#scripts/demo/disputes/heat-pump.ts';
import { onlinePurchase } from '#scripts/demo/disputes/online-purchase.ts';
import { sendFiles } from '../support/browser/send-files.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'officer',
    'claire',
    'sylvie',
    'tilleul.repondant',
    'trouvaille.repondant',
    'trouvaille.rep',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

test('F-054: wrong codes get a sentence, the right status, and stay in their fields', async () => {
  const consumer = await stage.enter('claire');
  await consumer.page.goto('/dossiers/nouveau');
  await consumer.fill({ reference: 'R2026-999999', accessCode: 'AAAA-BBBB-CCCC' });
  const answered = consumer.page.waitForResponse((response) => response.request().method() === 'POST');
  await consumer.press(consumer.t('filing:new.submit'));
  expect((await answered).status()).toBe(422);
  await consumer.check();
  expect(await consumer.page.locator('main').innerText()).toContain(consumer.t('errors:codes.unknown'));
  expect(await consumer.page.locator('[name=reference]').inputValue()).toBe('R2026-999999');
  expect(stage.problems()).toEqual([]);
}, 60_000);

test('F-067, A-27: wrong files are refused one by one, the good ones are kept, and twenty at once are taken', async () => {
  const dossierId = await stage.bring(heatPump);
  const consumer = await stage.enter('claire');
  const { page } = consumer;
  const files = page.locator('input[type=file][name=files]');
  const here = `/dossiers/${dossierId}/creation/documents`;
  await page.goto(here);
  await consumer.check();
  const before = await page.locator('[name^="title-"]').count();
  const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await files.setInputFiles([
    { name: 'facture.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090 this is a program') },
    { name: 'vide.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    text('notes.txt', 'Appelé deux fois. <b>Pas de réponse.</b>'),
  ]);
  await sendFiles(consumer, consumer.t('upload:send'));
  const main = page.locator('main');
  await main.getByText('facture.pdf').first().waitFor();
  expect(await main.innerText()).toContain('vide.pdf');
  await consumer.check();
  await page.goto(here);
  expect(await page.locator('[name^="title-"]').count()).toBe(before + 1);

  const room = 20 - before - 1;
  await files.setInputFiles(Array.from({ length: room + 1 }, (_, index) => text(`note-${index}.txt`, `note ${index}`)));
  await sendFiles(consumer, consumer.t('upload:send'));
  await main.getByText(`note-${room}.txt`).first().waitFor();
  await page.goto(here);
  expect(await page.locator('[name^="title-"]').count()).toBe(20);
  await consumer.check();
  expect(stage.problems()).toEqual([]);
}, 90_000);

test('F-098: what people may write, is shown as they wrote it and runs nothing; what is too long is kept and refused', async () => {
  const dossierId = await stage.bring(onlinePurchase);
  const merchant = await stage.enter('trouvaille.rep');
  const { page } = merchant;
  await page.goto(`/dossiers/${dossierId}/messages`);
  const odd = '<script>document.title="pris"</script> <img src=x onerror="alert(1)"> 👩‍⚖️ \u202etxet\u202c';
  await merchant.fill({ body: odd });
  await merchant.press(merchant.t('messages:send'));
  expect(await page.locator('main').innerText()).toContain('<script>document.title="pris"</script>');
  expect(await page.title()).not.toBe('pris');
  const long = 'é'.repeat(60_000);
  await page.goto(`/dossiers/${dossierId}/messages`);
  await merchant.fill({ body: long });
  await merchant.press(merchant.t('messages:send'));
  expect((await page.locator('main [name=body]').inputValue()).length).toBe(60_000);
  await merchant.check();
  // Another's dossier tells nothing of itself.
  const consumer = await stage.enter('claire');
  expect((await consumer.page.goto(`/dossiers/${dossierId}`))?.status()).toBe(404);
  await consumer.check();
  expect(stage.problems()).toEqual([]);
}, 90_000);
