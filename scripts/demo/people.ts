/** One password for the whole demonstration: it is printed beside the addresses. */
export const demoPassword = 'Parlons-calmement-2026';

type DemoRole = 'consumer' | 'respondent' | 'merchantRepresentative' | 'mediator' | 'officer';

/** Someone who plays a part. `password` is {@link demoPassword} for everybody. */
export type DemoPerson = {
  key: string;
  role: DemoRole;
  firstName: string;
  lastName: string;
  name: string;
  email: string;
  password: string;
  language: 'fr' | 'en';
  phone: string;
  addressLine?: string;
  city?: string;
  postalCode?: string;
  jobTitle?: string;
  accreditation?: string;
  /** For the merchants' people. */
  merchant?: string;
};

export type PersonKey = string;

type Row = [key: string, firstName: string, lastName: string, language?: 'fr' | 'en'];

const consumers: (Row | [...Row, addressLine: string, city: string, postalCode: string])[] = [
  ['claire', 'Claire', 'Roy', 'fr', '212, rue Fraser, app. 3', 'Québec', 'G1R 2B9'],
  ['samuel', 'Samuel', 'Bélanger-Ouellet', 'fr', '1044, avenue Cartier', 'Québec', 'G1R 2S5'],
  ['fatou', 'Fatou', 'Ndiaye', 'fr', '38, rue des Pionniers', 'Lévis', 'G6V 3K8'],
  ['daniel', 'Daniel', 'O’Reilly', 'en', '4510 Wellington Street', 'Verdun', 'H4G 1W9'],
  ['genevieve', 'Geneviève', 'Lachance', 'fr', '901, rue Bowen Sud', 'Sherbrooke', 'J1G 2G8'],
  ['priya', 'Priya', 'Raman', 'en', '17 Aylmer Road', 'Gatineau', 'J9H 1A1'],
  ['marcandre', 'Marc-André', 'Villeneuve', 'fr', '655, rue Girouard Ouest', 'Saint-Hyacinthe', 'J2S 2Y2'],
  ['gerard', 'Gérard', 'Thibodeau', 'fr', '14, rue du Couvent', 'Beaupré', 'G0A 1E0'],
  ['emily', 'Emily', 'Chen', 'en', '3480 Durocher Street, apt. 12', 'Montréal', 'H2X 2E3'],
  ['jordan', 'Jordan', 'Whitfield', 'en', '2209 Sherbrooke Street East', 'Montréal', 'H2K 1E2'],
  ['lucie', 'Lucie', 'Hamelin', 'fr', '560, rue Laviolette', 'Trois-Rivières', 'G9A 1V3'],
  ['nassim', 'Nassim', 'Belkacem', 'fr', '8120, boulevard Saint-Michel', 'Montréal', 'H1Z 3E2'],
  ['sylvie', 'Sylvie', 'Gagnon', 'fr', '95, rue du Moulin', 'Granby', 'J2G 4V5'],
  ['thomas', 'Thomas', 'Kowalski', 'en', '77 Strathmore Boulevard', 'Dorval', 'H9P 2J6'],
  ['yves', 'Yves', 'Desrosiers', 'fr', '1330, rue de l’Érablière', 'Boischatel', 'G0A 1H0'],
  [
    'marie',
    'Marie-Ève-Alexandrine',
    'de Montigny-Charlebois-Vandenbroucke',
    'fr',
    '12345, chemin de la Grande-Ligne-du-Rang-Saint-Charles Nord, appartement 1204',
    'Saint-Jean-Baptiste-de-la-Montagne',
    'J0L 2B0',
  ],
];

/** Close ones who act for a consumer: they have a consumer's account of their own (F-022). */
const relatives: Row[] = [['isabelle', 'Isabelle', 'Thibodeau']];

/** The first of each merchant is its respondent. */
const staff: Record<
  string,
  [key: string, firstName: string, lastName: string, jobTitle: string, language?: 'fr' | 'en'][]
