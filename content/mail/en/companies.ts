import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

/** From the Office to a company that wants to take part or asks for access, and between its people. */
export const companies = {
  'participation-received': {
    subject: 'Participation request {{requestNumber}} received',
    body: [
      'The Office has received a form to take part in Parle consommation, filled in with this address.',
      'It will read it, then write to you here: it accepts the request, asks for a correction or explains why it declines.',
    ],
    details: [{ label: 'Number of the request', value: '{{requestNumber}}' }],
    after: ['If you asked for nothing, write to the Office and give this number.'],
  },
  'participation-correction': {
    subject: 'Participation request {{requestNumber}}: a correction to make',
    body: [
      'The Office asks you to correct your participation form. The page tells you what, and what you had written is still in it.',
    ],
    details: [
      { label: 'Number of the request', value: '{{requestNumber}}' },
      { label: 'Link valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Correct the form',
    after: ['Give this link only to a person who may correct the form for the company.'],
  },
  'participation-accepted': {
    subject: 'Participation request {{requestNumber}} accepted',
    body: [
      'The Office has accepted the request. The company is enrolled in Parle consommation.',
      'Each person named in the form gets at their own address what they need to enter.',
    ],
    details: [{ label: 'Number of the request', value: '{{requestNumber}}' }],
  },
  'participation-declined': {
    subject: 'Participation request {{requestNumber}}: the Office’s answer',
    body: ['The Office did not accept the request. It gives the reason on this page.'],
    details: [
      { label: 'Number of the request', value: '{{requestNumber}}' },
      { label: 'Link valid until', value: '{{until|dateTime}}' },
    ],
    button: 'Read the reason',
    after: ['If the reason is no longer true, you can fill in a new form.'],
  },
  'access-request-done': {
    subject: 'Your team of {{merchantName}}: request done',
    body: ['The Office did what you had asked for the team of {{merchantName}}.'],
    button: 'See my team',
  },
  'access-request-declined': {
    subject: 'Your team of {{merchantName}}: the Office’s answer',
    body: [
      'The Office did not do what you had asked for the team of {{merchantName}}. It gives the reason on the page of your team.',
    ],
    button: 'Read the reason',
  },
  'respondent-added': {
    subject: 'Another person answers for {{merchantName}}',
    body: [
      'The Office made {{memberName}} a respondent of {{merchantName}}. This person receives new files, and may ask the Office to create or remove access.',
    ],
    button: 'See my team',
    after: ['If this surprises you, write to the Office without delay.'],
  },
  'stand-in-declared': {
    subject: '{{substituteName}} stands in for {{absentName}}',
    body: [
      '{{absentName}} will be away. {{substituteName}} stands in for this person in the files of {{merchantName}} and receives their e-mails too, until the end of the last day.',
      'A file keeps its person in charge as long as nobody else takes charge of it.',
    ],
    details: [
      { label: 'First day', value: '{{firstDay|day}}' },
      { label: 'Last day', value: '{{lastDay|day}}' },
    ],
    button: 'See the absences',
  },
  'stand-in-cancelled': {
    subject: 'Nobody stands in for {{absentName}} any more',
    body: [
      'The absence of {{absentName}} on these days is cancelled. {{substituteName}} does not, or no longer, receive the e-mails of their files at {{merchantName}}.',
    ],
    details: [
      { label: 'First day', value: '{{firstDay|day}}' },
      { label: 'Last day', value: '{{lastDay|day}}' },
    ],
    button: 'See the absences',
  },
} satisfies Partial<Record<AccountMailTemplate, MailText>>;
