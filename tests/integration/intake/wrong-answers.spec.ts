import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SavedScreen } from '#web/server/services/filing/save-screen.ts';
import { startDesk, wholeCase, type Desk } from './desk.ts';

let desk: Desk;
let dossierId: string;
beforeAll(async () => {
  desk = await startDesk();
  dossierId = await desk.open();
});
afterAll(async () => desk.stop());

const draft = () => desk.filing.loadWritable(desk.consumer, dossierId);
const save = async (screen: SavedScreen, form: Record<string, unknown>) =>
  desk.filing.save({ draft: await draft(), screen, form: form as never, base: null });

test.each<[string, SavedScreen, Record<string, string>]>([
  ['a title of a hundred and fifty thousand letters', 'good', { item: 'a'.repeat(150_000) }],
  ['a price that is no amount', 'contract', { pricePaid: 'beaucoup' }],
  ['a day that does not exist', 'contract', { contractDate: '2026-02-31' }],
  ['a telephone that is none', 'you', { phone: '12' }],
  ['a postal code that is none', 'you', { postalCode: '12345' }],
  ['terms of a hundred and fifty thousand letters', 'terms', { terms: 'a'.repeat(150_000) }],
  ['a step told in fifty thousand letters', 'steps', { 'priorSteps.0.outcome': 'a'.repeat(50_000) }],
])('F-069 ASVS 2.2.2 %s is kept in the draft and never sent, whatever the page shows', async (_what, screen, wrong) => {
  for (const [each, values] of wholeCase) await save(each as SavedScreen, values);
  expect((await draft()).missing).toEqual([]);
  const [, whole] = wholeCase.find(([each]) => each === screen)!;
  await save(screen, { ...whole, ...nested(wrong) });
  await expect(desk.filing.submit({ draft: await draft(), key: randomUUID() })).rejects.toMatchObject({
    code: 'form.invalid',
  });
  expect((await desk.engine.state(dossierId))?.status).toBe('draft');
});

/** As a form is read: `a.0.b` is a name within names. */
function nested(fields: Record<string, string>): Record<string, unknown> {
  const [[name = '', value] = []] = Object.entries(fields);
  if (!name.includes('.')) return fields;
  const [list = '', row = '', field = ''] = name.split('.');
  return { [list]: { [row]: { means: 'telephone', date: '2026-04-02', [field]: value } } };
}
