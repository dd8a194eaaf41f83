import { page, type RouteEntry } from '../route.ts';

export const officeRoutes: RouteEntry[] = [
  page('office', 'routes/office/home.ts'),
  page('office/codes', 'routes/office/codes.tsx'),
  page('office/codes/nouveau', 'routes/office/request.tsx'),
  page('office/dossiers', 'routes/office/dossiers.tsx'),
  page('office/dossiers/:dossierId', 'routes/office/dossier.tsx'),
  page('office/commercants', 'routes/office/merchants.tsx'),
  page('office/commercants/nouveau', 'routes/office/enrol-merchant.tsx'),
  page('office/commercants/:merchantId', 'routes/office/merchant.tsx'),
  page('office/commercants/:merchantId/modifier', 'routes/office/edit-merchant.tsx'),
  page('office/commercants/:merchantId/membres/nouveau', 'routes/office/add-member.tsx'),
  page('office/commercants/:merchantId/membres/:userId', 'routes/office/member.tsx'),
  page('office/mediateurs', 'routes/office/mediators.tsx'),
  page('office/mediateurs/nouveau', 'routes/office/open-mediator.tsx'),
  page('office/mediateurs/:userId', 'routes/office/mediator.tsx'),
];
