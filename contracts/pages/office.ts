import { page } from './page.ts';

const officer = { enters: 'officer' } as const;

/** What officers of the Office work on. */
export const officePages = {
  home: page('/office', 'office/home', officer),
  codes: page('/office/codes', 'office/codes/codes', officer),
  issueCodes: page('/office/codes/nouveau', 'office/codes/issue', officer),
  dossiers: page('/office/dossiers', 'office/dossiers/dossiers', officer),
  dossier: page('/office/dossiers/:dossierId', 'office/dossiers/dossier', officer),
  assignMediator: page('/office/dossiers/:dossierId/mediation', 'office/dossiers/assign', officer),
  merchants: page('/office/commercants', 'office/merchants/merchants', officer),
  enrolMerchant: page('/office/commercants/nouveau', 'office/merchants/enrol', officer),
  merchant: page('/office/commercants/:merchantId', 'office/merchants/merchant', officer),
  editMerchant: page('/office/commercants/:merchantId/modifier', 'office/merchants/edit', officer),
  addMember: page('/office/commercants/:merchantId/membres/nouveau', 'office/merchants/add-member', officer),
  member: page('/office/commercants/:merchantId/membres/:userId', 'office/merchants/member', officer),
  absences: page('/office/absences', 'office/mediators/absences', officer),
  mediators: page('/office/mediateurs', 'office/mediators/mediators', officer),
  openMediator: page('/office/mediateurs/nouveau', 'office/mediators/open', officer),
  mediator: page('/office/mediateurs/:userId', 'office/mediators/mediator', officer),
} as const;
