import { page } from './page.ts';

/** Naming who acts for a consumer, and accepting to (F-070, F-073, F-075, F-076). */
export const representationPages = {
  manage: page('/dossiers/:dossierId/representation', 'representation/manage', {
    enters: 'consumer',
    leaves: 'representativeRemoved',
  }),
  invitation: page('/invitation', 'representation/invitation', { enters: 'consumer' }),
} as const;
