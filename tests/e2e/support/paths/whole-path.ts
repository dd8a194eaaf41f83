import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from '#domain/testing/scenario/step.ts';
import { drawPaper } from '#scripts/demo/files/paper.ts';
import { takePhoto } from '#scripts/demo/files/photo.ts';
import { personOf } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../browser/actor.ts';
import { signUp } from '../stage/arrivals.ts';
import { fromHeader, fromList } from '../browser/links.ts';
import { sendFiles } from '../browser/send-files.ts';
import type { Stage } from '../stage/stage.ts';
import type { Offer } from '../steps/at.ts';
import type { OnPages } from '../steps/steps.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures');

export const consumer = {
  firstName: 'Océane',
  lastName: 'Létourneau-Smith',
  email: 'oceane.letourneau@courriel.example',
  password: 'une tasse de thé à la bergamote',
};

/**
 * F-051: an officer records a request, and the consumer's mail carries both codes and a link with them.
 *
 * @param merchant as the list of the form names it.
 */
export async function issueCodes(
  stage: Stage,
  officer: Actor,
  {
    language,
    merchant = 'Électro Nordet',
    email = consumer.email,
    problemKind = 'garantie',
  }: { language: 'fr' | 'en'; merchant?: string; email?: string; problemKind?: string },
) {
  await fromHeader(officer, officer.t('layout:office'));
  await officer.follow(officer.t('office:nav.codes'));
  await officer.follow(officer.t('office:codes.new'));
  await officer.check();
  await officer.fill({ email, merchantId: merchant, problemKind, language });
  const { mail: server } = stage.product.servers;
  const earlier = server.messages(email).map(({ messageId }) => messageId);
  await officer.press(officer.t('office:request.submit'));
  await officer.page.waitForURL('**/office/codes');
  await officer.check();
  const mail = await server.waitForMail(
    email,
    ({ messageId, text }) => !earlier.includes(messageId) && /R2\d{3}-\d{6}/.test(text),
  );
  const link = mail.text.match(/https?:\/\/[^\s>]+\/dossiers\/nouveau\?[^\s>]+/)?.[0] ?? '';
  const code = decodeURIComponent(link.split('#code=')[1] ?? '');
  expect(code).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/);
  expect(mail.text).toContain(code);
  return { link, code };
}

/** F-010 F-011 F-012: from the link, the consumer registers, proves the address and completes the profile. */
export async function register(stage: Stage, who: Actor, link: string): Promise<void> {
  await who.page.goto(link);
  await who.check();
  await who.follow(who.t('filing:new.register'));
  await signUp(stage, who, consumer);
  await who.page.waitForURL('**/dossiers/nouveau**');
}

/** F-053 F-054 F-055: the codes, the terms and the undertaking. @returns the dossier's id. */
export async function openWithCodes(who: Actor, code: string): Promise<string> {
  const { page } = who;
  await who.check();
  if ((await page.locator('[name=accessCode]').inputValue()) === '') await who.fill({ accessCode: code });
  expect(await page.locator('[name=reference]').inputValue()).toMatch(/^R2/);
  await who.press(who.t('filing:new.submit'));
  await page.waitForURL(/\/dossiers\/nouveau\/[\da-f-]{36}/);
  // Neither the address nor what the browser remembers of it has the code.
  expect(page.url()).not.toContain(code);
  await who.check();
  await who.fill({ terms: true, confidentiality: true });
  await who.press(who.t('filing:undertaking.submit'));
  await page.waitForURL(({ pathname }) => pathname.endsWith('/creation'));
  await who.check();
  return new URL(page.url()).pathname.split('/').at(-2) ?? '';
}

const terms =
  'Le technicien vient un mardi soir, après 18 h. « Garantie » : deux ans, pièces & main-d’œuvre <incluses>.';

