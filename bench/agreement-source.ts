import type { AgreementSource } from '#domain/agreement/model.ts';

const clause =
  "Le commerçant vient chercher l'appareil à l'adresse du consommateur, un jour ouvrable, entre 8 h et 12 h, et avise la veille par téléphone. Si la pièce manque encore à la date dite, le remboursement est fait sans autre formalité.";

/** An agreement of usual size: four remedies with their fields and a page of terms. */
export const agreementSource: AgreementSource = {
  dossierNumber: '2026-000123',
  proposalVersion: 3,
  author: 'merchant',
  consumer: {
    name: 'Claire Roy',
    addressLine: '12, rue des Lilas',
    city: 'Laval',
    province: 'QC',
    postalCode: 'H7A 1B2',
    email: 'claire@consumer.example',
    phone: '450 555-0100',
  },
  merchant: {
    name: 'Ameublement Boréal',
    addressLine: '400, boulevard Charest Est',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G1K 3H2',
    email: 'service@merchant.example',
    phone: '418 555-0199',
    actedBy: 'Lise Tremblay',
  },
  problemTitle: 'Réfrigérateur qui ne refroidit plus après trois mois',
  content: {
    remedies: [
      {
        code: 'reparation',
        values: { deadline: '2026-12-15', place: 'Au domicile', transportBy: 'merchant', loaner: true },
      },
      { code: 'remboursement_partiel', values: { amount: 24_500, method: 'transfer', deadline: '2026-12-20' } },
      { code: 'garantie', values: { duration: 'Douze mois', scope: 'Pièces et main-d’œuvre, déplacement compris.' } },
      { code: 'reprise', values: { date: '2026-12-18', feesBy: 'merchant' } },
    ],
    terms: Array.from({ length: 8 }, (_, index) => `${index + 1}) ${clause}`).join('\n'),
  },
  acceptances: [
    { side: 'merchant', name: 'Lise Tremblay', role: 'pour le commerçant', at: '2026-11-23T15:04:05.000Z' },
    { side: 'consumer', name: 'Claire Roy', role: 'consommatrice', at: '2026-11-24T18:30:00.000Z' },
  ],
  concludedAt: '2026-11-24T18:30:00.000Z',
};
