import type { ServiceDeps } from '../deps.ts';

export type DossierServices = ReturnType<typeof createDossierServices>;

/** What the dossier pages read and do. */
export function createDossierServices(_deps: ServiceDeps) {
  return {};
}
