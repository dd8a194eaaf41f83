import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { loadRepresentation } from './load-representation.ts';
import { nameRepresentative, removeRepresentative, resendInvitation } from './name-representative.ts';

export type RepresentationServices = ReturnType<typeof createRepresentationServices>;

/** A trusted person who acts for the consumer, in a draft or later (F-070, F-073, F-074, F-075, F-076, F-077). */
export function createRepresentationServices(deps: ServiceDeps) {
  return bind(deps, {
    load: loadRepresentation,
    name: nameRepresentative,
    resend: resendInvitation,
    remove: removeRepresentative,
    acceptInvitation,
  });
}