> = {
  boreal: [
    ['boreal.repondant', 'Josée', 'Fortier', 'Directrice du service à la clientèle'],
    ['boreal.rep', 'Patrick', 'Simard', 'Conseiller, service après-vente'],
    ['boreal.rep2', 'Amélie', 'Gauthier', 'Conseillère, service après-vente'],
    ['boreal.rep3', 'Reza', 'Tavakoli', 'Chef de la livraison'],
  ],
  nordet: [
    ['nordet.repondant', 'Martin', 'Lavoie', 'Gérant du service'],
    ['nordet.rep', 'Karine', 'Ouimet', 'Agente aux réclamations'],
    ['nordet.rep2', 'Wei', 'Zhang', 'Claims agent', 'en'],
    ['nordet.rep3', 'Olivier', 'Tremblay', 'Technicien en chef'],
  ],
  saintlaurent: [
    ['saintlaurent.repondant', 'Robert', 'Dufresne', 'Directeur des ventes'],
    ['saintlaurent.rep', 'Nadia', 'Cormier', 'Coordonnatrice après-vente'],
    ['saintlaurent.rep2', 'Félix', 'Arsenault', 'Conseiller technique'],
  ],
  ondes: [
    ['ondes.repondant', 'Sophie', 'Marchand', 'Chef, relations avec la clientèle'],
    ['ondes.rep', 'Kevin', 'Brooks', 'Escalations specialist', 'en'],
    ['ondes.rep2', 'Laurence', 'Pelletier', 'Spécialiste des plaintes'],
  ],
  azur: [
    ['azur.repondant', 'Guy', 'Bolduc', 'Propriétaire'],
    ['azur.rep', 'Mélanie', 'Bolduc', 'Adjointe administrative'],
    ['azur.rep2', 'Steve', 'Roberge', 'Chef des installations'],
  ],
  grandlarge: [
    ['grandlarge.repondant', 'Chantal', 'Aubin', 'Directrice d’agence'],
    ['grandlarge.rep', 'Luc', 'Sauvageau', 'Conseiller en voyages', 'en'],
    ['grandlarge.rep2', 'Maude', 'Perreault', 'Conseillère en voyages'],
  ],
  tilleul: [
    ['tilleul.repondant', 'Alain', 'Tilleul', 'Président'],
    ['tilleul.rep', 'Jérémie', 'Tilleul', 'Chargé de projet'],
    ['tilleul.rep2', 'Nicole', 'Bergeron', 'Comptable'],
  ],
  vigueur: [
    ['vigueur.repondant', 'Annick', 'Chartrand', 'Directrice de l’adhésion'],
    ['vigueur.rep', 'Tyler', 'Nguyen', 'Member services', 'en'],
    ['vigueur.rep2', 'Camille', 'Rousseau', 'Service aux membres'],
  ],
  erables: [
    ['erables.repondant', 'Jean-Pierre', 'Garneau', 'Directeur de funérailles'],
    ['erables.rep', 'Hélène', 'Massicotte', 'Conseillère aux familles'],
    ['erables.rep2', 'Denis', 'Lafrenière', 'Administration'],
  ],
  trouvaille: [
    ['trouvaille.repondant', 'Valérie', 'Nadeau', 'Responsable de l’expérience client'],
    ['trouvaille.rep', 'Ibrahim', 'Haddad', 'Agent, service à la clientèle'],
    ['trouvaille.rep2', 'Rosalie', 'Côté', 'Agente, retours et garanties'],
  ],
  cooperative: [
    [
      'cooperative.repondant',
      'Jean-Christophe-Emmanuel',
      'Archambault-Lamontagne',
      'Directeur adjoint, service à la clientèle et aux membres producteurs',
    ],
    [
      'cooperative.rep',
      'Marie-Madeleine',
      'Saint-Germain-Beauchesne',
      'Conseillère principale, matériaux et garanties',
    ],
    ['cooperative.rep2', 'Luc', 'Ménard', 'Commis'],
  ],
  horizon: [['horizon.repondant', 'Stéphane', 'Gosselin', 'Propriétaire']],
};

