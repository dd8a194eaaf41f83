import type { Thread } from '../dossier/commands.ts';
import { isRepresented } from '../dossier/parties.ts';
import type { Actor, Dossier, Instant } from '../dossier/types.ts';
import { matrix } from './matrix.ts';
import type { Access, Phase, Thing, Viewer } from './types.ts';

export { matrix, phases, things, viewers } from './matrix.ts';
export type { Access, Phase, Thing, Viewer } from './types.ts';

/**
 * Which column of the matrix a person reads a dossier from. Someone who lost a role (evicted handler, former mediator, removed
 * representative) falls to what they still are, a stranger at worst.
 */
export function viewerOf(state: Dossier, actor: Actor): Viewer {
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
      return actor.userId === state.mediation?.mediatorId ? 'mediator' : 'stranger';
    case 'officer':
      return 'officer';
    case 'system':
      return 'stranger';
  }
}

/** Where a dossier stands for the matrix. `now` decides whether the 90 days after an agreement are over (F-103). */
export function phaseOf(state: Dossier, now: Instant): Phase {
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

/** One cell of the matrix. */
export function access(viewer: Viewer, thing: Thing, phase: Phase): Access {
  return matrix[viewer][thing][phase];
}

/** What this person may do with this kind of thing of this dossier now. */
export function accessOf(state: Dossier, actor: Actor, thing: Thing, now: Instant): Access {
  return access(viewerOf(state, actor), thing, phaseOf(state, now));
}

/** Whether content of that kind may be shown to this person now: `metadata` does not show any. */
export function mayRead(state: Dossier, actor: Actor, thing: Thing, now: Instant): boolean {
  const right = accessOf(state, actor, thing, now);
  return right === 'read' || right === 'write';
}

const threadThings: Record<Thread, Thing> = {
  negotiation: 'negotiationMessages',
  mediationRoom: 'mediationRoom',
  consumerCaucus: 'consumerCaucus',
  merchantCaucus: 'merchantCaucus',
};

/** Row of the matrix that rules a conversation. */
export function threadThing(thread: Thread): Thing {
  return threadThings[thread];
}

/**
 * Whether this person reads that conversation, whole. The mediator's view of shared messages is the thing `sharedMessages`. The
 * conversations of a mediation exist once there has been one, also after the dossier is closed.
 */
export function mayReadThread(state: Dossier, actor: Actor, thread: Thread, now: Instant): boolean {
  if (thread !== 'negotiation' && !state.mediation?.startedAt) return false;
  return mayRead(state, actor, threadThing(thread), now);
}

/** Whether this person may post there now; exactly when `decide` accepts `postMessage`. A caucus needs a mediator to talk with. */
export function mayWriteThread(state: Dossier, actor: Actor, thread: Thread, now: Instant): boolean {
  const caucus = thread === 'consumerCaucus' || thread === 'merchantCaucus';
  if (caucus && !state.mediation?.mediatorId) return false;
  return accessOf(state, actor, threadThing(thread), now) === 'write';
}
