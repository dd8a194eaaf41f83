import { createAccountServices, type AccountServices } from './accounts/index.ts';
import type { ServiceDeps } from './deps.ts';
import { createDirectoryServices, type DirectoryServices } from './directory/index.ts';
import { createDossierServices, type DossierServices } from './dossier/index.ts';
import { createIntakeServices, type IntakeServices } from './intake/index.ts';
import { createOfficeServices, type OfficeServices } from './office/index.ts';

/** What pages read (presenters) and do (commands), by area. */
export type Services = {
  accounts: AccountServices;
  directory: DirectoryServices;
  office: OfficeServices;
  intake: IntakeServices;
  dossier: DossierServices;
};

/** Builds the services once for the process. */
export function createServices(deps: ServiceDeps): Services {
  return {
    accounts: createAccountServices(deps),
    directory: createDirectoryServices(deps),
    office: createOfficeServices(deps),
    intake: createIntakeServices(deps),
    dossier: createDossierServices(deps),
  };
}
