import type { MailLayout } from '../types.ts';

export const layout: MailLayout = {
  greeting: 'Bonjour {{name}},',
  greetingUnnamed: 'Bonjour,',
  linkHelp: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  signature: 'L’équipe de Parle consommation',
  why: 'Ce courriel est envoyé automatiquement. Il n’est pas possible d’y répondre.',
  confidential:
    'Par souci de confidentialité, ce courriel ne contient rien de ce que les parties écrivent dans le dossier.',
  contact: 'Pour de l’aide, écrivez à {{email}}.',
  office: 'Office',
  standings: {
    notInCharge: 'Vous n’êtes pas responsable de ce dossier : pour y agir, prenez-le d’abord en charge.',
  },
  who: {
    consumer: 'la personne consommatrice',
    merchant: 'le commerçant',
    both: 'les deux parties',
    mediator: 'la médiatrice ou le médiateur',
    office: 'l’Office',
    system: 'la plateforme',
  },
};
