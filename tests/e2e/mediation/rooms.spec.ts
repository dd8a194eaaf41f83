import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { personOf } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../support/browser/actor.ts';
import { open } from '../support/steps/at.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages, type OnPages } from '../support/steps/steps.ts';

/** From two who talk to three: what changes for each, and who reads what. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'mediator', 'fatou', 'saintlaurent.repondant', 'saintlaurent.rep']);
}, 240_000);
afterAll(() => stage?.stop());

const main = async (who: Actor) => (await who.page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const links = (who: Actor, end: RegExp) =>
  who.page
    .$$eval('main a[href]', (all) => all.map((link) => link.getAttribute('href') ?? ''))
    .then((all) => [...new Set(all)].filter((to) => end.test(to)));

let dossierId: string;
let consumer: Actor;
let merchant: Actor;
let mediator: Actor;
let steps: OnPages;

test('A-01 A-09 A-10 A-23: one side asks, with both counters on screen; negotiation goes on until a mediator is named', async () => {
  dossierId = await stage.bring(usedCar, []);
  consumer = await stage.enter('fatou');
  merchant = await stage.enter('saintlaurent.rep');
  mediator = await stage.enter('mediator');
  steps = onPages(stage, dossierId, { fatou: consumer, 'saintlaurent.rep': merchant, mediator });
  const asks = `/dossiers/${dossierId}/mediation`;
  const button = (who: Actor) => who.page.getByRole('button', { name: who.t('dossier:mediation.button') });

  // Nobody has taken it over: neither counter has begun.
  await open(consumer, asks);
  expect(await main(consumer)).toContain(consumer.t('turn:mediation.noStart'));
  expect(await button(consumer).count()).toBe(0);
  await steps.run([
    { by: 'saintlaurent.rep', act: 'takeCharge' },
    { by: 'fatou', act: 'postMessage', body: 'Entre nous : je ne dors plus.' },
  ]);

  // Both are counted: the proposals of each side, and the day from which it is possible.
  await open(consumer, asks);
  const before = await main(consumer);
  expect(before).toContain('partie consommatrice : 1, commerçant : 0');
  expect(before).toMatch(/le sera le (\p{L}+ )?\d{1,2}(er)? \p{L}+ 20\d\d/u);
  expect(before.match(/\(pas encore remplie\)/g)).toHaveLength(2);
  expect(await button(consumer).count()).toBe(0);

  // One of the two is enough, and nobody else's consent.
  await steps.step({ by: 'saintlaurent.rep', act: 'propose' });
  await open(consumer, asks);
  expect((await main(consumer)).match(/\(pas encore remplie\)/g)).toHaveLength(1);
  expect(await main(consumer)).toContain('n’est pas nécessaire');
  await steps.step({ by: 'fatou', act: 'requestMediation' });
  await stage.product.servers.mail.waitForMail(personOf('saintlaurent.rep').email, ({ subject }) =>
    /la médiation a été demandée/.test(subject),
  );

  // both still propose, and could still agree.
  await steps.step({ by: 'fatou', act: 'propose' });
  await open(merchant, `/dossiers/${dossierId}/propositions`);
  expect(await links(merchant, /accepter$/)).not.toEqual([]);
  await steps.run([
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
  ]);
  // … and now what was on the table is history, which is said.
  await open(merchant, `/dossiers/${dossierId}/propositions`);
  expect(await main(merchant)).toContain(merchant.t('proposals:introMediation').replaceAll('\u00a0', ' '));
  expect(await main(merchant)).toContain('Cent vingt dollars, par virement.');
  expect(await links(merchant, /(accepter|modifier|nouvelle)$/)).toEqual([]);
  expect(stage.problems()).toEqual([]);
}, 180_000);

test('F-039 F-113 F-123 F-124 A-32: three talk under the proposals, each side alone with the mediator, and the two between themselves, whom the mediator does not read', async () => {
  const hello = 'Bonjour, je suis Hélène Duval. Qu’est-ce qui compte le plus pour vous?';
  const theirs = 'En privé : je garderais l’auto si un autre garage la répare.';
  const ours = 'En privé : nous irions jusqu’à 3 800 $.';
  const between = 'Entre nous deux : merci d’être restée polie.';
  await steps.run([
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: hello },
    { by: 'fatou', act: 'postMessage', thread: 'consumerCaucus', body: theirs },
    { by: 'saintlaurent.rep', act: 'postMessage', thread: 'merchantCaucus', body: ours },
    { by: 'saintlaurent.rep', act: 'postMessage', thread: 'negotiation', body: between },
  ]);
  // F-039, F-124: all three read the space that stands in the tab of proposals.
  for (const who of [consumer, merchant, mediator]) {
    await open(who, `/dossiers/${dossierId}/propositions`);
    expect(await main(who)).toContain(hello);
  }
  // §1: nobody writes in the wrong one. Each has its own band, its own word, who reads by name, and says so again above the field.
  const looks = async (who: Actor, address: string) => {
    await open(who, address);
    return who.page.locator('.pc-thread').evaluate((thread) => {
      const text = (of: string) => thread.querySelector(of)?.textContent ?? '';
      const { borderInlineStartStyle, borderInlineStartColor } = getComputedStyle(thread);
      return {
        band: `${borderInlineStartStyle} ${borderInlineStartColor}`,
        sign: thread.querySelector('.pc-thread-tag .pc-icon')?.getAttribute('data-img-type') ?? '',
        tag: text('.pc-thread-tag').trim(),
        readers: text('.pc-thread-readers'),
        reminder: text('.pc-thread-reminder'),
      };
    });
  };
  const [names, talk] = [
    { fatou: 'Fatou Ndiaye', merchant: 'Nadia Cormier', mediator: 'Hélène Duval' },
    `/dossiers/${dossierId}/messages?fil=`,
  ];
  const shown: Record<string, [Actor, string, string[], string[]][]> = {
    mediationRoom: [consumer, merchant, mediator].map((who) => [
      who,
      `/dossiers/${dossierId}/propositions`,
      Object.values(names).filter((_, index) => [consumer, merchant, mediator][index] !== who),
      [],
    ]),
    consumerCaucus: [
      [consumer, `${talk}consumerCaucus`, [names.mediator], [names.merchant]],
      [mediator, `${talk}consumerCaucus`, [names.fatou], [names.merchant]],
    ],
    merchantCaucus: [
      [merchant, `${talk}merchantCaucus`, [names.mediator], [names.fatou]],
      [mediator, `${talk}merchantCaucus`, [names.merchant], [names.fatou]],
    ],
    negotiation: [[consumer, `${talk}negotiation`, [names.merchant], [names.mediator]]],
  };
  const seen: { band: string; sign: string; tag: string }[] = [];
  for (const [room, each] of Object.entries(shown))
    for (const [index, [who, address, read, not]] of each.entries()) {
      const look = await looks(who, address);
      for (const name of read) for (const where of [look.readers, look.reminder]) expect(where).toContain(name);
      for (const name of not) for (const where of [look.readers, look.reminder]) expect(where).not.toContain(name);
      expect([room, look.tag]).toEqual([room, who.t(`messages:tags.${room}`)]);
      if (index === 0) seen.push(look);
    }
  for (const part of ['band', 'sign', 'tag'] as const)
    expect([part, new Set(seen.map((look) => look[part])).size]).toEqual([part, 4]);
  // F-113: who reads each private talk, by the rooms that each is shown, and by their addresses.
  const reads = async (who: Actor) => {
    const found = new Set<string>();
    for (const room of ['negotiation', 'consumerCaucus', 'merchantCaucus']) {
      await who.page.goto(`/dossiers/${dossierId}/messages?fil=${room}`);
      const html = await who.page.content();
      for (const text of [theirs, ours, between, 'Entre nous : je ne dors plus.'])
        if (html.includes(text)) found.add(text);
    }
    await who.check();
    return [...found].sort();
  };
  expect(await reads(consumer)).toEqual(['Entre nous : je ne dors plus.', between, theirs].sort());
  expect(await reads(merchant)).toEqual(['Entre nous : je ne dors plus.', between, ours].sort());
  expect(await reads(mediator)).toEqual([theirs, ours].sort());
  expect(stage.problems()).toEqual([]);
}, 180_000);

test('F-114 F-115 F-127 F-129 A-15 A-16: several solutions at once, another form of compensation described, one label for the terms; each side accepts or goes on discussing', async () => {
  await open(mediator, `/dossiers/${dossierId}/propositions/nouvelle`);
  const label = 'Précisions et modalités d’application de l’entente (délais, conditions, etc.)';
  expect(await main(mediator)).toContain(label);
  // F-127: « autre » without words is refused in words, and what is typed stays.
  const terms = 'Le garage des Pionniers répare; tout est payé avant le 15.';
  await mediator.fill({ 'remedy[]': ['remboursement_partiel', 'autre'], terms });
  await mediator.fill({
    'remboursement_partiel.amount': '345',
    'remboursement_partiel.deadline': dayFromToday(30),
    'autre.description': '',
  });
  await mediator.press(await mediator.page.locator('main [name=intent][value=send]').innerText());
  expect(mediator.page.url()).toContain('/nouvelle');
  expect(await mediator.page.title()).toMatch(/^Erreur/);
  expect(await mediator.page.locator('[name=terms]').inputValue()).toBe(terms);
  const described = 'Un an d’entretien gratuit, sur rendez-vous.';
  await mediator.fill({ 'autre.description': described });
  // F-129: the guide's two labels, to the letter.
  expect(mediator.t('proposals:form.preview').replaceAll('’', "'")).toBe("Prévisualiser l'entente");
  await mediator.press(mediator.t('proposals:form.preview'));
  expect(await mediator.page.locator('[name="autre.description"]').inputValue()).toBe(described);
  await mediator.press('Soumettre');
  await mediator.page.waitForURL('**/propositions');
  await mediator.check();
  for (const who of [consumer, merchant]) {
    await open(who, `/dossiers/${dossierId}/propositions`);
    const shown = await main(who);
    for (const words of [described, '345', 'Autre forme de compensation', label]) expect(shown).toContain(words);
    // F-114, F-115: accept, or write; nothing rejects.
    expect(await links(who, /accepter$/)).toHaveLength(1);
    expect(await who.page.locator('main [name=body]').count()).toBe(1);
    const card = who.page.locator('.pc-card', { hasText: described }).first();
    expect(await card.innerText()).toContain(who.t('proposals:revision.where'));
    await card.getByRole('link', { name: who.t('proposals:revision.write') }).click();
    await who.page.waitForURL('**/propositions#discussion');
    expect(await who.page.getByRole('button', { name: /rejeter|refuser/i }).count()).toBe(0);
  }
  await steps.run([
    { by: 'saintlaurent.rep', act: 'postMessage', thread: 'mediationRoom', body: 'Six mois d’entretien, pas un an.' },
    { by: 'fatou', act: 'acceptProposal' },
  ]);
  await open(mediator, `/dossiers/${dossierId}/propositions`);
  expect(await main(mediator)).toContain('Six mois d’entretien, pas un an.');
  expect(stage.problems()).toEqual([]);
}, 180_000);
