/** What is refused about accounts, companies, absences and what officers and colleagues change. */
export default {
  policy: {
    changed:
      'Une version a été préparée depuis que vous avez ouvert cette page. Rien n’est enregistré : revenez aux délais, lisez-la, puis reprenez la vôtre au besoin.',
    same: 'Ces délais sont déjà ceux qui sont en vigueur. Changez-en un, ou revenez aux délais.',
    day_past: 'Choisissez un jour à venir, à partir de demain.',
    day_far: 'Choisissez un jour d’ici un an.',
  },
  reply: {
    too_many:
      'Votre entreprise garde déjà autant de réponses types qu’il est possible. Supprimez-en une avant d’en ajouter.',
    changed:
      'Cette réponse type a été modifiée entre-temps. Ce que vous avez saisi est ci-dessous, avec ce qui est enregistré maintenant; si vous enregistrez, ce que vous avez saisi le remplace.',
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
    meets_declared:
      'Une absence de cette personne est déjà déclarée à certaines de ces dates. Choisissez d’autres jours, ou annulez d’abord l’autre absence.',
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
    codes_wrong:
      'L’un des deux codes est inexact. Vérifiez chacun dans le courriel le plus récent reçu à son adresse, ou demandez d’autres codes.',
    code_replaced:
      'Ce code vient d’un courriel plus ancien. Un autre code a été envoyé depuis : écrivez celui du courriel le plus récent.',
    code_expired: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    too_many_attempts:
      'Il y a eu trop d’essais. Attendez avant de recommencer : quelques minutes, une heure au plus, ou un jour après un très grand nombre d’essais.',
    undo_over:
      'Ce lien n’annule rien, ou plus rien : il est incomplet, il a déjà servi, ou les 7 jours sont passés. Si quelqu’un d’autre se sert de votre compte, écrivez à l’Office.',
    link_invalid: 'Ce lien n’est pas valable ou a déjà servi. Demandez-en un nouveau.',
    terms_changed:
      'Ces textes ont changé depuis que vous avez ouvert cette page. Ceux qui sont en vigueur sont ci-dessous : lisez-les, puis acceptez-les.',
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
    last_officer:
      'C’est le dernier compte de l’Office : sans lui, personne ne pourrait plus rien faire ici. Ouvrez d’abord celui d’une ou d’un collègue.',
    in_dossier:
      'Ce compte ne peut pas être fermé : un dossier de cette personne, ou d’une personne qu’elle représente, est en cours, et l’autre partie attend d’elle une réponse. Elle peut y mettre fin elle-même, à la page du dossier; le compte pourra ensuite être fermé.',
    mediating:
      'Des médiations ont été confiées à cette personne depuis que la page est affichée. Voyez lesquelles ci-dessous, puis confirmez de nouveau.',
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
};
