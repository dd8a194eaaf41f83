import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { funeral } from '#scripts/demo/disputes/funeral.ts';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { personOf } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../support/browser/actor.ts';
import { phone } from '../support/browser/browser.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';

/** What an officer does from the desk, in their browser. */
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
    'marcandre',
    'tilleul.repondant',
    'tilleul.rep',
  ]);
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();

test('F-005 F-136 B-11 a merchant that does not answer is called, reminded and written to, and comes back on the desk', async () => {
  const dossierId = await stage.bring(renovation, []);
  const officer = await stage.enter('officer');
  await officer.page.goto(`/office/dossiers/${dossierId}`);
  await officer.follow(officer.t('office:dossier.followUp'));
  await officer.check();
  await officer.fill({ kind: 'missed', side: 'merchant', body: 'Boîte vocale pleine.' });
  await officer.press(officer.t('office:followUp.noteIt'));
  expect(await main(officer)).toContain('Boîte vocale pleine.');
  await officer.fill({ what: 'Rappeler le commerçant', dueDay: dayFromToday() });
  await officer.press(officer.t('office:followUp.plan'));
  await officer.check();
  await onPages(stage, dossierId, { officer }).step({ by: 'officer', act: 'nudge', side: 'merchant' });

  await officer.page.goto('/office');
  await officer.check();
  await officer.follow(officer.t('office:desk.queues.steps.title'));
  await officer.check();
  expect(await main(officer)).toContain('Rappeler le commerçant');
  await officer.page.locator('main tbody a').first().click();
  await officer.page.waitForURL('**/suivi');
  const letter = officer.page.waitForEvent('download');
  await officer.page.locator('main a[href*="/lettre?"]').first().click();
  expect((await letter).suggestedFilename()).toMatch(/\.docx$/);
  await officer.press(officer.t('office:followUp.finish'));
  expect(await main(officer)).not.toContain('Rappeler le commerçant');
  expect(stage.problems()).toEqual([]);
}, 180_000);

