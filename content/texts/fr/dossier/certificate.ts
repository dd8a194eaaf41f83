/** The certificate of an agreement. */
export default {
  title: 'Certificat de l’entente',
  link: 'Voir le certificat de l’entente',
  intro:
    'Ce certificat dit qui a conclu l’entente, quand et en quelle qualité, et permet de vérifier que le document n’a pas été modifié depuis.',
  number: 'Numéro du certificat',
  dossier: 'Dossier',
  concluded: 'Entente conclue',
  people: 'Les personnes qui l’ont conclue',
  name: 'Nom',
  quality: 'Qualité',
  act: 'Ce qui a été fait',
  when: 'Quand',
  proposed: 'A proposé la version {{version}}',
  accepted: 'A lu et accepté la version {{version}}',
  ownAddress:
    'Votre acceptation a été envoyée depuis l’adresse IP {{address}}. Personne d’autre ne la voit dans ce certificat; elle est effacée avec le contenu du dossier.',
  noAddress: 'L’adresse IP de votre acceptation n’a pas été conservée.',
  document: 'Le document',
  fingerprint: 'Empreinte SHA-256 du document déposé :',
  download: 'Télécharger l’entente',
  check: {
    title: 'Vérifier le document vous-même',
    why: 'Une empreinte est une suite de 64 chiffres et lettres calculée à partir du fichier. Si une seule virgule du fichier change, l’empreinte n’est plus la même. Votre ordinateur peut la calculer, sans cette plateforme.',
    keep: 'Téléchargez l’entente et ne l’enregistrez pas à nouveau : l’ouvrir puis l’enregistrer change le fichier.',
    windows: 'Sous Windows, ouvrez l’Invite de commandes dans le dossier où se trouve le fichier, puis tapez :',
    mac: 'Sous macOS ou Linux, ouvrez le Terminal dans ce même dossier, puis tapez :',
    compare:
      'Comparez le résultat avec l’empreinte affichée ci-dessus. Si les deux sont pareils, votre fichier est bien le document déposé.',
  },
};
