import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveryDamage } from '#scripts/demo/disputes/delivery-damage.ts';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { setStage, type Stage } from '../support/stage.ts';
import { onPages } from '../support/steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    ...['officer', 'nassim', 'boreal.repondant', 'boreal.rep', 'boreal.rep2'],
    ...['marcandre', 'tilleul.repondant', 'tilleul.rep'],
    ...['fatou', 'saintlaurent.repondant', 'saintlaurent.rep', 'mediator'],
  ]);
}, 120_000);
afterAll(() => stage?.stop());

const stateOf = async (dossierId: string) => (await stage.platform.deps.engine.state(dossierId))!;

test('F-033 F-084 F-087 F-105 A-33: taken over, with documents, to a request for mediation; each in their own browser', async () => {
  const dossierId = await stage.bring(deliveryDamage);
  const dossier = onPages(stage, dossierId);
  await dossier.run([
    { by: 'officer', act: 'nudge', side: 'merchant' },
    { by: 'boreal.rep', act: 'takeCharge' },
    { by: 'boreal.rep2', act: 'takeCharge' },
    { by: 'nassim', act: 'addDocument', title: 'Devis' },
    { by: 'nassim', act: 'withdrawDocument' },
    { by: 'boreal.rep2', act: 'propose' },
    { by: 'nassim', act: 'requestMediation' },
  ]);
  const { status, handlerId, documents, proposals } = await stateOf(dossierId);
  expect([status, handlerId]).toEqual(['mediationRequested', stage.cast.user('boreal.rep2').id]);
  expect(documents.filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(1);
  expect(proposals.map(({ author }) => author)).toEqual(['consumer', 'merchant']);
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

test('A-12 F-117: in mediation an acceptance is taken back, and given again', async () => {
  const dossierId = await stage.bring(usedCar);
  const dossier = onPages(stage, dossierId);
  const acceptances = async () => (await stateOf(dossierId)).proposals.at(-1)?.acceptances.map(({ side }) => side);
  expect(await acceptances()).toEqual([]);
  await dossier.step({ by: 'fatou', act: 'acceptProposal' });
  expect(await acceptances()).toEqual(['consumer']);
  await dossier.step({ by: 'fatou', act: 'withdrawAcceptance' });
  expect(await acceptances()).toEqual([]);
  await dossier.run([
    { by: 'fatou', act: 'postMessage', thread: 'mediationRoom', body: 'J’ai relu, je suis d’accord.' },
    { by: 'fatou', act: 'acceptProposal' },
  ]);
  expect(await acceptances()).toEqual(['consumer']);
  expect(stage.problems()).toEqual([]);
}, 120_000);
