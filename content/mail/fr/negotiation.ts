import type { MailText } from '../types.ts';

/** Proposals, messages, documents, silence, closing (G, I, B-02). */
export const negotiation = {
  'counter-proposal-received': {
    subject: 'Dossier {{number}} : une contre-proposition vous attend',
    body: [
      '{{side|Who}} a répondu par une contre-proposition dans le dossier {{number}} ({{merchantName}}).',
      'Comparez-la à la vôtre. Vous pouvez l’accepter ou en faire une autre.',
    ],
    button: 'Lire et répondre',
  },
  'proposal-edited': {
    subject: 'Dossier {{number}} : la proposition a changé',
    body: [
      '{{side|Who}} a modifié sa proposition dans le dossier {{number}} ({{merchantName}}). La nouvelle version remplace la précédente.',
      'Les différences sont indiquées. Vous pouvez accepter la nouvelle version ou faire une contre-proposition.',
    ],
    button: 'Voir ce qui a changé',
  },
  'agreement-concluded': {
    subject: 'Dossier {{number}} : vous avez une entente',
    body: [
      'Les deux parties se sont entendues dans le dossier {{number}} ({{merchantName}}). L’entente se trouve dans l’onglet « Documents » : téléchargez-la et conservez-la.',
      'Le dossier est maintenant fermé. Chaque partie doit faire ce à quoi elle s’est engagée, aux dates convenues.',
      'Les parties peuvent encore s’écrire jusqu’au {{messagesUntil|day}} pour régler l’exécution de l’entente. Le dossier reste lisible jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Voir l’entente',
  },
  'agreement-concluded-mediator': {
    subject: 'Dossier {{number}} : les parties se sont entendues',
    body: [
      'Les deux parties ont accepté la même proposition dans le dossier {{number}} ({{merchantName}}). L’entente est dans les documents et le dossier est fermé.',
      'Vous pouvez le lire jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Voir l’entente',
  },
  'message-received': {
    subject: 'Dossier {{number}} : un nouveau message',
    body: [
      '{{side|Who}} vous a écrit dans le dossier {{number}} ({{merchantName}}), sous « {{thread|list:threads}} ».',
      'S’il y a d’autres messages d’ici à votre visite, nous ne vous écrirons pas pour chacun.',
    ],
    button: 'Lire le message',
  },
  'document-added': {
    subject: 'Dossier {{number}} : un document a été ajouté',
    body: ['{{side|Who}} a ajouté un document dans le dossier {{number}} ({{merchantName}}).'],
    button: 'Voir les documents',
  },
  'document-withdrawn': {
    subject: 'Dossier {{number}} : un document a été retiré',
    body: [
      '{{side|Who}} a retiré un document du dossier {{number}} ({{merchantName}}). La raison est indiquée dans l’onglet « Documents ».',
    ],
    button: 'Voir les documents',
  },
  'dossier-closed': {
    subject: 'Dossier {{number}} : l’autre partie l’a fermé',
    body: [
      '{{side|Who}} a mis fin à la démarche et le dossier {{number}} ({{merchantName}}) est fermé. La raison et la justification sont dans le dossier.',
      'Il reste lisible jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Lire la justification',
  },
  'turn-reminder': {
    subject: 'Rappel : c’est à vous dans le dossier {{number}}',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une action est attendue de votre part depuis le {{awaitedSince|day}}.',
      'La page du dossier indique ce que vous pouvez faire. Si vous avez besoin de temps, dites-le à l’autre partie dans le « Centre de messagerie ».',
    ],
    button: 'Voir ce qui est attendu',
  },
  'turn-reminder-last': {
    subject: 'Dernier rappel : c’est à vous dans le dossier {{number}}',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une action est attendue de votre part depuis le {{awaitedSince|day}}. C’est le dernier rappel : sans action de votre part, l’Office en sera averti.',
      'Vous pouvez répondre, écrire à l’autre partie pour expliquer le retard, ou mettre fin à la démarche.',
    ],
    button: 'Voir ce qui est attendu',
  },
  'turn-alert': {
    subject: 'Dossier {{number}} : aucune réponse malgré les rappels',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une action est attendue depuis le {{awaitedSince|day}} de : {{awaited|who}}. Les rappels sont restés sans effet.',
    ],
    button: 'Voir le suivi',
  },
  'office-nudge': {
    subject: 'L’Office vous invite à consulter le dossier {{number}}',
    body: [
      'L’Office vous invite à consulter le dossier {{number}} ({{merchantName}}) et à y donner suite. Une réponse, même brève, permet de faire avancer la démarche.',
    ],
    button: 'Voir le dossier',
  },
  'messages-closed': {
    subject: 'Dossier {{number}} : la messagerie est fermée',
    body: [
      'La période prévue pour régler l’exécution de l’entente est terminée dans le dossier {{number}} ({{merchantName}}). Vous ne pouvez plus y écrire.',
      'L’entente demeure. Le dossier reste lisible jusqu’au {{readableUntil|day}} : téléchargez d’ici là ce que vous voulez conserver.',
    ],
    button: 'Voir le dossier',
  },
} satisfies Record<string, MailText>;
