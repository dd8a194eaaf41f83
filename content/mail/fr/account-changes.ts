import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

const surprised = 'Si cela vous étonne, écrivez à l’Office sans attendre.';

/** What changed of an account or of what it opens, told to its owner whoever did it (ASVS 6.3.7). */
export const accountChanges = {
  'own-sessions-ended': {
    subject: 'Des sessions de votre compte ont été fermées',
    body: [
      'Des sessions de votre compte ont été fermées le {{changedAt|dateTime}}, à partir de la page « Mot de passe et sessions ».',
      'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe, puis écrivez à l’Office.',
    ],
    button: 'Choisir un autre mot de passe',
  },
  'account-closed': {
    subject: 'Votre compte est fermé',
    body: [
      'L’Office a fermé votre compte le {{changedAt|dateTime}}. Vos sessions sont fermées, et vous ne pouvez plus vous connecter.',
      surprised,
    ],
  },
  'account-reopened': {
    subject: 'Votre compte est rouvert',
    body: [
      'L’Office a rouvert votre compte le {{changedAt|dateTime}}. Vous vous connectez avec le même nom d’utilisateur et le même mot de passe qu’avant.',
      surprised,
    ],
    button: 'Se connecter',
  },
  'access-ended': {
    subject: 'Vous n’avez plus accès aux dossiers de {{merchantName}}',
    body: [
      'Votre accès aux dossiers de {{merchantName}} a pris fin le {{changedAt|dateTime}}, et vos sessions sont fermées. Si votre compte n’ouvre aucune autre entreprise, il est fermé.',
      surprised,
    ],
  },
  'role-respondent': {
    subject: 'Vous répondez maintenant pour {{merchantName}}',
    body: [
      'Depuis le {{changedAt|dateTime}}, vous êtes répondante ou répondant de {{merchantName}} : vous recevez les nouveaux dossiers, voyez tous ceux de l’entreprise et pouvez demander à l’Office de créer ou de retirer des accès.',
      surprised,
    ],
    button: 'Voir mon équipe',
  },
  'role-representative': {
    subject: 'Votre rôle a changé pour {{merchantName}}',
    body: [
      'Depuis le {{changedAt|dateTime}}, vous êtes représentante ou représentant de {{merchantName}}, et non plus répondante ou répondant : vous voyez les dossiers que vous prenez en charge et ceux dont personne n’est responsable.',
      surprised,
    ],
    button: 'Voir mon équipe',
  },
  'email-undone': {
    subject: 'Le changement d’adresse de votre compte est annulé',
    body: [
      'Le {{changedAt|dateTime}}, votre compte a repris l’adresse qu’il avait. Ses sessions sont fermées, les deuxièmes étapes de connexion ajoutées depuis le changement sont retirées, et le mot de passe ne sert plus : demandez un code à cette adresse pour en choisir un autre.',
      surprised,
    ],
    details: [{ label: 'Adresse reprise', value: '{{userName}}' }],
    button: 'Choisir un autre mot de passe',
  },
  'address-waived': {
    subject: 'Changement d’adresse permis sans celle-ci',
    body: [
      'Le {{changedAt|dateTime}}, l’Office a permis que l’adresse de votre compte soit changée sans code à celle-ci, pendant 24 heures : quelqu’un lui a dit ne plus recevoir de courriels ici.',
      'Le mot de passe et un code envoyé à la nouvelle adresse restent nécessaires.',
      'Si vous lisez ce courriel et n’avez rien demandé, choisissez un autre mot de passe et écrivez à l’Office.',
    ],
    button: 'Choisir un autre mot de passe',
  },
  'email-change-former-code': {
    subject: 'Votre code pour quitter cette adresse',
    body: [
      'Quelqu’un qui connaît votre mot de passe demande que votre compte ait une autre adresse. Si c’est vous, entrez ce code, avec celui envoyé à la nouvelle adresse.',
      'Si ce n’est pas vous, ne donnez ce code à personne : sans lui, l’adresse ne change pas. Choisissez un autre mot de passe.',
    ],
    details: [
      { label: 'Code de vérification', value: '{{code}}' },
      { label: 'Nouvelle adresse demandée', value: '{{userName}}' },
      { label: 'Valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Entrer les codes',
    after: ['Ce code ne fonctionne que dans le navigateur où le changement a été demandé.'],
  },
} satisfies Partial<Record<AccountMailTemplate, MailText>>;
