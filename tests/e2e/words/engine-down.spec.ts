import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onlinePurchase } from '#scripts/demo/disputes/online-purchase.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { runAddresses } from '#tests/kit/servers.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

/** A wire to the engine that can be cut. */
async function wire(address: string) {
  const [host = '127.0.0.1', port] = address.split(':');
  const ends = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      ends.add(socket);
      socket.on('close', () => ends.delete(socket));
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      cut = true;
      for (const socket of ends) socket.destroy();
    },
    mend: () => void (cut = false),
    close: () =>
      new Promise<void>((resolve) => (ends.forEach((socket) => socket.destroy()), server.close(() => resolve()))),
  };
}

let stage: Stage;
let line: Awaited<ReturnType<typeof wire>>;
beforeAll(async () => {
  line = await wire(runAddresses().temporalAddress);
  stage = await setStage(['officer', 'sylvie', 'trouvaille.repondant', 'trouvaille.rep'], {
    TEMPORAL_ADDRESS: line.address,
  });
}, 240_000);
afterAll(async () => {
  line?.mend();
  await stage?.stop();
  await line?.close();
});

test('the engine is away: the dossier is read, an act answers 503 and keeps what was typed, and goes through later', async () => {
  const dossierId = await stage.bring(onlinePurchase);
  const merchant = await stage.enter('trouvaille.rep');
  const { page } = merchant;
  await page.goto(`/dossiers/${dossierId}/messages`);
  line.cut();
  const body = 'Voici la photo du livreur.';
  for (const tab of ['', '/documents', '/propositions', '/messages']) {
    expect((await page.goto(`/dossiers/${dossierId}${tab}`))?.status()).toBe(200);
  }
  await merchant.check();
  await merchant.fill({ body });
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.status() >= 400,
  );
  await merchant.press(merchant.t('messages:send'));
  expect((await answered).status()).toBe(503);
  expect(await page.locator('main [name=body]').inputValue()).toBe(body);
  await merchant.check();

  line.mend();
  await page.goto(`/dossiers/${dossierId}/messages`);
  expect(await page.locator('main [name=body]').inputValue()).toBe(body);
  const sent = async (): Promise<boolean> => {
    await merchant.press(merchant.t('messages:send'));
    return (await page.locator('main [name=body]').inputValue()) === '';
  };
  await eventually(sent, { within: 40_000, every: 1000 });
  const consumer = await stage.enter('sylvie');
  await consumer.page.goto(`/dossiers/${dossierId}/messages`);
  const shown = await consumer.page.locator('main').innerText();
  // Once, however often it was sent.
  expect(shown.split(body).length - 1).toBe(1);
  expect(stage.problems()).toEqual([]);
}, 120_000);
