import type { MailText } from '../types.ts';

/** Draft, representation and the merchant's filing (D, E, F). */
export const filing = {
  'draft-opened': {
    subject: 'Dossier {{number}} : à transmettre au plus tard le {{draftUntil|day}}',
    body: [
      'Votre dossier {{number}} concernant {{merchantName}} est ouvert. Il reste cinq étapes : les parties, le problème, votre proposition, vos documents et la révision.',
      'Vous avez jusqu’au {{draftUntil|dateTime}} pour le transmettre au commerçant. Ce que vous écrivez est enregistré au fur et à mesure : vous pouvez vous arrêter et revenir.',
    ],
    button: 'Continuer mon dossier',
  },
  'draft-reminder': {
    subject: 'Rappel : votre dossier {{number}} n’est pas encore transmis',
    body: [
      'Votre dossier {{number}} concernant {{merchantName}} attend d’être terminé. Vous avez jusqu’au {{draftUntil|dateTime}} pour le transmettre.',
      'Après cette date, il expirera et le commerçant ne le recevra pas. Tout ce que vous avez déjà écrit est conservé.',
    ],
    button: 'Terminer mon dossier',
  },
  'draft-expired': {
    subject: 'Votre dossier {{number}} a expiré',
    body: [
      'Le dossier {{number}} concernant {{merchantName}} n’a pas été transmis à temps. Le commerçant n’a rien reçu.',
      'Ce que vous avez écrit est conservé jusqu’au {{erasedAt|day}}, puis sera effacé. D’ici là, vous pouvez écrire à l’Office pour demander une prolongation.',
    ],
  },
  'draft-extended': {
    subject: 'Vous avez plus de temps pour transmettre le dossier {{number}}',
    body: [
      'L’Office a prolongé le délai de votre dossier {{number}} concernant {{merchantName}}. Vous avez maintenant jusqu’au {{draftUntil|dateTime}} pour le transmettre.',
      'Vous retrouverez tout ce que vous aviez écrit.',
    ],
    button: 'Continuer mon dossier',
  },
  'representative-invitation': {
    subject: 'On vous demande de représenter quelqu’un dans le dossier {{number}}',
    body: [
      '{{consumerName}} souhaite que vous l’aidiez à régler un différend avec {{merchantName}}, en ligne et en toute confidentialité.',
      'Si vous acceptez, vous serez la seule personne à agir dans ce dossier en son nom : faire et accepter des propositions, écrire des messages, fermer le dossier. Vous devez avoir au moins 18 ans et ne pas exercer comme avocate ou avocat.',
      'Connectez-vous avec l’adresse qui reçoit ce courriel, ou inscrivez-vous d’abord, puis entrez ces deux renseignements.',
    ],
    details: [
      { label: 'Numéro de dossier', value: '{{number}}' },
      { label: 'Clé de validation', value: '{{key}}' },
      { label: 'Valables jusqu’au', value: '{{invitationUntil|dateTime}}' },
    ],
    button: 'Répondre à l’invitation',
    after: ['Si vous ne souhaitez pas représenter cette personne, vous n’avez rien à faire.'],
  },
  'representative-invitation-again': {
    subject: 'On vous demande de nouveau de représenter quelqu’un dans le dossier {{number}}',
    body: [
      'L’invitation que {{consumerName}} vous a adressée pour son dossier avec {{merchantName}} vous est envoyée de nouveau. La clé de validation reçue avant ne fonctionne plus : servez-vous de celle-ci.',
      'Si vous acceptez, vous serez la seule personne à agir dans ce dossier en son nom : faire et accepter des propositions, écrire des messages, fermer le dossier. Vous devez avoir au moins 18 ans et ne pas exercer comme avocate ou avocat.',
      'Connectez-vous avec l’adresse qui reçoit ce courriel, ou inscrivez-vous d’abord, puis entrez ces deux renseignements.',
    ],
    details: [
      { label: 'Numéro de dossier', value: '{{number}}' },
      { label: 'Clé de validation', value: '{{key}}' },
      { label: 'Valables jusqu’au', value: '{{invitationUntil|dateTime}}' },
    ],
    button: 'Répondre à l’invitation',
    after: ['Si vous ne souhaitez pas représenter cette personne, vous n’avez rien à faire.'],
  },
  'representative-named': {
    subject: 'Dossier {{number}} : l’invitation est envoyée',
    body: [
      'Nous envoyons une invitation à la personne que vous avez désignée pour vous représenter dans le dossier {{number}}. Elle peut l’accepter jusqu’au {{invitationUntil|dateTime}}.',
      'D’ici là, vous continuez d’agir vous-même. Vous pouvez annuler l’invitation en tout temps.',
    ],
    button: 'Voir mon dossier',
  },
  'representative-active': {
    subject: 'Dossier {{number}} : {{representativeName}} vous représente',
    body: [
      '{{representativeName}} a accepté de vous représenter dans le dossier {{number}} concernant {{merchantName}} et agit maintenant en votre nom.',
      'Vous pouvez toujours lire le dossier, ajouter des documents et mettre fin à cette représentation en tout temps.',
    ],
    button: 'Voir mon dossier',
  },
  'representative-welcome': {
    subject: 'Vous représentez {{consumerName}} dans le dossier {{number}}',
    body: [
      'Vous agissez maintenant au nom de {{consumerName}} dans le dossier {{number}} concernant {{merchantName}}. Vous recevrez les courriels de ce dossier.',
      'La page du dossier vous dit toujours à qui le tour et ce que vous pouvez faire.',
    ],
    button: 'Voir le dossier',
  },
  'representative-announced': {
    subject: 'Dossier {{number}} : une personne représente maintenant la partie consommatrice',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), {{representativeName}} représente maintenant la personne consommatrice. C’est avec elle ou lui que se poursuivent les échanges.',
    ],
    button: 'Voir le dossier',
  },
  'invitation-expired': {
    subject: 'Dossier {{number}} : l’invitation n’a pas été acceptée à temps',
    body: [
      'La personne que vous avez désignée pour vous représenter dans le dossier {{number}} n’a pas répondu à temps. La clé de validation ne peut plus servir.',
      'Tant que le dossier est ouvert, vous continuez d’y agir vous-même, et vous pouvez inviter de nouveau cette personne, ou une autre.',
    ],
    button: 'Voir mon dossier',
  },
  'invitation-revoked': {
    subject: 'L’invitation pour le dossier {{number}} est annulée',
    body: [
      'L’invitation à représenter une personne dans le dossier {{number}} a été annulée. Vous n’avez rien à faire.',
    ],
  },
  'representative-removed': {
    subject: 'Dossier {{number}} : vous agissez de nouveau vous-même',
    body: [
      'Plus personne ne vous représente dans le dossier {{number}} concernant {{merchantName}}. La page du dossier dit ce que vous pouvez y faire vous-même.',
    ],
    button: 'Voir mon dossier',
  },
  'representation-ended': {
    subject: 'Dossier {{number}} : votre rôle de représentation a pris fin',
    body: [
      'Vous ne représentez plus la personne consommatrice dans le dossier {{number}}. Vous n’y avez plus accès et ne recevrez plus ses courriels.',
      'Ce que vous y avez lu demeure confidentiel.',
    ],
  },
  'representation-over': {
    subject: 'Dossier {{number}} : la personne consommatrice agit elle-même',
    body: [
      'Dans le dossier {{number}} ({{merchantName}}), la personne consommatrice n’est plus représentée. S’il reste à échanger, c’est avec elle.',
    ],
    button: 'Voir le dossier',
  },
  'represented-update': {
    subject: 'Dossier {{number}} : il y a du nouveau',
    body: [
      'Il y a du nouveau dans le dossier {{number}} concernant {{merchantName}}. La personne qui vous représente le sait et agit en votre nom.',
      'Vous pouvez lire le dossier. Tant qu’il est ouvert, vous pouvez aussi y ajouter des documents.',
    ],
    button: 'Voir mon dossier',
  },
  'dossier-submitted': {
    subject: 'Dossier {{number}} : transmis à {{merchantName}}',
    body: [
      'Votre dossier {{number}} et votre proposition ont été transmis à {{merchantName}}, qui en est averti par courriel.',
      'Le commerçant doit maintenant prendre le dossier en charge. Il peut ensuite accepter votre proposition ou en faire une autre. Nous vous écrirons dès qu’il agira, et nous le relancerons s’il tarde.',
    ],
    button: 'Voir mon dossier',
    after: [
      'À savoir : négocier n’arrête pas les délais pour s’adresser à un tribunal. Si le vôtre approche, renseignez-vous sans attendre.',
    ],
  },
  'new-dossier': {
    subject: 'Nouveau dossier {{number}} pour {{merchantName}}',
    body: [
      'Une personne a transmis le dossier {{number}}, qui concerne {{merchantName}}, avec une proposition de règlement.',
      'Lisez-le, puis prenez-le en charge. La personne répondante peut aussi le confier à une représentante ou à un représentant de l’entreprise. Une réponse rapide favorise une entente.',
    ],
    button: 'Lire le dossier',
  },
  'take-charge-reminder': {
    subject: 'Rappel : le dossier {{number}} attend d’être pris en charge',
    body: [
      'Le dossier {{number}} a été transmis à {{merchantName}} le {{submittedAt|day}}. Personne ne l’a encore pris en charge.',
      'Lisez-le, puis prenez-le en charge ou refusez de négocier. Sans action de votre part, l’Office en sera averti.',
    ],
    button: 'Lire le dossier',
  },
  'merchant-silent-alert': {
    subject: 'Dossier {{number}} : le commerçant ne répond pas',
    body: [
      'Le dossier {{number}} a été transmis à {{merchantName}} le {{submittedAt|day}}. Personne ne l’a pris en charge malgré les rappels.',
      'Il y a lieu de joindre la personne répondante du commerçant.',
    ],
    button: 'Voir le suivi',
  },
  'merchant-silent': {
    subject: 'Dossier {{number}} : le commerçant n’a pas encore répondu',
    body: [
      '{{merchantName}} a reçu votre dossier {{number}} le {{submittedAt|day}} et ne l’a pas encore pris en charge. L’Office en est averti et fera un suivi.',
      'Vous pouvez attendre, ou fermer le dossier en tout temps. Vous recevriez alors de l’information sur les autres recours.',
    ],
    button: 'Voir mon dossier',
  },
  'charge-taken': {
    subject: 'Dossier {{number}} : pris en charge par le commerçant',
    body: [
      '{{handlerName}} ({{merchantName}}) a pris en charge le dossier {{number}}. La négociation est commencée.',
      'Le commerçant peut accepter votre proposition ou en faire une autre. Vous pouvez aussi lui écrire dans le « Centre de messagerie ».',
    ],
    button: 'Voir mon dossier',
  },
  'charge-passed': {
    subject: 'Dossier {{number}} : une autre personne agit pour le commerçant',
    body: [
      '{{handlerName}} ({{merchantName}}) est maintenant responsable du dossier {{number}}, à la place de la personne qui s’en occupait.',
      'C’est avec elle ou lui que se poursuivent les échanges. Ce qui a été proposé et écrit jusqu’ici demeure.',
    ],
    button: 'Voir mon dossier',
  },
  'charge-confirmed': {
    subject: 'Vous êtes responsable du dossier {{number}}',
    body: [
      'Vous avez pris en charge le dossier {{number}} pour {{merchantName}}. Vous recevrez les courriels de ce dossier.',
      'Nous vous conseillons de vous présenter dans le « Centre de messagerie ». La page du dossier dit à qui c’est le tour et ce que vous pouvez faire.',
    ],
    button: 'Lire les propositions',
  },
  'charge-confirmed-after': {
    subject: 'Vous répondez du dossier {{number}} après l’entente',
    body: [
      'Vous avez pris en charge le dossier {{number}} pour {{merchantName}}. Il est fermé par une entente, qui demeure la même. Vous recevrez les courriels de ce dossier.',
      'Vous pouvez écrire à la partie consommatrice jusqu’au {{messagesUntil|dateTime}}, pour régler la réalisation de l’entente. Nous vous conseillons de vous présenter.',
    ],
    button: 'Lire les messages',
  },
  'charge-given': {
    subject: 'Le dossier {{number}} vous est confié',
    body: [
      '{{giverName}} vous a confié le dossier {{number}} ({{merchantName}}). Vous en êtes maintenant responsable et recevrez ses courriels.',
      'Nous vous conseillons de vous présenter dans le « Centre de messagerie ». La page du dossier dit à qui c’est le tour et ce que vous pouvez faire.',
    ],
    button: 'Lire les propositions',
  },
  'charge-given-after': {
    subject: 'Le dossier {{number}} vous est confié après l’entente',
    body: [
      '{{giverName}} vous a confié le dossier {{number}} ({{merchantName}}). Il est fermé par une entente, qui demeure la même. Vous en êtes maintenant responsable et recevrez ses courriels.',
      'Vous pouvez écrire à la partie consommatrice jusqu’au {{messagesUntil|dateTime}}, pour régler la réalisation de l’entente. Nous vous conseillons de vous présenter.',
    ],
    button: 'Lire les messages',
  },
  'charge-replaced': {
    subject: 'Dossier {{number}} : une autre personne en est responsable',
    body: [
      '{{handlerName}} est maintenant responsable du dossier {{number}} pour {{merchantName}}, à votre place. Vous pouvez encore en lire le résumé, les documents et les propositions; vous ne recevrez plus ses courriels.',
    ],
    button: 'Voir le dossier',
  },
  'charge-changed': {
    subject: 'Dossier {{number}} : {{handlerName}} en est responsable',
    body: [
      '{{handlerName}} est maintenant responsable du dossier {{number}} pour {{merchantName}} et en reçoit les courriels.',
    ],
    button: 'Voir le dossier',
  },
  'charge-passed-mediator': {
    subject: 'Dossier {{number}} : une autre personne agit pour le commerçant',
    body: [
      '{{handlerName}} ({{merchantName}}) est maintenant responsable du dossier {{number}} que vous menez en médiation, à la place de la personne qui s’en occupait.',
      'C’est avec elle ou lui que se poursuit la médiation, et c’est cette personne qui lit maintenant l’espace de discussion et votre échange privé avec le commerçant.',
    ],
    button: 'Voir le dossier',
  },
  'substitute-update': {
    subject: 'Dossier {{number}} : du nouveau pendant un remplacement',
    body: [
      'Il y a du nouveau dans le dossier {{number}} ({{merchantName}}), dont vous remplacez la personne responsable.',
      'Seule la personne responsable d’un dossier répond. Tant qu’il reste à y répondre, vous pouvez le prendre en charge; la personne absente en sera avertie. Nous ne vous écrirons pas plus d’une fois par jour à ce sujet.',
    ],
    button: 'Voir le dossier',
  },
  'charge-waiting': {
    subject: 'Dossier {{number}} : du nouveau, et personne n’en est responsable',
    body: [
      'Il y a du nouveau dans le dossier {{number}} ({{merchantName}}). Au moment de cet avis, personne de votre entreprise n’en est responsable.',
      'Ce qui est nouveau attend la personne qui le prendra en charge : elle seule peut le lire et y répondre. Vous pouvez le prendre en charge. Nous ne vous écrirons pas plus d’une fois par jour à ce sujet.',
    ],
    button: 'Voir le dossier',
  },
  'negotiation-refused': {
    subject: 'Dossier {{number}} : le commerçant refuse de négocier',
    body: [
      '{{merchantName}} a refusé de négocier et le dossier {{number}} est fermé. La raison et la justification du commerçant sont dans le dossier.',
      'Vous restez libre d’exercer un autre recours. Un second courriel vous explique lesquels existent.',
      'Le dossier reste lisible jusqu’au {{readableUntil|day}}.',
    ],
    button: 'Lire la justification',
  },
} satisfies Record<string, MailText>;