/** F-057: the five steps, leaving half-way and coming back, then the submission; each page is reached from the one before. */
export async function fillAndSubmit(
  who: Actor,
  dossierId: string,
  { autosave = false, documents = true }: { autosave?: boolean; documents?: boolean } = {},
): Promise<void> {
  const { page } = who;
  const root = `/dossiers/${dossierId}/creation`;
  const next = () => who.press(who.t('filing:next'));
  const at = async (screen: string) => {
    await page.waitForURL(`**${root}/${screen}`);
    await who.check();
  };
  await who.follow(who.t('filing:tasks.start'));
  await at('vous');
  await who.fill({ confirmed: true });
  await next();
  await at('commercant');
  await who.fill({ merchantContact: 'Karine, au comptoir', merchantConfirmed: true });
  await next();
  await at('bien');
  const item = 'Réfrigérateur Nordik qui dégèle';
  const saved = autosave
    ? page.waitForResponse(
        (response) =>
          response.url().includes('/enregistrer') &&
          response.ok() &&
          new URLSearchParams(response.request().postData() ?? '').get('brand') === 'Nordik',
      )
    : null;
  await who.fill({ category: 'electromenagers.gros', item, brand: 'Nordik' });
  if (saved) {
    // B-03: nothing is pressed; the page says when it saved, and the person leaves.
    await saved;
    await fromList({ who, dossierId });
    await who.follow(who.t('checks:steps.problem'));
    await at('bien');
    expect(await page.locator('[name=item]').inputValue()).toBe(item);
  }
  await next();
  await at('contrat');
  await who.fill({
    contractDate: dayFromToday(-400),
    contractPlace: 'magasin',
    pricePaid: who.language === 'fr' ? '1 299,99 $' : '$1,299.99',
    paymentMethod: 'debit',
  });
  await next();
  await at('demarches');
  await who.fill({
    'priorSteps.0.means': 'telephone',
    'priorSteps.0.date': dayFromToday(-30),
    'priorSteps.0.outcome': 'On devait me rappeler.',
  });
  await next();
  await at('nature');
  await who.fill({ 'nature[]': ['defectueux', 'garantie_legale'] });
  await next();
  await at('precisions');
  await who.fill({ details: 'Il dégèle la nuit depuis trois semaines.' });
  await next();
  await at('solutions');
  await who.fill({ 'remedy[]': ['reparation'] });
  await next();
  await at('details');
  await who.fill({ 'reparation.deadline': dayFromToday(20), 'reparation.place': 'Chez moi' });
  await next();
  await at('modalites');
  await who.fill({ terms });
  await next();
  await at('documents');
  if (documents) await addDocuments(who);
  if (documents) await who.press(who.t('filing:documents.save'));
  else await who.follow(who.t('filing:tasks.review'));
  await at('revision');
  expect(await page.locator('main').innerText()).toContain(terms);
  await who.press(who.t('filing:review.submit'));
  await page.waitForURL(`**/dossiers/${dossierId}`);
  await who.check();
}

/** F-052, F-067: a phone's HEIC, a photo that says where it was taken, and an invoice, at once. */
async function addDocuments(who: Actor): Promise<void> {
  const photo = await takePhoto({ scene: 'fridge', takenAt: '2026:11:02 07:00:00', north: 46.81, west: 71.21 });
  const invoice = await drawPaper({
    kind: 'invoice',
    language: who.language,
    from: { name: 'Électro Nordet', lines: [] },
    to: { name: consumer.lastName, lines: [] },
    date: '2025-10-20',
    lines: [{ label: 'Nordik', unitPrice: 112999 }],
  });
  await who.page.locator('input[type=file][name=files]').setInputFiles([
    {
      name: 'IMG_0001.HEIC',
      mimeType: 'image/heic',
      buffer: await readFile(path.join(fixtures, 'refrigerateur.heic')),
    },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'facture.pdf', mimeType: 'application/pdf', buffer: invoice },
  ]);
  await sendFiles(who, who.t('upload:send'));
  await who.page.locator('[name^="title-"]').nth(2).waitFor();
  expect(await who.page.locator('[name^="title-"]').count()).toBe(3);
  await who.check();
}

/** F-080: the respondent is told where the dossier is; another member finds it in their list. */
export async function findAsMerchant(stage: Stage, who: Actor, dossierId: string): Promise<void> {
  await stage.product.servers.mail.waitForMail(personOf('nordet.repondant').email, ({ text }) =>
    text.includes(`/dossiers/${dossierId}`),
  );
  await fromList({ who, dossierId });
  await who.check();
}

/** F-084, F-090: a member of the merchant takes charge and counters. */
export const takeChargeAndCounter: Step<string, Offer>[] = [
  { by: 'merchant', act: 'takeCharge' },
  {
    by: 'merchant',
    act: 'propose',
    proposal: {
      remedies: ['credit'],
      values: { 'credit.amount': '100' },
      terms: 'Un crédit en magasin pour les inconvénients.',
    },
  },
];

/** F-099, A-14: the agreement is read, ticked and accepted; without the tick nothing is. */
export async function acceptOpen(steps: OnPages, { page }: Actor): Promise<void> {
  await steps.step({ by: 'consumer', act: 'acceptProposal', read: false });
  expect(await page.locator('[name=read]').isChecked()).toBe(false);
  expect(page.url()).toContain('/accepter');
  await steps.step({ by: 'consumer', act: 'acceptProposal' });
}
