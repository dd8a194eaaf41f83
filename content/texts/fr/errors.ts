/** Every refusal, by its code: what is the matter, then what to do instead. */
export default {
  policy: {
    changed:
      'Une version a été préparée depuis que vous avez ouvert cette page. Rien n’est enregistré : revenez aux délais, lisez-la, puis reprenez la vôtre au besoin.',
    same: 'Ces délais sont déjà ceux qui sont en vigueur. Changez-en un, ou revenez aux délais.',
    day_past: 'Choisissez un jour à venir, à partir de demain.',
    day_far: 'Choisissez un jour d’ici un an.',
  },
  dossier: {
    exists: 'Ce dossier existe déjà. Ouvrez-le depuis « Mes dossiers ».',
    unknown: 'Ce dossier est introuvable. Vérifiez l’adresse ou retournez à « Mes dossiers ».',
    closed: 'Ce dossier est fermé : cette action n’y est plus possible.',
    purged: 'Le contenu de ce dossier a été effacé à la fin de la période de conservation.',
    full: 'Ce dossier contient tout ce qu’il peut contenir. Il peut encore se conclure par une entente ou être fermé; écrivez à l’Office si vous avez besoin d’aide.',
    not_draft: 'Ce dossier a déjà été transmis au commerçant. Vous pouvez le suivre depuis la liste des dossiers.',
    draft_expired:
      'Le délai pour transmettre ce dossier est écoulé. Écrivez à l’Office pour demander une prolongation.',
    not_submitted: 'Ce dossier n’a pas encore été transmis au commerçant. Terminez-en d’abord les étapes.',
    not_in_negotiation:
      'Cette action n’est possible que pendant la négociation. Consultez « À qui le tour » pour voir ce qui est possible maintenant.',
    not_in_mediation:
      'Cette action n’est possible que pendant la médiation. Consultez « À qui le tour » pour voir ce qui est possible maintenant.',
    in_mediation:
      'Le dossier est en médiation : cette action n’est plus possible. Écrivez dans l’espace de discussion en médiation.',
    not_in_charge:
      'Vous n’êtes pas responsable de ce dossier. Demandez à la personne responsable d’agir ou, s’il n’est pas fermé, prenez-le en charge.',
    already_in_charge:
      'Cette personne est déjà responsable du dossier : rien n’a changé. La page du dossier dit ce qu’elle peut faire.',
    already_taken_charge:
      'Ce dossier a déjà été pris en charge. Pour y mettre fin, la personne responsable utilise « Fermer le dossier » ou, en médiation, « Me retirer de la médiation ».',
    charge_changed:
      'Une autre personne a pris ce dossier en charge entre-temps. Relisez la page avant de décider de la remplacer.',
  },
  actor: {
    not_allowed:
      'Votre rôle dans ce dossier ne permet pas cette action. Consultez « À qui le tour » pour voir qui peut agir.',
    represented:
      'Une personne vous représente : elle seule peut agir. Vous pouvez lire, retirer votre représentante ou représentant et, tant que le dossier est ouvert, ajouter des documents.',
    not_a_party: 'Cette action est réservée aux parties du dossier.',
    not_mediator: 'Cette action est réservée à la médiatrice ou au médiateur du dossier.',
    not_officer: 'Cette action est réservée à l’Office. Écrivez-lui si vous en avez besoin.',
  },
  reply: {
    too_many:
      'Votre entreprise garde déjà autant de réponses types qu’il est possible. Supprimez-en une avant d’en ajouter.',
    changed:
      'Cette réponse type a été modifiée entre-temps. Votre texte est ci-dessous; rouvrez la page pour voir l’autre avant d’enregistrer.',
    too_long:
      'Votre message et cette réponse type, ensemble, dépassent la longueur d’un message. Votre message est ci-dessous, tel quel.',
  },
  establishment: {
    of_other:
      'Cet établissement n’est pas, ou n’est plus, un de ceux de l’entreprise de ces dossiers. Choisissez-en un autre.',
  },
  absence: {
    past: 'Le dernier jour de cette absence est déjà passé. Choisissez un jour à venir.',
    meets_other: 'Vous avez déjà annoncé une absence à certaines de ces dates. Modifiez plutôt celle-là.',
    over: 'Cette absence est terminée ou annulée : elle ne change plus. Annoncez-en une autre au besoin.',
    not_yours:
      'Vous pouvez déclarer votre propre absence. Seule la personne répondante de l’entreprise déclare celle d’une ou d’un collègue.',
    substitute: 'Choisissez une ou un collègue de la même entreprise que la personne absente.',
    substitute_away: 'Cette personne est elle-même absente à certaines de ces dates. Choisissez quelqu’un d’autre.',
  },
  office: {
    not_awaited: 'Cette partie n’est pas attendue dans ce dossier : il n’y a pas de lettre à lui écrire.',
    step_changed: 'La prochaine étape a été changée entre-temps. Lisez-la ci-dessous avant d’en écrire une autre.',
  },
  representative: {
    exists:
      'Une représentante ou un représentant est déjà désigné. Retirez d’abord cette personne pour en désigner une autre.',
    none: 'Il n’y a pas, ou plus, de représentante ni de représentant à retirer dans ce dossier.',
    is_party: 'Cette personne est déjà dans le dossier à un autre titre. Désignez quelqu’un d’autre.',
  },
  invitation: {
    unknown:
      'Cette invitation n’est pas valable. Vérifiez le numéro de dossier, la clé de validation, et que votre compte a l’adresse qui les a reçus; si tout est exact, l’invitation a été annulée ou remplacée.',
    used: 'Cette invitation a déjà été acceptée : vous représentez cette personne. Le dossier est dans « Mes dossiers ».',
    expired:
      'Cette invitation n’est plus valable. Demandez à la personne qui vous a désigné de vous inviter de nouveau.',
  },
  proposal: {
    unknown: 'Cette proposition est introuvable. Revenez au « Tableau des propositions ».',
    exists: 'Cette proposition a déjà été envoyée. Elle se trouve dans le « Tableau des propositions ».',
    not_open: 'Cette proposition n’attend plus de réponse. Voyez la plus récente dans le « Tableau des propositions ».',
    own_open: 'Votre proposition attend déjà une réponse. Vous pouvez la modifier.',
    not_author:
      'Seule la personne qui a fait cette proposition peut la modifier. Vous pouvez faire une contre-proposition.',
    own: 'Vous ne pouvez pas accepter votre propre proposition. L’autre partie doit y répondre.',
    stale:
      'Cette proposition a changé depuis que vous l’avez lue. Lisez ce qui est proposé maintenant avant de continuer.',
    answered:
      'Une autre proposition a remplacé celle-ci entre-temps. Lisez-la avant de continuer; ce que vous avez écrit est conservé.',
    only_mediator:
      'En médiation, seule la médiatrice ou seul le médiateur propose. Écrivez votre idée dans l’espace de discussion.',
    not_read: 'Cochez la case qui confirme que vous avez lu l’entente avant d’accepter.',
    already_accepted: 'Vous avez déjà accepté cette version. Il reste à l’autre partie à répondre.',
    no_acceptance: 'Vous n’avez pas d’acceptation à retirer pour cette proposition.',
    revision_asked:
      'Votre côté a déjà dit que cette version ne convient pas. La personne qui mène la médiation le lit dans le dossier.',
    too_many:
      'Ce dossier a reçu toutes les propositions qu’il peut contenir. La dernière peut encore être acceptée; sinon, il peut être fermé.',
  },
  message: {
    closed: 'Cette conversation est fermée : vous pouvez la lire, mais plus y écrire.',
    no_thread_access:
      'Vous n’avez pas accès à cette conversation. Choisissez-en une autre dans le « Centre de messagerie ».',
  },
  mediation: {
    too_soon:
      'La médiation ne peut pas encore être demandée. Elle le sera quand chaque partie aura fait une proposition, ou à la date indiquée sous « À qui le tour ».',
    already_requested: 'La médiation est déjà demandée. La page du dossier dit où elle en est.',
    not_requested: 'Personne n’a demandé la médiation dans ce dossier.',
    mediator_changed: 'Une autre personne a été désignée entre-temps. Relisez le dossier avant de décider.',
    same_mediator: 'Cette personne est déjà désignée dans ce dossier. Choisissez-en une autre.',
    no_mediator:
      'Aucune médiatrice ni aucun médiateur n’est désigné en ce moment. Un courriel vous le dira quand ce sera fait.',
    not_declared:
      'La personne désignée n’a pas encore déclaré être sans conflit d’intérêts. D’ici là, rien du dossier ne s’ouvre à elle et on ne peut pas lui écrire en privé.',
    already_declared: 'Vous avez déjà déclaré n’avoir aucun conflit d’intérêts dans ce dossier.',
    no_former_mediator:
      'La même personne mène la médiation depuis le début : il n’y a pas d’échanges antérieurs à lui ouvrir.',
    already_opened: 'Vous avez déjà ouvert ces échanges. La médiatrice ou le médiateur peut les lire.',
    already_withdrawn: 'Une partie s’est déjà retirée de la médiation. Le dossier sera bientôt fermé.',
    parties_not_told: 'Avant de fermer le dossier, informez les parties dans l’espace de discussion en médiation.',
  },
  document: {
    not_allowed:
      'Cette action n’est pas possible sur ce document : il est déjà retiré, ou quelqu’un d’autre l’a ajouté.',
    too_many:
      'Vous avez déjà ajouté cent documents à ce dossier, en comptant ceux que vous avez retirés. Décrivez plutôt ce que montre ce document dans un message.',
  },
  content: {
    already_open: 'Vous pouvez déjà lire le contenu de ce dossier : l’accès est ouvert.',
    not_open: 'Cet accès est déjà terminé. Pour lire de nouveau le contenu, il faut en donner la raison.',
  },
  deadline: {
    not_due: 'Cette échéance n’est pas encore arrivée.',
    passed: 'L’échéance est passée : cette action n’est plus possible. Écrivez à l’Office si vous avez besoin d’aide.',
  },
  value: {
    invalid: 'Une des réponses n’est pas valable. Vérifiez ce que vous avez écrit, puis recommencez.',
  },
  auth: {
    required: 'Ouvrez une session pour continuer.',
    other_account: 'Un autre compte est ouvert dans ce navigateur. Ouvrez de nouveau le vôtre pour continuer.',
    bad_credentials:
      'L’adresse de courriel ou le mot de passe est inexact. Vérifiez-les, ou choisissez un nouveau mot de passe. Si vous n’avez pas entré le code reçu à votre inscription, inscrivez-vous de nouveau.',
    bad_password:
      'Le mot de passe actuel est inexact. Si vous l’avez oublié, choisissez-en un autre : « Mot de passe oublié? », à la page de connexion.',
    weak_password:
      'Ce mot de passe se devine trop facilement. Ajoutez des mots sans lien entre eux; évitez votre nom, une date ou une suite de touches.',
    code_wrong:
      'Ce code est inexact. Vérifiez les six chiffres dans le courriel le plus récent, ou demandez un autre code.',
    code_replaced:
      'Ce code vient d’un courriel plus ancien. Un autre code a été envoyé depuis : écrivez celui du courriel le plus récent.',
    code_expired: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    too_many_attempts:
      'Il y a eu trop d’essais. Attendez avant de recommencer : quelques minutes, une heure au plus, ou un jour après un très grand nombre d’essais.',
    undo_over:
      'Ce lien n’annule rien, ou plus rien : il est incomplet, il a déjà servi, ou les 7 jours sont passés. Si quelqu’un d’autre se sert de votre compte, écrivez à l’Office.',
    link_invalid: 'Ce lien n’est pas valable ou a déjà servi. Demandez-en un nouveau.',
    terms_required: 'Lisez et acceptez les conditions d’utilisation et l’engagement de confidentialité pour continuer.',
    profile_required: 'Remplissez votre profil pour continuer.',
    factor_required: 'Ajoutez une deuxième étape de connexion pour continuer.',
    step_over:
      'Cette étape n’est plus valable : elle a pris trop de temps, ou le mot de passe a changé entre-temps. Connectez-vous de nouveau.',
    totp_wrong:
      'Ce code est inexact. Écrivez celui que l’application montre maintenant. S’il est toujours refusé, vérifiez que l’heure de votre appareil est réglée automatiquement.',
    totp_used: 'Ce code vient de servir. Attendez que l’application en montre un autre.',
    totp_clock:
      'Ce code est celui d’une autre heure : l’horloge de votre appareil avance ou retarde de quelques minutes. Réglez-la automatiquement, puis écrivez le nouveau code.',
    recovery_wrong: 'Ce code de secours est inexact ou a déjà servi. Prenez-en un autre de votre liste.',
    passkey_unknown:
      'Cette clé d’accès n’est plus liée à un compte. Connectez-vous avec votre adresse de courriel et votre mot de passe.',
    passkey_refused: 'La clé d’accès n’a pas pu être vérifiée. Recommencez.',
    service_away:
      'Le service d’identité ne répond pas. Recommencez dans quelques minutes, ou servez-vous de votre mot de passe.',
    service_refused:
      'Le service d’identité n’a pas confirmé qui vous êtes. Recommencez, ou servez-vous de votre mot de passe.',
    service_unknown:
      'Le service d’identité vous connaît, mais aucun compte de l’Office n’est lié à vous ici. Demandez à une ou un collègue d’ouvrir votre compte avec l’adresse que ce service a vérifiée.',
  },
  account: {
    own: 'Vous ne pouvez pas agir ainsi sur votre propre compte. Passez par votre profil, ou demandez à une ou un collègue.',
    of_consumer:
      'Cette adresse est celle d’un compte de consommatrice ou de consommateur. Une adresse ne sert qu’à une sorte de compte : demandez à la personne une adresse professionnelle.',
    of_merchant:
      'Cette adresse est celle d’un compte de commerçant. Une adresse ne sert qu’à une sorte de compte : demandez-en une autre.',
    of_mediator:
      'Cette adresse est celle d’un compte de médiation. Une adresse ne sert qu’à une sorte de compte : demandez-en une autre.',
    of_officer:
      'Cette adresse est celle d’un compte de l’Office. Une adresse ne sert qu’à une sorte de compte : demandez-en une autre.',
    exists: 'Un compte de médiation a déjà cette adresse. Vous le trouverez dans la liste.',
    closed: 'Le compte qui a cette adresse est fermé. Rouvrez-le depuis la liste.',
    mediating:
      'Ce compte ne peut pas être fermé : des médiations sont en cours avec cette personne. Chacune doit d’abord avoir une autre médiatrice ou un autre médiateur, ou prendre fin.',
    active:
      'Ce compte est déjà activé : il n’a plus besoin de lien. La personne peut choisir un nouveau mot de passe à la connexion.',
  },
  mediator: {
    not_available:
      'Cette personne ne peut pas mener de médiation en ce moment : son compte n’est pas actif. Choisissez-en une autre.',
  },
  member: {
    unknown:
      'Cette personne n’est pas, ou n’est plus, de l’entreprise que ce dossier concerne. Choisissez quelqu’un d’autre.',
    exists:
      'La personne qui a cette adresse a déjà accès à ce commerçant. Vous la trouverez dans la liste de ses membres.',
  },
  directory: {
    changed:
      'Cette fiche a été modifiée pendant que vous écriviez. Ce que vous avez saisi est ci-dessous, avec ce que la fiche dit maintenant; si vous enregistrez, ce que vous avez saisi le remplace.',
  },
  merchant: {
    exists: 'Ce NEQ est celui de {{name}}, déjà inscrit. Ouvrez sa fiche depuis la liste des commerçants.',
  },
  participation: {
    changed:
      'Cette demande a changé depuis que vous avez ouvert cette page : l’Office y a répondu, ou l’entreprise l’a corrigée. Rien n’a été fait cette fois-ci. Relisez-la avant de répondre.',
    address_taken:
      'L’adresse {{email}} est celle d’un compte d’une autre sorte. Rien n’a été fait : demandez à l’entreprise une autre adresse pour cette personne.',
    link_over:
      'Ce lien ne permet plus de corriger le formulaire : il est échu, ou la correction est déjà reçue. Au besoin, demandez un autre lien à l’Office.',
  },
  access_request: {
    answered: 'Cette demande a déjà reçu une réponse. Rien n’a été fait cette fois-ci : lisez-la sur cette page.',
    twice: 'Cela est déjà demandé à l’Office, qui ne l’a pas encore traité. Vous trouverez la demande sur cette page.',
    too_many:
      'Beaucoup de demandes de votre entreprise attendent déjà. Attendez que l’Office en ait traité, ou écrivez-lui.',
  },
  access: {
    denied: 'Vous n’avez pas accès à cette page. Retournez à l’accueil.',
    consumers_only:
      'Cette page est pour les consommatrices et consommateurs, et votre compte est d’une autre sorte. Pour un litige personnel ou pour représenter une personne, servez-vous d’un compte à une autre adresse de courriel : une adresse ne sert qu’à une sorte de compte.',
    not_found: 'Cette page n’existe pas. Vérifiez l’adresse ou retournez à l’accueil.',
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
