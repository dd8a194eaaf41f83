import type { filing as french } from '../fr/filing.ts';
import type { MailText } from '../types.ts';

/** Draft, representation and the merchant's filing (D, E, F). */
export const filing: Record<keyof typeof french, MailText> = {
  'draft-opened': {
    subject: 'File {{number}}: to be sent by {{draftUntil|day}}',
    body: [
      'Your file {{number}} about {{merchantName}} is open. Five steps remain: the parties, the problem, your proposal, your documents and the review.',
      'You have until {{draftUntil|dateTime}} to send it to the merchant. What you write is saved as you go: you can stop and come back.',
    ],
    button: 'Continue my file',
  },
  'draft-reminder': {
    subject: 'Reminder: your file {{number}} has not been sent yet',
    body: [
      'Your file {{number}} about {{merchantName}} is waiting to be finished. You have until {{draftUntil|dateTime}} to send it.',
      'After that it will expire and the merchant will not receive it. Everything you have written so far is kept.',
    ],
    button: 'Finish my file',
  },
  'draft-expired': {
    subject: 'Your file {{number}} has expired',
    body: [
      'File {{number}} about {{merchantName}} was not sent in time. The merchant received nothing.',
      'What you wrote is kept until {{erasedAt|day}} and will then be erased. Until then you can write to the Office to ask for more time.',
    ],
  },
  'draft-extended': {
    subject: 'You have more time to send file {{number}}',
    body: [
      'The Office has given you more time for your file {{number}} about {{merchantName}}. You now have until {{draftUntil|dateTime}} to send it.',
      'Everything you had written is still there.',
    ],
    button: 'Continue my file',
  },
  'representative-invitation': {
    subject: 'You are asked to represent someone in file {{number}}',
    body: [
      '{{consumerName}} would like you to help settle a dispute with {{merchantName}}, online and in confidence.',
      'If you accept, you will be the only person who acts in this file on their behalf: making and accepting proposals, writing messages, closing the file. You must be at least 18 years old and not practise as a lawyer.',
      'Sign in with the address that receives this e-mail, or sign up first, then enter these two items.',
    ],
    details: [
      { label: 'File number', value: '{{number}}' },
      { label: 'Validation key', value: '{{key}}' },
      { label: 'Valid until', value: '{{invitationUntil|dateTime}}' },
    ],
    button: 'Answer the invitation',
    after: ['If you do not wish to represent this person, there is nothing to do.'],
  },
  'representative-invitation-again': {
    subject: 'You are asked again to represent someone in file {{number}}',
    body: [
      'The invitation that {{consumerName}} sent you for their file with {{merchantName}} is sent to you again. The validation key that you received before no longer works: use this one.',
      'If you accept, you will be the only person who acts in this file on their behalf: making and accepting proposals, writing messages, closing the file. You must be at least 18 years old and not practise as a lawyer.',
      'Sign in with the address that receives this e-mail, or sign up first, then enter these two items.',
    ],
    details: [
      { label: 'File number', value: '{{number}}' },
      { label: 'Validation key', value: '{{key}}' },
      { label: 'Valid until', value: '{{invitationUntil|dateTime}}' },
    ],
    button: 'Answer the invitation',
    after: ['If you do not wish to represent this person, there is nothing to do.'],
  },
  'representative-named': {
    subject: 'File {{number}}: the invitation has been sent',
    body: [
      'We are sending an invitation to the person you named to represent you in file {{number}}. It can be accepted until {{invitationUntil|dateTime}}.',
      'Until then you continue to act yourself. You can cancel the invitation at any time.',
    ],
    button: 'See my file',
  },
  'representative-active': {
    subject: 'File {{number}}: {{representativeName}} represents you',
    body: [
      '{{representativeName}} has agreed to represent you in file {{number}} about {{merchantName}} and now acts on your behalf.',
      'You can still read the file, add documents and end this representation at any time.',
    ],
    button: 'See my file',
  },
  'representative-welcome': {
    subject: 'You represent {{consumerName}} in file {{number}}',
    body: [
      'You now act on behalf of {{consumerName}} in file {{number}} about {{merchantName}}. You will receive the e-mails of this file.',
      'The page of the file always tells you whose turn it is and what you can do.',
    ],
    button: 'See the file',
  },
  'representative-announced': {
    subject: 'File {{number}}: someone now represents the consumer',
    body: [
      'In file {{number}} ({{merchantName}}), {{representativeName}} now represents the consumer. Exchanges continue with this person.',
    ],
    button: 'See the file',
  },
  'invitation-expired': {
    subject: 'File {{number}}: the invitation was not accepted in time',
    body: [
      'The person you named to represent you in file {{number}} did not answer in time. The validation key can no longer be used.',
      'As long as the file is open, you continue to act in it yourself, and you can invite the same person again, or someone else.',
    ],
    button: 'See my file',
  },
  'invitation-revoked': {
    subject: 'The invitation for file {{number}} is cancelled',
    body: ['The invitation to represent someone in file {{number}} has been cancelled. There is nothing to do.'],
  },
  'representative-removed': {
    subject: 'File {{number}}: you act for yourself again',
    body: [
      'Nobody represents you any more in file {{number}} about {{merchantName}}. The page of the file says what you can do in it yourself.',
    ],
    button: 'See my file',
  },
  'representation-ended': {
    subject: 'File {{number}}: your role as representative has ended',
    body: [
      'You no longer represent the consumer in file {{number}}. You no longer have access to it and will not receive its e-mails.',
      'What you read there remains confidential.',
    ],
  },
  'representation-over': {
    subject: 'File {{number}}: the consumer acts in person',
    body: [
      'In file {{number}} ({{merchantName}}), the consumer is no longer represented. Any further exchange is with the consumer in person.',
    ],
    button: 'See the file',
  },
  'represented-update': {
    subject: 'File {{number}}: there is something new',
    body: [
      'There is something new in file {{number}} about {{merchantName}}. The person who represents you knows of it and acts on your behalf.',
      'You can read the file. As long as it is open, you can also add documents to it.',
    ],
    button: 'See my file',
  },
  'dossier-submitted': {
    subject: 'File {{number}}: sent to {{merchantName}}',
    body: [
      'Your file {{number}} and your proposal have been sent to {{merchantName}}, who has been told by e-mail.',
      'The merchant must now take charge of the file. It can then accept your proposal or make another. We will write to you as soon as it acts, and will remind it if it is slow.',
    ],
    button: 'See my file',
    after: [
      'Please note: negotiating does not stop the time limits for going to court. If yours is near, find out without delay.',
    ],
  },
  'new-dossier': {
    subject: 'New file {{number}} for {{merchantName}}',
    body: [
      'Someone has sent file {{number}}, which concerns {{merchantName}}, with a proposal to settle.',
      'Read it, then take charge of it. The respondent can also entrust it to a representative of the company. A quick answer helps to reach an agreement.',
    ],
    button: 'Read the file',
  },
  'take-charge-reminder': {
    subject: 'Reminder: nobody has taken charge of file {{number}}',
    body: [
      'File {{number}} was sent to {{merchantName}} on {{submittedAt|day}}. Nobody has taken charge of it yet.',
      'Read it, then take charge of it or refuse to negotiate. If you do nothing, the Office will be told.',
    ],
    button: 'Read the file',
  },
  'merchant-silent-alert': {
    subject: 'File {{number}}: the merchant does not answer',
    body: [
      'File {{number}} was sent to {{merchantName}} on {{submittedAt|day}}. Nobody has taken charge of it despite the reminders.',
      'The merchant’s respondent should be contacted.',
    ],
    button: 'See the follow-up',
  },
  'merchant-silent': {
    subject: 'File {{number}}: the merchant has not answered yet',
    body: [
      '{{merchantName}} received your file {{number}} on {{submittedAt|day}} and has not taken charge of it yet. The Office has been told and will follow up.',
      'You can wait, or close the file at any time. You would then receive information about other remedies.',
    ],
    button: 'See my file',
  },
  'charge-taken': {
    subject: 'File {{number}}: the merchant has taken charge',
    body: [
      '{{handlerName}} ({{merchantName}}) has taken charge of file {{number}}. The negotiation has begun.',
      'The merchant can accept your proposal or make another. You can also write to it in the “Message centre”.',
    ],
    button: 'See my file',
  },
  'charge-passed': {
    subject: 'File {{number}}: someone else acts for the merchant',
    body: [
      '{{handlerName}} ({{merchantName}}) is now in charge of file {{number}}, in place of the person who handled it.',
      'Exchanges continue with this person. What has been proposed and written so far stands.',
    ],
    button: 'See my file',
  },
  'charge-confirmed': {
    subject: 'You are in charge of file {{number}}',
    body: [
      'You have taken charge of file {{number}} for {{merchantName}}. You will receive the e-mails of this file.',
      'We advise you to introduce yourself in the “Message centre”. The page of the file says whose turn it is and what you can do.',
    ],
    button: 'Read the proposals',
  },
  'charge-confirmed-after': {
    subject: 'You answer for file {{number}} after the agreement',
    body: [
      'You have taken charge of file {{number}} for {{merchantName}}. It is closed by an agreement, which stays as it is. You will receive the e-mails of this file.',
      'You can write to the consumer until {{messagesUntil|dateTime}}, to settle how the agreement is carried out. We advise you to introduce yourself.',
    ],
    button: 'Read the messages',
  },
  'charge-given': {
    subject: 'File {{number}} is entrusted to you',
    body: [
      '{{giverName}} has entrusted file {{number}} ({{merchantName}}) to you. You are now in charge of it and will receive its e-mails.',
      'We advise you to introduce yourself in the “Message centre”. The page of the file says whose turn it is and what you can do.',
    ],
    button: 'Read the proposals',
  },
  'charge-given-after': {
    subject: 'File {{number}} is entrusted to you after the agreement',
    body: [
      '{{giverName}} has entrusted file {{number}} ({{merchantName}}) to you. It is closed by an agreement, which stays as it is. You are now in charge of it and will receive its e-mails.',
      'You can write to the consumer until {{messagesUntil|dateTime}}, to settle how the agreement is carried out. We advise you to introduce yourself.',
    ],
    button: 'Read the messages',
  },
  'charge-replaced': {
    subject: 'File {{number}}: someone else is in charge',
    body: [
      '{{handlerName}} is now in charge of file {{number}} for {{merchantName}} in your place. You can still read its summary, its documents and its proposals; you will no longer receive its e-mails.',
    ],
    button: 'See the file',
  },
  'charge-changed': {
    subject: 'File {{number}}: {{handlerName}} is in charge',
    body: ['{{handlerName}} is now in charge of file {{number}} for {{merchantName}} and receives its e-mails.'],
    button: 'See the file',
  },
  'charge-passed-mediator': {
    subject: 'File {{number}}: someone else acts for the merchant',
    body: [
      '{{handlerName}} ({{merchantName}}) is now in charge of file {{number}}, which you mediate, in place of the person who handled it.',
      'The mediation continues with this person, who now reads the discussion space and your private conversation with the merchant.',
    ],
    button: 'See the file',
  },
  'substitute-update': {
    subject: 'File {{number}}: something new while you stand in',
    body: [
      'There is something new in file {{number}} ({{merchantName}}), whose person in charge you stand in for.',
      'Only the person in charge of a file answers in it. As long as there is something left to answer, you can take charge of it; the person who is away will be told. We will not write to you about this more than once a day.',
    ],
    button: 'See the file',
  },
  'charge-waiting': {
    subject: 'File {{number}}: something new, and nobody is in charge',
    body: [
      'There is something new in file {{number}} ({{merchantName}}). At the time of this notice, nobody in your company is in charge of it.',
      'What is new waits for the person who takes charge: only that person can read it and answer. You can take charge of it. We will not write to you about this more than once a day.',
    ],
    button: 'See the file',
  },
  'negotiation-refused': {
    subject: 'File {{number}}: the merchant refuses to negotiate',
    body: [
      '{{merchantName}} has refused to negotiate and file {{number}} is closed. The merchant’s reason and justification are in the file.',
      'You remain free to use another remedy. A second e-mail explains which ones exist.',
      'The file can be read until {{readableUntil|day}}.',
    ],
    button: 'Read the justification',
  },
};
