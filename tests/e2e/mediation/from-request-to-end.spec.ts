import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { funeral } from '#scripts/demo/disputes/funeral.ts';
import { pool } from '#scripts/demo/disputes/pool.ts';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { choose } from '../support/browser/links.ts';
import { readAgreement, readAttestation } from '../support/documents/official.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** A mediation from the request to its end, each person on their own pages. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'officer',
    'mediator',
    'mediator2',
    'fatou',
    'saintlaurent.repondant',
    'saintlaurent.rep',
    'lucie',
    'erables.repondant',
    'erables.rep',
    'genevieve',
    'azur.repondant',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

/** Where the Office's own mail goes (config/env.ts). */
const office = 'office@parle-consommation.example';

const main = (who: Actor) => who.page.locator('main').innerText();

test('F-105 F-110 F-111 F-112 F-115 F-116 F-117 F-118 F-121 F-122 F-125 F-126 F-128 F-129 A-11 B-10: asked for by a party, assigned by the Office, led by the mediator, accepted by both', async () => {
  const dossierId = await stage.bring(usedCar, []);
  const consumer = await stage.enter('fatou');
  const merchant = await stage.enter('saintlaurent.rep');
  const officer = await stage.enter('officer');
  const mediator = await stage.enter('mediator');
  const { step, run } = onPages(stage, dossierId, {
    fatou: consumer,
    'saintlaurent.rep': merchant,
    officer,
    mediator,
  });
  await run([
    { by: 'saintlaurent.rep', act: 'takeCharge' },
    { by: 'saintlaurent.rep', act: 'propose' },
    { by: 'fatou', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
  ]);
  const assigned = await stage.product.servers.mail.waitForMail(personOf('mediator').email, ({ subject }) =>
    /médiation vous est confiée/i.test(subject),
  );
  expect(assigned.text).toContain(dossierId);

  // B-10: names first, and nothing else, from the list, from any page of the dossier, and in its downloads.
  const title = await consumer.page.goto(`/dossiers/${dossierId}`).then(() => consumer.page.locator('h1').innerText());
  await mediator.page.goto('/dossiers');
  await mediator.check();
  expect(await main(mediator)).not.toContain(title);
  await mediator.page.locator(`main a[href*="${dossierId}"]`).click();
  await mediator.page.waitForURL('**/mediation/declaration');
  await mediator.check();
  expect(await main(mediator)).toContain('Fatou');
  expect(await main(mediator)).not.toContain(title);
  for (const page of ['', '/documents', '/documents/resume', '/propositions', '/messages', '/mediation/notes']) {
    await mediator.page.goto(`/dossiers/${dossierId}${page}`);
    expect(mediator.page.url()).toContain('/mediation/declaration');
  }
  await step({ by: 'mediator', act: 'declareNoConflict' });
  expect(await main(mediator)).toContain(mediator.t('mediation:declare.done'));

  // F-110, F-122: the mediator reads the problem and the proposals, and writes in the room that all three read.
  await mediator.page.goto('/dossiers');
  await mediator.check();
  expect(await mediator.page.locator('main meter').count()).toBeGreaterThan(0);
  await mediator.page.locator(`main a[href$="${dossierId}"]`).click();
  await mediator.page.waitForURL(`**${dossierId}`);
  await mediator.check();
  expect(await main(mediator)).toContain('Le témoin a été effacé, il s’est rallumé le surlendemain.');
  await mediator.page.goto(`/dossiers/${dossierId}/propositions`);
  await mediator.check();
  expect(await main(mediator)).toContain('Cent vingt dollars, par virement.');
  // They decide nothing: whatever is on the table, they accept none of it.
  expect(await mediator.page.locator('main a[href$="/accepter"]').count()).toBe(0);
  const hello = 'Bonjour, je suis Hélène Duval, médiatrice.';
  await step({ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: hello });
  await consumer.page.goto(`/dossiers/${dossierId}/propositions`);
  expect(await main(consumer)).toContain(hello);
  // Nobody else proposes (F-111).
  expect(await consumer.page.locator('main a[href$="/propositions/nouvelle"]').count()).toBe(0);
  const refused = await consumer.page.goto(`/dossiers/${dossierId}/propositions/nouvelle`);
  expect(refused?.status()).toBe(409);

  // F-125, F-126, F-128, F-129: the button, the form, the agreement beside it.
  await mediator.page.goto(`/dossiers/${dossierId}/propositions`);
  await mediator.follow(mediator.t('proposals:makeInitial'));
  await mediator.check();
  expect(await mediator.page.title()).toContain(mediator.t('proposals:form.titleMediator'));
  expect(await main(mediator)).toContain(mediator.t('proposals:form.introMediator'));
  const typed = 'Une réparation chez un garage indépendant.';
  await mediator.fill({ 'remedy[]': ['reparation'], terms: typed });
  await mediator.page.locator('#brouillon', { hasText: typed }).waitFor();
  await run([
    { by: 'mediator', act: 'propose' },
    { by: 'fatou', act: 'acceptProposal' },
  ]);
  expect(await main(consumer)).toContain(consumer.t('proposals:acceptPage.done.awaited'));
  // The other side does not learn of it (requirements §6).
  await merchant.page.goto(`/dossiers/${dossierId}/propositions`);
  expect(await main(merchant)).not.toMatch(/Acceptée par/);

  // F-115, F-116: for the merchant it does not do, which the mediator learns and the consumer does not.
  await step({ by: 'saintlaurent.rep', act: 'askForRevision' });
  await stage.product.servers.mail.waitForMail(personOf('mediator').email, ({ subject }) =>
    /ne convient pas à une partie/i.test(subject),
  );
  await consumer.page.goto(`/dossiers/${dossierId}/propositions`);
  expect(await main(consumer)).not.toMatch(/ne convient pas/i);
  await mediator.page.goto(`/dossiers/${dossierId}/propositions/tableau`);
  await mediator.check();
  expect(await mediator.page.locator('main tbody tr').count()).toBeGreaterThan(2);

  // F-116, A-11: another version voids it, and says so.
  await mediator.page.goto(`/dossiers/${dossierId}/propositions`);
  await mediator.check();
  expect(await main(mediator)).toMatch(/Ne convient pas à/);
  expect(await main(mediator)).toContain(mediator.t('turn:heading.you'));
  await mediator.follow(mediator.t('proposals:edit'));
  expect(await main(mediator)).toContain(mediator.t('proposals:form.introEditMediator'));
  const terms = 'Cent quarante dollars, par virement, dans les dix jours.';
  await step({ by: 'mediator', act: 'editProposal', proposal: { terms } });
  await stage.product.servers.mail.waitForMail(personOf('fatou').email, ({ subject }) =>
    /acceptation ne vaut plus/i.test(subject),
  );
  await run([
    { by: 'saintlaurent.rep', act: 'acceptProposal' },
    { by: 'fatou', act: 'acceptProposal' },
  ]);
  expect(await main(merchant)).toContain(merchant.t('proposals:acceptPage.done.awaited'));
  expect(await main(consumer)).toContain(consumer.t('proposals:acceptPage.done.agreement'));

  const { text } = await readAgreement(consumer, dossierId);
  expect(text).toContain(terms);
  expect(text).toContain('Hélène Duval');
  expect(stage.problems()).toEqual([]);
}, 240_000);

test('A-02 B-10 F-119 F-120 F-130 F-131 F-132 F-134: closed without agreement, told in the room first, with the attestation', async () => {
  const dossierId = await stage.bring(funeral, []);
  const mediator = await stage.enter('mediator');
  const consumer = await stage.enter('lucie');
  const { run } = onPages(stage, dossierId, { mediator, lucie: consumer });
  await run([
    { by: 'erables.rep', act: 'takeCharge' },
    { by: 'erables.rep', act: 'propose' },
    { by: 'erables.rep', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    { by: 'mediator', act: 'reportToOffice', kind: 'waiting', side: 'merchant' },
    { by: 'lucie', act: 'postMessage', thread: 'negotiation', body: 'Entre nous, avant tout.' },
    { by: 'lucie', act: 'postMessage', thread: 'negotiation', body: 'La salle était fermée.' },
  ]);
  // the mediator reads the message chosen, and no other.
  await consumer.page.goto(`/dossiers/${dossierId}/messages/communiquer`);
  await consumer.check();
  await consumer.page.getByLabel(/Vous/).last().check();
  await consumer.press(consumer.t('messages:sharing.button'));
  await consumer.page.waitForURL('**/messages/communiques');
  await consumer.check();
  await mediator.page.goto(`/dossiers/${dossierId}/messages/communiques`);
  await mediator.check();
  expect(await main(mediator)).toContain('La salle était fermée.');
  expect(await main(mediator)).not.toContain('Entre nous, avant tout.');
  // B-10: what was told is listed; notes are the mediator's own.
  await mediator.page.goto(`/dossiers/${dossierId}/mediation/suivi`);
  await mediator.check();
  expect(await main(mediator)).toContain(mediator.t('mediation:report.history'));
  await mediator.page.goto(`/dossiers/${dossierId}/mediation/notes`);
  await mediator.check();
  await mediator.fill({ body: 'La chapelle compte plus que l’argent.' });
  await mediator.press(mediator.t('mediation:notes.button'));
  await mediator.check();
  expect(await mediator.page.locator('[name=body]').inputValue()).toBe('La chapelle compte plus que l’argent.');
  const peeked = await consumer.page.goto(`/dossiers/${dossierId}/mediation/notes`);
  expect(peeked?.status()).toBe(403);
  await stage.product.servers.mail.waitForMail(office, ({ subject }) => /nouvelles de la médiation/i.test(subject));

  // F-131: announced first, which no greeting is; what is written stays, also when a proposal makes the announcement moot.
  const form = {
    reason: 'inconciliables',
    nature: 'Qualité de services funéraires.',
    justification: 'Les positions sont trop éloignées.',
    confirmed: true,
  };
  await run([{ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: 'Bonjour à vous deux.' }]);
  await choose({ dossierId, who: mediator }, mediator.t('turn:actions.announceClosing'));
  await mediator.check();
  expect(await main(mediator)).toContain(mediator.t('mediation:close.tellFirst'));
  expect(await mediator.page.locator('[name=justification]').count()).toBe(0);
  const announcement = 'Les positions sont trop éloignées : je vais fermer le dossier.';
  await mediator.fill({ body: announcement });
  await mediator.page.reload();
  await mediator.check();
  await mediator.page.waitForFunction((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('main [name=body]');
    return field?.value === text;
  }, announcement);
  await mediator.press(mediator.t('mediation:close.announce'));
  await mediator.page.getByText(mediator.t('mediation:close.announceDone')).waitFor();
  await mediator.check();
  const { text: mail } = await stage.product.servers.mail.waitForMail(personOf('lucie').email, ({ subject }) =>
    /la fermeture du dossier est annoncée/i.test(subject),
  );
  expect(mail).toContain(`/dossiers/${dossierId}/propositions`);
  expect(mail).not.toContain(announcement);
  for (const who of [consumer, mediator]) {
    await who.page.goto(`/dossiers/${dossierId}/propositions`);
    await who.check();
    expect(await main(who)).toContain(announcement);
    expect(await main(who)).toContain(who.t('messages:announcesClosing'));
    expect(await main(who)).toMatch(/La fermeture du dossier sans entente a été annoncée/);
  }

  // Something is proposed after all: it is to be announced again, and what was written to close with is there again then.
  await mediator.page.goto(`/dossiers/${dossierId}/mediation/fermeture`);
  await mediator.fill(form);
  await run([
    { by: 'mediator', act: 'propose' },
    {
      ...{ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
      body: 'Cette fois, je ferme le dossier.',
    },
  ]);
  await mediator.page.waitForFunction((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('main [name=nature]');
    return field?.value === text;
  }, form.nature);
  await run([
    {
      by: 'mediator',
      act: 'closeMediation',
      reason: form.reason,
      nature: form.nature,
      justification: form.justification,
    },
  ]);
  expect(await main(mediator)).toContain('Positions inconciliables');

  await consumer.page.goto(`/dossiers/${dossierId}`);
  await consumer.check();
  expect(await main(consumer)).toContain(form.justification);
  const { text } = await readAttestation(consumer, dossierId);
  expect(text).toContain(form.nature);
  expect(text).toContain('n° 2147');
  expect(text).not.toContain(form.justification);
  const again = await mediator.page.goto(`/dossiers/${dossierId}/mediation/fermeture`);
  expect(again?.status()).toBe(409);
  expect(stage.problems().filter((problem) => !/409|403/.test(problem))).toEqual([]);
}, 240_000);

test('A-03 A-08 F-121: a mediator hands the dossier back, the Office names another, a party leaves, the mediator closes', async () => {
  const dossierId = await stage.bring(pool, []);
  const mediator = await stage.enter('mediator');
  const merchant = await stage.enter('azur.repondant');
  const second = await stage.enter('mediator2');
  const { step, run } = onPages(stage, dossierId, { mediator, mediator2: second, 'azur.repondant': merchant });
  await run([
    { by: 'azur.repondant', act: 'takeCharge' },
    { by: 'azur.repondant', act: 'propose' },
    { by: 'genevieve', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    { by: 'genevieve', act: 'postMessage', thread: 'consumerCaucus', body: 'Je prendrais deux mille dollars.' },
    { by: 'azur.repondant', act: 'postMessage', thread: 'merchantCaucus', body: 'Nous irions jusqu’à mille.' },
  ]);
  // A double click: the second sending finds a dossier that opens to them no more, and is told that it is done.
  await mediator.page.goto(`/dossiers/${dossierId}/mediation/remise`);
  expect(await mediator.page.locator('h1').innerText()).toBe('Me retirer');
  await mediator.fill({ reason: 'conflit_interets', parties: 'told', confirmed: true });
  await mediator.page.getByRole('button', { name: mediator.t('mediation:handBack.button'), exact: true }).dblclick();
  const told = new RegExp([mediator.t('forms:doneBefore'), mediator.t('mediation:handBack.doneTold')].join('|'));
  await mediator.page.getByText(told).waitFor();
  await mediator.page.waitForLoadState('load');
  expect(new URL(mediator.page.url()).pathname).toBe('/dossiers');
  const gone = await mediator.page.goto(`/dossiers/${dossierId}`);
  expect(gone?.status()).toBe(404);
  // B-10, §9.5: the parties read why, as the mediator chose; the Office too, who is not offered the same person again.
  await merchant.page.goto(`/dossiers/${dossierId}`);
  expect(await main(merchant)).toMatch(/remis à l’Office.*Raison\s: Conflit d’intérêts/);
  await stage.product.servers.mail.waitForMail(personOf('azur.repondant').email, ({ text }) =>
    /se retire et vous en dit la raison\s: Conflit d’intérêts/.test(text),
  );
  const officer = await stage.enter('officer');
  await officer.page.goto(`/office/dossiers/${dossierId}/mediation`);
  await officer.check();
  expect(await main(officer)).toMatch(/Hélène Duval, le .*Raison\s: Conflit d’intérêts/);
  expect(await officer.page.getByLabel('Hélène Duval').count()).toBe(0);
  expect(await officer.page.getByLabel('Karim Benali').count()).toBe(1);
  await run([
    { by: 'officer', act: 'assignMediator', mediator: 'mediator2' },
    { by: 'mediator2', act: 'declareNoConflict' },
  ]);
  // private talks with the former mediator are closed until each party opens its own.
  for (const thread of ['consumerCaucus', 'merchantCaucus']) {
    await second.page.goto(`/dossiers/${dossierId}/messages?fil=${thread}`);
    await second.check();
    expect(await main(second)).not.toMatch(/deux mille|jusqu’à mille/);
  }
  await step({ by: 'genevieve', act: 'openCaucus' });
  await second.page.goto(`/dossiers/${dossierId}/messages?fil=consumerCaucus`);
  expect(await main(second)).toContain('Je prendrais deux mille dollars.');
  await second.page.goto(`/dossiers/${dossierId}/messages?fil=merchantCaucus`);
  expect(await main(second)).not.toContain('Nous irions jusqu’à mille.');
  await run([
    { by: 'mediator2', act: 'postMessage', thread: 'mediationRoom', body: 'Bonjour, je prends la suite.' },
    {
      by: 'genevieve',
      act: 'withdrawFromMediation',
      reason: 'plus_interet',
      justification: 'J’ai acheté une autre piscine.',
    },
  ]);
  for (const who of [merchant, second]) {
    await who.page.goto(`/dossiers/${dossierId}`);
    await who.check();
    expect(await main(who)).toContain('J’ai acheté une autre piscine.');
    expect(await main(who)).toContain('Plus d’intérêt à poursuivre');
  }
  await choose({ dossierId, who: second }, second.t('turn:actions.announceClosing'));
  await run([
    { by: 'mediator2', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
    { by: 'mediator2', act: 'closeMediation', reason: 'retrait_partie' },
  ]);
  await merchant.page.goto(`/dossiers/${dossierId}`);
  await merchant.check();
  expect(await main(merchant)).toContain('Une partie se retire de la médiation');
  expect(stage.problems().filter((problem) => !/404/.test(problem))).toEqual([]);
}, 240_000);
