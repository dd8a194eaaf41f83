import type { Viewpoint } from '../actor.ts';
import { access, threadThing } from './matrix.ts';
import { phaseOf, viewerOf } from './places.ts';
import type { Thread } from './threads.ts';
import type { Access, Thing } from './types.ts';
import type { AccessView } from './view.ts';

export { access, matrix, phases, things, threadThing, viewers } from './matrix.ts';
export { phaseOf, viewerOf } from './places.ts';
export type { Thread } from './threads.ts';
export type { Access, Phase, Thing, Viewer } from './types.ts';
export type { AccessView } from './view.ts';

/** What this person may do with this kind of thing of this dossier now. */
export function accessOf(state: AccessView, { actor, now }: Viewpoint, thing: Thing): Access {
  return access(viewerOf(state, actor), thing, phaseOf(state, now));
}

/** Whether content of that kind may be shown to this person now: `metadata` does not show any. */
export function mayRead(state: AccessView, viewpoint: Viewpoint, thing: Thing): boolean {
  const right = accessOf(state, viewpoint, thing);
  return right === 'read' || right === 'write';
}

/**
 * Whether this person reads that conversation, whole. The mediator's view of shared messages is the thing `sharedMessages`. The
 * conversations of a mediation exist once there has been one, also after the dossier is closed.
 */
export function mayReadThread(state: AccessView, viewpoint: Viewpoint, thread: Thread): boolean {
  if (thread !== 'negotiation' && !state.mediation?.startedAt) return false;
  return mayRead(state, viewpoint, threadThing(thread));
}

/** Whether this person may post there now; exactly when `decide` accepts `postMessage`. A caucus needs a mediator to talk with. */
export function mayWriteThread(state: AccessView, viewpoint: Viewpoint, thread: Thread): boolean {
  const caucus = thread === 'consumerCaucus' || thread === 'merchantCaucus';
  if (caucus && !state.mediation?.mediatorId) return false;
  return accessOf(state, viewpoint, threadThing(thread)) === 'write';
}
