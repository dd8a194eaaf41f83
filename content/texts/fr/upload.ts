export default {
  label: 'Choisir des fichiers',
  camera: 'Prendre une photo',
  hint: 'PDF, JPG, PNG, HEIC, GIF, DOCX, TXT ou EML; 10 Mo par fichier, 20 fichiers en tout. Assurez-vous que tout est lisible.',
  hintHeic: 'Les photos HEIC des téléphones sont converties en JPG. Le lieu de la prise de vue est retiré des photos.',
  send: 'Ajouter les fichiers choisis',
  sending: 'Envoi et vérification des fichiers',
  progress: {
    files_one: 'Envoi de {{count}} fichier. Gardez cette page ouverte jusqu’à la fin.',
    files_other: 'Envoi de {{count}} fichiers. Gardez cette page ouverte jusqu’à la fin.',
    done: 'L’envoi est terminé. Ajoutés : {{added}}. Non ajoutés : {{refused}}.',
    cut: 'L’envoi est interrompu. Ajoutés : {{added}}. À renvoyer : {{cut}}. Vos fichiers sont encore choisis : envoyez-les de nouveau quand la connexion est rétablie.',
    list: 'Fichiers choisis',
    waiting: 'En attente',
    sending: 'Envoi : {{percent}}',
    checking: 'Reçu. Vérification en cours',
    added: 'Ajouté',
    interrupted: 'L’envoi de ce fichier a été interrompu.',
    retry: 'Envoyer de nouveau',
    retryAll: 'Envoyer de nouveau les fichiers interrompus',
  },
  accepted_one: '{{count}} fichier a été ajouté.',
  accepted_other: '{{count}} fichiers ont été ajoutés.',
  refusedTitle_one: '{{count}} fichier n’a pas été ajouté',
  refusedTitle_other: '{{count}} fichiers n’ont pas été ajoutés',
  othersSaved: 'Les autres fichiers sont conservés.',
  refused: {
    file: {
      missing: 'Choisissez au moins un fichier.',
      empty:
        '« {{name}} » : ce fichier est vide. Ouvrez-le sur votre appareil pour vérifier son contenu, puis envoyez-le de nouveau.',
      too_large: '« {{name}} » : ce fichier dépasse 10 Mo. Réduisez-le, ou envoyez-le en plusieurs parties.',
      too_many: '« {{name}} » : vous avez atteint le maximum de 20 fichiers. Retirez-en un pour ajouter celui-ci.',
      type_refused:
        '« {{name}} » : ce type de fichier n’est pas accepté. Envoyez un PDF, une image (JPG, PNG, HEIC, GIF), un DOCX, un TXT ou un EML.',
      mismatch:
        '« {{name}} » : le contenu ne correspond pas au nom du fichier. Enregistrez-le dans le bon format, puis envoyez-le de nouveau.',
      damaged:
        '« {{name}} » : ce fichier est endommagé, nous ne pouvons pas l’ouvrir. Envoyez-en une autre copie, ou une photo.',
      incomplete:
        '« {{name}} » : il manque la fin de ce fichier. Attendez qu’il soit entièrement téléchargé sur votre appareil, ouvrez-le pour le vérifier, puis envoyez-le de nouveau.',
      password:
        '« {{name}} » : ce fichier est protégé par un mot de passe; personne d’autre ne pourrait l’ouvrir. Enregistrez-en une copie sans mot de passe, puis envoyez-la.',
      unsafe:
        '« {{name}} » : ce fichier contient des éléments qui peuvent être dangereux (macros, archive démesurée). Enregistrez-le en PDF, puis envoyez cette copie.',
      active:
        '« {{name}} » : ce PDF contient un programme, un formulaire qui agit de lui-même ou d’autres fichiers. Ouvrez-le, choisissez « Imprimer », puis « Enregistrer en PDF », et envoyez cette copie.',
      linked:
        '« {{name}} » : ce document va chercher des éléments ailleurs ou contient d’autres fichiers. Enregistrez-le en PDF, puis envoyez cette copie; envoyez à part les fichiers qu’il contient.',
      attachment:
        '« {{name}} » : ce message a une pièce jointe que nous n’acceptons pas. Enregistrez le message en PDF, et envoyez à part les pièces jointes utiles.',
      infected:
        '« {{name}} » : un programme malveillant a été trouvé dans ce fichier, qui n’est pas conservé. Vérifiez votre appareil avec un antivirus, puis envoyez une autre copie ou une photo.',
    },
    platform: {
      busy: '« {{name}} » : beaucoup de fichiers nous arrivent en même temps. Envoyez celui-ci de nouveau dans un instant.',
    },
    form: {
      too_large: 'L’envoi est trop volumineux. Envoyez moins de fichiers à la fois.',
      invalid: 'L’envoi n’a pas pu être lu. Choisissez de nouveau vos fichiers et recommencez.',
    },
  },
};
