import type { ProposalContent } from '#domain/agreement/types.ts';
import type { Dispute, DemoStep, Tell } from '../dispute.ts';

const rounds = 40;

/** Long names, and forty short proposals made in turn: what a page must bear. */
export const shed: Tell = ({ day }): Dispute => ({
  key: 'shed',
  language: 'fr',
  consumer: 'marie',
  merchant: 'cooperative',
  problemKind: 'conformite',
  parties: {
    confirmed: true,
    phone: '514 555-0115, poste 12345',
    addressLine: '12345, chemin de la Grande-Ligne-du-Rang-Saint-Charles Nord, appartement 1204',
    city: 'Saint-Jean-Baptiste-de-la-Montagne',
    province: 'QC',
    postalCode: 'J0L 2B0',
    merchantBranch: 'Cour à bois et centre de rénovation du carrefour de la route Marie-Victorin',
    merchantConfirmed: true,
  },
  problem: {
    category: 'renovation',
    subcategory: 'autres_travaux',
    item: 'Remise de jardin préfabriquée de dix pieds sur douze, livrée avec le toit d’un autre modèle et sans ses fenêtres',
    brand: 'Cabanons du Haut-Richelieu et des Cantons',
    model: 'Vieux-Québec 10 × 12 à pignon, bardeaux ardoise',
    condition: 'new',
    contractDate: day(-75),
    contractPlace: 'magasin',
    invoiceNumber: 'HYM-2026-000012345-A',
    pricePaid: 623450,
    paymentMethod: 'debit',
    promisedDate: day(-50),
    actualDate: day(-41),
    priorSteps: [{ means: 'magasin', date: day(-40), person: 'Luc, à la cour', outcome: 'Il a pris des photos.' }],
    nature: ['non_conforme_contrat', 'partiel', 'retard'],
    details:
      'Le toit livré est celui du modèle de huit pieds. Il manque les deux fenêtres. On négocie le rabais depuis, cinquante dollars à la fois.',
  },
  proposal: offer(200000, 'Rabais de 2 000 $, et je garde la remise comme elle est.'),
  files: [],
  submits: true,
  steps: [{ by: 'cooperative.rep', act: 'takeCharge' }, ...haggling()],
});

/** The two sides come closer, a step at a time; the consumer is awaited at the end. */
function haggling(): DemoStep[] {
  return Array.from({ length: rounds - 1 }, (_, index): DemoStep => {
    const step = Math.floor(index / 2);
    return index % 2 === 0
      ? {
          by: 'cooperative.rep',
          act: 'propose',
          proposal: offer(20000 + step * 4000, 'Notre meilleur rabais, livraison des fenêtres comprise.'),
        }
      : { by: 'marie', act: 'propose', proposal: offer(195000 - step * 5000, 'Je baisse encore un peu.') };
  });
}

function offer(amount: number, terms: string): ProposalContent {
  return { remedies: [{ code: 'reduction', values: { amount, method: 'transfer' } }], terms };
}
