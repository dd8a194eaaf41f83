import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { label } from '#content/lists/index.ts';
import { formatDate } from '#content/texts/format.ts';
import { personOf } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../support/browser/actor.ts';
import {
  addMember,
  enrolMerchant,
  fillSignIn,
  firstVisit,
  openMediator,
  signInFromHome,
  signOut,
} from '../support/stage/arrivals.ts';
import { choose, fromMail, go } from '../support/browser/links.ts';
import { readAgreement } from '../support/documents/official.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import * as whole from '../support/paths/whole-mediation.ts';
import { company, main, plain, said, type DossierOnPages } from '../support/paths/whole-mediation.ts';
import * as path from '../support/paths/whole-path.ts';

/** A whole mediation from the pages and the mails alone: but for the officer's, who is there from the installation on, every account is made on the way. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer']);
}, 240_000);
afterAll(() => stage?.stop());

const { respondent: odile, representative: luc, mediatorToBe: kim } = whole;
const turn = (who: Actor) => who.page.getByRole('region', { name: who.t('turn:title'), exact: true });

let officer: Actor;
let respondent: Actor;
let merchant: Actor;
let mediator: Actor;
let consumer: Actor;
let dossier: DossierOnPages;

test('F-016 F-017 F-020 F-021: an officer signs in and makes the accounts of a company and of a mediator, who come in by the links of their mails', async () => {
  officer = await stage.stranger('fr');
  await signInFromHome(officer, personOf('officer'));
  await enrolMerchant(officer, company, odile);
  await addMember(officer, luc);
  await openMediator(officer, kim);
  respondent = await firstVisit(stage, odile);
  merchant = await firstVisit(stage, luc);
  mediator = await firstVisit(stage, kim);
  await signOut(mediator);
  for (const who of [respondent, merchant]) expect(await main(who)).toContain(company.name);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-010 F-051 F-053 F-054 F-057 F-069 F-080 F-084 F-090: the consumer comes in by the codes and sends a dossier; the representative takes charge and counters', async () => {
  consumer = await stage.stranger('fr');
  const enter = (link: string) => path.register(stage, consumer, link);
  dossier = await whole.openDossier(stage, { officer, consumer, merchant, mediator }, { enter, documents: true });
  await fromMail(stage, respondent, { to: odile.email, subject: /^Nouveau dossier/ });
  expect(await main(respondent)).toContain('Il dégèle la nuit depuis trois semaines.');
  await dossier.step({ by: 'merchant', act: 'takeCharge' });
  expect(await dossier.read(consumer, 'summary')).toContain(`${luc.firstName} ${luc.lastName}`);
  expect(stage.problems()).toEqual([]);
}, 180_000);

test('F-039 F-105 A-01 A-10: both counters are on the page before mediation can be asked for, and when it is; the other side is told and asked nothing', async () => {
  const { read } = dossier;
  const counters = async (who: Actor) => {
    await read(who, 'summary');
    await turn(who).getByText(who.t('turn:mediation.title')).click();
    return plain(await turn(who).innerText());
  };
  const before = await counters(consumer);
  expect(before).toContain('partie consommatrice : 1, commerçant : 0');
  expect(before).toMatch(/le sera le (\p{L}+ )?\d{1,2}(er)? \p{L}+ 20\d\d/u);
  expect(before.match(/\(pas encore remplie\)/g)).toHaveLength(2);
  const asks = turn(consumer).locator('a', { hasText: consumer.t('turn:actions.requestMediation') });
  expect(await asks.count()).toBe(0);
  expect(await read(consumer, 'proposals')).not.toContain(said(consumer, 'messages:send'));

  await dossier.run(path.takeChargeAndCounter.slice(1));
  await read(consumer, 'summary');
  await choose({ who: consumer, dossierId: dossier.id }, consumer.t('turn:actions.requestMediation'));
  const asked = await main(consumer);
  expect(asked).toContain('partie consommatrice : 1, commerçant : 1');
  expect(asked.match(/\(pas encore remplie\)/g)).toHaveLength(1);
  expect(asked).toMatch(/le sera le/);
  expect(asked).toContain(said(consumer, 'dossier:mediation.consent', { other: company.name }));
  await consumer.press(consumer.t('dossier:mediation.button'));
  await fromMail(stage, merchant, { to: luc.email, subject: /la médiation a été demandée/ });
  expect(await main(merchant)).toContain(said(merchant, 'turn:what.assignMediator.them'));
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-034 F-110 F-111 F-112 F-113 F-121 F-122 B-10: the officer names a mediator from the desk, who comes by the mail, declares, reads, and writes to the three and to each side', async () => {
  const { run, read } = dossier;
  await whole.assign(officer, dossier);
  await fromMail(stage, mediator, { to: kim.email, subject: /médiation vous est confiée/ });
  await fillSignIn(mediator, kim);
  await mediator.page.waitForURL('**/mediation/declaration');
  await mediator.check();
  expect(await main(mediator)).toContain(path.consumer.lastName);
  expect(await main(mediator)).not.toContain('Réfrigérateur Nordik');
  await mediator.fill({ declaration: 'none' });
  await mediator.press(mediator.t('mediation:declare.button'));
  await mediator.page.waitForURL(`**/dossiers/${dossier.id}`);
  await mediator.check();

  // F-122: the problem, and where both sides stand; F-110: to answer none of it is the mediator's.
  expect(await main(mediator)).toContain('Il dégèle la nuit depuis trois semaines.');
  const stand = await read(mediator, 'proposals');
  for (const words of ['Le technicien vient un mardi soir', 'Un crédit en magasin']) expect(stand).toContain(words);
  const accepts = (who: Actor) => who.page.locator('main').getByRole('link', { name: who.t('proposals:accept') });
  expect(await accepts(mediator).count()).toBe(0);
  // F-111: nobody else proposes, nor can what was on the table be accepted.
  for (const who of [consumer, merchant]) {
    await read(who, 'proposals');
    expect(await accepts(who).count()).toBe(0);
    expect(await who.page.locator('main a[href$="/propositions/nouvelle"]').count()).toBe(0);
  }

  // F-034: what either side filed, opened by each of the three.
  await dossier.step({ by: 'merchant', act: 'addDocument', title: 'Bon de garantie' });
  const opened = async (who: Actor, title: string) => {
    await read(who, 'documents');
    const file = who.page.waitForEvent('download');
    await who.page.getByRole('link', { name: `${who.t('dossier:documents.download')} ${title}` }).click();
    return readFile(await (await file).path());
  };
  for (const title of ['facture', 'Bon de garantie']) {
    const [theirs, others, mediators] = [
      await opened(consumer, title),
      await opened(merchant, title),
      await opened(mediator, title),
    ];
    expect(theirs.subarray(0, 5).toString()).toBe('%PDF-');
    expect(others.equals(theirs) && mediators.equals(theirs)).toBe(true);
  }

  // F-112, F-113: in the tab of proposals to both, in the message centre to each alone.
  const words = {
    mediationRoom: 'Bonjour, je suis Kim Tran. Qu’est-ce qui compte le plus pour vous?',
    consumerCaucus: 'En privé : que feriez-vous sans réfrigérateur?',
    merchantCaucus: 'En privé : combien coûte une visite?',
  } as const;
  await run([
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: words.mediationRoom },
    { by: 'mediator', act: 'postMessage', thread: 'consumerCaucus', body: words.consumerCaucus },
    { by: 'mediator', act: 'postMessage', thread: 'merchantCaucus', body: words.merchantCaucus },
  ]);
  for (const [who, by, own, other] of [
    [consumer, 'consumer', 'consumerCaucus', 'merchantCaucus'],
    [merchant, 'merchant', 'merchantCaucus', 'consumerCaucus'],
  ] as const) {
    expect(await read(who, 'proposals')).toContain(words.mediationRoom);
    await read(who, 'messages');
    const rooms = who.page.getByRole('navigation', { name: who.t('messages:threads') });
    expect(await rooms.getByRole('link', { name: label('threads', other, 'fr') }).count()).toBe(0);
    await go(who, rooms.getByRole('link', { name: label('threads', own, 'fr') }));
    expect(await main(who)).toContain(words[own]);
    expect(await who.page.content()).not.toContain(words[other]);
    await dossier.step({ by, act: 'postMessage', thread: own, body: `Réponse de ${by}.` });
  }
  await fromMail(stage, mediator, { to: kim.email, subject: /message/ });
  expect(await main(mediator)).toMatch(/Réponse de (consumer|merchant)\./);
  expect(stage.problems()).toEqual([]);
}, 180_000);

