import type { MailText } from '../types.ts';

/** Mediation (H). */
export const mediation = {
  'mediation-available': {
    subject: 'Dossier {{number}} : la médiation peut être demandée',
    body: [
      'Vous pouvez maintenant demander la médiation dans le dossier {{number}} ({{merchantName}}). Une médiatrice ou un médiateur, neutre, aiderait les deux parties à trouver une solution. C’est gratuit.',
      'Rien ne vous y oblige : la négociation continue comme avant.',
    ],
    button: 'Voir le dossier',
  },
  'mediation-requested': {
    subject: 'Dossier {{number}} : la médiation a été demandée',
    body: [
      '{{side|Who}} a demandé la médiation dans le dossier {{number}} ({{merchantName}}). L’Office désignera une médiatrice ou un médiateur, qui aidera les deux parties sans rien leur imposer.',
      'Vous n’avez rien à faire. D’ici la désignation, vous pouvez encore négocier et vous entendre.',
    ],
    button: 'Voir le dossier',
  },
  'mediation-to-assign': {
    subject: 'Dossier {{number}} : médiation à assigner',
    body: [
      'La médiation a été demandée dans le dossier {{number}} ({{merchantName}}). Une médiatrice ou un médiateur est à désigner.',
    ],
    button: 'Désigner',
  },
  'mediator-assigned': {
    subject: 'Dossier {{number}} : une personne est désignée pour la médiation',
    body: [
      'L’Office a désigné {{mediatorName}} pour la médiation dans le dossier {{number}} ({{merchantName}}). Cette personne doit d’abord déclarer n’avoir aucun conflit d’intérêts; d’ici là, elle ne lit que les noms des parties.',
      'Les échanges se feront dans l’« Espace de discussion en médiation ». Seule la médiatrice ou seul le médiateur pourra y faire des propositions. Les propositions que les parties se sont faites pendant la négociation ne peuvent plus être acceptées.',
    ],
    button: 'Ouvrir l’espace de discussion',
  },
  'mediation-assigned': {
    subject: 'Une médiation vous est confiée : dossier {{number}}',
    body: [
      'L’Office vous confie la médiation du dossier {{number}} ({{merchantName}}). Avant de lire le dossier, dites si vous avez un conflit d’intérêts avec l’une des parties : leurs noms sont sur la page.',
      'Sans conflit, vous lirez la description du problème et les propositions, puis vous vous présenterez dans l’espace de discussion. La date visée pour la fin de la médiation est le {{target|day}}.',
    ],
    button: 'Déclarer et ouvrir le dossier',
  },
  'mediator-declared': {
    subject: 'Dossier {{number}} : {{mediatorName}} mène la médiation',
    body: [
      '{{mediatorName}} a déclaré n’avoir aucun conflit d’intérêts dans le dossier {{number}} ({{merchantName}}), et peut maintenant le lire.',
      'Les échanges se font dans l’« Espace de discussion en médiation ». Vous pouvez aussi lui écrire en privé.',
    ],
    button: 'Ouvrir l’espace de discussion',
  },
  'mediator-reminder': {
    subject: 'Rappel : c’est à vous dans le dossier {{number}}',
    body: [
      'En médiation dans le dossier {{number}} ({{merchantName}}), une action est attendue de votre part depuis le {{mediatorSince|day}}. La page du dossier indique laquelle.',
      'Si vous ne pouvez pas mener cette médiation, retirez-vous : l’Office désignera une autre personne.',
    ],
    button: 'Voir ce qui est attendu',
  },
  'mediator-alert': {
    subject: 'Dossier {{number}} : la médiation n’avance pas',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une action de la médiatrice ou du médiateur est attendue depuis le {{mediatorSince|day}}. Les rappels sont restés sans effet.',
    ],
    button: 'Voir le suivi',
  },
  'mediation-revision-asked': {
    subject: 'Dossier {{number}} : votre proposition ne convient pas à une partie',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), votre proposition ne convient pas à une partie : {{side|who}}. L’autre partie n’en est pas avertie.',
      'Voyez pourquoi, puis modifiez votre proposition.',
    ],
    button: 'Voir la proposition',
  },
  'caucus-opened': {
    subject: 'Dossier {{number}} : des échanges antérieurs vous sont ouverts',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une partie vous ouvre ses échanges privés avec la personne qui menait la médiation avant vous : {{side|who}}. L’autre partie n’en est pas avertie.',
    ],
    button: 'Lire les échanges',
  },
  'mediation-reassigned': {
    subject: 'Le dossier {{number}} est confié à une autre personne',
    body: [
      'La médiation du dossier {{number}} ({{merchantName}}) est maintenant confiée à une autre personne. Vous n’y avez plus accès. Ce que vous y avez appris demeure confidentiel.',
    ],
  },
  'mediator-recused': {
    subject: 'Dossier {{number}} : une autre personne mènera la médiation',
    body: [
      'La médiatrice ou le médiateur du dossier {{number}} ({{merchantName}}) ne peut pas poursuivre. L’Office désignera une autre personne et nous vous écrirons.',
      'Vous n’avez rien à faire d’ici là.',
    ],
    button: 'Voir le dossier',
  },
  'mediator-recused-why': {
    subject: 'Dossier {{number}} : une autre personne mènera la médiation',
    body: [
      'La médiatrice ou le médiateur du dossier {{number}} ({{merchantName}}) se retire et vous en dit la raison : {{recusalReason|list:recusalReasons}}. L’Office désignera une autre personne et nous vous écrirons.',
      'Vous n’avez rien à faire d’ici là.',
    ],
    button: 'Voir le dossier',
  },
  'mediator-recused-office': {
    subject: 'Dossier {{number}} : médiation à réassigner',
    body: [
      'La médiatrice ou le médiateur du dossier {{number}} ({{merchantName}}) l’a remis à l’Office. Motif : {{recusalReason|list:recusalReasons}}. Une autre personne est à désigner.',
    ],
    button: 'Désigner',
  },
  'mediator-released': {
    subject: 'Dossier {{number}} : une autre personne mènera la médiation',
    body: [
      'La personne qui menait la médiation du dossier {{number}} ({{merchantName}}) ne s’en occupe plus. L’Office en désignera une autre et nous vous écrirons.',
      'Vous n’avez rien à faire d’ici là.',
    ],
    button: 'Voir le dossier',
  },
  'mediator-proposal-received': {
    subject: 'Dossier {{number}} : la médiation vous propose une solution',
    body: [
      'La médiatrice ou le médiateur a fait une proposition dans le dossier {{number}} ({{merchantName}}). Lisez-la, avec l’entente qui en résulterait.',
      'Il y a entente si les deux parties acceptent la même version. Pour dire non ou suggérer un changement, écrivez dans l’espace de discussion. Personne ne décide à votre place.',
    ],
    button: 'Lire et répondre',
  },
  'mediator-proposal-edited': {
    subject: 'Dossier {{number}} : la proposition de médiation a changé',
    body: [
      'La médiatrice ou le médiateur a modifié sa proposition dans le dossier {{number}} ({{merchantName}}). Les différences sont indiquées.',
      'Une acceptation donnée à une version précédente ne vaut plus : il faut répondre à la nouvelle.',
    ],
    button: 'Voir ce qui a changé',
  },
  'acceptance-voided': {
    subject: 'Dossier {{number}} : votre acceptation ne vaut plus',
    body: [
      'Vous aviez accepté une proposition dans le dossier {{number}} ({{merchantName}}). Elle a été modifiée depuis : votre acceptation ne vaut plus.',
      'Lisez la nouvelle version et décidez si elle vous convient.',
    ],
    button: 'Lire et répondre',
  },
  'mediation-acceptance': {
    subject: 'Dossier {{number}} : une partie a accepté',
    body: [
      '{{side|Who}} a accepté votre proposition dans le dossier {{number}} ({{merchantName}}). L’autre partie n’en est pas avertie et n’a pas encore accepté cette version.',
    ],
    button: 'Voir la proposition',
  },
  'mediation-acceptance-withdrawn': {
    subject: 'Dossier {{number}} : une partie a retiré son acceptation',
    body: ['{{side|Who}} a retiré son acceptation de votre proposition dans le dossier {{number}} ({{merchantName}}).'],
    button: 'Voir la proposition',
  },
  'messages-shared': {
    subject: 'Dossier {{number}} : des messages vous sont communiqués',
    body: [
      '{{side|Who}} a choisi de vous communiquer des messages de la négociation dans le dossier {{number}} ({{merchantName}}). L’autre partie en est avertie.',
    ],
    button: 'Lire les messages',
  },
  'messages-shared-notice': {
    subject: 'Dossier {{number}} : des messages ont été communiqués en médiation',
    body: [
      '{{side|Who}} a choisi de communiquer à la médiatrice ou au médiateur des messages de votre négociation, dans le dossier {{number}} ({{merchantName}}). Ces messages sont marqués dans le « Centre de messagerie ».',
    ],
    button: 'Voir les messages',
  },
  'mediation-withdrawal': {
    subject: 'Dossier {{number}} : une partie se retire de la médiation',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une partie se retire de la médiation : {{side|who}}. Sa justification est dans le dossier.',
      'Annoncez aux parties la fermeture du dossier, puis fermez-le, avec l’attestation. Sinon, il se fermera de lui-même le {{closesAt|dateTime}}.',
    ],
    button: 'Voir le dossier',
  },
  'mediation-withdrawal-office': {
    subject: 'Dossier {{number}} : une partie se retire de la médiation',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), une partie se retire de la médiation : {{side|who}}. Aucune médiatrice ni aucun médiateur n’y est désigné en ce moment.',
      'Une personne que vous désigneriez pourrait le fermer, avec l’attestation. Sinon, il se fermera de lui-même le {{closesAt|dateTime}}.',
    ],
    button: 'Voir le suivi',
  },
  'mediation-withdrawal-notice': {
    subject: 'Dossier {{number}} : l’autre partie se retire de la médiation',
    body: [
      '{{side|Who}} se retire de la médiation dans le dossier {{number}} ({{merchantName}}). La justification est dans le dossier.',
      'Le dossier sera fermé au plus tard le {{closesAt|dateTime}}. Une attestation indiquant que les parties ont eu recours à la médiation y sera déposée.',
    ],
    button: 'Lire la justification',
  },
  'mediation-withdrawal-before': {
    subject: 'Dossier {{number}} : l’autre partie se retire de la médiation',
    body: [
      '{{side|Who}} se retire de la médiation dans le dossier {{number}} ({{merchantName}}), que personne n’a encore menée. La justification est dans le dossier.',
      'Le dossier sera fermé au plus tard le {{closesAt|dateTime}}. Une attestation n’y sera déposée que si quelqu’un mène la médiation d’ici là.',
    ],
    button: 'Lire la justification',
  },
  'mediation-target-near': {
    subject: 'Dossier {{number}} : la date visée approche',
    body: [
      'La médiation du dossier {{number}} ({{merchantName}}) devrait se terminer d’ici le {{target|day}}.',
      'Si un règlement est proche, si vous attendez une partie ou si un imprévu survient, dites-le à l’Office depuis le dossier.',
    ],
    button: 'Voir le dossier',
  },
  'mediation-target-passed': {
    subject: 'Dossier {{number}} : la date visée est atteinte',
    body: [
      'La date visée pour la médiation du dossier {{number}} ({{merchantName}}), le {{target|day}}, est atteinte. Le dossier reste ouvert.',
      'Indiquez à l’Office la raison et une nouvelle date, ou fermez le dossier si une entente n’est plus possible.',
    ],
    button: 'Indiquer la suite',
  },
  'mediation-target-alert': {
    subject: 'Dossier {{number}} : la médiation atteint la date visée',
    body: [
      'La médiation du dossier {{number}} ({{merchantName}}) atteint la date visée, le {{target|day}}. Elle se poursuit.',
    ],
    button: 'Voir le suivi',
  },
  'mediation-report': {
    subject: 'Dossier {{number}} : nouvelles de la médiation',
    body: [
      'La médiatrice ou le médiateur du dossier {{number}} ({{merchantName}}) signale : {{report|list:mediationReports}}.',
    ],
    button: 'Voir le suivi',
  },
  'mediation-report-answered': {
    subject: 'Dossier {{number}} : réponse de l’Office',
    body: [
      'Vous avez signalé à l’Office, dans le dossier {{number}} ({{merchantName}}) : {{report|list:mediationReports}}.',
      'Réponse du {{answeredAt|day}} : {{reportAnswer|list:reportAnswers}}.',
    ],
    button: 'Voir la réponse',
  },
  'closing-announced': {
    subject: 'Dossier {{number}} : la fermeture du dossier est annoncée',
    body: [
      'La médiatrice ou le médiateur du dossier {{number}} ({{merchantName}}) annonce que la médiation prendra fin sans entente et que le dossier sera fermé. Son message est sous « {{thread|list:threads}} ».',
      'D’ici là, vous pouvez encore y répondre. Une fois le dossier fermé, plus personne ne pourra y écrire.',
    ],
    button: 'Lire l’annonce',
  },
  'mediation-failed': {
    subject: 'Dossier {{number}} : la médiation a pris fin sans entente',
    body: [
      'La médiation du dossier {{number}} ({{merchantName}}) a pris fin sans entente et le dossier est fermé. La justification est dans le dossier.',
      'Une attestation d’absence d’entente en médiation est dans l’onglet « Documents ». Conservez-la : elle peut servir si une demande est faite à un tribunal.',
      'Le dossier reste lisible jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Voir l’attestation',
  },
  'mediation-closed-automatically': {
    subject: 'Dossier {{number}} : fermé à la suite d’un retrait',
    body: [
      'Une partie s’était retirée de la médiation dans le dossier {{number}} ({{merchantName}}). Le délai prévu est écoulé : le dossier s’est fermé et l’attestation y est déposée.',
      'Vous pouvez le lire jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Voir le dossier',
  },
  'mediation-never-led': {
    subject: 'Dossier {{number}} : fermé à la suite d’un retrait',
    body: [
      'Une partie s’était retirée de la médiation dans le dossier {{number}} ({{merchantName}}). Le délai prévu est écoulé, et le dossier s’est fermé. La raison et la justification sont dans le dossier.',
      'Personne n’avait mené la médiation : il n’y a donc pas d’attestation.',
      'Le dossier reste lisible jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Lire la justification',
  },
  'declaration-moot': {
    subject: 'Dossier {{number}} : la médiation n’est plus à mener',
    body: [
      'La médiation du dossier {{number}} ({{merchantName}}), qui vous était confiée, est terminée : le dossier est fermé. Aucune déclaration n’est plus attendue de votre part.',
    ],
  },
} satisfies Record<string, MailText>;
