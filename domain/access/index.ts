import type { Side, Viewpoint } from '../actor.ts';
import type { Instant } from '../calendar/instant.ts';
import { access, threadResource } from './matrix.ts';
import { phaseOf, readerRoleOf } from './reader-role.ts';
import type { Thread } from './threads.ts';
import type { Access, ReaderRole, Resource } from './types.ts';
import type { AccessView } from './access-view.ts';

export { access, matrix, phases, resources, threadResource, readerRoles } from './matrix.ts';
export { phaseOf, readerRoleOf } from './reader-role.ts';
export type { Thread } from './threads.ts';
export type { Access, Phase, Resource, ReaderRole } from './types.ts';
export { readsContentUntil, type AccessView } from './access-view.ts';

/** What this person may do with this kind of resource of this dossier now. */
export function accessOf(state: AccessView, { actor, now }: Viewpoint, resource: Resource): Access {
  return access(readerRoleOf(state, { actor, now }), resource, phaseOf(state, now));
}

/** Whether content of that kind may be shown to this person now: `metadata` does not show any. */
export function canRead(state: AccessView, viewpoint: Viewpoint, resource: Resource): boolean {
  const right = accessOf(state, viewpoint, resource);
  return right === 'read' || right === 'write';
}

/**
 * Whether this person reads that conversation, whole. The mediator's view of shared messages is the resource `sharedMessages`. The
 * conversations of a mediation exist once there has been one, also after the dossier is closed.
 */
export function canReadThread(state: AccessView, viewpoint: Viewpoint, thread: Thread): boolean {
  if (thread !== 'negotiation' && !state.mediation?.startedAt) return false;
  return canRead(state, viewpoint, threadResource(thread));
}

/** Whether the present mediator took over from another. */
export function followsAnother(mediation: NonNullable<AccessView['mediation']>): boolean {
  return mediation.assignedAt !== null && mediation.assignedAt !== mediation.startedAt;
}

/**
 * From when on this person reads a conversation that they may read; null: from its beginning. Who mediates after another reads a private talk from
 * their own assignment on, unless that side opened it (A-03, CPC 611).
 */
export function readsThreadFrom(state: AccessView, reader: ReaderRole, thread: Thread): Instant | null {
  const side = caucusSides[thread];
  if (reader !== 'mediator' || !side || !state.mediation) return null;
  const { mediation } = state;
  return followsAnother(mediation) && !mediation.openedCaucuses.includes(side) ? mediation.assignedAt : null;
}

/** Whose private talk with the mediator a conversation is. */
const caucusSides: Partial<Record<Thread, Side>> = { consumerCaucus: 'consumer', merchantCaucus: 'merchant' };

/** Whether this person may post there now; exactly when `decide` accepts `postMessage`. A caucus needs a mediator. */
export function canWriteThread(state: AccessView, viewpoint: Viewpoint, thread: Thread): boolean {
  const caucus = thread === 'consumerCaucus' || thread === 'merchantCaucus';
  if (caucus && !(state.mediation?.mediatorId && state.mediation.declaredAt)) return false;
  return accessOf(state, viewpoint, threadResource(thread)) === 'write';
}
