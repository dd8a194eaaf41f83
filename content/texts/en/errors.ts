import type fr from '../fr/errors.ts';
import type { Shape } from '../shape.ts';

/** Every refusal, by its code: what is the matter, then what to do instead. */
const errors: Shape<typeof fr> = {
  policy: {
    changed:
      'A version has been prepared since you opened this page. Nothing was saved: go back to the time limits, read it, then make yours again if need be.',
    same: 'These time limits are already the ones in force. Change one, or go back to the time limits.',
    day_past: 'Choose a day to come, from tomorrow on.',
    day_far: 'Choose a day within a year.',
  },
  dossier: {
    exists: 'This file already exists. Open it from “My files”.',
    unknown: 'This file cannot be found. Check the address or go back to “My files”.',
    closed: 'This file is closed: this can no longer be done in it.',
    purged: 'The content of this file was erased at the end of the retention period.',
    full: 'This file holds all that it can. It can still end with an agreement or be closed; write to the Office if you need help.',
    not_draft: 'This file has already been sent to the merchant. You can follow it from the list of files.',
    draft_expired: 'The time to send this file has run out. Write to the Office to ask for more time.',
    not_submitted: 'This file has not been sent to the merchant yet. Finish its steps first.',
    not_in_negotiation: 'This can only be done during negotiation. See “Whose turn is it” for what can be done now.',
    not_in_mediation: 'This can only be done during mediation. See “Whose turn is it” for what can be done now.',
    in_mediation: 'The file is in mediation: this can no longer be done. Write in the mediation discussion space.',
    not_in_charge:
      'You are not in charge of this file. Ask the person in charge to act or, if it is not closed, take charge of it.',
    already_in_charge:
      'This person is already in charge of the file: nothing has changed. The page of the file says what they can do.',
    already_taken_charge:
      'Someone has already taken charge of this file. To end it, the person in charge uses “Close the file” or, in mediation, “Withdraw from mediation”.',
    charge_changed: 'Someone else took charge of this file in the meantime. Read the page again before replacing them.',
  },
  actor: {
    not_allowed: 'Your role in this file does not allow this. See “Whose turn is it” for who can act.',
    represented:
      'Someone represents you: only that person can act. You can read, remove your representative and, as long as the file is open, add documents.',
    not_a_party: 'Only the parties to the file can do this.',
    not_mediator: 'Only the mediator of the file can do this.',
    not_officer: 'Only the Office can do this. Write to it if you need to.',
  },
  reply: {
    too_many: 'Your company keeps as many saved replies as it can. Delete one before adding another.',
    changed:
      'This saved reply was changed in the meantime. Your text is below; open the page again to see the other before saving.',
    too_long:
      'Your message and this saved reply together are longer than a message may be. Your message is below, as it was.',
  },
  establishment: {
    of_other: 'This establishment is not, or no longer, one of the company of these files. Choose another one.',
  },
  absence: {
    past: 'The last day of this absence is already past. Choose a day to come.',
    meets_other: 'You have already announced an absence on some of these days. Change that one instead.',
    over: 'This absence is over or cancelled: it does not change any more. Announce another one if you need to.',
    not_yours: 'You may declare your own absence. Only the respondent of the company declares a colleague’s.',
    substitute: 'Choose a colleague of the same company as the person who is away.',
    substitute_away: 'This person is away too on some of these days. Choose somebody else.',
  },
  office: {
    not_awaited: 'This party is not awaited in this file: there is no letter to write.',
    step_changed: 'The next step was changed in the meantime. Read it below before writing another one.',
  },
  representative: {
    exists: 'A representative is already named. Remove that person before naming another.',
    none: 'There is no representative, or no longer one, to remove in this file.',
    is_party: 'This person is already in the file in another role. Name someone else.',
  },
  invitation: {
    unknown:
      'This invitation is not valid. Check the file number, the validation key, and that your account has the address that received them; if all is right, the invitation was cancelled or replaced.',
    used: 'This invitation has already been accepted: you represent this person. The file is in “My files”.',
    expired: 'This invitation is no longer valid. Ask the person who named you to invite you again.',
  },
  proposal: {
    unknown: 'This proposal cannot be found. Go back to “Proposals”.',
    exists: 'This proposal has already been sent. You will find it in “Proposals”.',
    not_open: 'This proposal is no longer awaiting an answer. See the latest one in “Proposals”.',
    own_open: 'Your proposal is already awaiting an answer. You can change it.',
    not_author: 'Only the person who made this proposal can change it. You can make a counter-proposal.',
    own: 'You cannot accept your own proposal. The other party must answer it.',
    stale: 'This proposal has changed since you read it. Read what is proposed now before you go on.',
    answered:
      'Another proposal has replaced this one in the meantime. Read it before you go on; what you wrote is kept.',
    only_mediator: 'In mediation only the mediator proposes. Write your idea in the discussion space.',
    not_read: 'Tick the box that says you have read the agreement before accepting.',
    already_accepted: 'You have already accepted this version. The other party has yet to answer.',
    no_acceptance: 'You have no acceptance to take back for this proposal.',
    revision_asked:
      'Your side has already said that this version does not suit it. Whoever leads the mediation reads so in the file.',
    too_many:
      'This file has received all the proposals that it can hold. The last one can still be accepted; otherwise the file can be closed.',
  },
  message: {
    closed: 'This conversation is closed: you can read it, but no longer write in it.',
    no_thread_access: 'You do not have access to this conversation. Choose another in the “Message centre”.',
  },
  mediation: {
    too_soon:
      'Mediation cannot be requested yet. It can be once each party has made a proposal, or on the date shown under “Whose turn is it”.',
    already_requested: 'Mediation has already been requested. The page of the file says where it stands.',
    not_requested: 'Nobody has requested mediation in this file.',
    mediator_changed: 'Someone else was assigned in the meantime. Read the file again before deciding.',
    same_mediator: 'This person is already assigned to this file. Choose another.',
    no_mediator: 'No mediator is assigned at the moment. An e-mail will tell you when one is.',
    not_declared:
      'The person assigned has not yet declared having no conflict of interest. Until then nothing of the file opens to them, and nobody can write to them in private.',
    already_declared: 'You have already declared that you have no conflict of interest in this file.',
    no_former_mediator: 'The same person has been mediating from the start: there are no earlier exchanges to open.',
    already_opened: 'You have already opened these exchanges. The mediator can read them.',
    already_withdrawn: 'A party has already withdrawn from mediation. The file will soon be closed.',
    parties_not_told: 'Before you close the file, tell the parties in the mediation discussion space.',
  },
  document: {
    not_allowed: 'This cannot be done with this document: it is withdrawn already, or somebody else added it.',
    too_many:
      'You have already added one hundred documents to this file, counting those that you withdrew. Describe what this document shows in a message instead.',
  },
  content: {
    already_open: 'You can already read the content of this file: the access is open.',
    not_open: 'This access has already ended. To read the content again, the reason must be given.',
  },
  deadline: {
    not_due: 'This deadline has not come yet.',
    passed: 'The deadline has passed: this can no longer be done. Write to the Office if you need help.',
  },
  value: {
    invalid: 'One of the answers is not valid. Check what you wrote, then try again.',
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
    code_replaced:
      'This code comes from an earlier e-mail. Another code was sent since: enter the one in the latest e-mail.',
    code_expired: 'This code is no longer valid. Ask for a new one.',
    too_many_attempts:
      'There were too many attempts. Wait before trying again: a few minutes, an hour at most, or a day after a very great number of attempts.',
    undo_over:
      'This link undoes nothing, or no longer: it is incomplete, it has been used, or the 7 days have passed. If someone else is using your account, write to the Office.',
    link_invalid: 'This link is not valid or has already been used. Ask for a new one.',
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
    mediating:
      'This account cannot be closed: mediations are under way with this person. Each must first have another mediator, or end.',
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
  access: {
    denied: 'You do not have access to this page. Go back to the home page.',
    consumers_only:
      'This page is for consumers, and your account is of another kind. For a dispute of your own, or to represent someone, use an account with another e-mail address: an address serves one kind of account only.',
    not_found: 'This page does not exist. Check the address or go back to the home page.',
  },
  csrf: {
    refused: 'The request did not come from our site and was not processed. Reload the page, then try again.',
  },
  codes: {
    unknown: 'The reference number or the access code is wrong. Check the e-mail from the Office.',
    used: 'These codes have already been used to create a file. The person who created it finds it in “My files”.',
    expired: 'These codes are no longer valid. Write to the Office to receive new ones.',
    not_yours:
      'These codes were sent to another e-mail address. Sign in with the address that received them, or write to the Office.',
  },
  file: {
    missing: 'No file was chosen. Choose at least one.',
    empty: 'This file is empty. Check it on your device, then try again.',
    too_large: 'This file is over 10 MB. Make it smaller or split it into several files.',
    too_many: 'A file holds at most 20 documents per party. Remove some before adding more.',
    type_refused: 'This type of file is not accepted. Use PDF, JPG, PNG, GIF, HEIC, DOCX, TXT or EML.',
    mismatch: 'The content of this file does not match its name. Save it again in the right format.',
    damaged: 'This file is damaged and cannot be opened. Save it again, then try again.',
    incomplete:
      'The end of this file is missing. Wait until it is fully downloaded on your device, open it to check it, then send it again.',
    password:
      'This file is protected by a password: nobody else could open it. Save a copy without a password, then send that copy.',
    unsafe: 'This file could be dangerous and was not kept. Send a PDF copy or a photo instead.',
    active:
      'This PDF holds a program, a form that acts by itself, or other files. Open it, choose “Print”, then “Save as PDF”, and send that copy.',
    linked:
      'This document fetches things from elsewhere or holds other files. Save it as a PDF, then send that copy; send the files it holds separately.',
    attachment:
      'This message has an attachment that we do not accept. Save the message as a PDF, and send any useful attachments separately.',
    infected:
      'A malicious program was found in this file, which is not kept. Check your device with an antivirus, then send another copy or a photo.',
    quarantined:
      'This document is waiting to be checked for viruses. You can open it after that: come back in a few minutes.',
    sending: 'Other files you are sending are still on their way. Wait until they have arrived, then try again.',
  },
  form: {
    invalid: 'Some answers need correcting. They are shown below; what you wrote is kept.',
    too_large: 'What you sent is too long. Shorten the text, or attach it as a document.',
    too_slow:
      'What you sent took too long to reach us and was not taken into account. Check your connection, then try again.',
    gone: 'This form is no longer offered: the page has changed since you opened it. Nothing was done. Please read it again.',
    used: 'This page has already been used to send something else. Nothing changed this time: check what is written, then send it again.',
  },
  draft: {
    too_many:
      'You have one hundred texts begun and not sent in this file: this one has not been saved. Send or empty a few of them, then try again.',
    not_discarded:
      'This draft was changed on another device or in another window. It has not been discarded: here it is as it now stands.',
    unread:
      'This file was changed since you read it, on another device or in another window. It has not been sent: read it again, then send it.',
    sent: 'Another text has already been sent from this page, on another device or in another window. What you wrote here has not been sent; you will find it below.',
    changed:
      'This text was also changed on another device or in another window. Nothing has been sent: compare the two versions below, then send the one you want.',
  },
  rate: {
    limited: 'There were too many requests in a short time. Wait before trying again: a few minutes, an hour at most.',
    acts: 'You have done many things in a short time. Nothing was done this time: wait about ten minutes, then try again.',
    today:
      'You have done this a great many times in 24 hours. Nothing was done this time: try again tomorrow, or write to the Office if it cannot wait.',
    invitations:
      'Three people have already been invited in this file within 24 hours. Nobody was invited this time: try again tomorrow.',
  },
  engine: {
    unavailable:
      'The service cannot process your action right now. What you wrote is kept: try again in a few minutes.',
  },
  platform: {
    busy: 'Many requests are reaching us at once. Try again in a moment.',
    unavailable: 'The service is unavailable for the moment. Try again in a few minutes.',
    unexpected: 'Something went wrong on our side. Try again in a few minutes; if it persists, write to the Office.',
  },
};

export default errors;
