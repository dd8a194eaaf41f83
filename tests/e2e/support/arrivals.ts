import { fromHeader, fromMail, go } from './links.ts';
import type { Actor, Language } from './actor.ts';
import type { Stage } from './stage.ts';

/** How people come in: by the form from the first page, or by the link of the mail that the Office's act sends them. */
export type Newcomer = { firstName: string; lastName: string; email: string };

/** What everyone here chooses who comes in by a link. */
const password = 'tramway érable lanterne 42';

/** From the first page, by the form. */
export async function signInFromHome(who: Actor, person: { email: string; password?: string }): Promise<void> {
  await who.page.goto('/');
  await fromHeader(who, who.t('layout:signIn'));
  await fillSignIn(who, person);
}

/** The form of signing in, where it stands before the page that was asked for. */
export async function fillSignIn(who: Actor, person: { email: string; password?: string }): Promise<void> {
  await who.fill({ email: person.email, password: person.password ?? password });
  await who.press(who.t('account:signIn.submit'));
}

export async function signOut(who: Actor): Promise<void> {
  await who.page.getByRole('banner').locator('summary').first().click();
  await who.press(who.t('layout:signOut'));
}

/** F-016, F-017, F-018, F-020, F-021: from the activation link to the list of dossiers. */
export async function firstVisit(
  stage: Stage,
  { email, language, ...profile }: { email: string; language: Language; accreditation?: string },
): Promise<Actor> {
  const who = await stage.stranger(language);
  await fromMail(stage, who, { to: email, leads: /\/activation\// });
  await who.fill({ password });
  await who.press(who.t('account:activation.submit'));
  await who.page.waitForURL('**/profil**');
  await who.fill({ jobTitle: 'Direction', phone: '418 555-0101', ...profile });
  await who.press(who.t('account:profile.submit'));
  await who.page.waitForURL('**/engagement**');
  await who.fill({ terms: true, confidentiality: true });
  await who.press(who.t('account:undertaking.submit'));
  await who.page.waitForURL('**/dossiers**');
  return who;
}

/** F-014, F-015: a company and its respondent, then a representative, as an officer lets them in. */
export async function enrolCompany(
  officer: Actor,
  name: string,
  { respondent, representative }: Record<'respondent' | 'representative', Newcomer>,
): Promise<void> {
  const { t } = officer;
  await officer.follow(t('office:nav.merchants'));
  await officer.check();
  await officer.follow(t('directory:merchants.new'));
  await officer.check();
  await officer.fill({
    name,
    email: `info@${respondent.email.split('@')[1]}`,
    phone: '418 555-0100',
    addressLine: '4120, boulevard des Galeries',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G2K 1B7',
    ...Object.fromEntries(Object.entries(respondent).map(([field, value]) => [`respondent.${field}`, value])),
    'respondent.language': 'fr',
  });
  await officer.press(t('directory:enrol.submit'));
  await officer.page.waitForURL(/\/office\/commercants\/[\da-f-]{36}/);
  await officer.follow(t('directory:merchant.add'));
  await officer.check();
  await officer.fill({ role: 'representative', ...representative, language: 'fr' });
  await officer.press(t('directory:add.submit'));
  await officer.page.waitForURL(/\/office\/commercants\/[\da-f-]{36}$/);
  await officer.check();
}

/** F-020: a mediator, as an officer opens the account. */
export async function openMediator(officer: Actor, person: Newcomer & { accreditation: string }): Promise<void> {
  const { t } = officer;
  await officer.follow(t('office:nav.mediators'));
  await officer.check();
  await go(officer, officer.page.getByRole('link', { name: t('directory:mediators.new'), exact: true }));
  await officer.check();
  await officer.fill({ ...person, language: 'fr' });
  await officer.press(t('directory:openMediator.submit'));
  await officer.page.waitForURL(/\/office\/mediateurs\/[\da-f-]{36}/);
  await officer.check();
}
