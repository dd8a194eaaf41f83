import { createAbsenceServices, type AbsenceServices } from './absences/index.ts';
import { createAccountServices, type AccountServices } from './accounts/index.ts';
import { createDemonstrationServices, type DemonstrationServices } from './demonstration.ts';
import type { ServiceDeps } from './deps.ts';
import { createDirectoryServices, type DirectoryServices } from './directory/index.ts';
import { createDocumentServices, type DocumentServices } from './documents/index.ts';
import { createDossierServices, type DossierServices } from './dossier/index.ts';
import { createFilingServices, type FilingServices } from './filing/index.ts';
import { createHelpServices, type HelpServices } from './help.ts';
import { createKeptTextServices, type KeptTextServices } from './kept-texts/index.ts';
import { createLive, type LiveServices } from './live/index.ts';
import { brakeActs } from './limits/brake-acts.ts';
import { createOfficeServices, type OfficeServices } from './office/index.ts';
import { createParticipationServices, type ParticipationServices } from './participation/index.ts';
import { createQueueServices, type QueueServices } from './queue/index.ts';
import { createPolicyServices, type PolicyServices } from './policy/index.ts';
import { createReferralServices, type ReferralServices } from './referrals/index.ts';
import { createRepresentationServices, type RepresentationServices } from './representation/index.ts';

/** What pages read (read models: facts, no words) and do (commands), by feature. */
export type Services = {
  absences: AbsenceServices;
  accounts: AccountServices;
  demonstration: DemonstrationServices;
  directory: DirectoryServices;
  documents: DocumentServices;
  help: HelpServices;
  keptTexts: KeptTextServices;
  office: OfficeServices;
  participation: ParticipationServices;
  queue: QueueServices;
  policy: PolicyServices;
  referrals: ReferralServices;
  filing: FilingServices;
  representation: RepresentationServices;
  dossier: DossierServices;
  live: LiveServices;
};

/** Builds the services once for the process. */
export function createServices(given: ServiceDeps): Services {
  const deps = { ...given, engine: brakeActs(given) };
  return {
    absences: createAbsenceServices(deps),
    accounts: createAccountServices(deps),
    demonstration: createDemonstrationServices(deps),
    directory: createDirectoryServices(deps),
    documents: createDocumentServices(deps),
    help: createHelpServices(deps),
    keptTexts: createKeptTextServices(deps),
    office: createOfficeServices(deps),
    participation: createParticipationServices(deps),
    queue: createQueueServices(deps),
    policy: createPolicyServices(deps),
    referrals: createReferralServices(deps),
    filing: createFilingServices(deps),
    representation: createRepresentationServices(deps),
    dossier: createDossierServices(deps),
    live: createLive(deps),
  };
}
