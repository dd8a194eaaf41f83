import type { negotiation as french } from '../fr/negotiation.ts';
import type { MailText } from '../types.ts';

/** Proposals, messages, documents, silence, closing (G, I, B-02). */
export const negotiation: Record<keyof typeof french, MailText> = {
  'counter-proposal-received': {
    subject: 'File {{number}}: a counter-proposal awaits you',
    body: [
      '{{side|Who}} has answered with a counter-proposal in file {{number}} ({{merchantName}}).',
      'Compare it with yours. You can accept it or make another.',
    ],
    button: 'Read and answer',
  },
  'proposal-edited': {
    subject: 'File {{number}}: the proposal has changed',
    body: [
      '{{side|Who}} has changed its proposal in file {{number}} ({{merchantName}}). The new version replaces the one before.',
      'The differences are shown. You can accept the new version or make a counter-proposal.',
    ],
    button: 'See what has changed',
  },
  'agreement-concluded': {
    subject: 'File {{number}}: you have an agreement',
    body: [
      'Both parties have come to an agreement in file {{number}} ({{merchantName}}). The agreement is in the “Documents” tab: download it and keep it.',
      'The file is now closed. Each party must do what it has undertaken to do, on the agreed dates.',
      'The parties can still write to each other until {{messagesUntil|day}} to settle how the agreement is carried out. The file can be read until {{readableUntil|day}}.',
    ],
    button: 'See the agreement',
  },
  'agreement-concluded-mediator': {
    subject: 'File {{number}}: the parties have agreed',
    body: [
      'Both parties have accepted the same proposal in file {{number}} ({{merchantName}}). The agreement is in the documents and the file is closed.',
      'You can read it until {{readableUntil|day}}.',
    ],
    button: 'See the agreement',
  },
  'message-received': {
    subject: 'File {{number}}: a new message',
    body: [
      '{{side|Who}} has written to you in file {{number}} ({{merchantName}}), under “{{thread|list:threads}}”.',
      'If more messages come before you visit, we will not write to you about each one.',
    ],
    button: 'Read the message',
  },
  'document-added': {
    subject: 'File {{number}}: a document has been added',
    body: ['{{side|Who}} has added a document to file {{number}} ({{merchantName}}).'],
    button: 'See the documents',
  },
  'document-withdrawn': {
    subject: 'File {{number}}: a document has been withdrawn',
    body: [
      '{{side|Who}} has withdrawn a document from file {{number}} ({{merchantName}}). The reason is given in the “Documents” tab.',
    ],
    button: 'See the documents',
  },
  'dossier-closed': {
    subject: 'File {{number}}: the other party has closed it',
    body: [
      '{{side|Who}} has ended the process and file {{number}} ({{merchantName}}) is closed. The reason and the justification are in the file.',
      'It can be read until {{readableUntil|day}}.',
    ],
    button: 'Read the justification',
  },
  'turn-reminder': {
    subject: 'Reminder: it is your turn in file {{number}}',
    body: [
      'In file {{number}} ({{merchantName}}), you have been expected to act since {{awaitedSince|day}}.',
      'The page of the file shows what you can do. If you need time, tell the other party in the “Message centre”.',
    ],
    button: 'See what is expected',
  },
  'turn-reminder-last': {
    subject: 'Last reminder: it is your turn in file {{number}}',
    body: [
      'In file {{number}} ({{merchantName}}), you have been expected to act since {{awaitedSince|day}}. This is the last reminder: if you do nothing, the Office will be told.',
      'You can answer, write to the other party to explain the delay, or end the process.',
    ],
    button: 'See what is expected',
  },
  'turn-alert': {
    subject: 'File {{number}}: no answer despite the reminders',
    body: [
      'In file {{number}} ({{merchantName}}), an action has been awaited since {{awaitedSince|day}} from: {{awaited|who}}. The reminders had no effect.',
    ],
    button: 'See the follow-up',
  },
  'office-nudge': {
    subject: 'The Office invites you to look at file {{number}}',
    body: [
      'The Office invites you to look at file {{number}} ({{merchantName}}) and to follow up on it. Even a short answer helps the process move forward.',
    ],
    button: 'See the file',
  },
  'messages-closed': {
    subject: 'File {{number}}: messages are closed',
    body: [
      'The time set aside to settle how the agreement is carried out is over in file {{number}} ({{merchantName}}). You can no longer write in it.',
      'The agreement stands. The file can be read until {{readableUntil|day}}: by then, download what you want to keep.',
    ],
    button: 'See the file',
  },
};
