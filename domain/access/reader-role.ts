import type { Viewpoint } from '../actor.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Phase, ReaderRole } from './types.ts';
import { isRepresented, readsContentUntil, type AccessView } from './access-view.ts';

/**
 * Which column of the matrix a person reads a dossier from. Someone who lost a role (replaced handler, former mediator, removed representative) falls
 * back to the place they still have, or to a stranger. `now` decides whether an officer's reading for a reason is over.
 */
export function readerRoleOf(state: AccessView, { actor, now }: Viewpoint): ReaderRole {
  switch (actor.role) {
    case 'consumer':
      if (actor.userId !== state.consumerId) return 'stranger';
      return isRepresented(state) ? 'representedConsumer' : 'consumer';
    case 'consumerRepresentative':
      return isRepresented(state) && actor.userId === state.representative?.userId
        ? 'consumerRepresentative'
        : 'stranger';
    case 'respondent':
    case 'merchantRepresentative':
      if (actor.merchantId !== state.merchantId) return 'stranger';
      if (actor.userId === state.handlerId) return 'handler';
      return actor.role === 'respondent' ? 'respondent' : 'otherMerchantRepresentative';
    case 'mediator':
      if (actor.userId !== state.mediation?.mediatorId) return 'stranger';
      return state.mediation.declaredAt ? 'mediator' : 'assignedMediator';
    case 'officer':
      return readsContentUntil(state, { officerId: actor.userId, now }) === null ? 'officer' : 'readingOfficer';
    case 'system':
      return 'stranger';
  }
}

/** Where a dossier stands for the matrix. `now` decides whether the 90 days after an agreement are over (F-103). */
export function phaseOf(state: AccessView, now: Instant): Phase {
  switch (state.status) {
    case 'draft':
    case 'expired':
    case 'submitted':
    case 'negotiation':
    case 'mediation':
    case 'purged':
      return state.status;
    case 'mediationRequested':
      return 'negotiation';
    case 'closed':
      if (state.closing?.outcome !== 'agreement') return 'withoutAgreement';
      return state.messagesOpenUntil !== null &&
        now <= state.messagesOpenUntil &&
        !state.passed.includes('messagesClose')
        ? 'afterAgreement'
        : 'agreement';
  }
}
