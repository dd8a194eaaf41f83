import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pool } from '#scripts/demo/disputes/pool.ts';
import { personOf } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../support/browser/actor.ts';
import { open } from '../support/steps/at.ts';
import { readAttestation } from '../support/documents/official.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** A mediation that lasts: seventy-five days in one minute. */
let stage: Stage;
beforeAll(async () => {
  const durations = { mediationTarget: { seconds: 60 }, mediationWarning: { seconds: 20 } };
  stage = await setStage(['officer', 'mediator', 'genevieve', 'azur.repondant'], {
    POLICY_JSON: JSON.stringify(durations),
  });
}, 240_000);
afterAll(() => stage?.stop());

const main = async (who: Actor) => (await who.page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');

/** Where the Office's own mail goes (config/env.ts). */
const office = 'office@parle-consommation.example';

test('F-133 F-135 A-24 A-36: the mediator is warned, the Office told at the date, nothing closes; another date, then closed by the mediator, with an attestation that a court can use', async () => {
  const dossierId = await stage.bring(pool, []);
  const mediator = await stage.enter('mediator');
  const consumer = await stage.enter('genevieve');
  const { run } = onPages(stage, dossierId, { mediator, genevieve: consumer });
  await run([
    { by: 'azur.repondant', act: 'takeCharge' },
    { by: 'azur.repondant', act: 'propose' },
    { by: 'genevieve', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
  ]);
  const about = (subject: RegExp) => (mail: { subject: string; text: string }) =>
    subject.test(mail.subject) && mail.text.includes(dossierId);
  const { mail } = stage.product.servers;
  await mail.waitForMail(personOf('mediator').email, about(/la date visée approche/), 90_000);
  await mail.waitForMail(office, about(/la médiation atteint la date visée/), 60_000);

  // past its date a mediation goes on, and its gauge, which counts in days, says where it is.
  await open(mediator, '/dossiers');
  expect(await main(mediator)).toContain(mediator.t('mediation:desk.near', { count: 0 }));
  await run([
    { by: 'mediator', act: 'reportToOffice', kind: 'imminent', newTarget: dayFromToday(20) },
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: 'Nous avons encore trois semaines.' },
  ]);
  await open(mediator, '/dossiers');
  expect(await main(mediator)).not.toContain(mediator.t('mediation:desk.near', { count: 0 }));
  const officer = await stage.enter('officer');
  await open(officer, '/office/a-faire/nouvelles');
  expect(await main(officer)).toContain(personOf('mediator').lastName);

  // F-133: when it seems abandoned, told in the room first.
  const nature = 'Piscine hors terre dont la toile plisse.';
  await run([
    {
      by: 'mediator',
      act: 'postMessage',
      thread: 'mediationRoom',
      announcesClosing: true,
      body: 'Sans nouvelles, je fermerai le dossier.',
    },
    { by: 'mediator', act: 'closeMediation', reason: 'abandon_commercant', nature, justification: 'Aucune réponse.' },
  ]);
  await open(consumer, `/dossiers/${dossierId}`);
  expect(await main(consumer)).toContain('Abandon du commerçant');
  const number = (await main(consumer)).match(/20\d\d-\d{6}/)?.[0] ?? '?';

  // who mediated and with what accreditation, when, between whom, in which dossier; nothing that was said.
  const { text } = await readAttestation(consumer, dossierId);
  const person = personOf('mediator');
  for (const words of [
    number,
    nature,
    `${person.firstName} ${person.lastName}`,
    'n° 2147',
    'Début de la médiation',
    'Fin de la médiation',
  ])
    expect(text).toContain(words);
  for (const key of ['genevieve', 'azur.repondant'] as const) expect(text).toContain(personOf(key).lastName);
  for (const said of ['encore trois semaines', 'Sans nouvelles', 'Aucune réponse']) expect(text).not.toContain(said);
  expect(stage.problems()).toEqual([]);
}, 300_000);
