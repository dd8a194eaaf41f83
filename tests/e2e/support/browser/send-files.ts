import type { Actor } from './actor.ts';

/** Sends the chosen files and waits for the end of it: on the page itself where its scripts have come, on the page that answers elsewhere. */
export async function sendFiles(who: Actor, button: string): Promise<void> {
  const { page } = who;
  const [words = ''] = who.t('upload:progress.done', { added: '#', refused: '#' }).split('.');
  const ended = Promise.race([
    page.waitForEvent('domcontentloaded', { timeout: 30_000 }).then(() => page.waitForLoadState('load')),
    page.getByRole('status').getByText(words).waitFor({ timeout: 30_000 }),
  ]);
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await ended;
}
