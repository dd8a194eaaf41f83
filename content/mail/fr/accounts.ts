import { accountChanges } from './account-changes.ts';
import { companies } from './companies.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

/** After each change of a way in. */
const notYou = [
  'Si c’était vous, ou si vous l’avez demandé, vous n’avez rien à faire.',
  'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe, puis écrivez à l’Office.',
];

export const accounts: Record<AccountMailTemplate, MailText> = {
  'access-codes': {
    subject: 'Vos codes pour créer votre dossier',
    body: [
      'L’Office a reçu votre demande concernant {{merchantName}}. Ce commerçant accepte de négocier en ligne : vous pouvez maintenant créer votre dossier.',
      'Vous aurez besoin de ces deux codes.',
    ],
    details: [
      { label: 'Numéro de référence', value: '{{reference}}' },
      { label: 'Code d’accès', value: '{{code}}' },
      { label: 'Valables jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Créer mon dossier',
    after: [
      'Le bouton remplit les deux codes pour vous. Si vous n’avez pas encore de compte, vous pourrez vous inscrire en chemin.',
      'Ayez sous la main votre facture ou votre contrat, et des photos s’il y a lieu. Un téléphone suffit pour les photographier.',
      'Ne transmettez ces codes à personne.',
    ],
  },
  'email-verification': {
    subject: 'Votre code de vérification',
    body: ['Entrez ce code pour confirmer que cette adresse de courriel est la vôtre.'],
    details: [
      { label: 'Code de vérification', value: '{{code}}' },
      { label: 'Valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Entrer le code',
    after: [
      'Ce code ne fonctionne que dans le navigateur où l’inscription a été faite. Si vous n’avez rien demandé, ne faites rien et ne donnez ce code à personne : sans lui, aucun compte n’est créé.',
    ],
  },
  'merchant-activation': {
    subject: 'Activez votre compte pour {{merchantName}}',
    body: [
      'L’Office vous a ouvert un compte pour que vous puissiez agir au nom de {{merchantName}}.',
      'À votre première visite, vous choisirez un mot de passe, remplirez vos renseignements professionnels et lirez les conditions d’utilisation et l’engagement de confidentialité.',
    ],
    details: [
      { label: 'Nom d’utilisateur', value: '{{userName}}' },
      { label: 'Lien valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Activer mon compte',
    after: ['Ce lien ne sert qu’une fois. S’il n’est plus valable, demandez-en un autre à l’Office.'],
  },
  'merchant-access': {
    subject: 'Votre compte donne accès à {{merchantName}}',
    body: [
      'L’Office vous a donné accès aux dossiers de {{merchantName}}. Vous les verrez dans « Mes dossiers » à votre prochaine connexion.',
      'Votre mot de passe ne change pas.',
    ],
    details: [{ label: 'Nom d’utilisateur', value: '{{userName}}' }],
    button: 'Ouvrir mes dossiers',
    after: ['Si vous n’agissez pas pour cette entreprise, écrivez à l’Office.'],
  },
  'mediator-activation': {
    subject: 'Activez votre compte de médiation',
    body: [
      'L’Office vous a ouvert un compte de médiatrice ou de médiateur.',
      'À votre première visite, vous choisirez un mot de passe, remplirez vos renseignements professionnels et lirez les conditions d’utilisation et l’engagement de confidentialité.',
    ],
    details: [
      { label: 'Nom d’utilisateur', value: '{{userName}}' },
      { label: 'Lien valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Activer mon compte',
    after: ['Ce lien ne sert qu’une fois. S’il n’est plus valable, demandez-en un autre à l’Office.'],
  },
  'officer-activation': {
    subject: 'Activez votre compte de l’Office',
    body: [
      'Un compte vous a été ouvert au bureau de l’Office, où se préparent les demandes et les comptes.',
      'À votre première visite, vous choisirez un mot de passe, remplirez vos renseignements professionnels et lirez les conditions d’utilisation et l’engagement de confidentialité.',
    ],
    details: [
      { label: 'Nom d’utilisateur', value: '{{userName}}' },
      { label: 'Lien valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Activer mon compte',
    after: [
      'Ce lien ne sert qu’une fois. S’il n’est plus valable, demandez-en un autre à la personne qui administre la plateforme.',
    ],
  },
  'password-reset': {
    subject: 'Votre code pour choisir un nouveau mot de passe',
    body: ['Une demande de nouveau mot de passe a été faite pour votre compte. Entrez ce code pour le choisir.'],
    details: [
      { label: 'Code', value: '{{code}}' },
      { label: 'Valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Choisir un mot de passe',
    after: [
      'Ce code ne fonctionne que dans le navigateur où il a été demandé. Si vous n’avez rien demandé, ne faites rien et ne donnez ce code à personne : votre mot de passe reste le même.',
    ],
  },
  'password-changed': {
    subject: 'Votre mot de passe a été changé',
    body: [
      'Le mot de passe de votre compte a été changé le {{changedAt|dateTime}}. Les sessions ouvertes sur d’autres appareils ont été fermées.',
      'Si c’était vous, vous n’avez rien à faire.',
      'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe, puis écrivez à l’Office. Changez aussi celui de votre courriel si quelqu’un d’autre a pu y entrer.',
    ],
    button: 'Choisir un autre mot de passe',
  },
  'file-infected': {
    subject: 'Dossier {{number}} : un fichier que vous aviez déposé a été détruit',
    body: [
      'Un programme malveillant a été trouvé dans un fichier que vous avez déposé le {{depositedAt|dateTime}} dans le dossier {{number}}. Le fichier est détruit. Personne d’autre que vous n’avait pu l’ouvrir.',
      'Un appareil peut être infecté à l’insu de la personne qui s’en sert. Faites-le examiner par un antivirus avant d’envoyer d’autres fichiers.',
      'Si ce document compte et que le dossier est encore ouvert, déposez-en une autre copie, par exemple une photo ou une nouvelle numérisation.',
    ],
    button: 'Voir les documents',
  },
  'factor-added': {
    subject: 'Une deuxième étape de connexion a été ajoutée',
    body: [
      'Une clé d’accès ou une application de codes a été ajoutée à votre compte le {{changedAt|dateTime}}. Les sessions ouvertes sur d’autres appareils ont été fermées.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'factor-removed': {
    subject: 'Une deuxième étape de connexion a été retirée',
    body: [
      'Une clé d’accès ou une application de codes a été retirée de votre compte le {{changedAt|dateTime}}. Les sessions ouvertes sur d’autres appareils ont été fermées.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'recovery-codes-made': {
    subject: 'Vos codes de secours ont été remplacés',
    body: [
      'D’autres codes de secours ont été créés pour votre compte le {{changedAt|dateTime}}. Les précédents ne fonctionnent plus.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'recovery-code-used': {
    subject: 'Un code de secours a servi à entrer dans votre compte',
    body: [
      'Un de vos codes de secours a servi de deuxième étape le {{changedAt|dateTime}}. Ce code ne fonctionne plus.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'factors-reset': {
    subject: 'Votre deuxième étape de connexion a été retirée par l’Office',
    body: [
      'L’Office a retiré vos clés d’accès, votre application de codes et vos codes de secours le {{changedAt|dateTime}}, et fermé vos sessions. Vous vous connectez avec votre mot de passe, puis vous pouvez ajouter une autre deuxième étape à partir de votre profil.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'identity-linked': {
    subject: 'Le service d’identité de l’Office ouvre maintenant votre compte',
    body: [
      'Quelqu’un est entré dans votre compte le {{changedAt|dateTime}} en passant par le service d’identité de l’Office, avec votre adresse de courriel. Vous pouvez désormais vous connecter ainsi.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'sessions-ended': {
    subject: 'L’Office a fermé vos sessions',
    body: [
      'L’Office a fermé toutes vos sessions le {{changedAt|dateTime}}. Vous pouvez vous connecter de nouveau.',
      ...notYou,
    ],
    button: 'Choisir un autre mot de passe',
  },
  'email-change-code': {
    subject: 'Votre code pour changer d’adresse',
    body: ['Entrez ce code pour que cette adresse devienne celle de votre compte.'],
    details: [
      { label: 'Code de vérification', value: '{{code}}' },
      { label: 'Valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Entrer le code',
    after: [
      'Ce code ne fonctionne que dans le navigateur où le changement a été demandé. Si vous n’avez rien demandé, ne faites rien et ne donnez ce code à personne.',
    ],
  },
  'email-changed': {
    subject: 'L’adresse de votre compte a été changée',
    body: [
      'Votre compte a une autre adresse depuis le {{changedAt|dateTime}}. C’est avec elle que vous vous connectez, et vous ne recevrez plus de courriels à celle-ci.',
      'Si c’était vous, vous n’avez rien à faire.',
      'Si ce n’était pas vous, annulez ce changement : le bouton le permet pendant 7 jours. Vous choisirez ensuite un autre mot de passe.',
    ],
    details: [{ label: 'Nouvelle adresse', value: '{{userName}}' }],
    button: 'Annuler ce changement',
  },
  'account-exists': {
    subject: 'Vous avez déjà un compte',
    body: [
      'Votre adresse de courriel vient d’être donnée pour ouvrir un compte, ou pour changer celle d’un autre compte, mais elle a déjà le sien. Rien n’a été changé.',
      'Si c’était vous, ouvrez une session avec votre mot de passe. Si vous l’avez oublié, vous pourrez en choisir un autre.',
      'Si l’Office vient de vous ouvrir un compte, servez-vous du lien d’activation qu’il vous a envoyé.',
    ],
    button: 'Ouvrir une session',
    after: ['Si ce n’était pas vous, vous n’avez rien à faire.'],
  },
  'mediator-absence': {
    subject: 'Absence annoncée en médiation',
    body: ['{{mediatorName}} sera absente ou absent. Voyez quels dossiers sont en cours avec cette personne.'],
    details: [
      { label: 'Premier jour', value: '{{firstDay|day}}' },
      { label: 'Dernier jour', value: '{{lastDay|day}}' },
    ],
    button: 'Voir les absences',
  },
  'mediator-absence-late': {
    subject: 'Absence annoncée tard en médiation',
    body: [
      '{{mediatorName}} sera absente ou absent. Cette absence de plus d’une semaine est annoncée moins de deux semaines à l’avance : voyez sans attendre quels dossiers sont en cours avec cette personne.',
    ],
    details: [
      { label: 'Premier jour', value: '{{firstDay|day}}' },
      { label: 'Dernier jour', value: '{{lastDay|day}}' },
    ],
    button: 'Voir les absences',
  },
  'mediator-absence-cancelled': {
    subject: 'Absence annulée en médiation',
    body: ['L’absence de {{mediatorName}} à ces dates est annulée.'],
    details: [
      { label: 'Premier jour', value: '{{firstDay|day}}' },
      { label: 'Dernier jour', value: '{{lastDay|day}}' },
    ],
    button: 'Voir les absences',
  },
  ...accountChanges,
  ...companies,
};
