import { fromHeader, fromMail, go } from '../browser/links.ts';
import type { Actor, Language } from '../browser/actor.ts';
import type { VisitorOptions } from '../browser/browser.ts';
import type { Stage } from './stage.ts';

/** How people come in: by the form from the first page, or by the link of the mail that the Office's act sends them. */
export type Newcomer = { firstName: string; lastName: string; email: string; language?: Language; password?: string };

/** Who opens the link of a mail, and what they are asked. */
type Arrival = { email: string; language?: Language; password?: string; jobTitle?: string; phone?: string };

type Home = { addressLine: string; city: string; postalCode: string; phone: string };

type Company = Home & { name: string; legalName?: string; neq?: string; email: string };

/** What everyone chooses who has no password of their own. */
const ours = 'tramway érable lanterne 42';

/** Where everyone lives who is given no address. */
const home: Home = { addressLine: '88, rue Saint-Jean', city: 'Québec', postalCode: 'g1r 1p4', phone: '418 555-0199' };

/** From the first page, by the form. */
export async function signInFromHome(who: Actor, person: { email: string; password?: string }): Promise<void> {
  await who.page.goto('/');
  await fromHeader(who, who.t('layout:signIn'));
  await fillSignIn(who, person);
}

/** The form of signing in, where it stands before the page that was asked for. */
export async function fillSignIn(who: Actor, person: { email: string; password?: string }): Promise<void> {
  await who.fill({ email: person.email, password: person.password ?? ours });
  await who.press(who.t('account:signIn.submit'));
}

export async function signOut(who: Actor): Promise<void> {
  await who.page.getByRole('banner').locator('summary').first().click();
  await who.press(who.t('layout:signOut'));
}

/** F-010, F-011, F-012: from the form of sign-up, by the code of the mail and the profile; ends where the person was going. */
export async function signUp(
  stage: Stage,
  who: Actor,
  { firstName, lastName, email, password = ours, ...profile }: Newcomer & Partial<Home>,
): Promise<void> {
  const { page } = who;
  await who.check();
  await who.fill({ firstName, lastName, email, password });
  await who.press(who.t('account:signUp.submit'));
  await page.waitForURL('**/inscription/code**');
  await who.check();
  const mail = await stage.product.servers.mail.waitForMail(email, ({ subject }) =>
    /code de vérification|verification code/i.test(subject),
  );
  const code = mail.text.match(/(?:^|[^\d-])(\d{3}[ \u00a0\u202f]?\d{3})(?:\D|$)/m)?.[1] ?? '';
  await who.fill({ code });
  await who.press(who.t('account:code.submit'));
  await page.waitForURL('**/profil**');
  await who.check();
  const { addressLine, city, postalCode, phone } = { ...home, ...profile };
  await who.fill({ addressLine, city, postalCode, phone });
  await who.press(who.t('account:profile.submit'));
}

/** F-016, F-017, F-018, F-020, F-021: by the link of the mail, the password, the profile and the texts, to what opens after them. */
export async function firstVisit(
  stage: Stage,
  { email, language = 'fr', password = ours, jobTitle = 'Direction', phone = '418 555-0101' }: Arrival,
  options?: Partial<VisitorOptions>,
): Promise<Actor> {
  const who = await stage.stranger(language, options);
  await fromMail(stage, who, { to: email, leads: /\/activation\// });
  await who.fill({ password });
  await who.press(who.t('account:activation.submit'));
  await who.page.waitForURL('**/profil**');
  await who.fill({ jobTitle, phone });
  await who.press(who.t('account:profile.submit'));
  await who.page.waitForURL('**/engagement**');
  await who.fill({ terms: true, confidentiality: true });
  await who.press(who.t('account:undertaking.submit'));
  await who.page.waitForURL(({ pathname }) => pathname !== '/engagement');
  return who;
}

/** F-014, F-015: a company and its respondent, as an officer lets them in; ends on the company's page. @returns the company's id. */
export async function enrolMerchant(officer: Actor, company: Company, respondent: Newcomer): Promise<string> {
  const { t, page } = officer;
  await officer.follow(t('office:nav.merchants'));
  await officer.check();
  await officer.follow(t('directory:merchants.new'));
  await officer.check();
  const { name, legalName = '', neq = '', email, phone, addressLine, city, postalCode } = company;
  const { language = 'fr' } = respondent;
  await officer.fill({
    ...{ name, legalName, neq, email, phone, addressLine, city, province: 'QC', postalCode },
    'respondent.firstName': respondent.firstName,
    'respondent.lastName': respondent.lastName,
    'respondent.email': respondent.email,
    'respondent.language': language,
  });
  await officer.press(t('directory:enrol.submit'));
  await page.waitForURL(/\/office\/commercants\/[\da-f-]{36}$/);
  await officer.check();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** F-015, F-019: one more person of the company whose page is open. */
export async function addMember(
  officer: Actor,
  { firstName, lastName, email, language = 'fr' }: Newcomer,
): Promise<void> {
  const { t } = officer;
  await officer.follow(t('directory:merchant.add'));
  await officer.check();
  await officer.fill({ role: 'representative', firstName, lastName, email, language });
  await officer.press(t('directory:add.submit'));
  await officer.page.waitForURL(/\/office\/commercants\/[\da-f-]{36}$/);
  await officer.check();
}

/** F-020: a mediator, as an officer opens the account. */
export async function openMediator(
  officer: Actor,
  { firstName, lastName, email, language = 'fr', accreditation = '' }: Newcomer & { accreditation?: string },
): Promise<void> {
  const { t } = officer;
  await officer.follow(t('office:nav.mediators'));
  await officer.check();
  await go(officer, officer.page.getByRole('link', { name: t('directory:mediators.new'), exact: true }));
  await officer.check();
  await officer.fill({ firstName, lastName, email, language, accreditation });
  await officer.press(t('directory:openMediator.submit'));
  await officer.page.waitForURL(/\/office\/mediateurs\/[\da-f-]{36}/);
  await officer.check();
}
