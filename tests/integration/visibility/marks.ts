/** What each kind of thing that people write alone carries. */
export const marks = {
  title: 'MARQUE-titre',
  problem: 'MARQUE-probleme',
  good: 'MARQUE-bien',
  priorSteps: 'MARQUE-demarche',
  contact: 'MARQUE-coordonnees',
  document: 'MARQUE-document',
  withdrawal: 'MARQUE-motif-retrait',
  proposal: 'MARQUE-proposition',
  version: 'MARQUE-version-deux',
  counter: 'MARQUE-contre-proposition',
  mediatorProposal: 'MARQUE-mediatrice',
  negotiation: 'MARQUE-negociation',
  shared: 'MARQUE-communique',
  room: 'MARQUE-salle',
  consumerCaucus: 'MARQUE-aparte-consommateur',
  merchantCaucus: 'MARQUE-aparte-commercant',
  refusal: 'MARQUE-refus',
  closing: 'MARQUE-motif-fermeture',
  nature: 'MARQUE-sorte-de-litige',
  leaving: 'MARQUE-motif-depart',
  reading: 'MARQUE-motif-lecture',
  consumerDraft: 'MARQUE-ebauche-consommateur',
  merchantDraft: 'MARQUE-ebauche-commercant',
  mediatorDraft: 'MARQUE-ebauche-mediatrice',
  invited: 'MARQUE-personne-invitee',
  consumerAccount: 'MARQUE-profil-consommateur',
  notes: 'MARQUE-notes-privees',
  consumerKept: 'MARQUE-saisie-consommateur',
  mediatorKept: 'MARQUE-saisie-mediatrice',
  reply: 'MARQUE-reponse-type',
  place: 'MARQUE-etablissement',
  officeNote: 'MARQUE-appel-office',
  officeStep: 'MARQUE-etape-office',
  applicant: 'MARQUE-entreprise-candidate',
  applicantAnswer: 'MARQUE-correction-demandee',
  accessAsked: 'MARQUE-acces-demande',
  accessAnswer: 'MARQUE-acces-repondu',
} as const;
export type Mark = keyof typeof marks;

export const markNames = Object.keys(marks) as Mark[];

/** The marks that a text holds, in the order of {@link marks}. */
export const marksIn = (text: string): Mark[] => markNames.filter((mark) => text.includes(marks[mark]));