const terms = 'Le réfrigérateur est livré <un mardi> & l’ancien repris sans frais.';

test('F-114 F-115 F-125 F-126 F-127 F-128 F-129: the mediator proposes, previews and sends; each field of a solution is asked for; each side accepts or says that it does not do', async () => {
  const { read, step } = dossier;
  const { page, t } = mediator;
  await read(mediator, 'proposals');
  await mediator.follow(t('proposals:makeInitial'));
  await mediator.check();
  // F-126, F-127: a delivery asks for its latest date, another form of compensation for its description; what is typed stays.
  await mediator.fill({ 'remedy[]': ['livraison', 'autre'], terms });
  const send = () => mediator.press(t('proposals:form.submitMediator'));
  await send();
  await mediator.check();
  expect(await page.title()).toMatch(/^Erreur/);
  for (const field of ['livraison.deadline', 'autre.description'])
    expect(await page.locator(`main [name="${field}"]`).getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('main [name=terms]').inputValue()).toBe(terms);
  const described = 'Un an d’entretien gratuit, sur rendez-vous.';
  await mediator.fill({ 'livraison.deadline': dayFromToday(30), 'autre.description': described });
  // F-129: the agreement as it would be, before anything is sent.
  await mediator.press(t('proposals:form.preview'));
  await mediator.check();
  const draft = plain(await page.locator('#brouillon').innerText());
  for (const words of [described, terms, formatDate('fr', dayFromToday(30))]) expect(draft).toContain(plain(words));
  expect(await read(consumer, 'proposals')).not.toContain(described);
  await send();
  await page.waitForURL('**/propositions');
  await mediator.check();

  for (const who of [consumer, merchant]) {
    const shown = await read(who, 'proposals');
    for (const words of [described, terms, formatDate('fr', dayFromToday(30))]) expect(shown).toContain(plain(words));
    // F-114, F-115: to accept, or to go on writing; nothing rejects.
    const links = who.page.locator('main');
    expect(await links.getByRole('link', { name: who.t('proposals:accept') }).count()).toBeGreaterThan(0);
    expect(await links.locator('[name=body]').count()).toBe(1);
    expect(await who.page.getByRole('button', { name: /rejeter|refuser/i }).count()).toBe(0);
  }
  // F-115: it does not do for the merchant, which the mediator reads and the consumer does not.
  await step({ by: 'merchant', act: 'askForRevision' });
  expect(await read(merchant, 'proposals')).toMatch(/Vous avez demandé une autre version le/);
  expect(await read(mediator, 'proposals')).toContain(`Ne convient pas à ${company.name}`);
  expect(await read(consumer, 'proposals')).not.toMatch(/demandé une autre version|Ne convient pas à/);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('§6 F-116 F-117 A-11 A-12: an acceptance is its author’s and the mediator’s to know, is taken back while the other side has not accepted, and is void once the mediator edits', async () => {
  const { read, step } = dossier;
  /** What each of the three reads of the acceptance. */
  const known = async () => {
    const [own, others, mediators] = [
      await read(consumer, 'proposals'),
      await read(merchant, 'proposals'),
      await read(mediator, 'proposals'),
    ];
    const takesBack = consumer.page.getByRole('button', { name: consumer.t('proposals:withdrawAcceptance') });
    return {
      consumer: [/Vous avez accepté cette version le/.test(own), (await takesBack.count()) > 0],
      merchant: /[Aa]ccept(ée par|é cette version)|Retirer mon acceptation/.test(others),
      mediator: new RegExp(`Acceptée par .*${path.consumer.lastName}`).test(mediators),
      // The card and whose turn it is, to the letter.
      readByMerchant: others,
    };
  };
  const none = { consumer: [false, false], merchant: false, mediator: false };
  const given = { consumer: [true, true], merchant: false, mediator: true };
  const before = await known();
  expect(before).toMatchObject(none);
  await step({ by: 'consumer', act: 'acceptProposal' });
  expect(await main(consumer)).toContain(said(consumer, 'proposals:acceptPage.done.awaited'));
  const accepted = await known();
  expect(accepted).toMatchObject(given);
  await step({ by: 'consumer', act: 'withdrawAcceptance' });
  expect(await main(consumer)).toContain(said(consumer, 'proposals:acceptanceWithdrawn'));
  const takenBack = await known();
  expect(takenBack).toMatchObject(none);
  expect([accepted.readByMerchant, takenBack.readByMerchant]).toEqual([before.readByMerchant, before.readByMerchant]);

  // given again, and void with the next version, of which the side that gave it is told.
  await step({ by: 'consumer', act: 'acceptProposal' });
  expect(await known()).toMatchObject(given);
  await step({ by: 'mediator', act: 'editProposal', proposal: { terms: `${terms} Version corrigée.` } });
  await fromMail(stage, consumer, { to: path.consumer.email, subject: /acceptation ne vaut plus/ });
  expect(await known()).toMatchObject(none);
  for (const who of [consumer, merchant, mediator]) expect(await main(who)).toMatch(/Version 2/);
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('F-101 F-103 F-117 F-118: the second acceptance of the same version concludes; the agreement is opened and read, the dossier closed, and the parties write for ninety days', async () => {
  const { read, step } = dossier;
  await step({ by: 'merchant', act: 'acceptProposal' });
  // F-117: of one side it is no agreement, and the page says so.
  expect(await main(merchant)).toContain(said(merchant, 'proposals:acceptPage.done.awaited'));
  await step({ by: 'consumer', act: 'acceptProposal' });
  expect(await main(consumer)).toContain(said(consumer, 'proposals:acceptPage.done.agreement'));
  const agreement = await readAgreement(consumer, dossier.id);
  for (const words of [`${terms} Version corrigée.`, 'Un an d’entretien gratuit', kim.lastName, luc.lastName])
    expect(plain(agreement.text)).toContain(words);
  const copy = await readAgreement(merchant, dossier.id);
  expect(copy.sha256).toBe(agreement.sha256);

  // F-118: closed by itself; until when the two write, and nobody else.
  const until = formatDate('fr', dayFromToday(90));
  for (const who of [consumer, merchant]) {
    const summary = await read(who, 'summary');
    for (const words of [said(who, 'dossier:closing.agreement'), until]) expect(summary).toContain(plain(words));
    expect(await read(who, 'messages')).toMatch(new RegExp(`Vous pouvez vous écrire jusqu’au .*${plain(until)}`));
  }
  await step({ by: 'consumer', act: 'postMessage', thread: 'negotiation', body: 'Merci, à mardi.' });
  await read(merchant, 'messages');
  expect(await main(merchant)).toContain('Merci, à mardi.');
  for (const tab of ['proposals', 'messages'] as const) {
    expect(await read(mediator, tab)).not.toContain('Merci, à mardi.');
    expect(await mediator.page.locator('main [name=body]').count()).toBe(0);
  }
  expect(stage.problems()).toEqual([]);
}, 120_000);

test('A-08: a party leaves the mediation of another dossier; who left, why and until when is read by each of the three', async () => {
  const enter = async (link: string) => void (await consumer.page.goto(link));
  const people = { officer, consumer, merchant, mediator };
  const other = await whole.openDossier(stage, people, { enter, documents: false });
  const { id, read, run } = other;
  await run([...path.takeChargeAndCounter, { by: 'merchant', act: 'requestMediation' }]);
  await whole.assign(officer, other);
  await run([
    { by: 'mediator', act: 'declareNoConflict' },
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: 'Bonjour à vous deux.' },
  ]);
  await read(merchant, 'proposals');
  const justification = 'Le fabricant a remplacé l’appareil hier.';
  await run([{ by: 'merchant', act: 'withdrawFromMediation', reason: 'regle_autrement', justification }]);
  expect(await main(merchant)).toContain(said(merchant, 'dossier:leave.done.mediator'));
  await fromMail(stage, consumer, { to: path.consumer.email, subject: /se retire|retrait/ });
  await fromMail(stage, mediator, { to: kim.email, subject: /se retire|retrait/ });
  for (const who of [merchant, consumer, mediator]) {
    expect(who.page.url()).toContain(id);
    const shown = await read(who, 'summary');
    for (const words of [
      said(who, 'dossier:leaving.title'),
      label('partyClosingReasons', 'regle_autrement', 'fr'),
      justification,
      `${luc.firstName} ${luc.lastName}`,
      said(who, 'dossier:leaving.closes', { date: '' }).replace(/\.$/, '').trim(),
      formatDate('fr', dayFromToday(10)),
    ])
      expect(shown).toContain(plain(words));
  }
  expect(plain(await turn(mediator).innerText())).toContain(said(mediator, 'turn:heading.you'));
  expect(plain(await turn(mediator).innerText())).toContain(said(mediator, 'turn:what.closeAfterWithdrawal.you'));
  expect(stage.problems()).toEqual([]);
}, 180_000);
