/** « Accès exceptionnel »: an officer reads the content of a dossier for a reason. */
export default {
  title: 'Accès exceptionnel au contenu',
  link: 'Lire le contenu du dossier, par exception',
  lead: 'L’Office suit un dossier sans en lire le contenu. Cet accès fait exception, pour une raison que les parties verront.',
  opens: {
    title: 'Ce que vous pourrez lire',
    content: 'Le nom et les coordonnées des parties, le résumé du problème et les documents de ce dossier.',
    closed:
      'Rien d’autre : ni les propositions, ni les messages, ni la discussion de la médiation, ni les échanges privés avec la médiatrice ou le médiateur, ni ses notes.',
    only: 'Vous seulement, dans ce dossier seulement, sans rien pouvoir écrire ni changer.',
    time: 'Pendant {{minutes}} minutes. L’accès se termine alors de lui-même. Vous pouvez y mettre fin avant.',
  },
  follows: {
    title: 'Ce qui suit aussitôt',
    mail: 'Les deux parties reçoivent un courriel, et la médiatrice ou le médiateur aussi, s’il y en a : la raison choisie, et jusqu’à quand vous lisez.',
    history:
      'L’accès est inscrit pour toujours à l’historique du dossier, avec votre nom. Toute personne qui lit le dossier le voit.',
    log: 'Chaque page et chaque document que vous ouvrez sont consignés. Vos collègues de l’Office voient cet accès dans le journal des accès exceptionnels.',
  },
  form: {
    reason: 'Raison',
    choose: 'Choisissez une raison',
    justification: 'Justification',
    justificationHint:
      'Ce qui rend cette lecture nécessaire : la demande reçue, sa date, qui l’a faite. Les collègues de l’Office la lisent; les parties n’en lisent pas le texte.',
    confirmed: 'J’ai besoin de lire ce dossier pour cette raison, et je sais que les parties en sont averties',
    submit: 'Ouvrir le contenu pendant {{minutes}} minutes',
    cancel: 'Revenir sans ouvrir',
  },
  opened: 'L’accès exceptionnel est ouvert. Les parties en sont averties.',
  banner: {
    title: 'Accès exceptionnel jusqu’à {{until}}',
    note: 'Ce que vous lisez est consigné, et les parties en sont averties.',
    read: 'Lire le dossier',
    end: 'Mettre fin à l’accès',
    ended: 'L’accès exceptionnel est terminé.',
  },
  log: {
    title: 'Journal des accès exceptionnels',
    intro:
      'Chaque lecture du contenu d’un dossier par une personne de l’Office, la plus récente en premier. Les heures sont celles de l’Est.',
    empty: 'Personne à l’Office n’a lu le contenu d’un dossier.',
    emptyReason: 'Personne à l’Office n’a lu le contenu d’un dossier pour cette raison.',
    look: 'Chercher un accès',
    lookHint: 'Numéro du dossier, nom du commerçant ou de la personne de l’Office',
    fileName: 'acces-exceptionnels.csv',
    number: 'Dossier',
    officer: 'Par',
    from: 'Du',
    until: 'Au',
    reason: 'Raison',
    justification: 'Justification',
    erased: 'Effacée avec le contenu du dossier',
    read: 'Lectures consignées',
  },
};
