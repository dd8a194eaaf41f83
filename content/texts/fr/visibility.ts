import type { Access, Phase, ReaderRole, Resource } from '#domain/access/index.ts';

/** « Qui voit quoi » (B-04): words for every reader, moment and thing of the matrix. Those of one table are listed with commas: they hold none. */
export default {
  title: 'Qui voit quoi',
  lead: 'Qui peut lire chaque chose dans un dossier, qui peut y écrire, et à quel moment. Cette page est tirée des règles mêmes que la plateforme applique.',
  contents: 'Sur cette page',
  who: 'Qui',
  /** Readers and moments that a table leaves out. */
  never: 'N’y ont jamais accès : {{names}}.',
  nobody: 'Personne n’y a accès à ces moments : {{names}}.',
  notes: {
    title: 'À savoir',
    charge:
      'Une seule personne agit pour le commerçant dans un dossier : celle qui l’a pris en charge. Les autres lisent.',
    represented:
      'Pendant qu’une personne vous représente, elle seule agit. Vous pouvez lire, et ajouter des documents.',
    office: 'L’Office suit les dates et les étapes d’un dossier. Il ne lit pas vos messages.',
    reading:
      'Pour une raison grave, comme une plainte ou l’ordonnance d’un tribunal, une personne de l’Office peut lire le résumé et les documents d’un dossier pendant {{minutes}} minutes. Les parties en reçoivent aussitôt un courriel, et l’historique du dossier en garde la raison.',
    acceptance: 'En médiation, l’autre partie n’apprend votre acceptation qu’une fois la sienne donnée.',
  },
  readers: {
    consumer: 'Consommatrice ou consommateur',
    representedConsumer: 'Consommatrice ou consommateur qui se fait représenter',
    consumerRepresentative: 'Personne qui représente la consommatrice ou le consommateur',
    respondent: 'Répondante ou répondant du commerçant',
    handler: 'Personne du commerce responsable du dossier',
    otherMerchantRepresentative: 'Autres personnes du commerce',
    assignedMediator: 'Personne désignée pour la médiation qui n’a pas encore déclaré n’avoir aucun conflit d’intérêts',
    mediator: 'Médiatrice ou médiateur',
    officer: 'Office',
    readingOfficer: 'Personne de l’Office qui a ouvert un accès exceptionnel',
    stranger: 'Toute autre personne',
  } satisfies Record<ReaderRole, string>,
  phases: {
    draft: 'Ébauche',
    expired: 'Ébauche expirée',
    submitted: 'Dossier transmis',
    negotiation: 'Négociation',
    mediation: 'Médiation',
    afterAgreement: 'Entente conclue depuis peu',
    agreement: 'Entente conclue depuis plus longtemps',
    withoutAgreement: 'Dossier fermé sans entente',
    purged: 'Contenu effacé',
  } satisfies Record<Phase, string>,
  recent: '« Depuis peu » : pendant les {{days}} jours où les parties peuvent encore s’écrire.',
  /** What may be done; `write` has the words of each thing. */
  rights: {
    read: 'Lit',
    metadata: 'Voit les dates et les nombres, sans le contenu',
    none: 'N’y a pas accès',
  } satisfies Record<Exclude<Access, 'write'>, string>,
  things: {
    draft: {
      title: 'L’ébauche du dossier',
      text: 'Ce que la partie consommatrice prépare avant de transmettre le dossier.',
      write: 'Lit et écrit',
    },
    identities: {
      title: 'Le nom des personnes',
      text: 'Qui sont les parties et qui agit pour elles, le numéro du dossier et la sorte de problème.',
      write: 'Lit et écrit',
    },
    contacts: {
      title: 'Les coordonnées des personnes',
      text: 'Courriel, téléphone et adresse des parties et de qui agit pour elles. L’Office s’en sert pour joindre une partie, tant que le dossier est en cours.',
      write: 'Lit et écrit',
    },
    summary: {
      title: 'Le résumé du dossier',
      text: 'Les parties, leurs coordonnées et la description du problème.',
      write: 'Lit et écrit',
    },
    documents: {
      title: 'Les documents',
      text: 'Factures, contrats, photos et autres pièces jointes au dossier.',
      write: 'Lit et ajoute',
    },
    negotiationProposals: {
      title: 'Les propositions de la négociation',
      text: 'Chaque proposition des parties, avec ses versions.',
      write: 'Lit, propose et accepte',
    },
    negotiationMessages: {
      title: 'Les messages entre les parties',
      text: 'La conversation de la partie consommatrice et du commerçant, dans le centre de messagerie.',
      write: 'Lit et écrit',
    },
    sharedMessages: {
      title: 'Les messages montrés en médiation',
      text: 'Parmi les messages entre les parties, ceux que l’une d’elles choisit de montrer à la médiatrice ou au médiateur.',
      write: 'Lit et choisit',
    },
    mediationRoom: {
      title: 'L’espace de discussion en médiation',
      text: 'La discussion à trois : les deux parties et la médiatrice ou le médiateur.',
      write: 'Lit et écrit',
    },
    consumerCaucus: {
      title: 'Les messages privés de la partie consommatrice avec la médiation',
      text: 'La conversation de la partie consommatrice et de la médiatrice ou du médiateur.',
      write: 'Lit et écrit',
    },
    merchantCaucus: {
      title: 'Les messages privés du commerçant avec la médiation',
      text: 'La conversation de la personne responsable du dossier et de la médiatrice ou du médiateur.',
      write: 'Lit et écrit',
    },
    mediatorProposals: {
      title: 'Les propositions de la médiatrice ou du médiateur',
      text: 'En médiation, la médiatrice ou le médiateur propose, et les parties acceptent ou poursuivent la discussion.',
      write: 'Lit et agit',
    },
    consumerAcceptance: {
      title: 'L’acceptation de la partie consommatrice, en médiation',
      text: 'Le fait qu’elle a accepté une proposition de la médiatrice ou du médiateur.',
      write: 'Sait et décide',
    },
    merchantAcceptance: {
      title: 'L’acceptation du commerçant, en médiation',
      text: 'Le fait qu’il a accepté une proposition de la médiatrice ou du médiateur.',
      write: 'Sait et décide',
    },
    closing: {
      title: 'La raison de la fermeture',
      text: 'Qui a fermé le dossier, la raison choisie et la justification.',
      write: 'Lit et écrit',
    },
    agreement: {
      title: 'L’entente',
      text: 'Le document qui décrit ce dont les parties ont convenu.',
      write: 'Lit et écrit',
    },
    attestation: {
      title: 'L’attestation d’absence d’entente en médiation',
      text: 'Le document qui dit que les parties ont eu recours à la médiation.',
      write: 'Lit et écrit',
    },
  } satisfies Record<Resource, { title: string; text: string; write: string }>,
};
