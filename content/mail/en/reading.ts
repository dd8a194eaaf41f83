import type { MailText } from '../types.ts';

/** The Office reads the content of a dossier, by exception. */
export const reading = {
  'break-glass': {
    subject: 'File {{number}}: the Office opens its content',
    body: [
      'A person of the Office has opened access to the summary and the documents of file {{number}} ({{merchantName}}), until {{until|dateTime}} at the latest. Reason: {{readingReason|list:breakGlassReasons}}.',
      'They read neither the proposals, nor the messages, nor the mediation discussion, and cannot write or change anything. Each page that they open is recorded.',
      'You have nothing to do. This access is written in the file, under “What has happened”, with the name of the person.',
    ],
    button: 'See the file',
  },
} satisfies Record<string, MailText>;
