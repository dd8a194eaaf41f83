import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import type { Actor } from '../support/browser/actor.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

let stage: Stage;
let disputes = 0;
beforeAll(async () => {
  stage = await setStage(['officer', 'marcandre', 'tilleul.repondant', 'tilleul.rep']);
}, 240_000);
afterAll(() => stage?.stop());

/** The same person at a computer and on a telephone, with a dossier that waits for them. */
async function devices(javaScriptEnabled: boolean) {
  // A dispute of its own for each test.
  const dossierId = await stage.bring((calendar) => ({
    ...renovation(calendar),
    key: `renovation-${(disputes += 1)}`,
  }));
  const computer = await stage.enter('tilleul.rep', { javaScriptEnabled });
  const telephone = await stage.enter('tilleul.rep', { javaScriptEnabled, viewport: phone });
  return { dossierId, computer, telephone };
}

/** Messages that the merchant's side posted with this mark in them, oldest first. */
async function posted(dossierId: string, mark: string): Promise<string[]> {
  const rows = await stage.platform.deps.db
    .selectFrom('message')
    .select('body')
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is not', null)
    .where('body', 'like', `%${mark}%`)
    .orderBy('publishedAt')
    .execute();
  return rows.map(({ body }) => body);
}

/** Types in a field and waits until it is saved: by itself, or by that button where scripts are off. */
async function write(who: Actor, values: Record<string, string>, button?: string): Promise<void> {
  const saved =
    button === undefined
      ? who.page.waitForResponse((response) => /\/(brouillon|enregistrer)$/.test(response.url()))
      : null;
  await who.fill(values);
  if (button === undefined) await saved;
  else await who.press(who.t(button));
}

const field = (who: Actor, name: string) => who.page.locator(`main textarea[name="${name}"]`);
const status = (who: Actor) => who.page.locator('.pc-saved');

describe.each([true, false])('with scripts: %s', (scripts) => {
  test('F-040: a message begun on the computer and sent on the telephone; what the computer sends next is a message of its own', async () => {
    const { dossierId, computer, telephone } = await devices(scripts);
    const messages = `/dossiers/${dossierId}/messages`;
    await computer.page.goto(messages);
    await write(computer, { body: 'DEUX-APPAREILS le premier' }, scripts ? undefined : 'messages:save');
    await telephone.page.goto(messages);
    expect(await field(telephone, 'body').inputValue()).toBe('DEUX-APPAREILS le premier');
    await telephone.press(telephone.t('messages:send'));
    await computer.fill({ body: 'DEUX-APPAREILS le second' });
    await computer.press(computer.t('messages:send'));
    expect(await computer.page.locator('main').innerText()).toContain('DEUX-APPAREILS le second');
    expect(await field(computer, 'body').inputValue()).toBe('');
    expect(await posted(dossierId, 'DEUX-APPAREILS')).toEqual([
      'DEUX-APPAREILS le premier',
      'DEUX-APPAREILS le second',
    ]);
    // The very text that was sent elsewhere is one message, and a double click too.
    await write(computer, { body: 'DEUX-APPAREILS une fois' }, scripts ? undefined : 'messages:save');
    await telephone.page.goto(messages);
    await telephone.press(telephone.t('messages:send'));
    await computer.page.getByRole('button', { name: computer.t('messages:send'), exact: true }).dblclick();
    await computer.page.locator('main', { hasText: 'DEUX-APPAREILS une fois' }).waitFor();
    await computer.page.waitForLoadState('load');
    expect(await posted(dossierId, 'une fois')).toEqual(['DEUX-APPAREILS une fois']);
    expect(stage.problems()).toEqual([]);
  }, 90_000);

  test('F-090 F-095: a counter-proposal begun on the computer and sent on the telephone; what the computer sends next is kept, and can become a version', async () => {
    const { dossierId, computer, telephone } = await devices(scripts);
    const form = `/dossiers/${dossierId}/propositions/nouvelle`;
    await computer.page.goto(form);
    await write(computer, { terms: 'Le texte du téléphone' }, scripts ? undefined : 'proposals:form.save');
    if (!scripts) await computer.page.goto(form);
    await telephone.page.goto(form);
    expect(await field(telephone, 'terms').inputValue()).toBe('Le texte du téléphone');
    await telephone.press(telephone.t('proposals:form.submitCounter'));
    await telephone.page.waitForURL('**/propositions');
    await computer.fill({ terms: 'Le texte de l’ordinateur' });
    await computer.press(computer.t('proposals:form.submitCounter'));
    const refused = await computer.page.locator('main').innerText();
    expect(refused).toContain(computer.t('errors:draft.sent'));
    expect(refused).toContain('Le texte de l’ordinateur');
    await computer.check();
    const before = await stage.platform.deps.engine.state(dossierId);
    const sent = before?.proposals.at(-1);
    expect([sent?.author, sent?.versions.length]).toEqual(['merchant', 1]);
    await computer.follow(computer.t('proposals:form.makeVersion'));
    expect(await field(computer, 'terms').inputValue()).toBe('Le texte de l’ordinateur');
    await computer.press(computer.t('proposals:form.submitEdit'));
    await computer.page.waitForURL('**/propositions');
    const after = await stage.platform.deps.engine.state(dossierId);
    expect(after?.proposals).toHaveLength(before?.proposals.length ?? 0);
    expect(after?.proposals.at(-1)?.versions).toHaveLength(2);
    expect(await computer.page.locator('main').innerText()).toContain('Le texte de l’ordinateur');
    expect(stage.problems()).toEqual([]);
  }, 90_000);
});

