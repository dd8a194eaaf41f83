import rules from './rules.ts';
import people from './people.ts';

/** Every refusal, by its code: what is the matter, then what to do instead. Here those of pages, codes, files, forms and the platform. */
export default {
  ...rules,
  ...people,
  access: {
    denied: 'Vous n’avez pas accès à cette page. Retournez à l’accueil.',
    consumers_only:
      'Cette page est pour les consommatrices et consommateurs, et votre compte est d’une autre sorte. Pour un litige personnel ou pour représenter une personne, servez-vous d’un compte à une autre adresse de courriel : une adresse ne sert qu’à une sorte de compte.',
    not_found:
      'Cette page n’existe pas, ou elle ne vous est plus ouverte. Vérifiez l’adresse ou retournez à l’accueil.',
  },
  csrf: {
    refused: 'La demande ne venait pas de notre site et n’a pas été traitée. Rechargez la page, puis recommencez.',
  },
  codes: {
    unknown: 'Le numéro de référence ou le code d’accès est inexact. Vérifiez le courriel de l’Office.',
    used: 'Ces codes ont déjà servi à créer un dossier. La personne qui l’a créé le trouve dans « Mes dossiers ».',
    expired: 'Ces codes ne sont plus valables. Écrivez à l’Office pour en recevoir de nouveaux.',
    not_yours:
      'Ces codes ont été envoyés à une autre adresse de courriel. Ouvrez une session avec l’adresse qui les a reçus, ou écrivez à l’Office.',
  },
  file: {
    missing: 'Aucun fichier n’a été choisi. Choisissez-en au moins un.',
    empty: 'Ce fichier est vide. Vérifiez-le sur votre appareil, puis recommencez.',
    too_large: 'Ce fichier dépasse 10 Mo. Réduisez-le ou séparez-le en plusieurs fichiers.',
    too_many: 'Un dossier contient au plus 20 documents par partie. Retirez-en avant d’en ajouter.',
    type_refused: 'Ce type de fichier n’est pas accepté. Utilisez PDF, JPG, PNG, GIF, HEIC, DOCX, TXT ou EML.',
    mismatch: 'Le contenu de ce fichier ne correspond pas à son nom. Enregistrez-le de nouveau dans le bon format.',
    damaged: 'Ce fichier est endommagé et ne peut pas être ouvert. Enregistrez-le de nouveau, puis recommencez.',
    incomplete:
      'Il manque la fin de ce fichier. Attendez qu’il soit entièrement téléchargé sur votre appareil, ouvrez-le pour le vérifier, puis envoyez-le de nouveau.',
    password:
      'Ce fichier est protégé par un mot de passe : personne d’autre ne pourrait l’ouvrir. Enregistrez-en une copie sans mot de passe, puis envoyez-la.',
    unsafe: 'Ce fichier pourrait être dangereux et n’a pas été conservé. Envoyez plutôt une copie en PDF ou une photo.',
    active:
      'Ce PDF contient un programme, un formulaire qui agit de lui-même ou d’autres fichiers. Ouvrez-le, choisissez « Imprimer », puis « Enregistrer en PDF », et envoyez cette copie.',
    linked:
      'Ce document va chercher des éléments ailleurs ou contient d’autres fichiers. Enregistrez-le en PDF, puis envoyez cette copie; envoyez à part les fichiers qu’il contient.',
    attachment:
      'Ce message a une pièce jointe que nous n’acceptons pas. Enregistrez le message en PDF, et envoyez à part les pièces jointes utiles.',
    infected:
      'Un programme malveillant a été trouvé dans ce fichier, qui n’est pas conservé. Vérifiez votre appareil avec un antivirus, puis envoyez une autre copie ou une photo.',
    quarantined:
      'Ce document attend d’être vérifié contre les virus. Vous pourrez l’ouvrir ensuite : revenez dans quelques minutes.',
    sending:
      'D’autres fichiers que vous envoyez sont encore en chemin. Attendez qu’ils soient arrivés, puis recommencez.',
  },
  form: {
    invalid:
      'Certaines réponses sont à corriger. Elles sont indiquées ci-dessous; ce que vous avez écrit est conservé.',
    too_large: 'Ce que vous avez envoyé est trop long. Raccourcissez le texte, ou joignez-le comme document.',
    too_slow:
      'Votre envoi a mis trop de temps à nous parvenir et n’a pas été pris en compte. Vérifiez votre connexion, puis recommencez.',
    gone: 'Ce formulaire n’est plus proposé : la page a changé depuis que vous l’avez ouverte. Rien n’a été fait. Relisez-la.',
    used: 'Cette page a déjà servi à envoyer autre chose. Rien n’a changé cette fois-ci : vérifiez ce qui est écrit, puis envoyez-le de nouveau.',
  },
  draft: {
    too_many:
      'Vous avez cent textes commencés et non envoyés dans ce dossier : celui-ci n’est pas enregistré. Envoyez-en ou videz-en quelques-uns, puis recommencez.',
    not_discarded:
      'Ce brouillon a été modifié sur un autre appareil ou dans une autre fenêtre. Il n’est pas abandonné : le voici comme il est maintenant.',
    unread:
      'Ce dossier a été modifié depuis que vous l’avez relu, sur un autre appareil ou dans une autre fenêtre. Il n’est pas transmis : relisez-le, puis transmettez-le.',
    sent: 'Un autre texte a déjà été envoyé à partir de cette page, sur un autre appareil ou dans une autre fenêtre. Ce que vous avez écrit ici n’est pas envoyé; vous le retrouvez plus bas.',
    changed:
      'Ce texte a aussi été modifié sur un autre appareil ou dans une autre fenêtre. Rien n’est envoyé : comparez les deux versions plus bas, puis envoyez celle que vous voulez.',
  },
  rate: {
    limited:
      'Il y a eu trop de demandes en peu de temps. Attendez avant de recommencer : quelques minutes, une heure au plus.',
    acts: 'Vous avez fait beaucoup de choses en peu de temps. Rien n’a été fait cette fois-ci : attendez une dizaine de minutes, puis recommencez.',
    today:
      'Vous avez fait cela un très grand nombre de fois en 24 heures. Rien n’a été fait cette fois-ci : recommencez demain, ou écrivez à l’Office si cela ne peut pas attendre.',
    invitations:
      'Trois personnes ont déjà été invitées dans ce dossier en 24 heures. Personne n’a été invité cette fois-ci : recommencez demain.',
  },
  engine: {
    unavailable:
      'Le service ne peut pas traiter votre action pour le moment. Ce que vous avez écrit est conservé : recommencez dans quelques minutes.',
  },
  platform: {
    busy: 'Beaucoup de demandes nous arrivent en même temps. Réessayez dans un instant.',
    unavailable: 'Le service est momentanément indisponible. Recommencez dans quelques minutes.',
    unexpected:
      'Un problème est survenu de notre côté. Recommencez dans quelques minutes; s’il persiste, écrivez à l’Office.',
  },
};
