import type { Thread } from '../dossier/commands.ts';
import type { Actor, Dossier, Instant } from '../dossier/types.ts';
import { access, threadThing } from './matrix.ts';
import { phaseOf, viewerOf } from './places.ts';
import type { Access, Thing } from './types.ts';

export { eventTypes, lastKnown, mayKnow, mayKnowAcceptance, seats } from './known.ts';
export type { Seat } from './known.ts';
export { access, matrix, phases, things, threadThing, viewers } from './matrix.ts';
export { phaseOf, viewerOf } from './places.ts';
export { mailFor } from './told.ts';
export type { Access, Phase, Thing, Viewer } from './types.ts';

/** What this person may do with this kind of thing of this dossier now. */
export function accessOf(state: Dossier, actor: Actor, thing: Thing, now: Instant): Access {
  return access(viewerOf(state, actor), thing, phaseOf(state, now));
}

/** Whether content of that kind may be shown to this person now: `metadata` does not show any. */
export function mayRead(state: Dossier, actor: Actor, thing: Thing, now: Instant): boolean {
  const right = accessOf(state, actor, thing, now);
  return right === 'read' || right === 'write';
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
