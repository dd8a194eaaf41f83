import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { helpAddress } from '#contracts/pages/index.ts';
import { deliveryDamage } from '#scripts/demo/disputes/delivery-damage.ts';
import { onlinePurchase } from '#scripts/demo/disputes/online-purchase.ts';
import { personOf } from '#scripts/demo/people.ts';
import { eventually } from '#scripts/system/eventually.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** What a company's people meet from the first mail of a dossier: what they read, what they may do, who is told. */
let stage: Stage;
beforeAll(async () => {
  // the same ladder as in fifteen days, in as many seconds.
  const ladder = { takeChargeReminders: [{ seconds: 8 }, { seconds: 11 }], takeChargeAlert: { seconds: 14 } };
  stage = await setStage(
    [
      ...['officer', 'nassim', 'boreal.repondant', 'boreal.rep', 'boreal.rep2'],
      ...['sylvie', 'trouvaille.repondant', 'trouvaille.rep'],
    ],
    { POLICY_JSON: JSON.stringify(ladder) },
  );
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();
const linksOf = (who: Actor) =>
  who.page.$$eval('main a[href]', (all) => all.map((link) => link.getAttribute('href') ?? ''));
/** Where the Office's own mail goes (config/env.ts). */
const office = 'office@parle-consommation.example';
const mailTo = (key: string, subject: RegExp) =>
  stage.product.servers.mail.waitForMail(personOf(key).email, (mail) => subject.test(mail.subject));

test('F-082 F-085 F-086 F-088 F-145 A-22 A-23: read before it is taken over, by everyone, acted on by nobody; then by one person, who hears of everything', async () => {
  const dossierId = await stage.bring(deliveryDamage);
  // until somebody takes it over, all that happens is told to the respondent.
  await mailTo('boreal.repondant', /^Nouveau dossier/);
  const representative = await stage.enter('boreal.rep');
  const { page } = representative;

  // F-082: the problem, the documents and the proposal, before any decision.
  const problem = /Une patte de la table est fendue/;
  await page.goto(`/dossiers/${dossierId}`);
  await representative.check();
  expect(await main(representative)).toMatch(problem);
  // F-145: which mails to read.
  expect(await main(representative)).toMatch(/lisez les courriels de la plateforme et les messages de l’Office/);
  await page.goto(`/dossiers/${dossierId}/documents`);
  await representative.check();
  expect(await main(representative)).toContain('Soumission du peintre');
  await page.goto(`/dossiers/${dossierId}/propositions`);
  await representative.check();
  expect(await main(representative)).toContain('Livraison le soir ou la fin de semaine.');

  // no act but taking over and refusing is offered, and none is taken by its address.
  expect((await linksOf(representative)).filter((to) => /nouvelle$|accepter$|modifier$/.test(to))).toEqual([]);
  for (const act of ['propositions/nouvelle', 'fermeture']) {
    const answer = await page.goto(`/dossiers/${dossierId}/${act}`);
    expect([act, answer?.status()]).not.toEqual([act, 200]);
  }
  await page.goto(`/dossiers/${dossierId}/mediation`);
  expect(await main(representative)).toContain(representative.t('dossier:mediation.cannot'));
  expect(await page.getByRole('button', { name: representative.t('dossier:mediation.button') }).count()).toBe(0);
  await page.goto(`/dossiers/${dossierId}/messages`);
  await representative.check();
  expect(await page.locator('main [name=body]').count()).toBe(0);
  expect(await main(representative)).toContain(representative.t('messages:notTaken'));

  // F-088: at the moment of taking over, what helps.
  await page.goto(`/dossiers/${dossierId}/prise-en-charge`);
  await representative.check();
  for (const advice of [/Présentez-vous dans le centre de messagerie/, /Répondez vite/, /Connectez-vous régulièrement/])
    expect(await main(representative)).toMatch(advice);
  expect(await linksOf(representative)).toContain(helpAddress('merchants'));
  const { step, run } = onPages(stage, dossierId, { 'boreal.rep': representative });
  await step({ by: 'boreal.rep', act: 'takeCharge' });

  // F-085: the summary and the solution, and negotiation begins.
  expect(await main(representative)).toMatch(problem);
  await page.goto(`/dossiers/${dossierId}/propositions`);
  expect((await linksOf(representative)).filter((to) => /nouvelle$|accepter$/.test(to)).length).toBeGreaterThan(1);

  // F-086: from now on that person is told, and nobody else of the company.
  await run([{ by: 'nassim', act: 'postMessage', body: 'Bonjour, la patte ne tient plus.' }]);
  await mailTo('boreal.rep', /un nouveau message/);
  const told = stage.product.servers.mail.messages().filter(({ subject }) => /un nouveau message/.test(subject));
  expect(told.map(({ to }) => to)).toEqual([personOf('boreal.rep').email]);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('A-06 F-104: a merchant that never answers is reminded, the Office is told, and the consumer leaves when they want, with the kit', async () => {
  const dossierId = await stage.bring((calendar) => ({ ...deliveryDamage(calendar), key: 'never-answered' }));
  const about = (subject: RegExp) => (mail: { subject: string; text: string }) =>
    subject.test(mail.subject) && mail.text.includes(dossierId);
  const { mail } = stage.product.servers;
  await mail.waitForMail(personOf('boreal.repondant').email, about(/attend d’être pris en charge/), 60_000);
  const alert = await mail.waitForMail(office, about(/le commerçant ne répond pas/), 60_000);
  const reminders = () =>
    mail.messages(personOf('boreal.repondant').email).filter(about(/attend d’être pris en charge/)).length;
  await eventually(() => reminders() === 2, { within: 30_000 });

  // The Office's mail leads to the dossier, which says how often the merchant was reminded, and who is awaited.
  const officer = await stage.enter('officer');
  await officer.page.goto(new URL(alert.text.match(/https?:\/\/\S+\/office\/dossiers\/[\da-f-]+/)?.[0] ?? '').pathname);
  await officer.check();
  await officer.follow(officer.t('office:dossier.followUp'));
  await officer.check();
  const reminder = officer.t('office:followUp.reminder');
  expect((await main(officer)).split(reminder)).toHaveLength(3);

  const consumer = await stage.enter('nassim');
  const justification = 'Le commerçant ne répond pas : j’irai aux petites créances.';
  const steps = onPages(stage, dossierId, { nassim: consumer });
  await steps.step({ by: 'nassim', act: 'closeDossier', justification });
  const kit = await mail.waitForMail(personOf('nassim').email, ({ subject }) => /vos autres recours/.test(subject));
  expect(kit.text).toMatch(/mise en demeure/i);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-042: a company finds its closed dossiers by the filter, the consumer without one', async () => {
  const dossierId = await stage.bring(onlinePurchase);
  const consumer = await stage.enter('sylvie');
  const merchant = await stage.enter('trouvaille.rep');
  const listed = async (who: Actor, address: string) => {
    await who.page.goto(address);
    await who.check();
    return (await linksOf(who)).some((to) => to.includes(dossierId));
  };
  expect(await listed(merchant, '/dossiers')).toBe(true);
  await onPages(stage, dossierId, { sylvie: consumer }).step({ by: 'sylvie', act: 'closeDossier' });
  expect(await listed(consumer, '/dossiers')).toBe(true);
  expect(await listed(merchant, '/dossiers')).toBe(false);
  await merchant.page.goto('/dossiers');
  await merchant.page.locator('main a[href*="vue=fermes"]').first().click();
  await merchant.page.waitForURL('**vue=fermes**');
  await merchant.check();
  expect((await linksOf(merchant)).some((to) => to.includes(dossierId))).toBe(true);
  expect(stage.problems()).toEqual([]);
}, 90_000);
