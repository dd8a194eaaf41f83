import { Secret, TOTP } from 'otpauth';
import { href, pages } from '#contracts/pages/index.ts';
import { personOf } from '#scripts/demo/people.ts';
import { signIn, type Person } from '../person.ts';
import type { Stage, Story } from './story.ts';

/** The address at which the demonstration's last codes wait (scripts/demo/seed.ts). */
const email = 'nouvelle.personne@courriel.example';
const moved = 'nouvelle.adresse@courriel.example';
const password = 'tramway érable lanterne 42';
/** Six digits that end no number of a request. */
const code = /(?<![-\d])(\d{6})\b/;

/** Someone who has codes and no account: from the sign-up to the first page of their dossier, then the safety of the account. */
export const newcomer: Story = {
  role: 'consumer-new',
  async tell(stage) {
    const { inbox, show } = stage;
    const who = await stage.enter(null);
    await who.goTo(href(pages.accounts.signUp));
    await who.fill({ firstName: 'Noémie', lastName: 'Perron', email, password });
    await who.press('account:signUp.submit');
    await show(who);
    await who.fill({ code: await inbox.find(email, code) });
    await who.press('account:code.submit');
    who.reader = 'consumer';
    await show(who, 'profil-premiere-visite');
    await who.fill({
      addressLine: '75, rue Racine Est',
      city: 'Saguenay',
      postalCode: 'G7H 1P9',
      phone: '418 555-0150',
    });
    await who.press('account:profile.submit');
    await who.goTo(href(pages.dossier.list));
    await show(who, 'dossiers-aucun');

    await who.goTo(href(pages.filing.start));
    await show(who);
    await who.fill({
      reference: await inbox.find(email, /R2\d{3}-\d{6}/),
      accessCode: await inbox.find(email, /\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b/),
    });
    await who.press('filing:new.submit');
    await show(who);
    await who.fill({ terms: true, confidentiality: true });
    await who.press('filing:undertaking.submit');
    await show(who);
    await represented(stage, who);
    await changeAddress(stage, who);
    await secondStep(stage, who);
    await forgotten(stage);
  },
};

/** Somebody to act for them, who has an account already and writes the draft from then on (F-071, F-074, F-075). */
async function represented({ inbox, enter, show }: Stage, who: Person): Promise<void> {
  const dossier = new URL(who.page.url()).pathname.replace('/creation', '');
  const { firstName, lastName, email: address } = personOf('isabelle');
  await who.goTo(`${dossier}/representation`);
  await who.fill({ firstName, lastName, email: address, relationship: 'ami', adult: true, consent: true });
  await who.press('filing:representation.submit');
  await show(who, 'representation-invitee');
  const friend = await enter('isabelle');
  await friend.goTo(href(pages.representation.invitation));
  await show(friend, 'invitation');
  // Other mails name a dossier; the invitation alone has a key.
  const number = await inbox.find(address, /(?=[^]*\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b)\b(20\d\d-\d{6})/);
  const validationKey = await inbox.find(address, /\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b/);
  await friend.fill({ number, validationKey, adult: true, notLawyer: true, terms: true, confidentiality: true });
  await friend.press('filing:invitation.submit');
  await friend.page.waitForURL(`**${dossier}/creation`);
  await show(friend, 'ebauche-representee');
  for (const step of ['bien', 'solutions', 'documents', 'revision']) {
    await friend.goTo(`${dossier}/creation/${step}`);
    await show(friend, `ebauche-representee-${step}`);
  }
  await who.goTo(`${dossier}/creation`);
  await show(who, 'ebauche-de-qui-est-represente');
}

/** A code at each address, and the way back that the old one receives. */
async function changeAddress({ inbox, enter, show }: Stage, who: Person): Promise<void> {
  await who.goTo(href(pages.accounts.email));
  await who.fill({ email: moved, current: password });
  const signUpCode = await inbox.find(email, code);
  await who.press('factors:email.submit');
  await show(who);
  const former = new RegExp(`(?<![-\\d])(?!${signUpCode})(\\d{6})\\b`);
  await who.fill({ formerCode: await inbox.find(email, former), code: await inbox.find(moved, code) });
  await who.press('factors:email.codeSubmit');
  const stranger = await enter(null);
  await stranger.goTo(await inbox.find(email, /\/courriel\/[\w-]+/));
  await show(stranger, 'courriel-annuler');
}

async function secondStep({ show }: Stage, who: Person): Promise<void> {
  await who.goTo(href(pages.accounts.authenticator));
  const written = await who.page.locator('main code').first().innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(written.replaceAll(/\s/g, '')) });
  await who.fill({ code: totp.generate(), current: password });
  await who.press('factors:authenticator.submit');
  await who.goTo(href(pages.accounts.factors));
  await show(who, 'deuxieme-etape-active');
  await who.page.context().clearCookies({ name: 'pc_session' });
  await signIn(who, { email: moved, password });
  who.reader = 'visitor';
  await show(who);
}

async function forgotten({ enter, show }: Stage): Promise<void> {
  const stranger = await enter(null);
  await stranger.goTo(href(pages.accounts.forgot));
  await stranger.fill({ email: moved });
  await stranger.press('account:forgot.submit');
  await show(stranger);
}
