import { keysOf } from '../../known-values.ts';
import type { CommandBody, CommandType, Thread } from '../commands.ts';
import { decide } from '../decide.ts';
import { invitationExpiresAt } from '../deadlines.ts';
import { DomainError, type DomainErrorCode } from '../errors.ts';
import { allowedRoles } from '../guards.ts';
import { wellFormedCommands } from './probes.ts';
import { currentVersion, openProposal } from '../state/proposals.ts';
import type { Viewpoint } from '../../actor.ts';
import type { Actor, Dossier, Instant } from '../types.ts';

/** What a person can do now, and if not, why and from when. Same names as the commands. */
export type ActionView = {
  type: CommandType;
  allowed: boolean;
  /** Refusal code when not allowed; key of content/texts. */
  why: DomainErrorCode | null;
  /** When it becomes possible by itself (F-105 b), if known. */
  from: Instant | null;
  /** Until when it stays possible, if known. */
  until: Instant | null;
  /** Proposal concerned, for accept, edit, withdraw-acceptance and answer (`propose`). */
  proposalId: string | null;
  /** Its current version. */
  version: number | null;
  /** Thread concerned, for `postMessage`: one view per thread. */
  thread: Thread | null;
};

/**
 * Everything a person may ever ask of a dossier, allowed now or not, with the reason and, where known, from and until when. It is
 * `decide` asked in advance with a well-formed command, so a page offers exactly what will be accepted. One view per command type, one
 * per thread for `postMessage` (the negotiation's first).
 */
export function actions(state: Dossier | null, actor: Actor, now: Instant): ActionView[] {
  const types = keysOf(allowedRoles).filter((type) => type !== 'passDeadline');
  return types.flatMap((type) =>
    wellFormedCommands(type, { state, actor, now }).map((command) => view(state, { actor, now }, command)),
  );
}

/** The view of one command type; the negotiation's thread for `postMessage` unless another is named. */
export function actionFor(
  state: Dossier | null,
  { actor, now }: Viewpoint,
  asked: CommandType | { type: 'postMessage'; thread: Thread },
): ActionView {
  const { type, thread } = typeof asked === 'string' ? { type: asked, thread: 'negotiation' } : asked;
  const views = wellFormedCommands(type, { state, actor, now }).map((command) => view(state, { actor, now }, command));
  const found = views.find((candidate) => candidate.thread === null || candidate.thread === thread);
  if (!found) throw new Error(`no person gives ${type}`);
  return found;
}

function view(state: Dossier | null, viewpoint: Viewpoint, command: CommandBody): ActionView {
  const refusal = refusalOf(state, viewpoint, command);
  const from = refusal?.params['from'];
  return {
    type: command.type,
    allowed: refusal === null,
    why: refusal?.code ?? null,
    from: typeof from === 'string' ? from : null,
    until: refusal || !state ? null : until(state, command),
    ...target(state, viewpoint.actor, command),
    thread: command.type === 'postMessage' ? command.thread : null,
  };
}

function refusalOf(state: Dossier | null, { actor, now }: Viewpoint, command: CommandBody): DomainError | null {
  const ask = (): unknown => decide(state, { ...command, by: actor }, now);
  try {
    withoutTrace(ask);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    // A fault, whose place is to be known.
    ask();
    throw error;
  }
}

/** A page asks for some thirty refusals, and where each was thrown is what takes longest to say. */
function withoutTrace(ask: () => void): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    ask();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const aboutProposals: readonly CommandType[] = [
  'propose',
  'editProposal',
  'acceptProposal',
  'withdrawAcceptance',
  'askForRevision',
];

/** The proposal that a command is about, for the form to name. Nothing when there is none, or it is not this person's dossier. */
function target(state: Dossier | null, actor: Actor, command: CommandBody): Pick<ActionView, 'proposalId' | 'version'> {
  const open = state && openProposal(state);
  if (!open || !allowedRoles[command.type].includes(actor.role) || !aboutProposals.includes(command.type)) {
    return { proposalId: null, version: null };
  }
  return { proposalId: open.id, version: currentVersion(open).version };
}

/** Until when an allowed command stays possible by itself. */
function until(state: Dossier, command: CommandBody): Instant | null {
  if (command.type === 'acceptInvitation') return earliest(invitationExpiresAt(state), draftEnd(state));
  if (command.type === 'postMessage') return state.messagesOpenUntil;
  const onDraft: readonly CommandType[] = ['submitDossier', 'addDocument', 'withdrawDocument', 'nameRepresentative'];
  return onDraft.includes(command.type) ? draftEnd(state) : null;
}

function draftEnd(state: Dossier): Instant | null {
  return state.status === 'draft' ? state.draftExpiresAt : null;
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
