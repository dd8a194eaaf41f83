import type fr from '../../fr/errors/people.ts';
import type { Shape } from '../../shape.ts';

/** What is refused about accounts, companies, absences and what officers and colleagues change. */
const people: Shape<typeof fr> = {
  policy: {
    changed:
      'A version has been prepared since you opened this page. Nothing was saved: go back to the time limits, read it, then make yours again if need be.',
    same: 'These time limits are already the ones in force. Change one, or go back to the time limits.',
    day_past: 'Choose a day to come, from tomorrow on.',
    day_far: 'Choose a day within a year.',
  },
  reply: {
    too_many: 'Your company keeps as many saved replies as it can. Delete one before adding another.',
    changed:
      'This saved reply was changed in the meantime. What you typed is below, with what is saved now; if you save, what you typed replaces it.',
    too_long:
      'Your message and this saved reply together are longer than a message may be. Your message is below, as it was.',
  },
  establishment: {
    of_other: 'This establishment is not, or no longer, one of the company of these files. Choose another one.',
  },
  absence: {
    past: 'The last day of this absence is already past. Choose a day to come.',
    meets_other: 'You have already announced an absence on some of these days. Change that one instead.',
    meets_declared:
      'An absence of this person is already declared on some of these days. Choose other days, or cancel the other absence first.',
    over: 'This absence is over or cancelled: it does not change any more. Announce another one if you need to.',
    not_yours: 'You may declare your own absence. Only the respondent of the company declares a colleague’s.',
    substitute: 'Choose a colleague of the same company as the person who is away.',
    substitute_away: 'This person is away too on some of these days. Choose somebody else.',
  },
  office: {
    not_awaited: 'This party is not awaited in this file: there is no letter to write.',
    step_changed: 'The next step was changed in the meantime. Read it below before writing another one.',
  },
  auth: {
    required: 'Sign in to continue.',
    other_account: 'Another account is open in this browser. Sign in to yours again to continue.',
    bad_credentials:
      'The e-mail address or the password is wrong. Check them, or choose a new password. If you did not enter the code received when you registered, register again.',
    bad_password:
      'The present password is wrong. If you have forgotten it, choose another one: “Forgotten password?”, on the sign-in page.',
    weak_password:
      'This password is too easy to guess. Add words that have nothing to do with each other; avoid your name, a date or a row of keys.',
    code_wrong: 'This code is wrong. Check the six digits in the latest e-mail, or ask for another code.',
    codes_wrong:
      'One of the two codes is wrong. Check each in the latest e-mail received at its address, or ask for other codes.',
    code_replaced:
      'This code comes from an earlier e-mail. Another code was sent since: enter the one in the latest e-mail.',
    code_expired: 'This code is no longer valid. Ask for a new one.',
    too_many_attempts:
      'There were too many attempts. Wait before trying again: a few minutes, an hour at most, or a day after a very great number of attempts.',
    undo_over:
      'This link undoes nothing, or no longer: it is incomplete, it has been used, or the 7 days have passed. If someone else is using your account, write to the Office.',
    link_invalid: 'This link is not valid or has already been used. Ask for a new one.',
    terms_changed:
      'These texts have changed since you opened this page. Those in force are below: read them, then accept them.',
    terms_required: 'Read and accept the terms of use and the confidentiality undertaking to continue.',
    profile_required: 'Fill in your profile to continue.',
    factor_required: 'Add a second sign-in step to continue.',
    step_over:
      'This step is no longer valid: it took too long, or the password was changed in the meantime. Sign in again.',
    totp_wrong:
      'This code is wrong. Enter the one that the application shows now. If it is still refused, check that the time of your device is set automatically.',
    totp_used: 'This code has just been used. Wait until the application shows another one.',
    totp_clock:
      'This code belongs to another time: the clock of your device is some minutes fast or slow. Set it automatically, then enter the new code.',
    recovery_wrong: 'This recovery code is wrong or has already been used. Take another one from your list.',
    passkey_unknown:
      'This passkey no longer belongs to an account. Sign in with your e-mail address and your password.',
    passkey_refused: 'The passkey could not be verified. Try again.',
    service_away: 'The identity service is not answering. Try again in a few minutes, or use your password.',
    service_refused: 'The identity service did not confirm who you are. Try again, or use your password.',
    service_unknown:
      'The identity service knows you, but no account of the Office is linked to you here. Ask a colleague to open your account with the address that this service has verified.',
  },
  account: {
    own: 'You cannot do this to your own account. Use your profile, or ask a colleague.',
    of_consumer:
      'This address belongs to a consumer’s account. An address serves one kind of account only: ask the person for a business address.',
    of_merchant:
      'This address belongs to a merchant’s account. An address serves one kind of account only: ask for another one.',
    of_mediator:
      'This address belongs to a mediator’s account. An address serves one kind of account only: ask for another one.',
    of_officer:
      'This address belongs to an Office account. An address serves one kind of account only: ask for another one.',
    exists: 'A mediator’s account already has this address. You will find it in the list.',
    closed: 'The account that has this address is closed. Open it again from the list.',
    last_officer:
      'This is the last account of the Office: without it, nobody could do anything here any more. First open that of a colleague.',
    in_dossier:
      'This account cannot be closed: a file of this person, or of a person whom they represent, is under way, and the other party waits for their answer. They can end it themselves, on the page of the file; the account can then be closed.',
    mediating:
      'Mediations were given to this person since the page was shown. See which ones below, then confirm again.',
    active:
      'This account is already activated: it needs no link any more. The person can choose a new password when signing in.',
  },
  mediator: {
    not_available:
      'This person cannot lead a mediation at the moment: their account is not active. Choose someone else.',
  },
  member: {
    unknown: 'This person is not, or is no longer, of the company that this file concerns. Choose somebody else.',
    exists:
      'The person who has this address already has access to this merchant. You will find them in its list of members.',
  },
  directory: {
    changed:
      'This record was changed while you were writing. What you typed is below, with what the record says now; if you save, what you typed replaces it.',
  },
  merchant: {
    exists: 'This NEQ is that of {{name}}, already enrolled. Open its page from the list of merchants.',
  },
  participation: {
    changed:
      'This request has changed since you opened this page: the Office has answered it, or the company has corrected it. Nothing was done this time. Read it again before you answer.',
    address_taken:
      'The address {{email}} is that of an account of another kind. Nothing was done: ask the company for another address for this person.',
    link_over:
      'This link no longer lets you correct the form: it has expired, or the correction was already received. If you need to, ask the Office for another link.',
  },
  access_request: {
    answered: 'This request has already been answered. Nothing was done this time: read the answer on this page.',
    twice:
      'The Office has already been asked for this and has not dealt with it yet. You will find the request on this page.',
    too_many:
      'Many requests of your company are waiting already. Wait until the Office has dealt with some, or write to it.',
  },
};

export default people;
