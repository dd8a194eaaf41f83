import type fr from '../fr/messages.ts';
import type { Shape } from '../shape.ts';

/** The message centre and the mediation discussion space. */
const messages: Shape<typeof fr> = {
  title: 'Message centre',
  threads: 'Conversations',
  restricted: 'Messages are not shown to the Office.',
  notTaken: 'Nobody in your company has taken charge of this file yet. The conversation opens to the person who does.',
  notHeld:
    'Nobody in your company is in charge of this file any more. The conversation opens to the person who takes charge.',
  noneOver: 'You have access to no conversation in this file, which is closed.',
  none: 'You have access to no conversation in this file. The person in charge of the file writes for your company.',
  whoReads: 'Who reads this',
  zone: 'Times are in Eastern time.',
  empty: 'No messages yet.',
  emptyCan: 'No messages yet. You can write the first one, for example to introduce yourself or to ask for an answer.',
  older: 'Older messages',
  newest: 'Back to the newest',
  newMark: 'New messages',
  you: 'You',
  write: 'Your message',
  writingIn: 'You are writing in: {{title}}',
  readBy: 'Who will read you: {{people}}',
  person: '{{name}} ({{part}})',
  amongThem: 'you',
  parts: {
    consumer: 'consumer',
    consumerRepresentative: 'represents the consumer',
    handler: '{{merchant}}',
    respondent: 'answers for {{merchant}}',
    mediator: 'mediation',
  },
  tags: {
    negotiation: 'Between the parties',
    mediationRoom: 'All three',
    consumerCaucus: 'Private: consumer',
    merchantCaucus: 'Private: merchant',
  },
  writeTo: 'Write a message',
  send: 'Send the message',
  save: 'Save without sending',
  sent: 'Your message is sent.',
  readOnly: 'You can read this conversation. {{name}} writes for your side.',
  takeChargeFirst: 'Take charge of the file to write here.',
  readOnlyRole: 'You can read this conversation without writing in it.',
  represented: 'You can read this conversation. {{name}} represents you and writes for you.',
  closed: 'This conversation is closed. You can read it again.',
  unled:
    'You can read this conversation. Before anyone can write in it, someone assigned to mediate must declare having no conflict of interest.',
  openUntil:
    'The file is closed. You can write to each other until {{date}} to settle how the agreement is carried out.',
  formalise: 'What is agreed here is not an agreement: make a proposal of it under “Proposals”.',
  formaliseMediation:
    'What is agreed here is not an agreement: say so in the discussion space too, so that the mediator can make a proposal of it.',
  shared: 'Shown to the mediator on {{date}}',
  unread_one: '{{count}} new message',
  unread_other: '{{count}} new messages',
  count_one: '{{count}} message',
  count_other: '{{count}} messages',
  sharing: {
    title: 'Show messages to the mediator',
    intro:
      '{{mediator}} does not read your messages of the negotiation. Choose those you want to show: only those will open.',
    told: 'Each message chosen is marked as shown, for you, for {{other}} and for {{mediator}}. {{other}} is told.',
    final: 'A message that was shown cannot be taken back.',
    choose: 'Messages to show',
    none: 'You have not written to each other yet: there is no message to show.',
    button: 'Show these messages',
    done: 'These messages are shown to the mediator. The other party is told.',
    sharedTitle: 'Messages shown to the mediator',
    sharedIntro:
      'These are the messages of the negotiation that a party chose to show. Both parties and the mediator read them here; the other messages of the negotiation stay between the parties.',
    sharedEmpty: 'No message of the negotiation has been shown.',
    sharedBy: 'Shown by {{name}} on {{date}}',
    see: 'Messages of the negotiation shown to the mediator',
  },
  room: 'Mediation discussion space',
  roles: {
    consumer: 'consumer',
    consumerRepresentative: 'consumer’s representative',
    respondent: 'merchant',
    merchantRepresentative: 'merchant',
    mediator: 'mediation',
    officer: 'Office',
    system: 'platform',
  },
};

export default messages;