const mediators: [...Row, accreditation: string][] = [
  ['mediator', 'Hélène', 'Duval', 'fr', 'Médiatrice accréditée, n° 2147'],
  ['mediator2', 'Karim', 'Benali', 'fr', 'Médiateur accrédité, n° 3020'],
  ['mediator3', 'Margaret', 'Sinclair', 'en', 'Accredited mediator, no. 1885'],
];

const officers: [...Row, jobTitle: string][] = [
  ['officer', 'Nathalie', 'Bergevin', 'fr', 'Agente de renseignements'],
  ['officer2', 'Jonathan', 'Paquet', 'fr', 'Agent de renseignements'],
];

function person(role: DemoRole, row: Row, { rank, domain }: { rank: number; domain: string }): DemoPerson {
  const [key, firstName, lastName, language = 'fr'] = row;
  return {
    key,
    role,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${mailName(firstName)}.${mailName(lastName)}@${domain}`,
    password: demoPassword,
    language,
    phone: `+1 514 555 0${String(100 + (rank % 100))}`,
  };
}

/** A name as an address carries it: no accent, no apostrophe, no space. */
function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '')
    .replace(/ /g, '-')
    .toLowerCase();
}

/** Everyone who can sign in, in the order the roles meet in a dispute. */
export const demoPeople: DemoPerson[] = [
  ...consumers.map((row, index) => {
    const [, , , , addressLine, city, postalCode] = row as [...Row, string, string, string];
    return {
      ...person('consumer', row.slice(0, 4) as Row, { rank: index, domain: 'courriel.example' }),
      addressLine,
      city,
      postalCode,
    };
  }),
  ...relatives.map((row, index) => ({
    ...person('consumer', row, { rank: 40 + index, domain: 'courriel.example' }),
    addressLine: '1450, chemin Sainte-Foy, app. 610',
    city: 'Québec',
    postalCode: 'G1S 2N8',
  })),
  ...Object.entries(staff).flatMap(([merchant, rows]) =>
    rows.map(([key, firstName, lastName, jobTitle, language], index) => ({
      ...person(index === 0 ? 'respondent' : 'merchantRepresentative', [key, firstName, lastName, language], {
        rank: 50 + index,
        domain: `${merchant}.example`,
      }),
      merchant,
      jobTitle,
    })),
  ),
  ...mediators.map(([key, firstName, lastName, language, accreditation], index) => ({
    ...person('mediator', [key, firstName, lastName, language], { rank: 80 + index, domain: 'mediation.example' }),
    accreditation,
    jobTitle: language === 'en' ? 'Mediator' : 'Médiation civile et commerciale',
  })),
  ...officers.map(([key, firstName, lastName, language, jobTitle], index) => ({
    ...person('officer', [key, firstName, lastName, language], { rank: 90 + index, domain: 'office.example' }),
    jobTitle,
  })),
];

const byKey = new Map(demoPeople.map((each) => [each.key, each]));

/** @throws Error when nobody has this key: a dispute names someone who does not exist. */
export function personOf(key: PersonKey): DemoPerson {
  const found = byKey.get(key);
  if (!found) throw new Error(`No such person in the demonstration: ${key}`);
  return found;
}

/** In which part somebody is named: whoever acts for a consumer has a consumer's account. */
type DemoGuide = Omit<DemoPerson, 'role'> & { role: DemoRole | 'consumerRepresentative' };

/** One person a role, whom `npm start` names: enough to begin; the demonstration's own page has everyone. */
export const demoGuides: DemoGuide[] = [
  personOf('claire'),
  { ...personOf('isabelle'), role: 'consumerRepresentative' },
  ...['boreal.repondant', 'boreal.rep', 'mediator', 'officer'].map(personOf),
];

/** Where a person acts from, an address of the documentation's block (RFC 5737): no two people count as one place. */
export function addressOf(key: PersonKey): string {
  return `203.0.113.${demoPeople.indexOf(personOf(key)) + 1}`;
}
