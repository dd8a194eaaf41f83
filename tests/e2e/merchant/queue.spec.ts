import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../support/browser/actor.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';

/** Two people of a company at their queue, in their browsers. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'marcandre', 'tilleul.repondant', 'tilleul.rep']);
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();
const nameOf = (key: PersonKey) => `${personOf(key).firstName} ${personOf(key).lastName}`;
const bring = (key: string) => stage.bring((calendar) => ({ ...renovation(calendar), key, steps: [] }));

test('F-041 F-081 F-087 A-21 B-09 two people of a company share the work: filter, several taken and given, a saved reply, a file, an absence', async () => {
  const dossiers = [await bring('queue-one'), await bring('queue-two'), await bring('queue-three')];
  const clerk = await stage.enter('tilleul.rep');
  await clerk.page
    .locator('header')
    .getByRole('link', { name: clerk.t('layout:queue') })
    .click();
  await clerk.page.waitForURL('**/file-de-travail');
  await clerk.check();
  await clerk.page.getByRole('link', { name: new RegExp(clerk.t('queue:counts.nobody')) }).click();
  await clerk.page.waitForURL('**/file-de-travail?responsable=personne');
  expect(await clerk.page.locator('main input[name=d]').count()).toBe(3);

  // Two are taken, one of them instead of the respondent, who has taken it meanwhile.
  const respondent = await stage.enter('tilleul.repondant');
  await respondent.page.goto(`/file-de-travail/prise-en-charge?acte=prendre&d=${dossiers[1]}`);
  await respondent.press(respondent.t('queue:charge.button', { count: 1 }));
  expect(await main(respondent)).toContain(respondent.t('queue:charge.taken'));
  await clerk.page.goto('/file-de-travail');
  for (const id of dossiers.slice(0, 2)) await clerk.page.locator(`main input[name=d][value="${id}"]`).check();
  await clerk.press(clerk.t('queue:take'));
  await clerk.check();
  expect(await main(clerk)).toContain(clerk.t('queue:charge.replaces', { name: nameOf('tilleul.repondant') }));
  await clerk.press(clerk.t('queue:charge.button', { count: 2 }));
  await clerk.check();
  expect((await main(clerk)).split(clerk.t('queue:charge.taken'))).toHaveLength(3);

  // Both are given back; the third stays without anybody.
  await clerk.follow(clerk.t('queue:charge.back'));
  await clerk.page.getByRole('link', { name: new RegExp(`^${clerk.t('queue:counts.me')}`) }).click();
  await clerk.page.waitForURL('**/file-de-travail?responsable=moi');
  for (const id of dossiers.slice(0, 2)) await clerk.page.locator(`main input[name=d][value="${id}"]`).check();
  await clerk.press(clerk.t('queue:give'));
  await clerk.fill({
    to: (await clerk.page.locator('main select[name=to] option').nth(1).getAttribute('value')) ?? '',
  });
  await clerk.press(clerk.t('queue:charge.buttonGive', { count: 2 }));
  expect((await main(clerk)).split(clerk.t('queue:charge.given', { name: nameOf('tilleul.repondant') }))).toHaveLength(
    3,
  );

  // The list as a file.
  await clerk.page.goto('/file-de-travail?tour=merchant');
  const file = clerk.page.waitForEvent('download');
  await clerk.page.getByRole('link', { name: clerk.t('lists:file') }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toHaveLength(5);

  // A saved reply, put after what is typed.
  await respondent.page.goto('/file-de-travail/reponses');
  await respondent.check();
  await respondent.fill({ title: 'Bienvenue', body: 'Je vérifie votre dossier.' });
  await respondent.press(respondent.t('queue:replies.submit'));
  await respondent.page.goto(`/dossiers/${dossiers[0]}/messages`);
  await respondent.fill({ body: 'Bonjour, ici la direction.' });
  await respondent.page.locator('main select[name=reply]').selectOption({ label: 'Bienvenue' });
  await respondent.press(respondent.t('queue:replies.insert'));
  await respondent.check();
  expect(await respondent.page.locator('main textarea[name=body]').inputValue()).toBe(
    'Bonjour, ici la direction.\n\nJe vérifie votre dossier.',
  );
  await respondent.press(respondent.t('messages:send'));
  expect(await main(respondent)).toContain('Je vérifie votre dossier.');

  // The respondent is away from today on, and the clerk stands in.
  await respondent.page.goto('/file-de-travail/absences');
  await respondent.check();
  const option = (name: string, words: string) =>
    respondent.page.locator(`main select[name=${name}] option`, { hasText: words }).getAttribute('value');
  await respondent.fill({
    absent: (await option('absent', nameOf('tilleul.repondant'))) ?? '',
    substitute: (await option('substitute', nameOf('tilleul.rep'))) ?? '',
    firstDay: dayFromToday(0),
    lastDay: dayFromToday(4),
  });
  await respondent.press(respondent.t('queue:absences.submit'));
  await respondent.check();
  expect(await main(respondent)).toContain(respondent.t('queue:absences.now'));
  await stage.product.servers.mail.waitForMail(personOf('tilleul.rep').email, ({ subject }) =>
    subject.includes(nameOf('tilleul.repondant')),
  );
  await clerk.page.goto('/file-de-travail?responsable=remplacement');
  // Those of the respondent, and the one that nobody has charge of: the respondent is away.
  expect(await clerk.page.locator('main input[name=d]').count()).toBe(3);
  expect((await main(clerk)).split(clerk.t('queue:standIn')).length).toBeGreaterThanOrEqual(4);
  expect(stage.problems()).toEqual([]);
}, 240_000);
