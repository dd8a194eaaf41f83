import type { MailText } from '../types.ts';

/** The Office reads the content of a dossier, by exception. */
export const reading = {
  'break-glass': {
    subject: 'Dossier {{number}} : l’Office en ouvre le contenu',
    body: [
      'Une personne de l’Office s’est donné accès au résumé et aux documents du dossier {{number}} ({{merchantName}}), jusqu’au {{until|dateTime}} au plus tard. Raison : {{readingReason|list:breakGlassReasons}}.',
      'Elle ne lit ni les propositions, ni les messages, ni la discussion de la médiation, et ne peut rien écrire ni changer. Chaque page qu’elle ouvre est consignée.',
      'Vous n’avez rien à faire. Cet accès est inscrit dans le dossier, sous « Ce qui s’est passé », avec le nom de la personne.',
    ],
    button: 'Voir le dossier',
  },
} satisfies Record<string, MailText>;
