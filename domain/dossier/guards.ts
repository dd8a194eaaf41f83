import { keysOf } from '../known-values.ts';
import type { Command, CommandBody, CommandType } from './commands.ts';
import { compare } from './deadlines.ts';
import { DomainError } from './errors.ts';
import type { DomainErrorCode } from './errors.ts';
import { isRepresented, sideOf } from './state/parties.ts';
import type { Actor, Dossier, Instant, Mediation, Role, Side, Status } from './types.ts';

/** One kind of command with its author, as the rules of a phase receive it. */
export type CommandOf<T extends CommandType> = Extract<CommandBody, { type: T }> & { by: Actor };

const parties: Role[] = ['consumer', 'consumerRepresentative', 'respondent', 'merchantRepresentative'];
const merchantMembers: Role[] = ['respondent', 'merchantRepresentative'];
const consumerSide: Role[] = ['consumer', 'consumerRepresentative'];

/** Which roles may ever give which command. */
export const allowedRoles: Record<CommandType, readonly Role[]> = {
  createDossier: ['consumer'],
  submitDossier: consumerSide,
  extendDraft: ['officer'],
  nameRepresentative: ['consumer'],
  acceptInvitation: ['consumerRepresentative'],
  removeRepresentative: [...consumerSide, 'officer'],
  takeCharge: merchantMembers,
  giveCharge: merchantMembers,
  refuseToNegotiate: merchantMembers,
  propose: [...parties, 'mediator'],
  editProposal: [...parties, 'mediator'],
  acceptProposal: parties,
  withdrawAcceptance: parties,
  askForRevision: parties,
  postMessage: [...parties, 'mediator'],
  shareMessages: parties,
  openCaucus: parties,
  addDocument: [...parties, 'mediator'],
  withdrawDocument: [...parties, 'mediator'],
  closeDossier: parties,
  requestMediation: parties,
  assignMediator: ['officer'],
  declareNoConflict: ['mediator'],
  recuse: ['mediator'],
  releaseMediator: ['officer'],
  withdrawFromMediation: parties,
  reportToOffice: ['mediator'],
  closeMediation: ['mediator'],
  nudge: ['officer'],
  contactSide: ['officer'],
  answerReport: ['officer'],
  breakGlass: ['officer'],
  endBreakGlass: ['officer'],
  passDeadline: ['system'],
};

/** What can be asked of a dossier from outside it: that a deadline has passed it tells itself. */
export const commandTypes = keysOf(allowedRoles).filter((type) => type !== 'passDeadline');

/** What a represented consumer still does in person (F-072, F-073); everything else is the representative's (F-071). */
const ownActs: readonly CommandType[] = ['addDocument', 'removeRepresentative', 'nameRepresentative'];

/** What a mediator does who has not declared yet (ADR 31). */
const declaringActs: readonly CommandType[] = ['declareNoConflict', 'recuse'];

/** What members of the merchant do without being in charge; who of them gives charge to somebody, the rule says. */
const takeChargeActs: readonly CommandType[] = ['takeCharge', 'giveCharge', 'refuseToNegotiate'];

/**
 * Refuses anyone who may not give this command on this dossier, whatever its phase: wrong role, not one of its people, a represented
 * consumer, a member of the merchant who is not in charge.
 */
export function authorize(state: Dossier, command: Command): void {
  const { by, type } = command;
  if (!allowedRoles[type].includes(by.role)) throw new DomainError(wrongRole(type));
  switch (by.role) {
    case 'consumer':
      if (by.userId !== state.consumerId) throw new DomainError('actor.not_a_party');
      if (isRepresented(state) && !ownActs.includes(type)) throw new DomainError('actor.represented');
      return;
    case 'consumerRepresentative':
      if (type === 'acceptInvitation') return;
      if (!isRepresented(state) || by.userId !== state.representative?.userId) {
        throw new DomainError('actor.not_a_party');
      }
      return;
    case 'respondent':
    case 'merchantRepresentative':
      if (by.merchantId !== state.merchantId) throw new DomainError('actor.not_a_party');
      // A draft is private: its merchant has nothing to act on.
      if (state.status === 'draft' || state.status === 'expired') throw new DomainError('dossier.not_submitted');
      if (!takeChargeActs.includes(type) && by.userId !== state.handlerId)
        throw new DomainError('dossier.not_in_charge');
      return;
    case 'mediator':
      if (by.userId !== state.mediation?.mediatorId) throw new DomainError('actor.not_mediator');
      if (!state.mediation.declaredAt && !declaringActs.includes(type)) throw new DomainError('mediation.not_declared');
      return;
    case 'officer':
    case 'system':
      return;
  }
}

function wrongRole(type: CommandType): DomainErrorCode {
  const roles = allowedRoles[type];
  if (roles.length === 1 && roles[0] === 'officer') return 'actor.not_officer';
  if (roles.length === 1 && roles[0] === 'mediator') return 'actor.not_mediator';
  return 'actor.not_allowed';
}

/** Refuses outside the given phases, with the reason that the present phase explains. */
export function requireStatus(state: Dossier, ...allowed: Status[]): void {
  if (allowed.includes(state.status)) return;
  throw outOfPhase(state.status);
}

function outOfPhase(status: Status): DomainError {
  return new DomainError(codeOutOfPhase[status]);
}

const codeOutOfPhase: Record<Status, DomainErrorCode> = {
  draft: 'dossier.not_submitted',
  expired: 'dossier.draft_expired',
  submitted: 'dossier.not_in_negotiation',
  negotiation: 'dossier.not_in_mediation',
  mediationRequested: 'dossier.not_in_mediation',
  mediation: 'dossier.in_mediation',
  closed: 'dossier.closed',
  purged: 'dossier.purged',
};

/** F-056: after its last moment a draft accepts nothing more, even before the system has handled the deadline. */
export function requireTimeLeft(state: Dossier, now: Instant): void {
  if (state.status === 'draft' && compare(now, state.draftExpiresAt) > 0) {
    throw new DomainError('dossier.draft_expired', { expiredAt: state.draftExpiresAt });
  }
}

/** The running mediation. */
export function requireMediation(state: Dossier): Mediation {
  if (state.status !== 'mediation') throw outOfPhase(state.status);
  return state.mediation;
}

/** The running mediation, led by somebody who may read: a private talk and a shared message need one. */
export function requireMediator(state: Dossier): Mediation {
  const mediation = requireMediation(state);
  if (!mediation.mediatorId) throw new DomainError('mediation.no_mediator');
  if (!mediation.declaredAt) throw new DomainError('mediation.not_declared');
  return mediation;
}

/** Refuses empty codes and ids: a refusal or a closing without its justification is no refusal (A-07, F-104). */
export function requireValue(...values: string[]): void {
  if (values.some((value) => value.trim() === '')) throw new DomainError('value.invalid');
}

/** Refuses what is not an instant in the one form that the rules compare. */
export function requireInstant(value: Instant): void {
  const ms = Date.parse(value);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== value) throw new DomainError('value.invalid');
}

/** Side of a command's author, after {@link authorize}. */
export function actingSide(actor: Actor): Side {
  const side = sideOf(actor);
  if (!side) throw new DomainError('actor.not_a_party');
  return side;
}

/** Account of a command's author, after {@link authorize}. */
export function actingUser(actor: Actor): string {
  if (actor.role === 'system') throw new DomainError('actor.not_allowed');
  return actor.userId;
}
