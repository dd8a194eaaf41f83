import { accountChanges } from './account-changes.ts';
import { companies } from './companies.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

/** After each change of a way in. */
const notYou = [
  'If this was you, or if you asked for it, there is nothing to do.',
  'If it was not you, choose another password right away, then write to the Office.',
];

export const accounts: Record<AccountMailTemplate, MailText> = {
  'access-codes': {
    subject: 'Your codes to create your file',
    body: [
      'The Office has received your request about {{merchantName}}. This merchant agrees to negotiate online: you can now create your file.',
      'You will need these two codes.',
    ],
    details: [
      { label: 'Reference number', value: '{{reference}}' },
      { label: 'Access code', value: '{{code}}' },
      { label: 'Valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Create my file',
    after: [
      'The button fills in both codes for you. If you do not have an account yet, you can register along the way.',
      'Have your invoice or contract at hand, and photos if there are any. A phone is enough to photograph them.',
      'Do not give these codes to anyone.',
    ],
  },
  'email-verification': {
    subject: 'Your verification code',
    body: ['Enter this code to confirm that this e-mail address is yours.'],
    details: [
      { label: 'Verification code', value: '{{code}}' },
      { label: 'Valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Enter the code',
    after: [
      'This code works only in the browser where the registration was made. If you did not ask for anything, do nothing and give this code to nobody: without it, no account is created.',
    ],
  },
  'merchant-activation': {
    subject: 'Activate your account for {{merchantName}}',
    body: [
      'The Office has opened an account for you so that you can act for {{merchantName}}.',
      'On your first visit you will choose a password, fill in your professional information and read the terms of use and the confidentiality undertaking.',
    ],
    details: [
      { label: 'User name', value: '{{userName}}' },
      { label: 'Link valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Activate my account',
    after: ['This link works only once. If it is no longer valid, ask the Office for another.'],
  },
  'merchant-access': {
    subject: 'Your account opens {{merchantName}}',
    body: [
      'The Office has given you access to the files of {{merchantName}}. You will see them in “My files” the next time you sign in.',
      'Your password stays the same.',
    ],
    details: [{ label: 'User name', value: '{{userName}}' }],
    button: 'Open my files',
    after: ['If you do not act for this company, write to the Office.'],
  },
  'mediator-activation': {
    subject: 'Activate your mediation account',
    body: [
      'The Office has opened a mediator’s account for you.',
      'On your first visit you will choose a password, fill in your professional information and read the terms of use and the confidentiality undertaking.',
    ],
    details: [
      { label: 'User name', value: '{{userName}}' },
      { label: 'Link valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Activate my account',
    after: ['This link works only once. If it is no longer valid, ask the Office for another.'],
  },
  'officer-activation': {
    subject: 'Activate your Office account',
    body: [
      'An account has been opened for you at the Office desk, where requests and accounts are prepared.',
      'On your first visit you will choose a password, fill in your professional information and read the terms of use and the confidentiality undertaking.',
    ],
    details: [
      { label: 'User name', value: '{{userName}}' },
      { label: 'Link valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Activate my account',
    after: ['This link works only once. If it is no longer valid, ask whoever runs the platform for another.'],
  },
  'password-reset': {
    subject: 'Your code to choose a new password',
    body: ['A new password was requested for your account. Enter this code to choose it.'],
    details: [
      { label: 'Code', value: '{{code}}' },
      { label: 'Valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Choose a password',
    after: [
      'This code works only in the browser where it was asked for. If you did not ask for anything, do nothing and give this code to nobody: your password stays the same.',
    ],
  },
  'password-changed': {
    subject: 'Your password was changed',
    body: [
      'The password of your account was changed on {{changedAt|dateTime}}. Sessions open on other devices were closed.',
      'If this was you, there is nothing to do.',
      'If it was not you, choose another password right away, then write to the Office. Also change the password of your e-mail if someone else could have got into it.',
    ],
    button: 'Choose another password',
  },
  'file-infected': {
    subject: 'File {{number}}: a document that you had filed was destroyed',
    body: [
      'A malicious program was found in a document that you filed on {{depositedAt|dateTime}} in file {{number}}. The document is destroyed. Nobody but you had been able to open it.',
      'A device may be infected without the knowledge of the person who uses it. Have it checked by an antivirus before you send other documents.',
      'If this document matters and the file is still open, file another copy of it, such as a photo or a new scan.',
    ],
    button: 'See the documents',
  },
  'factor-added': {
    subject: 'A second sign-in step was added',
    body: [
      'A passkey or a code application was added to your account on {{changedAt|dateTime}}. Sessions open on other devices were closed.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'factor-removed': {
    subject: 'A second sign-in step was removed',
    body: [
      'A passkey or a code application was removed from your account on {{changedAt|dateTime}}. Sessions open on other devices were closed.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'recovery-codes-made': {
    subject: 'Your recovery codes were replaced',
    body: [
      'Other recovery codes were created for your account on {{changedAt|dateTime}}. The former ones no longer work.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'recovery-code-used': {
    subject: 'A recovery code was used to enter your account',
    body: [
      'One of your recovery codes served as the second step on {{changedAt|dateTime}}. This code no longer works.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'factors-reset': {
    subject: 'The Office removed your second sign-in step',
    body: [
      'The Office removed your passkeys, your code application and your recovery codes on {{changedAt|dateTime}}, and closed your sessions. You sign in with your password, and can then add another second step from your profile.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'identity-linked': {
    subject: 'The Office’s identity service now opens your account',
    body: [
      'Someone entered your account on {{changedAt|dateTime}} through the Office’s identity service, with your email address. You can sign in that way from now on.',
      ...notYou,
    ],
    button: 'Choose another password',
  },
  'sessions-ended': {
    subject: 'The Office closed your sessions',
    body: ['The Office closed all your sessions on {{changedAt|dateTime}}. You can sign in again.', ...notYou],
    button: 'Choose another password',
  },
  'email-change-code': {
    subject: 'Your code to change your address',
    body: ['Enter this code for this address to become that of your account.'],
    details: [
      { label: 'Verification code', value: '{{code}}' },
      { label: 'Valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Enter the code',
    after: [
      'This code only works in the browser where the change was requested. If you did not ask for anything, do nothing and give this code to nobody.',
    ],
  },
  'email-changed': {
    subject: 'The address of your account was changed',
    body: [
      'Your account has had another address since {{changedAt|dateTime}}. You sign in with it, and will no longer receive e-mails at this one.',
      'If this was you, there is nothing to do.',
      'If it was not you, undo this change: the button allows it for 7 days. You will then choose another password.',
    ],
    details: [{ label: 'New address', value: '{{userName}}' }],
    button: 'Undo this change',
  },
  'account-exists': {
    subject: 'You already have an account',
    body: [
      'Your e-mail address has just been given to open an account, or to replace that of another account, but it already has its own. Nothing was changed.',
      'If it was you, sign in with your password. If you have forgotten it, you can choose another.',
      'If the Office has just opened an account for you, use the activation link it sent you.',
    ],
    button: 'Sign in',
    after: ['If it was not you, there is nothing to do.'],
  },
  'mediator-absence': {
    subject: 'A mediator will be away',
    body: ['{{mediatorName}} will be away. See which files are under way with this person.'],
    details: [
      { label: 'First day', value: '{{firstDay|day}}' },
      { label: 'Last day', value: '{{lastDay|day}}' },
    ],
    button: 'See the absences',
  },
  'mediator-absence-late': {
    subject: 'A mediator will be away: short notice',
    body: [
      '{{mediatorName}} will be away. This absence of more than a week is announced less than two weeks ahead: see right away which files are under way with this person.',
    ],
    details: [
      { label: 'First day', value: '{{firstDay|day}}' },
      { label: 'Last day', value: '{{lastDay|day}}' },
    ],
    button: 'See the absences',
  },
  'mediator-absence-cancelled': {
    subject: 'A mediator’s absence is cancelled',
    body: ['The absence of {{mediatorName}} on these days is cancelled.'],
    details: [
      { label: 'First day', value: '{{firstDay|day}}' },
      { label: 'Last day', value: '{{lastDay|day}}' },
    ],
    button: 'See the absences',
  },
  ...accountChanges,
  ...companies,
};
