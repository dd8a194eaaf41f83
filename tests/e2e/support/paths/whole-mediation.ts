import type { Actor } from '../browser/actor.ts';
import type { Newcomer } from '../stage/arrivals.ts';
import { fromDesk, openTab } from '../browser/links.ts';
import type { Stage } from '../stage/stage.ts';
import { onPages, type OnPages } from '../steps/steps.ts';
import * as path from './whole-path.ts';

/** Who has a part in a mediation that begins with nothing but an officer: none of them has an account yet. */
export const company = {
  name: 'Atelier des Rives',
  email: 'info@atelier.example',
  phone: '418 555-0100',
  addressLine: '4120, boulevard des Galeries',
  city: 'Québec',
  postalCode: 'G2K 1B7',
};
export const respondent: Newcomer = { firstName: 'Odile', lastName: 'Fortin', email: 'odile@atelier.example' };
export const representative: Newcomer = { firstName: 'Luc', lastName: 'Gagné', email: 'luc@atelier.example' };
export const mediatorToBe: Newcomer & { accreditation: string } = {
  firstName: 'Kim',
  lastName: 'Tran',
  email: 'kim@mediation.example',
  accreditation: 'IMAQ 1234',
};

/** A text as it is compared: no matter which spaces keep words together. */
export const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** What stands on the page. */
export const main = async (who: Actor) => plain(await who.page.locator('main').innerText());

/** A sentence of the pages, in the person's language. */
export const said = (who: Actor, key: string, params?: Record<string, unknown>) => plain(who.t(key, params));

/** A dossier on which people act by its pages, and what each reads of it. */
export type DossierOnPages = Pick<OnPages, 'step' | 'run'> & {
  id: string;
  number: string;
  read(who: Actor, tab: Parameters<typeof openTab>[1]): Promise<string>;
};

type Browsers = Record<'officer' | 'consumer' | 'merchant' | 'mediator', Actor>;

/**
 * F-051, F-054, F-057: from the officer's codes to a dossier that the merchant has.
 *
 * @param enter how the consumer comes in by the link of the mail.
 */
export async function openDossier(
  stage: Stage,
  { officer, ...people }: Browsers,
  { enter, documents }: { enter: (link: string) => Promise<void>; documents: boolean },
): Promise<DossierOnPages> {
  const { consumer } = people;
  const { link, code } = await path.issueCodes(stage, officer, { language: 'fr', merchant: company.name });
  await enter(link);
  const id = await path.openWithCodes(consumer, code);
  await path.fillAndSubmit(consumer, id, { documents });
  return {
    id,
    number: (await main(consumer)).match(/20\d\d-\d{6}/)?.[0] ?? '?',
    ...onPages(stage, id, people),
    async read(who, tab) {
      await openTab({ who, dossierId: id }, tab);
      return main(who);
    },
  };
}

/** F-121: the officer finds the request on the desk, by its number, and names the mediator. */
export async function assign(officer: Actor, { id, number }: DossierOnPages): Promise<void> {
  const { firstName, lastName } = mediatorToBe;
  await fromDesk(officer, 'assign', number);
  await officer.page.getByLabel(`${firstName} ${lastName}`).check();
  await officer.press(officer.t('mediation:assign.button'));
  await officer.page.waitForURL(`**/office/dossiers/${id}`);
  await officer.check();
}
