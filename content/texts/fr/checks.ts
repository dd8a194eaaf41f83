/** What is missing or wrong in the five steps and in a proposal; keys are codes of domain/problem and domain/agreement. */
export default {
  parties: {
    confirmed: 'Confirmez que ces coordonnées sont exactes.',
    merchantConfirmed: 'Confirmez qu’il s’agit du bon commerçant.',
    addressLine: 'Écrivez l’adresse (numéro et rue).',
    city: 'Écrivez le nom de la ville.',
    postalCode: 'Écrivez le code postal.',
    postalCodeInvalid: 'Écrivez un code postal comme H2X 1Y4.',
    phone: 'Écrivez le numéro de téléphone.',
  },
  problem: {
    category: 'Choisissez la catégorie du bien ou du service.',
    item: 'Dites en quelques mots de quel bien ou service il s’agit.',
    nature: 'Cochez au moins une case sous « Nature du problème ».',
    natureOther: 'Précisez la nature du problème.',
    contractDate: 'Indiquez la date de l’achat ou du contrat.',
    contractDateFuture: 'La date de l’achat ou du contrat ne peut pas être à venir.',
    dateInvalid: 'Cette date n’existe pas, ou peut se lire de deux façons. Écrivez-la ainsi : 2026-03-12.',
    pricePaid: 'Indiquez le prix payé.',
    pricePaidInvalid: 'Écrivez le prix en dollars, comme 1 234,56.',
    pricePaidAmbiguous:
      'Ce prix peut se lire de deux façons. Écrivez-le avec ses cents : 12 345,00 pour des milliers, 12,35 pour des dollars et des cents.',
    priorStepMeans: 'Choisissez le moyen utilisé pour cette démarche.',
  },
  proposal: {
    remedies: {
      none: 'Cochez au moins une solution.',
      incompatible:
        'Ces solutions vont rarement ensemble : « {{remedy}} » et « {{other}} ». Gardez-les si elles visent des biens différents.',
    },
    remedy: {
      unknown: 'Cette solution n’existe pas. Choisissez-en une dans la liste.',
      repeated: 'Cette solution est indiquée deux fois. Gardez-en une seule.',
    },
    field: {
      unknown: 'Cette réponse ne fait pas partie de la solution choisie.',
      missing: 'Remplissez « {{field}} ».',
      wrong_type: 'Vérifiez la réponse à « {{field}} ».',
    },
    date: {
      invalid: 'Cette date n’existe pas, ou peut se lire de deux façons. Écrivez-la ainsi : 2026-03-12.',
      past: 'Choisissez une date à venir.',
    },
    amount: {
      invalid: 'Écrivez un montant en dollars plus grand que zéro, comme 1 234,56.',
      ambiguous:
        'Ce montant peut se lire de deux façons. Écrivez-le avec ses cents : 12 345,00 pour des milliers, 12,35 pour des dollars et des cents.',
    },
    percent: {
      invalid: 'Écrivez un pourcentage entre 1 et 100.',
    },
    text: {
      too_long: 'Ce texte est trop long. Raccourcissez-le, ou joignez-le comme document.',
    },
    choice: {
      unknown: 'Choisissez une réponse dans la liste.',
    },
    document: {
      unknown: 'Choisissez un des documents du dossier.',
    },
    terms: {
      too_long: 'Les précisions dépassent 10 000 caractères. Raccourcissez-les, ou joignez un document.',
    },
  },
  advice: {
    priorSteps:
      'Vous n’avez décrit aucune démarche auprès du commerçant. Il est conseillé de le contacter d’abord : il peut refuser de négocier.',
    details: 'Quelques phrases sur ce qui s’est passé aident le commerçant à comprendre.',
    documents: 'Une facture, un contrat ou une photo appuient votre demande.',
    terms: 'Vous pouvez préciser les délais et les conditions de votre proposition.',
  },
  steps: {
    parties: 'Parties',
    problem: 'Description du problème',
    proposal: 'Proposition',
    documents: 'Documents',
    review: 'Révision et soumission du dossier',
  },
  stepStates: {
    todo: 'À faire',
    started: 'Commencée',
    done: 'Terminée',
    optional: 'Facultative',
    blocked: 'À faire après les autres',
  },
};
