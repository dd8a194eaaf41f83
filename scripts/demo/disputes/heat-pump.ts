import type { Dispute, Tell } from '../dispute.ts';
import { letterhead } from './letterheads.ts';

/** A draft in progress: the problem is told, the proposal is not finished. */
export const heatPump: Tell = ({ day, said }): Dispute => ({
  key: 'heat-pump',
  language: 'fr',
  consumer: 'claire',
  merchant: 'tilleul',
  problemKind: 'garantie',
  parties: {
    confirmed: true,
    phone: '514 555-0100',
    addressLine: '212, rue Fraser, app. 3',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G1R 2B9',
    merchantConfirmed: true,
  },
  problem: {
    category: 'chauffage',
    item: 'Thermopompe qui givre et qui s’arrête',
    brand: 'Boréas',
    model: 'Mural 12 000 BTU',
    condition: 'new',
    contractDate: day(-380),
    contractPlace: 'domicile',
    pricePaid: 489900,
    priorSteps: [{ means: 'telephone', date: day(-11), person: 'Nicole', outcome: 'Elle me rappelle.' }],
    nature: ['defectueux'],
    details: `Depuis le ${said(-13)}, l’appareil extérieur est pris dans la glace`,
  },
  proposal: { remedies: [{ code: 'reparation', values: { place: 'Chez moi' } }], terms: '' },
  files: [
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'IMG_2107.jpg',
      title: 'L’appareil pris dans la glace',
      photo: { scene: 'heatPump', takenAt: '2026:11:12 16:22:08', north: 46.8117, west: 71.2069 },
    },
    {
      key: 'courriel',
      kind: 'lettre',
      fileName: 'courriel-installateur.pdf',
      title: 'Courriel à l’installateur',
      paper: {
        kind: 'letter',
        language: 'fr',
        from: letterhead('claire'),
        to: { name: 'Rénovations Tilleul et Fils', lines: ['service@tilleul.example'] },
        date: day(-12),
        subject: 'Thermopompe installée l’automne dernier',
        paragraphs: [
          'Bonjour, la thermopompe givre et s’arrête après une heure. Pouvez-vous m’appeler?',
          'Merci, Claire Roy',
        ],
      },
    },
  ],
  submits: false,
  steps: [],
});
