import type { Shape } from '../shape.ts';
import type fr from '../fr/engine.ts';

const texts: Shape<typeof fr> = {
  title: 'What comes next',
  caption: 'What will happen by itself, the nearest first',
  when: 'When',
  what: 'What will happen',
  none: 'Nothing is planned: this file waits for no date.',
  agrees: 'The engine, asked just now, waits for the same things as the journal.',
  silent: 'The engine did not answer in time. These dates are those of the journal, which is authoritative.',
  differs:
    'The engine and the journal do not say the same thing ({{what}}). These dates are those of the journal, which is authoritative. The platform brings them back in line by itself: reload the page in a minute, and tell whoever runs the platform if it lasts.',
  difference: {
    seq: 'the number of recorded facts',
    turn: 'whose turn it is',
    deadlines: 'the dates waited for',
  },
  open: 'See this file in Temporal (in a new tab)',
  deadlines: {
    draftReminder: 'Reminder {{step}} to the consumer: the draft is coming to its end',
    draftExpiry: 'The draft expires',
    draftPurge: 'The content of the expired draft is erased',
    invitationExpiry: 'The invitation of a representative expires',
    takeChargeReminder: 'Reminder {{step}} to the merchant: the file is to be taken in charge',
    takeChargeAlert: 'The Office is told that the merchant does not answer',
    mediationAvailable: 'Mediation may be requested',
    turnReminder: 'Reminder {{step}} to the party whose turn it is',
    turnAlert: 'The Office is told of a party’s silence',
    mediatorReminder: 'Reminder {{step}} to the mediator',
    mediatorAlert: 'The Office is told that the mediator is awaited',
    mediationWarning: 'The mediator is told that the target date is near',
    mediationTarget: 'Target date of the mediation: the Office is told',
    withdrawalClose: 'The file closes, following a withdrawal from mediation',
    messagesClose: 'Messages between the parties end',
    purge: 'The content of the file is erased',
  },
};

export default texts;
