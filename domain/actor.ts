import type { Instant } from './calendar/instant.ts';

/** The two sides of a dispute. */
export type Side = 'consumer' | 'merchant';

/** Who may author a proposal. */
export type Author = Side | 'mediator';

/**
 * Who acts. The web resolves the role from the session and the directory (a merchant's members are not known to the dossier);
 * `decide` checks the identity against the dossier wherever the dossier knows it.
 */
export type Actor =
  | { role: 'consumer'; userId: string }
  | { role: 'consumerRepresentative'; userId: string }
  /** The merchant's contact person (F-081). */
  | { role: 'respondent'; userId: string; merchantId: string }
  /** Any other member of the merchant allowed on the platform; the one in charge is `Dossier.handlerId`. */
  | { role: 'merchantRepresentative'; userId: string; merchantId: string }
  | { role: 'mediator'; userId: string }
  | { role: 'officer'; userId: string }
  | { role: 'system' };

export type Role = Actor['role'];

/** Who asks about a dossier, and when. */
export type Viewpoint = { actor: Actor; now: Instant };
