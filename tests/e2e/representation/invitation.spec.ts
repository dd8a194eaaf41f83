import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mattress } from '#scripts/demo/disputes/mattress.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Actor } from '../support/browser/actor.ts';
import { open } from '../support/steps/at.ts';
import { setStage, type Stage } from '../support/stage/stage.ts';
import { onPages } from '../support/steps/steps.ts';
import { signUp } from '../support/stage/arrivals.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['officer', 'gerard', 'isabelle', 'boreal.repondant', 'boreal.rep']);
}, 240_000);
afterAll(() => stage?.stop());

const main = (who: Actor) => who.page.locator('main').innerText();
const neighbour = {
  firstName: 'Denise',
  lastName: 'Tremblay',
  email: 'denise.tremblay@courriel.example',
  password: 'un jardin de courges bleues',
};
const misspelt = 'denise.trembley@courriel.example';

test('F-022 A-18 A-19: invited at a wrong address, called back, invited again; the person makes an account, gives their word, acts; the Office ends it', async () => {
  const dossierId = await stage.bring(mattress, []);
  const { mail } = stage.product.servers;
  const consumer = await stage.enter('gerard');
  const manage = `/dossiers/${dossierId}/representation`;
  const invite = async (email: string) => {
    await open(consumer, manage);
    const { firstName, lastName } = neighbour;
    await consumer.fill({ firstName, lastName, email, relationship: 'ami', adult: true, consent: true });
    await consumer.press(consumer.t('filing:representation.submit'));
    await consumer.check();
    return mail.waitForMail(email, ({ subject }) => /représenter quelqu’un/.test(subject));
  };
  const keyOf = (text: string) => text.match(/\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b/)?.[0] ?? '';

  // to the wrong address; called back, the key that went there opens nothing any more.
  const wrong = await invite(misspelt);
  await consumer.press(consumer.t('filing:representation.remove'));
  await mail.waitForMail(misspelt, ({ subject }) => /annulée/.test(subject));
  const invited = await invite(neighbour.email);
  const number = invited.text.match(/20\d\d-\d{6}/)?.[0] ?? '';
  const validationKey = keyOf(invited.text);
  expect(validationKey).not.toBe(keyOf(wrong.text));

  // Bound to the address that was invited: somebody else who has the key is refused, and told nothing of the dossier.
  const given = { number, validationKey, adult: true, notLawyer: true, terms: true, confidentiality: true };
  const other = await stage.enter('isabelle');
  await open(other, '/invitation');
  await other.fill(given);
  await other.press(other.t('filing:invitation.submit'));
  await other.check();
  expect(await main(other)).toContain(other.t('errors:invitation.unknown'));
  expect(await other.page.content()).not.toContain(dossierId);

  // F-022: from the mail, an account first; the way back leads to the invitation.
  const person = await stage.stranger('fr');
  await open(person, invited.text.match(/https?:\/\/\S+\/invitation\S*/)?.[0] ?? '');
  expect(new URL(person.page.url()).pathname).toBe('/connexion');
  await person.follow(person.t('account:signUp.title'));
  await signUp(stage, person, neighbour);
  await person.page.waitForURL('**/invitation**');
  await person.check();

  // eighteen or over and no lawyer, in the person's own word; without it nothing is accepted and what is typed stays.
  await person.fill({ ...given, adult: false, notLawyer: false });
  await person.press(person.t('filing:invitation.submit'));
  await person.check();
  expect(await person.page.title()).toMatch(/^Erreur/);
  expect(await person.page.locator('main [aria-invalid=true]').count()).toBe(2);
  expect(await person.page.locator('[name=validationKey]').inputValue()).toBe(validationKey);
  await person.fill({ adult: true, notLawyer: true });
  await person.press(person.t('filing:invitation.submit'));
  await person.page.waitForURL(`**/dossiers/${dossierId}**`);
  await person.check();

  // once; the same key is of no use a second time.
  await open(person, '/invitation');
  await person.fill(given);
  await person.press(person.t('filing:invitation.submit'));
  expect(person.page.url()).toContain('/invitation');
  const steps = onPages(stage, dossierId, { denise: person, gerard: consumer });
  await steps.step({ by: 'denise', act: 'postMessage', body: 'Bonjour, je réponds pour mon voisin.' });

  // the Office ends it, on the page of the dossier; who it was, it does not read there.
  const officer = await stage.enter('officer');
  await open(officer, `/office/dossiers/${dossierId}`);
  expect(await main(officer)).toContain(officer.t('office:dossier.revoke.title'));
  // Who acts for the consumer is whom the Office calls (ADR 51).
  expect(await main(officer)).toContain(neighbour.lastName);
  const button = officer.t('office:dossier.revoke.submit');
  await officer.press(button);
  await officer.check();
  expect(await officer.page.title()).toMatch(/^Erreur/);
  await officer.fill({ confirmed: true });
  await officer.press(button);
  await officer.check();
  expect(await main(officer)).toContain(officer.t('office:dossier.revoke.done'));
  expect(await officer.page.getByRole('button', { name: button }).count()).toBe(0);

  await mail.waitForMail(neighbour.email, ({ subject }) => /représentation a pris fin/.test(subject));
  await mail.waitForMail(personOf('gerard').email, ({ subject }) => /vous agissez de nouveau/.test(subject));
  const gone = await person.page.goto(`/dossiers/${dossierId}`);
  expect(gone?.status()).toBe(404);
  await steps.step({ by: 'gerard', act: 'postMessage', body: 'Je reprends moi-même.' });
  expect(stage.problems().filter((problem) => !/404/.test(problem))).toEqual([]);
}, 180_000);