test('F-020 F-121 F-137 a mediator tells of an absence; the officer gives both their dossiers to somebody else, then closes that account: both wait again', async () => {
  const dossiers = [await stage.bring(usedCar, []), await stage.bring(funeral, [])];
  const officer = await stage.enter('officer');
  for (const [index, by] of (['saintlaurent.rep', 'erables.rep'] as const).entries()) {
    await onPages(stage, dossiers[index]!, { officer }).run([
      { by, act: 'takeCharge' },
      { by, act: 'propose' },
      { by, act: 'requestMediation' },
      { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    ]);
  }
  const mediator = await stage.enter('mediator');
  await mediator.page
    .locator('header')
    .getByRole('link', { name: mediator.t('layout:myAbsences') })
    .click();
  await mediator.page.waitForURL('**/absences');
  await mediator.check();
  await mediator.fill({ firstDay: dayFromToday(3), lastDay: dayFromToday(20) });
  await mediator.press(mediator.t('absences:submit'));
  expect(await main(mediator)).toContain(mediator.t('absences:doneLate'));
  await stage.product.servers.mail.waitForMail('office@parle-consommation.example', ({ subject }) =>
    /absence annoncée tard/i.test(subject),
  );

  await officer.page.goto('/office/absences');
  await officer.check();
  await officer.page.locator('main a[href*="/office/mediateurs/"][href$="/dossiers"]').first().click();
  await officer.page.waitForURL('**/mediateurs/*/dossiers');
  await officer.check();
  await officer.press(officer.t('office:handOver.button'));
  await officer.check();
  const { firstName, lastName } = personOf('mediator2');
  expect(
    (await main(officer)).split(officer.t('office:handOver.given', { name: `${firstName} ${lastName}` })),
  ).toHaveLength(3);
  expect(await main(officer)).toContain(officer.t('office:handingOver.over'));
  await stage.product.servers.mail.waitForMail(personOf('mediator2').email, ({ subject }) =>
    /médiation vous est confiée|mediation is entrusted|assigned/i.test(subject),
  );

  const leaves = await stage.enter('mediator2');
  await officer.page
    .locator('main')
    .getByRole('link', { name: officer.t('office:handOver.back') })
    .click();
  await officer.page.waitForURL('**/mediateurs/*');
  await officer.page.goto('/office/mediateurs');
  await officer.follow(lastName);
  await officer.check();
  await officer.page.locator('[name="fields[]"]').first().check();
  await officer.press(officer.t('directory:mediator.fieldsSubmit'));
  expect(await main(officer)).toContain(officer.t('directory:mediator.closeBack', { count: 2 }));
  await officer.fill({ confirmed: true });
  await officer.press(officer.t('directory:mediator.closeAndRelease', { count: 2 }));
  await officer.page.getByText(officer.t('office:handingOver.over')).waitFor();
  await officer.check();
  expect((await main(officer)).split(officer.t('office:handingOver.inQueue'))).toHaveLength(3);
  await officer.page.goto('/office/a-faire/mediations');
  await officer.check();
  for (const dossierId of dossiers)
    expect(await officer.page.locator(`main a[href="/office/dossiers/${dossierId}/mediation"]`).count()).toBe(1);
  await leaves.page.goto(`/dossiers/${dossiers[0]}`);
  expect(new URL(leaves.page.url()).pathname).toBe('/connexion');
  expect(stage.problems()).toEqual([]);
}, 240_000);

test('B-11 T-08 F-005 what comes next in a dossier, the figures of a period, and the time limits of new dossiers', async () => {
  const dossierId = await stage.bring(renovation, []);
  const officer = await stage.enter('officer');
  const { t } = officer;
  await officer.page.goto(`/office/dossiers/${dossierId}`);
  await officer.check();
  expect(await main(officer)).toContain(t('engine:agrees'));
  expect(await main(officer)).toContain(t('engine:deadlines.takeChargeAlert'));

  await officer.page.goto('/office');
  await officer.follow(t('office:nav.figures'));
  await officer.check();
  const drawn = officer.page.getByRole('img', { name: t('figures:reached.title') });
  expect(await drawn.isVisible()).toBe(true);
  const file = officer.page.waitForEvent('download');
  await officer.page.locator('main a[href*="/fichier"]').click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);

  await officer.follow(t('office:nav.policy'));
  await officer.check();
  await officer.follow(t('policy:next'));
  await officer.check();
  const day = dayFromToday(3);
  await officer.fill({ mediationWait: '0', day });
  await officer.press(t('policy:edit.submit'));
  await officer.check();
  expect(await main(officer)).toContain(t('policy:problems.bounds', { least: 1, most: 180 }));
  await officer.fill({ mediationWait: '60' });
  await officer.press(t('policy:edit.submit'));
  await officer.check();
  expect(await main(officer)).toContain(t('policy:terms.mediationWait'));
  await officer.page.getByLabel(t('policy:confirm.tick')).check();
  await officer.press(t('policy:confirm.submit'));
  await officer.check();
  expect(await main(officer)).toContain(t('policy:confirm.done.changed'));
  expect(await main(officer)).toContain(t('policy:standings.coming'));
  expect(stage.problems()).toEqual([]);
}, 180_000);

