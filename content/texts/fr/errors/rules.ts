/** What the rules of a dossier refuse. */
export default {
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
    recused: 'Cette personne s’est retirée de ce dossier et n’y est plus désignée. Choisissez-en une autre.',
    no_mediator:
      'Aucune médiatrice ni aucun médiateur n’est désigné en ce moment. Un courriel vous le dira quand ce sera fait.',
    not_declared:
      'La personne désignée n’a pas encore déclaré être sans conflit d’intérêts. D’ici là, rien du dossier ne s’ouvre à elle et on ne peut pas lui écrire en privé.',
    already_declared: 'Vous avez déjà déclaré n’avoir aucun conflit d’intérêts dans ce dossier.',
    no_former_mediator:
      'La même personne mène la médiation depuis le début : il n’y a pas d’échanges antérieurs à lui ouvrir.',
    already_opened: 'Vous avez déjà ouvert ces échanges. La médiatrice ou le médiateur peut les lire.',
    already_withdrawn: 'Une partie s’est déjà retirée de la médiation. Le dossier sera bientôt fermé.',
    report_answered: 'L’Office a déjà répondu à ces nouvelles de la médiation. La page montre celles qui restent.',
    parties_not_told:
      'Avant de fermer le dossier, annoncez-le aux parties dans l’espace de discussion en médiation. Une annonce ne vaut plus après une nouvelle proposition ou une modification.',
    closing_announced:
      'Vous avez déjà annoncé la fermeture aux parties. Vous pouvez fermer le dossier, ou leur écrire dans l’espace de discussion.',
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
};
