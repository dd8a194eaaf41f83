import { accountRoutes } from './routes/account/routes.ts';
import { dossierRoutes } from './routes/dossier/routes.ts';
import { intakeRoutes } from './routes/intake/routes.ts';
import { officeRoutes } from './routes/office/routes.ts';
import { publicRoutes } from './routes/public/routes.ts';

/** Addresses are in French in both languages: a link sent by one side opens for the other. */
export default [...accountRoutes, ...officeRoutes, ...intakeRoutes, ...dossierRoutes, ...publicRoutes];
