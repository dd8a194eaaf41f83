import { deadlines } from './deadlines.ts';
import { mediatorAwaitedSince } from './state/mediator-awaited.ts';
import { acceptedAlone, currentVersion, openProposal, sidesAskingRevision } from './state/proposals.ts';
import { otherSide } from './state/parties.ts';
import type { Deadline, Dossier, Instant, Mediation, Side, Turn, TurnHolder } from './types.ts';

/** What is awaited from whom. `about` tells two turns of the same holder apart (another proposal, another version). */
export type Stance = { who: TurnHolder; what: Turn['what']; about: string | null };

/** Who reads a turn, when it is one of the three who may know more than the others. */
export type TurnReader = Side | 'mediator';

const nobody: Stance = { who: 'none', what: 'nothing', about: null };

/**
 * Who is awaited, as anybody on the dossier may know it. In mediation both sides stay awaited until the second acceptance or another version, so that
 * neither learns what the other answered (requirements §6, ADR 32).
 */
export function stance(state: Dossier): Stance {
  switch (state.status) {
    case 'draft':
      return { who: 'consumer', what: 'completeDraft', about: state.draftSince };
    case 'submitted':
      return { who: 'merchant', what: 'takeChargeOrRefuse', about: null };
    case 'negotiation':
      return negotiationStance(state);
    case 'mediationRequested':
      return { who: 'office', what: 'assignMediator', about: null };
    case 'mediation':
      return mediationStance(state, state.mediation);
    case 'closed':
      return closedStance(state);
    case 'expired':
    case 'purged':
      return nobody;
  }
}

function negotiationStance(state: Dossier): Stance {
  const open = openProposal(state);
  if (!open || open.author === 'mediator') return nobody;
  const about = `${open.id}@${currentVersion(open).version}`;
  return { who: otherSide(open.author), what: 'answerProposal', about };
}

function mediationStance(state: Dossier, mediation: Mediation): Stance {
  if (!mediation.mediatorId) return { who: 'office', what: 'assignMediator', about: null };
  if (!mediation.declaredAt) return { who: 'mediator', what: 'declareNoConflict', about: mediation.mediatorId };
  if (mediation.withdrawal) return { who: 'mediator', what: 'closeAfterWithdrawal', about: mediation.mediatorId };
  const open = openProposal(state);
  if (!open) return { who: 'mediator', what: 'discussInMediation', about: mediation.mediatorId };
  return { who: 'both', what: 'answerMediatorProposal', about: `${open.id}@${currentVersion(open).version}` };
}

function closedStance(state: Dossier): Stance {
  const open = state.closing?.outcome === 'agreement' && !state.passed.includes('messagesClose');
  return open ? { who: 'both', what: 'performAgreement', about: null } : nobody;
}

/**
 * « À qui le tour » (B-01): who must act, since when, and what comes next if nobody does.
 *
 * @param reader the side or mediator that will read the answer. A side that has accepted the mediator's proposal is told that it waits; one
 *   for which it does not do, and the mediator, that it is the mediator's turn; else the mediator is told whom to wait for. Without it the answer is the one that anybody may see (lists, projections, the Office).
 * @param now moments already past are not announced.
 */
export function turn(state: Dossier, now: Instant, reader?: TurnReader): Turn {
  const { who, what } = forReader(state, stance(state), reader);
  const by = nextMoment(state, now, laddersOf(what, reader));
  if (state.status === 'purged') return { who, what, since: state.purgedAt, by };
  const own = what === 'reviseProposal' ? revisionSince(state, reader) : null;
  return { who, what, since: own ?? state.awaiting?.since ?? state.closing?.at ?? state.expiredAt, by };
}

/** Each side knows when it said itself that the proposal does not do, and nothing of the other (requirements §6). */
function revisionSince(state: Dossier, reader: TurnReader | undefined): Instant | null {
  if (reader === 'mediator') return mediatorAwaitedSince(state);
  return openProposal(state)?.revisionsAsked.find(({ side }) => side === reader)?.at ?? null;
}

/** Which ladder of reminders a reader is told of: the sides' own, the mediator's, which is nobody else's to know, or none. */
function laddersOf(what: Turn['what'], reader: TurnReader | undefined): 'turn' | 'mediator' | null {
  if (!ofMediator.includes(what)) return 'turn';
  return reader === 'mediator' ? 'mediator' : null;
}

/** What the mediator alone is awaited for. */
const ofMediator: readonly Turn['what'][] = [
  'declareNoConflict',
  'discussInMediation',
  'reviseProposal',
  'closeAfterWithdrawal',
];

function forReader(state: Dossier, common: Stance, reader: TurnReader | undefined): Stance {
  const open = openProposal(state);
  if (!reader || !open) return common;
  if (common.what === 'answerProposal' && reader === open.author) return { ...common, what: 'waitAnswer' };
  if (common.what !== 'answerMediatorProposal') return common;
  const asking = sidesAskingRevision(state);
  if (asking.some((side) => reader === 'mediator' || reader === side)) {
    return { ...common, who: 'mediator', what: 'reviseProposal' };
  }
  const accepted = acceptedAlone(state);
  if (!accepted || (reader !== 'mediator' && reader !== accepted)) return common;
  return { ...common, who: otherSide(accepted), what: reader === 'mediator' ? 'acceptOther' : 'waitAnswer' };
}

type Then = NonNullable<Turn['by']>['then'];

/** What the passing of a deadline does to the person who is awaited; null when it does not concern the turn, as its reader knows it. */
function consequence(deadline: Deadline, state: Dossier, ladder: ReturnType<typeof laddersOf>): Then | null {
  const kind = deadline.kind.split(':')[0];
  switch (kind) {
    case 'turnReminder':
      return ladder === 'turn' ? 'reminder' : null;
    case 'turnAlert':
      return ladder === 'turn' ? 'officeAlert' : null;
    case 'mediatorReminder':
      return ladder === 'mediator' ? 'reminder' : null;
    case 'mediatorAlert':
      return ladder === 'mediator' ? 'officeAlert' : null;
    case 'draftExpiry':
      return 'expires';
    case 'draftPurge':
      return 'erased';
    case 'takeChargeReminder':
      return 'reminder';
    case 'takeChargeAlert':
      return 'officeAlert';
    case 'mediationTarget':
      return state.mediation?.withdrawal ? null : 'officeAlert';
    case 'withdrawalClose':
      return 'closes';
    case 'messagesClose':
      return 'messagesClose';
    case 'purge':
      return state.messagesOpenUntil && !state.passed.includes('messagesClose') ? null : 'erased';
    default:
      return null;
  }
}

function nextMoment(state: Dossier, now: Instant, ladder: ReturnType<typeof laddersOf>): Turn['by'] {
  for (const deadline of deadlines(state)) {
    const then = deadline.at >= now ? consequence(deadline, state, ladder) : null;
    if (then) return { at: deadline.at, then };
  }
  return null;
}
