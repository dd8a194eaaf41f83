/** The rules of a dossier (requirements C to I): what others import. Pure: no clock, chance, I/O or framework. */
export { actionFor, actions } from './actions/actions.ts';
export type { ActionView } from './actions/actions.ts';
export { threadNames } from './commands.ts';
export type { CommandBody, CommandType, Thread } from './commands.ts';
export { deadlines, mediationAvailableAt } from './deadlines.ts';
export { decide } from './decide.ts';
export { readingMinutes } from './decide/break-glass.ts';
export { DomainError } from './errors.ts';
export type { DossierEvent, EventType } from './events.ts';
export { evolve } from './evolve.ts';
export { commandTypes } from './guards.ts';
export { authorOf, isRepresented, otherSide, qualityOf, sideOf, userIdOf } from './state/parties.ts';
export { standardPolicy } from './policy.ts';
export type { Policy } from './policy.ts';
export {
  acceptedAlone,
  bothSidesProposed,
  currentVersion,
  hasAskedForRevision,
  openProposal,
  proposalOf,
  sidesAskingRevision,
} from './state/proposals.ts';
export { reactions } from './reactions.ts';
export { isAtWork } from './state/mediator-awaited.ts';
export { activeStatuses } from './state/statuses.ts';
export { turn } from './turn.ts';
export type { TurnReader } from './turn.ts';
export type * from './types.ts';
export { growing } from './room.ts';
export { upgradeState } from './state/upgrade.ts';
