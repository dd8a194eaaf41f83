import type fr from '../../fr/errors/index.ts';
import type { Shape } from '../../shape.ts';
import rules from './rules.ts';
import people from './people.ts';

/** Every refusal, by its code: what is the matter, then what to do instead. Here those of pages, codes, files, forms and the platform. */
const errors: Shape<typeof fr> = {
  ...rules,
  ...people,
  access: {
    denied: 'You do not have access to this page. Go back to the home page.',
    consumers_only:
      'This page is for consumers, and your account is of another kind. For a dispute of your own, or to represent someone, use an account with another e-mail address: an address serves one kind of account only.',
    not_found:
      'This page does not exist, or it is no longer open to you. Check the address or go back to the home page.',
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
