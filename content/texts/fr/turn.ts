/**
 * « À qui le tour » (B-01). For each thing awaited: `you` when the reader can act, `yourSide` when someone else acts for the
 * reader's side, `them` when it is someone else's turn. `{{who}}` is who must act, `{{other}}` the other party.
 */
export default {
  title: 'À qui le tour',
  heading: {
    you: 'C’est à vous.',
    yourSide: 'C’est à votre côté, et {{actor}} agit.',
    them: 'On attend {{who}}.',
    both: 'C’est aux deux parties.',
    none: 'Personne n’est attendu.',
  },
  who: {
    consumer: 'la partie consommatrice',
    merchant: 'le commerçant',
    mediator: 'la médiatrice ou le médiateur',
    office: 'l’Office',
  },
  what: {
    completeDraft: {
      you: 'Terminez les étapes du dossier, puis transmettez-le au commerçant.',
      yourSide: 'Cette personne termine le dossier et le transmet au commerçant.',
      them: 'Le dossier n’a pas encore été transmis au commerçant.',
    },
    takeChargeOrRefuse: {
      you: '{{other}} vous a transmis ce dossier. Lisez le résumé et la proposition, puis prenez le dossier en charge ou refusez de négocier.',
      yourSide: 'Une personne de votre entreprise doit prendre le dossier en charge ou refuser de négocier.',
      them: '{{who}} a reçu le dossier et peut le prendre en charge ou refuser de négocier.',
    },
    answerProposal: {
      you: '{{other}} a fait une proposition. Vous pouvez l’accepter ou faire une contre-proposition.',
      yourSide: '{{other}} a fait une proposition. Cette personne peut l’accepter ou faire une contre-proposition.',
      them: '{{who}} peut accepter la proposition reçue ou faire une contre-proposition.',
    },
    waitAnswer: {
      you: 'Aucune proposition n’attend de réponse. Vous pouvez en faire une.',
      yourSide: 'Aucune proposition n’attend de réponse. Cette personne peut en faire une.',
      them: 'La réponse de {{who}} est attendue.',
    },
    assignMediator: {
      you: 'La médiation est demandée. Désignez une médiatrice ou un médiateur.',
      yourSide:
        'La médiation est demandée. L’Office désigne une médiatrice ou un médiateur; d’ici là, la négociation continue.',
      them: 'La médiation est demandée. L’Office désigne une médiatrice ou un médiateur; d’ici là, la négociation continue.',
    },
    assignNextMediator: {
      you: 'Personne ne mène plus cette médiation. Désignez une autre personne.',
      yourSide:
        'La médiatrice ou le médiateur a remis le dossier. L’Office désigne une autre personne; d’ici là, l’espace de discussion reste ouvert aux deux parties.',
      them: 'La médiatrice ou le médiateur a remis le dossier. L’Office désigne une autre personne; d’ici là, l’espace de discussion reste ouvert aux deux parties.',
    },
    declareNoConflict: {
      you: 'Avant de lire le dossier, dites si vous avez un conflit d’intérêts.',
      yourSide:
        'L’Office a désigné une personne pour la médiation. Elle doit d’abord déclarer n’avoir aucun conflit d’intérêts; d’ici là, rien du dossier ne s’ouvre à elle.',
      them: 'L’Office a désigné une personne pour la médiation. Elle doit d’abord déclarer n’avoir aucun conflit d’intérêts; d’ici là, rien du dossier ne s’ouvre à elle.',
    },
    discussInMediation: {
      you: 'Présentez-vous dans l’espace de discussion et posez vos questions. Quand une solution se dessine, faites une proposition.',
      yourSide:
        'La discussion se tient dans l’espace de discussion en médiation. La médiatrice ou le médiateur fera une proposition.',
      them: 'La discussion se tient dans l’espace de discussion en médiation. La médiatrice ou le médiateur fera une proposition.',
    },
    answerMediatorProposal: {
      you: 'La médiatrice ou le médiateur a fait une proposition. Vous pouvez l’accepter, ou dire dans l’espace de discussion ce qui ne convient pas.',
      yourSide: 'La médiatrice ou le médiateur a fait une proposition. Cette personne peut l’accepter ou en discuter.',
      them: 'Une proposition faite en médiation est devant les deux parties. L’entente existe quand elles acceptent la même version.',
    },
    acceptOther: {
      you: 'La proposition de la médiatrice ou du médiateur attend votre réponse. Vous pouvez l’accepter ou en discuter.',
      yourSide: 'La proposition de la médiatrice ou du médiateur attend une réponse de votre côté.',
      them: 'La proposition de la médiatrice ou du médiateur attend encore une réponse.',
    },
    reviseProposal: {
      you: 'Votre proposition ne convient pas à une partie. Voyez avec elle pourquoi, puis modifiez votre proposition. L’autre partie n’en sait rien.',
      yourSide:
        'Votre côté a dit que la proposition ne convient pas. La médiatrice ou le médiateur en cherche une autre. L’autre partie n’en sait rien.',
      them: 'Vous avez dit que la proposition ne vous convient pas. La médiatrice ou le médiateur en cherche une autre. L’autre partie n’en sait rien. Vous pouvez encore accepter.',
    },
    /** The mediator alone knows it. */
    reviseForBoth: {
      you: 'Votre proposition ne convient à aucune des deux parties. Voyez avec chacune pourquoi, puis modifiez votre proposition. Aucune ne sait ce que l’autre a répondu.',
    },
    closeAfterWithdrawal: {
      you: 'Une partie se retire de la médiation. Annoncez aux parties la fermeture du dossier, puis fermez-le.',
      yourSide: 'Une partie se retire de la médiation. La médiatrice ou le médiateur ferme le dossier.',
      them: 'Une partie se retire de la médiation. La médiatrice ou le médiateur ferme le dossier.',
    },
    closeAsAnnounced: {
      you: 'Vous avez annoncé aux parties la fermeture du dossier. Vous pouvez le fermer.',
      yourSide:
        'La médiatrice ou le médiateur peut maintenant fermer le dossier. D’ici là, la discussion reste ouverte.',
      them: 'La médiatrice ou le médiateur peut maintenant fermer le dossier. D’ici là, la discussion reste ouverte.',
    },
    performAgreement: {
      you: 'Une entente est conclue. Chaque partie réalise ce qu’elle a promis; les messages servent à régler les détails.',
      yourSide:
        'Une entente est conclue. Chaque partie réalise ce qu’elle a promis; les messages servent à régler les détails.',
      them: 'Une entente est conclue. Chaque partie réalise ce qu’elle a promis.',
    },
    nothing: {
      you: 'Il n’y a rien à faire dans ce dossier.',
      yourSide: 'Il n’y a rien à faire dans ce dossier.',
      them: 'Il n’y a rien à faire dans ce dossier.',
    },
  },
  by: {
    expires: 'Sans envoi d’ici le {{date}}, l’ébauche expire.',
    reminder: {
      you: 'Si vous n’avez pas répondu d’ici le {{date}}, nous vous le rappellerons.',
      them: 'Sans réponse d’ici le {{date}}, nous enverrons un rappel.',
      mediator: 'Si vous n’avez rien fait d’ici le {{date}}, nous vous le rappellerons.',
    },
    officeAlert: {
      side: 'Sans réponse d’ici le {{date}}, l’Office en sera averti.',
      mediator: 'Si rien n’est fait d’ici le {{date}}, l’Office en sera averti.',
    },
    target:
      'La médiation vise à se terminer d’ici le {{date}}. Si elle dure encore à cette date, l’Office en sera averti.',
    closes: 'Sans autre action, le dossier se ferme le {{date}}.',
    messagesClose: 'Les messages restent ouverts jusqu’au {{date}}.',
    erased: 'Le contenu du dossier sera effacé le {{date}}.',
  },
  noLimit: 'Aucun délai n’est fixé : un délai raisonnable est attendu.',
  since: 'En attente depuis le {{date}}.',
  closingAnnounced: 'La fermeture du dossier sans entente a été annoncée dans l’espace de discussion le {{date}}.',
  otherActions: 'Autres actions',
  represented:
    'Une personne vous représente : {{name}}. Elle seule peut agir. Vous pouvez lire et ajouter des documents.',
  invited:
    'Vous avez invité {{name}} à vous représenter. Vous continuez d’agir tant que cette personne n’a pas accepté.',
  nobodyInCharge: 'Plus personne de votre entreprise n’a ce dossier en charge. Prenez-le en charge pour agir.',
  heldByColleague: '{{name}} a pris ce dossier en charge. Vous pouvez le lire, ou le prendre en charge à sa place.',
  mediation: {
    title: 'Quand la médiation peut être demandée',
    possible: 'Vous pouvez demander la médiation dès maintenant.',
    conditions: 'La médiation peut être demandée quand une de ces conditions est remplie :',
    proposals: 'chaque partie a fait au moins une proposition officielle',
    days: 'le commerçant a pris le dossier en charge il y a au moins {{days}} jours',
    met: 'remplie',
    notMet: 'pas encore remplie',
    counts: 'partie consommatrice : {{consumer}}, commerçant : {{merchant}}',
    from: 'remplie depuis le {{date}}',
    fromLater: 'le sera le {{date}}',
    noStart: 'le commerçant n’a pas encore pris le dossier en charge',
  },
  actions: {
    takeCharge: 'Prendre en charge ce dossier',
    giveCharge: 'Confier ce dossier à une ou un collègue',
    takeChargeInstead: 'Prendre ce dossier en charge à la place de {{name}}',
    refuseToNegotiate: 'Refuser de négocier',
    propose: 'Faire une proposition',
    proposeInitial: 'Faire une proposition initiale',
    counter: 'Faire une contre-proposition',
    readAndAnswer: 'Lire et répondre',
    editProposal: 'Modifier ma proposition',
    acceptProposal: 'Lire l’entente et accepter',
    askForRevision: 'Dire que cette proposition ne me convient pas',
    shareMessages: 'Communiquer des messages à la médiation',
    closeDossier: 'Fermer le dossier',
    announceClosing: 'Annoncer la fermeture du dossier',
    leaveMediation: 'Me retirer de la médiation',
    report: 'Donner des nouvelles à l’Office',
    handBack: 'Me retirer',
    assignMediator: 'Désigner une médiatrice ou un médiateur',
    requestMediation: 'Demander la médiation',
    postMessage: 'Écrire un message',
    addDocument: 'Ajouter un document',
    completeDraft: 'Continuer le dossier',
    readAgreement: 'Lire l’entente',
    discuss: 'Ouvrir l’espace de discussion',
    notes: 'Mes notes privées',
  },
};
