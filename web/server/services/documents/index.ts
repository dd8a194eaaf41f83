import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { sendDocument } from './send-document.ts';

export type DocumentServices = ReturnType<typeof createDocumentServices>;

/** Documents of a dossier or of a draft, as files (F-034). */
export function createDocumentServices(deps: ServiceDeps) {
  return bind(deps, { send: sendDocument });
}
