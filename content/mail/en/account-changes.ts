import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

const surprised = 'If this surprises you, write to the Office without delay.';

/** What changed of an account or of what it opens, told to its owner whoever did it (ASVS 6.3.7). */
export const accountChanges = {
  'own-sessions-ended': {
    subject: 'Sessions of your account were ended',
    body: [
      'Sessions of your account were ended on {{changedAt|dateTime}}, from the page “Password and sessions”.',
      'If it was not you, choose another password at once, then write to the Office.',
    ],
    button: 'Choose another password',
  },
  'account-closed': {
    subject: 'Your account is closed',
    body: [
      'The Office closed your account on {{changedAt|dateTime}}. Your sessions are closed, and you can no longer sign in.',
      surprised,
    ],
  },
  'account-reopened': {
    subject: 'Your account is open again',
    body: [
      'The Office opened your account again on {{changedAt|dateTime}}. You sign in with the same user name and the same password as before.',
      surprised,
    ],
    button: 'Sign in',
  },
  'access-ended': {
    subject: 'You no longer have access to the files of {{merchantName}}',
    body: [
      'Your access to the files of {{merchantName}} ended on {{changedAt|dateTime}}, and your sessions are closed. If your account opens no other company, it is closed.',
      surprised,
    ],
  },
  'role-respondent': {
    subject: 'You now answer for {{merchantName}}',
    body: [
      'Since {{changedAt|dateTime}}, you are a respondent of {{merchantName}}: you receive new files, see all those of the company and may ask the Office to create or remove access.',
      surprised,
    ],
    button: 'See my team',
  },
  'role-representative': {
    subject: 'Your role changed for {{merchantName}}',
    body: [
      'Since {{changedAt|dateTime}}, you are a representative of {{merchantName}}, and no longer a respondent: you see the files that you take charge of and those that nobody is in charge of.',
      surprised,
    ],
    button: 'See my team',
  },
  'email-undone': {
    subject: 'The change of address of your account is undone',
    body: [
      'On {{changedAt|dateTime}}, your account took back the address that it had. Its sessions are closed, second sign-in steps added since the change are removed, and the password no longer works: ask for a code at this address to choose another.',
      surprised,
    ],
    details: [{ label: 'Address taken back', value: '{{userName}}' }],
    button: 'Choose another password',
  },
  'address-waived': {
    subject: 'Change of address allowed without this one',
    body: [
      'On {{changedAt|dateTime}}, the Office allowed the address of your account to be changed without a code at this one, for 24 hours: someone told it that they no longer receive e-mails here.',
      'The password and a code sent to the new address are still needed.',
      'If you read this e-mail and did not ask for anything, choose another password and write to the Office.',
    ],
    button: 'Choose another password',
  },
  'email-change-former-code': {
    subject: 'Your code to leave this address',
    body: [
      'Someone who knows your password asks for your account to have another address. If it is you, enter this code, with the one sent to the new address.',
      'If it is not you, give this code to nobody: without it, the address does not change. Choose another password.',
    ],
    details: [
      { label: 'Verification code', value: '{{code}}' },
      { label: 'New address requested', value: '{{userName}}' },
      { label: 'Valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Enter the codes',
    after: ['This code only works in the browser where the change was requested.'],
  },
} satisfies Partial<Record<AccountMailTemplate, MailText>>;
