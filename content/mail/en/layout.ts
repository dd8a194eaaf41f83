import type { MailLayout } from '../types.ts';

export const layout: MailLayout = {
  greeting: 'Hello {{name}},',
  greetingUnnamed: 'Hello,',
  linkHelp: 'If the button does not work, copy this address into your browser:',
  signature: 'The Parle consommation team',
  why: 'This e-mail is sent automatically. It is not possible to reply to it.',
  confidential: 'For confidentiality, this e-mail contains nothing of what the parties write in the file.',
  contact: 'For help, write to {{email}}.',
  office: 'Office',
  standings: { notInCharge: 'You are not in charge of this file: to act in it, first take charge of it.' },
  who: {
    consumer: 'the consumer',
    merchant: 'the merchant',
    both: 'both parties',
    mediator: 'the mediator',
    office: 'the Office',
    system: 'the platform',
  },
};
