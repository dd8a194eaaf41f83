import type fr from '../fr/reading.ts';
import type { Shape } from '../shape.ts';

const reading: Shape<typeof fr> = {
  title: 'Exceptional access to the content',
  link: 'Read the content of the file, by exception',
  lead: 'The Office follows a file without reading its content. This access is an exception, for a reason that the parties will see.',
  opens: {
    title: 'What you will be able to read',
    content: 'The names and contact details of the parties, the summary of the problem and the documents of this file.',
    closed:
      'Nothing else: no proposals, no messages, no mediation discussion, no private talks with the mediator, and not the mediator’s notes.',
    only: 'You alone, in this file alone, and you cannot write or change anything.',
    time: 'For {{minutes}} minutes. The access then ends by itself. You may end it before.',
  },
  follows: {
    title: 'What follows at once',
    mail: 'Both parties receive an e-mail, and the mediator too if there is one: the reason chosen, and until when you read.',
    history:
      'The access is written for ever in the history of the file, with your name. Everyone who reads the file sees it.',
    log: 'Each page and each document that you open is recorded. Your colleagues at the Office see this access in the log of exceptional accesses.',
  },
  form: {
    reason: 'Reason',
    choose: 'Choose a reason',
    justification: 'Justification',
    justificationHint:
      'What makes this reading necessary: the request received, its date, who made it. Colleagues at the Office read it; the parties do not read its text.',
    confirmed: 'I need to read this file for this reason, and I know that the parties are told of it',
    submit: 'Open the content for {{minutes}} minutes',
    cancel: 'Go back without opening',
  },
  opened: 'The exceptional access is open. The parties are told of it.',
  banner: {
    title: 'Exceptional access until {{until}}',
    note: 'What you read is recorded, and the parties are told of it.',
    read: 'Read the file',
    end: 'End the access',
    ended: 'The exceptional access has ended.',
  },
  log: {
    title: 'Log of exceptional accesses',
    intro: 'Each reading of the content of a file by a person of the Office, the latest first. Times are Eastern.',
    empty: 'Nobody at the Office has read the content of a file.',
    emptyReason: 'Nobody at the Office has read the content of a file for this reason.',
    look: 'Look for an access',
    lookHint: 'Number of the file, name of the merchant or of the person at the Office',
    fileName: 'exceptional-accesses.csv',
    number: 'File',
    officer: 'By',
    from: 'From',
    until: 'To',
    reason: 'Reason',
    justification: 'Justification',
    erased: 'Erased with the content of the file',
    read: 'Readings recorded',
  },
};

export default reading;
