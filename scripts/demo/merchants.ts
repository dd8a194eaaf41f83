/** A merchant enrolled with the Office; addresses end in `.example` (RFC 2606). */
export type DemoMerchant = {
  key: string;
  name: string;
  legalName: string;
  neq: string;
  email: string;
  phone: string;
  addressLine: string;
  city: string;
  postalCode: string;
};

export type MerchantKey = string;

const shops: [key: string, name: string, legalName: string, address: string, city: string, postalCode: string][] = [
  ['boreal', 'Ameublement Boréal', 'Ameublement Boréal inc.', '4120, boulevard des Galeries', 'Québec', 'G2K 1B7'],
  ['nordet', 'Électro Nordet', 'Les Magasins Électro Nordet ltée', '890, rue Saint-Joseph Est', 'Québec', 'G1K 3C9'],
  [
    'saintlaurent',
    'Auto Saint-Laurent Occasion',
    '9411-2075 Québec inc.',
    '1575, route de l’Aéroport',
    'Lévis',
    'G6W 5M6',
  ],
  ['ondes', 'Ondes Mobile', 'Ondes Mobile s.e.n.c.', '700, rue De La Gauchetière Ouest', 'Montréal', 'H3B 5M2'],
  [
    'azur',
    'Piscines Azur de l’Estrie',
    'Piscines Azur de l’Estrie inc.',
    '2255, rue King Ouest',
    'Sherbrooke',
    'J1J 2G2',
  ],
  [
    'grandlarge',
    'Voyages Grand Large',
    'Agence de voyages Grand Large inc.',
    '45, rue Principale',
    'Gatineau',
    'J9H 3L4',
  ],
  [
    'tilleul',
    'Rénovations Tilleul et Fils',
    'Rénovations Tilleul et Fils inc.',
    '318, rang Saint-Édouard',
    'Saint-Hyacinthe',
    'J2R 1W3',
  ],
  [
    'vigueur',
    'Studio Vigueur',
    'Centres de conditionnement Vigueur inc.',
    '1200, avenue du Mont-Royal Est',
    'Montréal',
    'H2J 1Y2',
  ],
  [
    'erables',
    'Maison funéraire Les Érables',
    'Complexe funéraire Les Érables inc.',
    '77, rue Notre-Dame',
    'Trois-Rivières',
    'G9A 4X1',
  ],
  [
    'trouvaille',
    'Trouvaille.example',
    'Trouvaille Commerce électronique inc.',
    '5005, rue Jean-Talon Ouest',
    'Montréal',
    'H4P 1W7',
  ],
  [
    'cooperative',
    'Coopérative agroalimentaire, quincaillerie et matériaux de construction de la Haute-Yamaska et des Montérégiennes',
    'Coopérative agroalimentaire, quincaillerie et matériaux de construction de la Haute-Yamaska et des Montérégiennes',
    '1180, chemin du Petit-Bois-Francs Ouest, bâtiment C, quai 14',
    'Saint-Jean-Baptiste-de-la-Montagne',
    'J0L 2B0',
  ],
  ['horizon', 'Fenêtres Horizon', 'Portes et fenêtres Horizon inc.', '640, rue des Forges', 'Québec', 'G1N 4C2'],
];

export const demoMerchants: DemoMerchant[] = shops.map(
  ([key, name, legalName, addressLine, city, postalCode], index) => ({
    key,
    name,
    legalName,
    neq: String(1_160_204_310 + index * 73_211),
    email: `service@${key}.example`,
    phone: `+1 418 555 0${String(110 + index)}`,
    addressLine,
    city,
    postalCode,
  }),
);

const merchantsByKey = new Map(demoMerchants.map((each) => [each.key, each]));

/** @throws Error when no merchant has this key. */
export function merchantOf(key: MerchantKey): DemoMerchant {
  const found = merchantsByKey.get(key);
  if (!found) throw new Error(`No such merchant in the demonstration: ${key}`);
  return found;
}
