import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { followDossier } from './follow-dossier.ts';
import { createSeats } from './seats.ts';

export type LiveServices = ReturnType<typeof createLive>;

/** What pages that stay open are told while they do. */
export function createLive(deps: ServiceDeps) {
  const seats = createSeats();
  return { ...bind({ ...deps, seats }, { follow: followDossier }), close: seats.close };
}