test.each([
  ['with scripts', {}],
  ['on a phone without scripts', { javaScriptEnabled: false, viewport: phone }],
] as const)(
  'B-11 F-005 F-014 F-020 ASVS 14.2.1 lists are sorted by their headings, narrowed, searched in a body and downloaded, %s',
  async (_name, options) => {
    await stage.bring(renovation, []);
    const officer = await stage.enter('officer', options);
    const { page, t } = officer;
    const sorted = () => page.locator('main thead th[aria-sort]');

    await page.goto('/office');
    await officer.follow(t('office:nav.dossiers'));
    await officer.check();
    expect(await sorted().getAttribute('aria-sort')).toBe('descending');
    await officer.follow(t('office:dossiers.opened'));
    await page.waitForURL('**/office/dossiers?tri=age');
    expect(await sorted().innerText()).toContain(t('office:dossiers.opened'));
    expect(await sorted().getAttribute('aria-sort')).toBe('ascending');
    // What is narrowed stays in its order, and the address says both: it can be kept.
    await page.locator('main select[name=tour]').selectOption('merchant');
    await officer.press(t('lists:filters.narrow'));
    await officer.check();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('tour'), searchParams.get('tri')]).toEqual(['merchant', 'age']);
    const rows = await page.locator('main tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: t('lists:file') }).click();
    const path = await (await file).path();
    expect((await readFile(path, 'utf8')).trimEnd().split('\r\n')).toHaveLength(rows + 1);

    for (const [list, words, found] of [
      ['merchants', 'tilleul', 'Rénovations Tilleul et Fils'],
      ['mediators', personOf('mediator').email, personOf('mediator').lastName],
    ] as const) {
      await officer.follow(t(`office:nav.${list}`));
      await officer.check();
      const address = page.url();
      await officer.fill({ words });
      await officer.press(t('lists:search.submit'));
      await officer.check();
      expect(await main(officer)).toContain(found);
      expect(await page.locator('main tbody tr').count()).toBe(1);
      expect(page.url()).toBe(address);
      await officer.fill({ words: 'introuvable' });
      await officer.press(t('lists:search.submit'));
      expect(await main(officer)).toContain(t('lists:search.none'));
      await officer.follow(t('lists:search.clear'));
      expect(await page.locator('main tbody tr').count()).toBeGreaterThan(1);
    }
    expect(stage.problems()).toEqual([]);
  },
  180_000,
);

test('F-130 F-136 B-11 a mediator asks the Office to reach a party: found on the desk, followed up, answered; each report by itself, and read by the mediator', async () => {
  // Its own dossier: another one of this dispute is somewhere else by now.
  const dossierId = await stage.bring((calendar) => ({ ...usedCar(calendar), key: 'used-car-asked' }), []);
  const officer = await stage.enter('officer');
  const mediator = await stage.enter('mediator');
  const consumer = await stage.enter('fatou');
  const { run, step } = onPages(stage, dossierId, { officer, mediator, fatou: consumer });
  await run([
    { by: 'saintlaurent.rep', act: 'takeCharge' },
    { by: 'saintlaurent.rep', act: 'propose' },
    { by: 'fatou', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' },
    { by: 'mediator', act: 'reportToOffice', kind: 'delay' },
  ]);
  const { t } = officer;
  const report = `/dossiers/${dossierId}/mediation/suivi`;
  await mediator.page.goto(report);
  await mediator.check();
  expect((await main(mediator)).split(mediator.t('mediation:report.unanswered'))).toHaveLength(3);

  await officer.page.goto('/office');
  await officer.check();
  await officer.follow(t('office:desk.queues.reports.title'));
  await officer.check();
  const mine = officer.page.locator(`main tbody a[href*="${dossierId}"]`);
  expect(await mine.count()).toBe(2);
  await mine.first().click();
  await officer.page.waitForURL('**/suivi');
  await officer.check();
  // Whom to call stands there; the call about the other party leaves the request where it is.
  expect(await officer.page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
  await step({ by: 'officer', act: 'contactSide', side: 'consumer', way: 'reached' });
  expect(await officer.page.locator('main [name=report]').count()).toBe(2);
  await step({ by: 'officer', act: 'contactSide', side: 'merchant', way: 'letter' });
  expect(await officer.page.locator('main [name=report]').count()).toBe(1);
  await step({ by: 'officer', act: 'answerReport', answer: 'seen' });
  expect(await officer.page.locator('main [name=report]').count()).toBe(0);
  await officer.page.goto('/office/a-faire/nouvelles');
  expect(await mine.count()).toBe(0);

  const { mail } = stage.product.servers;
  await mail.waitForMail(
    personOf('mediator').email,
    ({ subject, text }) => /réponse de l’Office|the Office’s answer/i.test(subject) && text.includes(report),
  );
  await mediator.page.goto(report);
  await mediator.check();
  const read = await main(mediator);
  expect(read).not.toContain(mediator.t('mediation:report.unanswered'));
  expect(read).toContain(mediator.t('mediation:report.reached'));
  await consumer.page.goto(`/dossiers/${dossierId}`);
  await consumer.check();
  expect(await main(consumer)).toContain(
    consumer.t('dossier:events.sideWritten', { side: consumer.t('turn:who.merchant') }),
  );
  expect(stage.problems()).toEqual([]);
}, 240_000);
