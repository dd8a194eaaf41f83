import { page } from './page.ts';

const officer = { enters: 'officer' } as const;

/** What officers of the Office work on. */
export const officePages = {
  home: page('/office', 'routes/office/home', officer),
  codes: page('/office/codes', 'routes/office/codes', officer),
  issueCodes: page('/office/codes/nouveau', 'routes/office/request', officer),
  dossiers: page('/office/dossiers', 'routes/office/dossiers', officer),
  dossier: page('/office/dossiers/:dossierId', 'routes/office/dossier', officer),
  merchants: page('/office/commercants', 'routes/office/merchants', officer),
  enrolMerchant: page('/office/commercants/nouveau', 'routes/office/enrol-merchant', officer),
  merchant: page('/office/commercants/:merchantId', 'routes/office/merchant', officer),
  editMerchant: page('/office/commercants/:merchantId/modifier', 'routes/office/edit-merchant', officer),
  addMember: page('/office/commercants/:merchantId/membres/nouveau', 'routes/office/add-member', officer),
  member: page('/office/commercants/:merchantId/membres/:userId', 'routes/office/member', officer),
  mediators: page('/office/mediateurs', 'routes/office/mediators', officer),
  openMediator: page('/office/mediateurs/nouveau', 'routes/office/open-mediator', officer),
  mediator: page('/office/mediateurs/:userId', 'routes/office/mediator', officer),
} as const;