test('B-03: two devices that write at once keep both texts, and each is told', async () => {
  const { dossierId, computer, telephone } = await devices(true);
  for (const [page, name] of [
    ['messages', 'body'],
    ['propositions/nouvelle', 'terms'],
  ] as const) {
    const address = `/dossiers/${dossierId}/${page}`;
    // Something is kept before both open the page: they start from the same draft.
    await computer.page.goto(address);
    await write(computer, { [name]: 'Le début' });
    await telephone.page.goto(address);
    await write(computer, { [name]: 'La suite de l’ordinateur' });
    await write(telephone, { [name]: 'La suite du téléphone' });
    await status(telephone)
      .filter({ hasText: telephone.t('forms:drafts.beside.changed') })
      .waitFor();
    // It goes on by itself, and its own words are no longer someone else's.
    await write(telephone, { [name]: 'La suite du téléphone, encore' });
    await status(telephone)
      .filter({ hasText: /^Enregistré/ })
      .waitFor();
    await telephone.check();
    await computer.page.goto(address);
    const kept = `${await computer.page.locator('main').innerText()}\n${await field(computer, name).inputValue()}`;
    expect(kept).toContain('La suite de l’ordinateur');
    expect(kept).toContain('La suite du téléphone, encore');
    await computer.check();
    await computer.page.getByRole('link', { name: computer.t('forms:drafts.continue') }).click();
    await computer.page.waitForURL('**brouillon=*');
    expect(await field(computer, name).inputValue()).toBe('La suite de l’ordinateur');
  }
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-040: a message past its length says while it is typed that it is no longer kept, and is kept again once shortened', async () => {
  const { dossierId, computer } = await devices(true);
  await computer.page.goto(`/dossiers/${dossierId}/messages`);
  await computer.fill({ body: 'a'.repeat(10_001) });
  expect(await status(computer).innerText()).toBe(computer.t('forms:drafts.tooLong', { max: '10\u00a0000' }));
  await write(computer, { body: 'a'.repeat(10_000) });
  await computer.page.reload();
  expect((await field(computer, 'body').inputValue()).length).toBe(10_000);
  expect(stage.problems()).toEqual([]);
}, 60_000);

test('B-03: a page of a filing that is typed in again and again is not its own rival', async () => {
  const dossierId = await stage.bring((calendar) => ({
    ...renovation(calendar),
    key: `renovation-${(disputes += 1)}`,
    submits: false,
    steps: [],
  }));
  const consumer = await stage.enter('marcandre');
  await consumer.page.goto(`/dossiers/${dossierId}/creation/modalites`);
  for (const terms of ['Un', 'Un, deux', 'Un, deux, trois']) {
    await write(consumer, { terms });
    await status(consumer).filter({ hasText: 'Enregistré à' }).waitFor();
    await consumer.page.locator('.pc-live', { hasText: terms }).waitFor();
  }
  await consumer.press(consumer.t('filing:next'));
  await consumer.page.goto(`/dossiers/${dossierId}/creation/modalites`);
  expect(await field(consumer, 'terms').inputValue()).toBe('Un, deux, trois');
  expect(stage.problems()).toEqual([]);
}, 90_000);
