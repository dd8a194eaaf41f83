import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import type { MailText } from '../types.ts';

/** From the Office to a company that wants to take part or asks for access, and between its people. */
export const companies = {
  'participation-received': {
    subject: 'Demande de participation {{requestNumber}} reçue',
    body: [
      'L’Office a reçu un formulaire de participation à Parle consommation, rempli avec cette adresse.',
      'Il le lira, puis vous écrira ici : il accepte la demande, demande une correction ou explique pourquoi il la refuse.',
    ],
    details: [{ label: 'Numéro de la demande', value: '{{requestNumber}}' }],
    after: ['Si vous n’avez rien demandé, écrivez à l’Office en donnant ce numéro.'],
  },
  'participation-correction': {
    subject: 'Demande de participation {{requestNumber}} : une correction à faire',
    body: [
      'L’Office vous demande de corriger votre formulaire de participation. La page vous dit quoi, et ce que vous aviez écrit y est encore.',
    ],
    details: [
      { label: 'Numéro de la demande', value: '{{requestNumber}}' },
      { label: 'Lien valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Corriger le formulaire',
    after: ['Ne transmettez ce lien qu’à une personne qui peut corriger le formulaire pour l’entreprise.'],
  },
  'participation-accepted': {
    subject: 'Demande de participation {{requestNumber}} acceptée',
    body: [
      'L’Office a accepté la demande. L’entreprise est inscrite à Parle consommation.',
      'Chaque personne nommée dans le formulaire reçoit à son adresse de quoi entrer.',
    ],
    details: [{ label: 'Numéro de la demande', value: '{{requestNumber}}' }],
  },
  'participation-declined': {
    subject: 'Demande de participation {{requestNumber}} : réponse de l’Office',
    body: ['L’Office n’a pas accepté la demande. Il en donne la raison à cette page.'],
    details: [
      { label: 'Numéro de la demande', value: '{{requestNumber}}' },
      { label: 'Lien valable jusqu’au', value: '{{until|dateTime}}' },
    ],
    button: 'Lire la raison',
    after: ['Si la raison n’est plus vraie, vous pouvez remplir un nouveau formulaire.'],
  },
  'access-request-done': {
    subject: 'Votre équipe de {{merchantName}} : demande faite',
    body: ['L’Office a fait ce que vous lui aviez demandé pour l’équipe de {{merchantName}}.'],
    button: 'Voir mon équipe',
  },
  'access-request-declined': {
    subject: 'Votre équipe de {{merchantName}} : réponse de l’Office',
    body: [
      'L’Office n’a pas fait ce que vous lui aviez demandé pour l’équipe de {{merchantName}}. Il en donne la raison à la page de votre équipe.',
    ],
    button: 'Lire la raison',
  },
  'respondent-added': {
    subject: 'Une autre personne répond pour {{merchantName}}',
    body: [
      'L’Office a donné à {{memberName}} le rôle de répondante ou de répondant de {{merchantName}}. Cette personne reçoit les nouveaux dossiers, et peut demander à l’Office de créer ou de retirer des accès.',
    ],
    button: 'Voir mon équipe',
    after: ['Si cela vous étonne, écrivez à l’Office sans attendre.'],
  },
  'stand-in-declared': {
    subject: '{{substituteName}} remplace {{absentName}}',
    body: [
      '{{absentName}} sera absente ou absent. {{substituteName}} remplace cette personne dans les dossiers de {{merchantName}} et en reçoit aussi les courriels, jusqu’à la fin du dernier jour.',
      'Un dossier garde sa personne responsable tant que personne d’autre ne le prend en charge.',
    ],
    details: [
      { label: 'Premier jour', value: '{{firstDay|day}}' },
      { label: 'Dernier jour', value: '{{lastDay|day}}' },
    ],
    button: 'Voir les absences',
  },
  'stand-in-cancelled': {
    subject: 'Le remplacement de {{absentName}} est annulé',
    body: [
      'L’absence de {{absentName}} à ces dates est annulée. {{substituteName}} ne reçoit pas, ou plus, les courriels de ses dossiers chez {{merchantName}}.',
    ],
    details: [
      { label: 'Premier jour', value: '{{firstDay|day}}' },
      { label: 'Dernier jour', value: '{{lastDay|day}}' },
    ],
    button: 'Voir les absences',
  },
} satisfies Partial<Record<AccountMailTemplate, MailText>>;
