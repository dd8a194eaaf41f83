import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { helpAddress, type HelpTheme } from '#contracts/pages/index.ts';
import { deliveryDamage } from '#scripts/demo/disputes/delivery-damage.ts';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { open } from '../support/steps/at.ts';
import { fromMail, openTab } from '../support/browser/links.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** What people are told and advised, where it is of use to them, and one click away in full. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    ...['officer', 'gerard', 'boreal.repondant', 'boreal.rep'],
    ...['nassim', 'boreal.rep2', 'tilleul.repondant'],
  ]);
}, 240_000);
afterAll(() => stage?.stop());

const main = async (who: Actor) => (await who.page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');

/** Follows the link of the page that is open to a page of help, and reads it. */
async function reads(who: Actor, theme: HelpTheme, section?: string): Promise<string> {
  await who.page
    .locator(`main a[href="${helpAddress(theme, section)}"]`)
    .first()
    .click();
  await who.page.waitForURL(`**${helpAddress(theme)}**`);
  await who.check();
  expect(await who.page.title()).toContain(await who.page.locator('h1').innerText());
  if (section) expect(await who.page.locator(`#${section}`).isVisible()).toBe(true);
  return main(who);
}

/** Words of help pages, in the two languages of their readers. */
const words = {
  fr: {
    promises: ['gratuit', 'neutre', 'privé', 'sécurisé'],
    doors: ['Personnes consommatrices', 'Commerçants', 'Médiatrices et médiateurs'],
    contact: 'peut refuser de négocier et fermer le dossier',
    remedies: ['mise en demeure', 'Division des petites créances'],
    solutions: ['Dommages-intérêts', 'dommages punitifs', 'article 272'],
  },
  en: {
    promises: ['free', 'neutral', 'private', 'secure'],
    doors: ['Consumers', 'Merchants', 'Mediators'],
    contact: 'may refuse to negotiate and close the file',
    remedies: ['formal notice', 'Small Claims Division'],
    solutions: ['Damages', 'punitive damages', 'section 272'],
  },
};

test.each(['fr', 'en'] as const)(
  'F-001 F-004 F-008 F-050 F-146 F-147 F-148 B-04: from the first page a visitor finds what this is, their own way in, and every page of help (%s)',
  async (language) => {
    const visitor = await stage.stranger(language);
    const said = words[language];
    await open(visitor, '/');
    const home = await main(visitor);
    for (const word of said.promises) expect(home.toLowerCase()).toContain(word);
    // F-008: a way in for each kind of person.
    const doors = await visitor.page.locator('main .pc-doors h2, main .pc-doors h3').allInnerTexts();
    expect(doors).toHaveLength(3);
    const ways = await visitor.page.$$eval('main .pc-doors a[href]', (all) => all.map((a) => a.getAttribute('href')));
    expect(ways).toEqual(expect.arrayContaining(['/inscription', '/connexion', '/participation']));

    await open(visitor, '/dossiers/nouveau');
    expect(await reads(visitor, 'participants')).toContain(said.contact);
    await open(visitor, '/');
    const remedies = await reads(visitor, 'remedies');
    for (const word of said.remedies) expect(remedies).toContain(word);
    await open(visitor, '/');
    const solutions = await reads(visitor, 'solutions');
    for (const word of said.solutions) expect(solutions.toLowerCase()).toContain(word.toLowerCase());

    await open(visitor, '/aide');
    await reads(visitor, 'caseLaw');
    const tools = await visitor.page.$$eval('main a[href^="https:"]', (all) =>
      all.map((a) => [(a as HTMLElement).innerText, a.getAttribute('href')]),
    );
    expect(tools).toEqual([
      [expect.stringContaining('Exemples de jugements'), 'https://www.opc.gouv.qc.ca/'],
      [expect.stringContaining('Recherche de décisions'), 'https://citoyens.soquij.qc.ca/'],
    ]);
    await open(visitor, '/aide');
    await reads(visitor, 'contact');
    expect(await visitor.page.locator('main a[href^="mailto:"]').count()).toBeGreaterThan(0);

    // B-04: the table, read as a table: a mediator never has the parties' own messages.
    await open(visitor, '/');
    await visitor.page.locator('main a[href="/qui-voit-quoi"]').first().click();
    await visitor.page.waitForURL('**/qui-voit-quoi');
    await visitor.check();
    expect(await visitor.page.locator('main table th[scope=row]').count()).toBeGreaterThan(10);
    await visitor.close();
    expect(stage.problems()).toEqual([]);
  },
);

test('F-066 F-096 F-097 F-100: while they negotiate, people read how, how long, and why an agreement is recorded first', async () => {
  const dossierId = await stage.bring(mattress, []);
  const merchant = await stage.enter('boreal.rep');
  const consumer = await stage.enter('gerard');
  const { run } = onPages(stage, dossierId, { gerard: consumer, 'boreal.rep': merchant });
  await run([{ by: 'boreal.rep', act: 'takeCharge' }]);

  await open(merchant, `/dossiers/${dossierId}/messages`);
  expect(await main(merchant)).toContain(merchant.t('messages:formalise').replaceAll('\u00a0', ' '));
  expect(await reads(merchant, 'negotiation', 'convenir')).toContain('Faites-en toujours une proposition');
  await open(merchant, `/dossiers/${dossierId}/messages`);
  expect(await reads(merchant, 'negotiation', 'temps')).toContain('délai raisonnable');
  await open(merchant, `/dossiers/${dossierId}/propositions/nouvelle`);
  expect(await reads(merchant, 'negotiation')).toContain('Outils d’aide à la négociation');

  await open(merchant, `/dossiers/${dossierId}/propositions`);
  await merchant.page.locator('main a[href$="/accepter"]').first().click();
  await merchant.page.waitForURL('**/accepter');
  await merchant.check();
  expect(await main(merchant)).toContain('L’entente s’enregistre avant d’être réalisée');
  await reads(merchant, 'process', 'entente');
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-098: while they wait for the other side, people read how to nudge it, and do so in the message centre', async () => {
  const dossierId = await stage.bring((calendar) => ({ ...mattress(calendar), key: 'nudged' }), []);
  const consumer = await stage.enter('gerard');
  const merchant = await stage.enter('boreal.rep');
  const { run, step } = onPages(stage, dossierId, { gerard: consumer, 'boreal.rep': merchant });
  await step({ by: 'boreal.rep', act: 'takeCharge' });
  // Whose turn it is does not need it; who waits has it on the page.
  const advised = async (who: Actor) => {
    await openTab({ who, dossierId }, 'summary');
    return who.page
      .locator('main')
      .getByRole('link', { name: who.t('help:at.time') })
      .count();
  };
  expect([await advised(consumer), await advised(merchant)]).toEqual([1, 0]);
  const advice = await reads(consumer, 'negotiation', 'temps');
  expect(advice).toContain('Si l’autre partie tarde, relancez-la dans le centre de messagerie.');
  await openTab({ who: consumer, dossierId }, 'messages');
  await reads(consumer, 'negotiation', 'temps');
  const body = 'Bonjour, avez-vous pu lire ma proposition?';
  await run([{ by: 'gerard', act: 'postMessage', body }]);
  await fromMail(stage, merchant, { to: personOf('boreal.rep').email, subject: /nouveau message/ });
  expect(await main(merchant)).toContain(body);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-145: a company’s people are told which mails to watch, on their list', async () => {
  await stage.bring(deliveryDamage);
  const merchant = await stage.enter('boreal.rep2');
  await open(merchant, '/dossiers');
  expect(await main(merchant)).toMatch(/lisez les courriels de la plateforme et les messages de l’Office/);
  await reads(merchant, 'merchants');
  expect(stage.problems()).toEqual([]);
}, 60_000);
