import type { mediation as french } from '../fr/mediation.ts';
import type { MailText } from '../types.ts';

/** Mediation (H). */
export const mediation: Record<keyof typeof french, MailText> = {
  'mediation-available': {
    subject: 'File {{number}}: mediation can be requested',
    body: [
      'You can now request mediation in file {{number}} ({{merchantName}}). A neutral mediator would help both parties find a solution. It is free.',
      'You do not have to: the negotiation continues as before.',
    ],
    button: 'See the file',
  },
  'mediation-requested': {
    subject: 'File {{number}}: mediation has been requested',
    body: [
      '{{side|Who}} has requested mediation in file {{number}} ({{merchantName}}). The Office will assign a mediator, who will help both parties without imposing anything.',
      'There is nothing to do. Until a mediator is assigned, you can still negotiate and agree.',
    ],
    button: 'See the file',
  },
  'mediation-to-assign': {
    subject: 'File {{number}}: mediation to assign',
    body: ['Mediation has been requested in file {{number}} ({{merchantName}}). A mediator must be assigned.'],
    button: 'Assign',
  },
  'mediator-assigned': {
    subject: 'File {{number}}: someone is assigned to mediate',
    body: [
      'The Office has assigned {{mediatorName}} to mediate in file {{number}} ({{merchantName}}). That person must first declare having no conflict of interest; until then they read nothing but the names of the parties.',
      'Exchanges will take place in the “Mediation discussion space”. Only the mediator will be able to make proposals there. The proposals that the parties made to each other during the negotiation can no longer be accepted.',
    ],
    button: 'Open the discussion space',
  },
  'mediation-assigned': {
    subject: 'A mediation is entrusted to you: file {{number}}',
    body: [
      'The Office entrusts you with the mediation of file {{number}} ({{merchantName}}). Before you read the file, say whether you have a conflict of interest with one of the parties: their names are on the page.',
      'Without a conflict, you will read the description of the problem and the proposals, then introduce yourself in the discussion space. The target date for the end of the mediation is {{target|day}}.',
    ],
    button: 'Declare and open the file',
  },
  'mediator-declared': {
    subject: 'File {{number}}: {{mediatorName}} leads the mediation',
    body: [
      '{{mediatorName}} has declared having no conflict of interest in file {{number}} ({{merchantName}}), and can now read it.',
      'Exchanges take place in the “Mediation discussion space”. You can also write to the mediator in private.',
    ],
    button: 'Open the discussion space',
  },
  'mediator-reminder': {
    subject: 'Reminder: it is your turn in file {{number}}',
    body: [
      'In the mediation of file {{number}} ({{merchantName}}), something has been expected of you since {{mediatorSince|day}}. The page of the file says what.',
      'If you cannot lead this mediation, step down: the Office will name someone else.',
    ],
    button: 'See what is expected',
  },
  'mediator-alert': {
    subject: 'File {{number}}: the mediation is not moving forward',
    body: [
      'In file {{number}} ({{merchantName}}), something has been expected of the mediator since {{mediatorSince|day}}. Reminders have had no effect.',
    ],
    button: 'See the follow-up',
  },
  'mediation-revision-asked': {
    subject: 'File {{number}}: your proposal does not suit one party',
    body: [
      'In file {{number}} ({{merchantName}}), your proposal does not suit one party: {{side|who}}. The other party is not told.',
      'Find out why, then change your proposal.',
    ],
    button: 'See the proposal',
  },
  'caucus-opened': {
    subject: 'File {{number}}: earlier exchanges are open to you',
    body: [
      'In file {{number}} ({{merchantName}}), a party opens to you its private exchanges with the person who mediated before you: {{side|who}}. The other party is not told.',
    ],
    button: 'Read the exchanges',
  },
  'mediation-reassigned': {
    subject: 'File {{number}} is entrusted to someone else',
    body: [
      'The mediation of file {{number}} ({{merchantName}}) is now entrusted to someone else. You no longer have access to it. What you learned in it remains confidential.',
    ],
  },
  'mediator-recused': {
    subject: 'File {{number}}: someone else will mediate',
    body: [
      'The mediator of file {{number}} ({{merchantName}}) cannot continue. The Office will assign someone else and we will write to you.',
      'There is nothing to do until then.',
    ],
    button: 'See the file',
  },
  'mediator-recused-why': {
    subject: 'File {{number}}: someone else will mediate',
    body: [
      'The mediator of file {{number}} ({{merchantName}}) is stepping down and tells you why: {{recusalReason|list:recusalReasons}}. The Office will assign someone else and we will write to you.',
      'There is nothing to do until then.',
    ],
    button: 'See the file',
  },
  'mediator-recused-office': {
    subject: 'File {{number}}: mediation to reassign',
    body: [
      'The mediator of file {{number}} ({{merchantName}}) has handed it back to the Office. Reason: {{recusalReason|list:recusalReasons}}. Someone else must be assigned.',
    ],
    button: 'Assign',
  },
  'mediator-released': {
    subject: 'File {{number}}: someone else will mediate',
    body: [
      'The person who mediated file {{number}} ({{merchantName}}) no longer does. The Office will assign someone else and we will write to you.',
      'There is nothing to do until then.',
    ],
    button: 'See the file',
  },
  'mediator-proposal-received': {
    subject: 'File {{number}}: the mediator proposes a solution',
    body: [
      'The mediator has made a proposal in file {{number}} ({{merchantName}}). Read it, with the agreement it would lead to.',
      'There is an agreement if both parties accept the same version. To say no or suggest a change, write in the discussion space. Nobody decides for you.',
    ],
    button: 'Read and answer',
  },
  'mediator-proposal-edited': {
    subject: 'File {{number}}: the mediator’s proposal has changed',
    body: [
      'The mediator has changed the proposal in file {{number}} ({{merchantName}}). The differences are shown.',
      'An acceptance given to an earlier version no longer holds: the new one must be answered.',
    ],
    button: 'See what has changed',
  },
  'acceptance-voided': {
    subject: 'File {{number}}: your acceptance no longer holds',
    body: [
      'You had accepted a proposal in file {{number}} ({{merchantName}}). It has changed since: your acceptance no longer holds.',
      'Read the new version and decide whether it suits you.',
    ],
    button: 'Read and answer',
  },
  'mediation-acceptance': {
    subject: 'File {{number}}: one party has accepted',
    body: [
      '{{side|Who}} has accepted your proposal in file {{number}} ({{merchantName}}). The other party is not told and has not accepted this version yet.',
    ],
    button: 'See the proposal',
  },
  'mediation-acceptance-withdrawn': {
    subject: 'File {{number}}: one party has taken back its acceptance',
    body: ['{{side|Who}} has taken back its acceptance of your proposal in file {{number}} ({{merchantName}}).'],
    button: 'See the proposal',
  },
  'messages-shared': {
    subject: 'File {{number}}: messages have been shared with you',
    body: [
      '{{side|Who}} has chosen to share messages of the negotiation with you in file {{number}} ({{merchantName}}). The other party has been told.',
    ],
    button: 'Read the messages',
  },
  'messages-shared-notice': {
    subject: 'File {{number}}: messages have been shared with the mediator',
    body: [
      '{{side|Who}} has chosen to share messages of your negotiation with the mediator in file {{number}} ({{merchantName}}). These messages are marked in the “Message centre”.',
    ],
    button: 'See the messages',
  },
  'mediation-withdrawal': {
    subject: 'File {{number}}: a party withdraws from mediation',
    body: [
      'In file {{number}} ({{merchantName}}), a party withdraws from mediation: {{side|who}}. The justification is in the file.',
      'Announce the closing of the file to the parties, then close it, with the attestation. Otherwise it will close by itself on {{closesAt|dateTime}}.',
    ],
    button: 'See the file',
  },
  'mediation-withdrawal-office': {
    subject: 'File {{number}}: a party withdraws from mediation',
    body: [
      'In file {{number}} ({{merchantName}}), a party withdraws from mediation: {{side|who}}. No mediator is assigned to it at the moment.',
      'A mediator whom you assign could close it, with the attestation. Otherwise it will close by itself on {{closesAt|dateTime}}.',
    ],
    button: 'See the follow-up',
  },
  'mediation-withdrawal-notice': {
    subject: 'File {{number}}: the other party withdraws from mediation',
    body: [
      '{{side|Who}} withdraws from mediation in file {{number}} ({{merchantName}}). The justification is in the file.',
      'The file will be closed by {{closesAt|dateTime}} at the latest. An attestation that the parties used mediation will be placed in it.',
    ],
    button: 'Read the justification',
  },
  'mediation-withdrawal-before': {
    subject: 'File {{number}}: the other party withdraws from mediation',
    body: [
      '{{side|Who}} withdraws from mediation in file {{number}} ({{merchantName}}), which nobody has led yet. The justification is in the file.',
      'The file will be closed by {{closesAt|dateTime}} at the latest. An attestation will be placed in it only if somebody leads the mediation by then.',
    ],
    button: 'Read the justification',
  },
  'mediation-target-near': {
    subject: 'File {{number}}: the target date is near',
    body: [
      'The mediation of file {{number}} ({{merchantName}}) should end by {{target|day}}.',
      'If a settlement is near, if you are waiting for a party or if something unforeseen comes up, tell the Office from the file.',
    ],
    button: 'See the file',
  },
  'mediation-target-passed': {
    subject: 'File {{number}}: the target date has come',
    body: [
      'The target date for the mediation of file {{number}} ({{merchantName}}), {{target|day}}, has come. The file stays open.',
      'Give the Office the reason and a new date, or close the file if an agreement is no longer possible.',
    ],
    button: 'Say what comes next',
  },
  'mediation-target-alert': {
    subject: 'File {{number}}: the mediation has reached its target date',
    body: [
      'The mediation of file {{number}} ({{merchantName}}) has reached its target date, {{target|day}}. It continues.',
    ],
    button: 'See the follow-up',
  },
  'mediation-report': {
    subject: 'File {{number}}: news of the mediation',
    body: ['The mediator of file {{number}} ({{merchantName}}) reports: {{report|list:mediationReports}}.'],
    button: 'See the follow-up',
  },
  'mediation-report-answered': {
    subject: 'File {{number}}: the Office’s answer',
    body: [
      'You reported to the Office, in file {{number}} ({{merchantName}}): {{report|list:mediationReports}}.',
      'Answer of {{answeredAt|day}}: {{reportAnswer|list:reportAnswers}}.',
    ],
    button: 'See the answer',
  },
  'closing-announced': {
    subject: 'File {{number}}: the closing of the file is announced',
    body: [
      'The mediator of file {{number}} ({{merchantName}}) announces that mediation will end without agreement and that the file will be closed. The message is under “{{thread|list:threads}}”.',
      'Until then, you can still answer it. Once the file is closed, nobody will be able to write there.',
    ],
    button: 'Read the announcement',
  },
  'mediation-failed': {
    subject: 'File {{number}}: mediation has ended without agreement',
    body: [
      'The mediation of file {{number}} ({{merchantName}}) has ended without agreement and the file is closed. The justification is in the file.',
      'An attestation of absence of agreement in mediation is in the “Documents” tab. Keep it: it can be useful if an application is made to a court.',
      'The file can be read until {{readableUntil|day}}.',
    ],
    button: 'See the attestation',
  },
  'mediation-closed-automatically': {
    subject: 'File {{number}}: closed after a withdrawal',
    body: [
      'A party had withdrawn from mediation in file {{number}} ({{merchantName}}). The time allowed has passed: the file has closed and the attestation has been placed in it.',
      'You can read it until {{readableUntil|day}}.',
    ],
    button: 'See the file',
  },
  'mediation-never-led': {
    subject: 'File {{number}}: closed after a withdrawal',
    body: [
      'A party had withdrawn from mediation in file {{number}} ({{merchantName}}). The time allowed has passed, and the file has closed. The reason and the justification are in the file.',
      'Nobody had led the mediation: there is therefore no attestation.',
      'The file can be read until {{readableUntil|day}}.',
    ],
    button: 'Read the justification',
  },
  'declaration-moot': {
    subject: 'File {{number}}: there is no mediation to lead any more',
    body: [
      'The mediation of file {{number}} ({{merchantName}}), which was entrusted to you, is over: the file is closed. No declaration is expected of you any more.',
    ],
  },
};
