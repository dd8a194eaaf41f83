import { page } from './page.ts';

/** Naming who acts for a consumer, and accepting to (F-070 to F-079). */
export const representationPages = {
  manage: page('/dossiers/:dossierId/representation', 'routes/intake/representation', { enters: 'consumer' }),
  invitation: page('/invitation', 'routes/intake/invitation', { enters: 'consumer' }),
} as const;
