/** Acts on a dossier that have a page of their own: taking charge, refusing, closing, asking for mediation; what goes wrong there. */
export default {
  takeCharge: {
    title: 'Prendre en charge ce dossier',
    intro: 'Vous devenez la personne responsable de ce dossier pour {{merchant}}. Il y en a une seule par dossier.',
    can: 'Vous pourrez répondre aux propositions, en faire, écrire à la partie consommatrice et fermer le dossier.',
    canMediation:
      'Vous pourrez écrire dans l’espace de discussion, répondre à ce que propose la médiatrice ou le médiateur et vous retirer de la médiation.',
    canAfter:
      'Le dossier est fermé par une entente, qui demeure la même. Vous pourrez écrire à la partie consommatrice jusqu’au {{date}}, pour régler la réalisation de l’entente.',
    notified: {
      consumer: 'La partie consommatrice en sera avertie. Tous les courriels du dossier vous seront envoyés.',
      mediation:
        'La partie consommatrice et la médiatrice ou le médiateur en seront avertis. Tous les courriels du dossier vous seront envoyés.',
    },
    replaceIntro: '{{name}} est responsable de ce dossier en ce moment. Si vous continuez, vous prenez sa place.',
    replaceTold: {
      both: '{{name}} et la personne répondante recevront un courriel.',
      one: '{{name}} recevra un courriel.',
    },
    replaceReads: {
      respondent: '{{name}} pourra encore lire le dossier, mais plus agir.',
      other: '{{name}} pourra encore lire le dossier, sauf les conversations, mais plus agir.',
    },
    button: 'Prendre en charge ce dossier',
    replaceButton: 'Prendre ce dossier à la place de {{name}}',
    done: 'Vous êtes maintenant responsable de ce dossier. Présentez-vous dans le centre de messagerie.',
    changed:
      'Une autre personne a pris ce dossier en charge pendant que vous lisiez cette page. Relisez avant de continuer.',
  },
  refuse: {
    title: 'Refuser de négocier',
    intro:
      'Le dossier sera fermé et ne pourra pas être rouvert. {{other}} garde ses autres recours, comme les petites créances.',
    advice:
      'Prendre le dossier en charge ne vous engage à rien d’autre que discuter. Vous pourrez fermer le dossier plus tard.',
    reason: 'Raison du refus',
    justification: 'Justification',
    justificationHint: '{{other}} lit cette justification.',
    confirm: 'Je comprends que le dossier sera fermé et que {{other}} lira ma raison et ma justification.',
    button: 'Refuser de négocier',
    done: 'Le dossier est fermé. La partie consommatrice en est avertie.',
  },
  close: {
    title: 'Fermer le dossier',
    intro: 'La négociation prend fin sans entente et le dossier ne pourra pas être rouvert.',
    advice:
      'Si vous vous êtes entendus ailleurs, faites-en plutôt une proposition : acceptée, elle devient une entente écrite.',
    kit: 'La personne consommatrice recevra par courriel une trousse d’information sur les autres recours.',
    kitYours: 'Vous recevrez par courriel une trousse d’information sur vos autres recours.',
    reason: 'Raison de la fermeture',
    justification: 'Justification',
    justificationHint: '{{other}} lit cette justification.',
    confirm: 'Je comprends que le dossier sera fermé et que {{other}} lira ma raison et ma justification.',
    button: 'Fermer le dossier',
    done: 'Le dossier est fermé. L’autre partie en est avertie.',
  },
  leave: {
    title: 'Me retirer de la médiation',
    intro:
      'La médiation est volontaire : vous pouvez en sortir. Le dossier sera fermé sans entente, et une attestation indiquera que vous avez eu recours à la médiation.',
    introBefore:
      'La médiation est volontaire : vous pouvez en sortir. Le dossier sera fermé sans entente. Personne n’a encore mené la médiation : si personne ne la mène d’ici là, il n’y aura pas d’attestation.',
    advice:
      'Si une proposition ne vous convient pas, dites-le d’abord dans l’espace de discussion : elle peut encore changer.',
    reason: 'Raison du retrait',
    justification: 'Justification',
    justificationHint: '{{other}} et la médiatrice ou le médiateur lisent cette justification.',
    confirm:
      'Je comprends que la médiation prendra fin et que {{other}} et la médiatrice ou le médiateur liront ma raison et ma justification.',
    justificationHintUnled: '{{other}} et toute personne qui mènera la médiation lisent cette justification.',
    confirmUnled:
      'Je comprends que la médiation prendra fin et que {{other}} et toute personne qui mènera la médiation liront ma raison et ma justification.',
    button: 'Me retirer de la médiation',
    /** By who else is told: nobody is before declaring no conflict of interest. */
    done: {
      mediator:
        'Vous vous êtes retiré de la médiation. L’autre partie et la médiatrice ou le médiateur en sont avertis.',
      office: 'Vous vous êtes retiré de la médiation. L’autre partie et l’Office en sont avertis.',
      nobodyElse: 'Vous vous êtes retiré de la médiation. L’autre partie en est avertie.',
    },
  },
  mediation: {
    title: 'Demander la médiation',
    intro: 'Une médiatrice ou un médiateur neutre aide les parties à trouver une solution, sans décider à leur place.',
    consent: 'L’accord de {{other}} n’est pas nécessaire. Nous l’avertirons de votre demande.',
    meanwhile:
      'La négociation continue jusqu’à ce que l’Office désigne une personne. Ensuite, elle seule fait des propositions.',
    private:
      'La médiatrice ou le médiateur lit le problème, les documents et les propositions, mais pas les messages entre les parties.',
    length: 'La médiation vise à se terminer en {{days}} jours ou moins.',
    button: 'Demander la médiation',
    notYet: 'La médiation ne peut pas encore être demandée.',
    cannot: 'Vous ne pouvez pas demander la médiation.',
    done: 'La médiation est demandée. L’Office désignera une médiatrice ou un médiateur.',
  },
  form: {
    chooseReason: 'Choisissez une raison',
    errorsTitle: 'Des réponses sont à corriger',
    remaining: 'Au plus {{max}} caractères.',
    cancel: 'Annuler',
    notDone: 'Votre action n’a pas été faite',
  },
  problems: {
    missing: 'Remplissez « {{field}} ».',
    too_long: 'Ce texte est trop long. Raccourcissez-le, ou joignez-le comme document.',
    unknown_choice: 'Choisissez une réponse dans la liste.',
    not_ticked: 'Cochez cette case pour continuer.',
    invalid: 'Vérifiez la réponse à « {{field}} ».',
    invisible: 'Des caractères invisibles ont été retirés de ce texte. Relisez-le, puis envoyez-le.',
  },
};
