import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveryDamage } from '#scripts/demo/disputes/delivery-damage.ts';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { openTab } from '../support/browser/links.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    ...['officer', 'nassim', 'boreal.repondant', 'boreal.rep', 'boreal.rep2'],
    ...['marcandre', 'tilleul.repondant', 'tilleul.rep'],
  ]);
}, 240_000);
afterAll(() => stage?.stop());

const linksOf = (who: Actor) =>
  who.page.$$eval('main a[href]', (all) => all.map((link) => link.getAttribute('href') ?? ''));
const stateOf = async (dossierId: string) => (await stage.platform.deps.engine.state(dossierId))!;

test('F-033 F-084 F-087 F-105 A-33: taken over, with documents, to a request for mediation; each reads it in their own browser', async () => {
  const dossierId = await stage.bring(deliveryDamage);
  const consumer = await stage.enter('nassim');
  const [first, second] = [await stage.enter('boreal.rep'), await stage.enter('boreal.rep2')];
  const people = { nassim: consumer, 'boreal.rep': first, 'boreal.rep2': second };
  const { run, step } = onPages(stage, dossierId, people);
  const read = async (who: Actor, tab: Parameters<typeof openTab>[1] = 'summary') => {
    await openTab({ who, dossierId }, tab);
    return (await who.page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  const offered = async (who: Actor, address: RegExp) => {
    await openTab({ who, dossierId }, 'proposals');
    return (await linksOf(who)).filter((to) => address.test(to)).length > 0;
  };
  const nameOf = (key: string) => `${personOf(key).firstName} ${personOf(key).lastName}`;

  await run([
    { by: 'officer', act: 'nudge', side: 'merchant' },
    { by: 'boreal.rep', act: 'takeCharge' },
  ]);
  // F-084: who took charge is named to the other side, and answers.
  expect(await read(consumer)).toContain(nameOf('boreal.rep'));
  expect(await offered(first, /(nouvelle|accepter)$/)).toBe(true);
  expect(await offered(second, /(nouvelle|accepter)$/)).toBe(false);
  // F-087: the second takes it over, and the first has it no more.
  await step({ by: 'boreal.rep2', act: 'takeCharge' });
  expect(await read(consumer)).toContain(nameOf('boreal.rep2'));
  expect(await read(first)).toContain(first.t('turn:heldByColleague', { name: nameOf('boreal.rep2') }));
  expect(await offered(first, /(nouvelle|accepter)$/)).toBe(false);
  expect(await offered(second, /(nouvelle|accepter)$/)).toBe(true);

  // F-033, A-33: added, then withdrawn with a reason that the other side reads where the document was.
  await step({ by: 'nassim', act: 'addDocument', title: 'Devis' });
  expect(await read(second, 'documents')).toContain('Devis');
  const files = () =>
    second.page.getByRole('link', { name: `${second.t('dossier:documents.download')} Devis` }).count();
  expect(await files()).toBe(1);
  const justification = 'Ce devis est celui d’une autre table.';
  await step({ by: 'nassim', act: 'withdrawDocument', justification });
  expect(await read(second, 'documents')).toContain(justification);
  expect(await files()).toBe(0);

  // F-105: once each side has proposed, and not before, one of them asks; both read that it is asked.
  const asks = async () => {
    await read(consumer);
    return (await linksOf(consumer)).some((to) => to.endsWith('/mediation'));
  };
  expect(await asks()).toBe(false);
  await step({ by: 'boreal.rep2', act: 'propose' });
  expect(await asks()).toBe(true);
  await step({ by: 'nassim', act: 'requestMediation' });
  for (const who of [consumer, second]) {
    expect(await read(who)).toContain(who.t('turn:what.assignMediator.them'));
    expect((await linksOf(who)).some((to) => to.endsWith('/mediation'))).toBe(false);
  }
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('A-05 F-069: a draft gets more time from the Office, and is submitted', async () => {
  const dossierId = await stage.bring((calendar) => ({ ...renovation(calendar), submits: false, steps: [] }));
  const before = await stateOf(dossierId);
  const until = new Date(Date.parse(before.draftExpiresAt) + 5 * 86_400_000).toISOString();
  const dossier = onPages(stage, dossierId);
  await dossier.step({ by: 'officer', act: 'extendDraft', until });
  expect((await stateOf(dossierId)).draftExpiresAt > before.draftExpiresAt).toBe(true);
  await dossier.step({ by: 'marcandre', act: 'submitDossier' });
  expect((await stateOf(dossierId)).status).toBe('submitted');
  expect(stage.problems()).toEqual([]);
}, 120_000);
