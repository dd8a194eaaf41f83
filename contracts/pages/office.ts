import { page } from './page.ts';

const officer = { enters: 'officer' } as const;

/** What officers of the Office work on. */
export const officePages = {
  home: page('/office', 'office/desk/desk', officer),
  /** One list of what needs an officer, by its name in French. */
  queue: page('/office/a-faire/:queue', 'office/desk/queue', { ...officer, words: ['queue'] }),
  /** A download: the same list for a spreadsheet. */
  queueFile: page('/office/a-faire/:queue/fichier', 'office/desk/queue-file', { ...officer, words: ['queue'] }),
  figures: page('/office/chiffres', 'office/figures/figures', officer),
  /** A download: the same figures for a spreadsheet. */
  figuresFile: page('/office/chiffres/fichier', 'office/figures/figures-file', officer),
  /** Durations of new dossiers: those in force, the next version, and what it changes. */
  policy: page('/office/delais', 'office/policy/policy', officer),
  /** A download: its versions for a spreadsheet. */
  policyFile: page('/office/delais/fichier', 'office/policy/policy-file', officer),
  nextPolicy: page('/office/delais/prochaine', 'office/policy/next', officer),
  confirmPolicy: page('/office/delais/prochaine/confirmer', 'office/policy/confirm', officer),
  codes: page('/office/codes', 'office/codes/codes', officer),
  /** A download: the same list for a spreadsheet; so are the other files of lists. */
  codesFile: page('/office/codes/fichier', 'office/codes/codes-file', officer),
  issueCodes: page('/office/codes/nouveau', 'office/codes/issue', officer),
  dossiers: page('/office/dossiers', 'office/dossiers/dossiers', officer),
  dossiersFile: page('/office/dossiers/fichier', 'office/dossiers/dossiers-file', officer),
  dossier: page('/office/dossiers/:dossierId', 'office/dossiers/dossier', officer),
  assignMediator: page('/office/dossiers/:dossierId/mediation', 'office/dossiers/assign', officer),
  followUp: page('/office/dossiers/:dossierId/suivi', 'office/dossiers/follow-up', officer),
  /** A download: a letter to a party that is awaited. */
  letter: page('/office/dossiers/:dossierId/lettre', 'office/dossiers/letter', officer),
  /** A company that asks to take part. */
  participation: page('/office/participations/:participationId', 'office/participation/participation', officer),
  /** What a respondent asks about the people of a company. */
  accessRequest: page('/office/acces/:requestId', 'office/participation/access', officer),
  /** Before an officer reads the content of a dossier, for a reason. */
  reading: page('/office/dossiers/:dossierId/acces-exceptionnel', 'office/readings/reading', officer),
  readings: page('/office/acces-exceptionnels', 'office/readings/readings', officer),
  /** A download: the same list for a spreadsheet. */
  readingsFile: page('/office/acces-exceptionnels/fichier', 'office/readings/readings-file', officer),
  merchants: page('/office/commercants', 'office/merchants/merchants', officer),
  merchantsFile: page('/office/commercants/fichier', 'office/merchants/merchants-file', officer),
  enrolMerchant: page('/office/commercants/nouveau', 'office/merchants/enrol', officer),
  merchant: page('/office/commercants/:merchantId', 'office/merchants/merchant', officer),
  /** A download: the company's people for a spreadsheet. */
  membersFile: page('/office/commercants/:merchantId/fichier', 'office/merchants/members-file', officer),
  editMerchant: page('/office/commercants/:merchantId/modifier', 'office/merchants/edit', officer),
  addMember: page('/office/commercants/:merchantId/membres/nouveau', 'office/merchants/add-member', officer),
  member: page('/office/commercants/:merchantId/membres/:userId', 'office/merchants/member', officer),
  absences: page('/office/absences', 'office/mediators/absences', officer),
  absencesFile: page('/office/absences/fichier', 'office/mediators/absences-file', officer),
  mediators: page('/office/mediateurs', 'office/mediators/mediators', officer),
  mediatorsFile: page('/office/mediateurs/fichier', 'office/mediators/mediators-file', officer),
  openMediator: page('/office/mediateurs/nouveau', 'office/mediators/open', officer),
  mediator: page('/office/mediateurs/:userId', 'office/mediators/mediator', officer),
  accounts: page('/office/comptes', 'office/accounts/accounts', officer),
  account: page('/office/comptes/:userId', 'office/accounts/account', officer),
  /** What an officer gave away together, or took back, as it goes on. */
  handingOver: page('/office/remises/:handOverId', 'office/mediators/handing-over', officer),
  handOver: page('/office/mediateurs/:userId/dossiers', 'office/mediators/hand-over', officer),
} as const;
