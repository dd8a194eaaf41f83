import { wholeDays } from '#domain/calendar/durations.ts';
import {
  mediationAvailableAt,
  openProposal,
  otherSide,
  sidesAskingRevision,
  turn,
  type Side,
  type Turn,
} from '#domain/dossier/index.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';
import { isTooSoonForMediation, offeredActions, type OfferedAction } from './offered-actions.ts';
import { actsForSide, turnReaderOf, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** « À qui le tour » (B-01): who must act, what they can do, by when, what happens otherwise. */
export type TurnPanel = Pick<Turn, 'who' | 'what' | 'since'> & {
  /** `target`: the mediation's target date, at which the Office is told whatever was answered. */
  by: { at: string; then: NonNullable<Turn['by']>['then'] | 'target' } | null;
  /** The relation of the reader to those who must act. */
  stand: Stand;
  /** What is awaited in the words that are true here, and for whom: the rules have one code where people read several things. */
  said: { what: Turn['what'] | 'assignNextMediator' | 'reviseForBoth' | 'closeAsAnnounced'; to: Stand };
  /** The reader is the one who gets the reminders. */
  reminded: boolean;
  /** The reader can act now. */
  yours: boolean;
  /** Who must act, when it is one of them. */
  holder: Named | null;
  /** The other side of the person who must act: the author of what is answered. */
  other: Named;
  /** Who acts for the reader's side. */
  actor: string | null;
  /** Who acts for whom, when the reader might wonder. */
  notes: { key: 'represented' | 'invited' | 'heldByColleague' | 'nobodyInCharge'; name: string }[];
  /** The act expected now: the page's only primary button. */
  main: OfferedAction | null;
  others: OfferedAction[];
  mediation: MediationConditions | null;
  /** When the mediator announced that the dossier will be closed, for those who read it in the discussion space (F-131); else null. */
  closingAnnouncedAt: string | null;
};

/** The two conditions of a request for mediation with where each stands (F-105, A-01). */
export type MediationConditions = {
  proposals: { met: boolean; consumer: number; merchant: number };
  /** `days` of waiting, over at the instant `from`; none before the dossier is taken in charge. */
  days: { met: boolean; days: number; from: string | null };
};

type Stand = 'you' | 'yourSide' | 'them';

export function turnPanelOf(opened: OpenDossier): TurnPanel {
  const view = turnOf(opened);
  const { who, what, since } = view;
  const stand = standOf(opened, view);
  const offered = offeredActions(opened);
  const said = saidOf(opened, view, stand);
  const main = stand === 'you' ? mainOf(said.what, offered) : null;
  const instead = main?.type === 'answer' ? 'acceptProposal' : main?.type;
  return {
    who,
    what,
    by: momentOf(opened, view),
    since,
    stand,
    said,
    // Before take-over the reminders are the respondent's.
    reminded: stand === 'you' && (what !== 'takeChargeOrRefuse' || opened.actor.role === 'respondent'),
    yours: stand === 'you' && what !== 'performAgreement',
    holder: who === 'none' || who === 'both' ? null : named(opened, who),
    other: who === 'consumer' || who === 'merchant' ? named(opened, otherSide(who)) : otherParty(opened),
    actor: actorOf(opened),
    notes: notesOf(opened),
    main,
    others: offered.filter(({ type }) => type !== instead),
    mediation: opened.side !== null && isTooSoonForMediation(opened) ? mediationConditions(opened) : null,
    closingAnnouncedAt: announcedTo(opened),
  };
}

/** The turn as this person may know of it. Messages end with their last moment (F-103), which the dossier takes note of a while later. */
function turnOf(opened: OpenDossier): Turn {
  const { state, now, phase } = opened;
  const view = turn(state, now, turnReaderOf(opened));
  if (view.what !== 'performAgreement' || phase === 'afterAgreement') return view;
  return turn({ ...state, passed: [...state.passed, 'messagesClose'] }, now);
}

function announcedTo({ state, canReadThread }: OpenDossier): string | null {
  return state.status === 'mediation' && canReadThread('mediationRoom') ? state.mediation.closingAnnouncedAt : null;
}

function momentOf({ state }: OpenDossier, { by }: Turn): TurnPanel['by'] {
  const target = by?.then === 'officeAlert' && state.status === 'mediation' && by.at === state.mediation.target;
  return by && target ? { at: by.at, then: 'target' } : by;
}

function saidOf(opened: OpenDossier, { what }: Turn, stand: Stand): TurnPanel['said'] {
  const { state, side, user } = opened;
  if (what === 'assignMediator' && state.status === 'mediation') return { what: 'assignNextMediator', to: stand };
  // A mediator who announced the closing is not asked to go on, nor to announce it again; a withdrawal is said to everyone else as before.
  if (announcedTo(opened) && (what === 'discussInMediation' || (what === 'closeAfterWithdrawal' && stand === 'you')))
    return { what: 'closeAsAnnounced', to: stand };
  if (what === 'reviseProposal' && stand === 'you') {
    return { what: sidesAskingRevision(state).length > 1 ? 'reviseForBoth' : what, to: stand };
  }
  if (what === 'reviseProposal') {
    const asked = openProposal(state)?.revisionsAsked.find((each) => each.side === side);
    return { what, to: asked?.by === user.id && actsForSide(opened) ? 'them' : 'yourSide' };
  }
  // The one who acted is not of the company any more: there is nobody to name.
  return { what, to: stand === 'yourSide' && actorOf(opened) === null ? 'them' : stand };
}

function actorOf({ side, summaryRow }: OpenDossier): string | null {
  return (side === 'consumer' ? summaryRow.representative?.name : summaryRow.handler?.name) ?? null;
}

function standOf(opened: OpenDossier, view: Turn): Stand {
  const { side } = opened;
  if (view.who === 'mediator') return opened.readerRole === 'mediator' ? 'you' : 'them';
  if (view.who === 'office') return opened.actor.role === 'officer' ? 'you' : 'them';
  if (view.who === 'none' || side === null || (view.who !== 'both' && view.who !== side)) return 'them';
  if (actsForSide(opened)) return 'you';
  // Before take-over any member of the company may answer (F-081, F-084).
  return view.what === 'takeChargeOrRefuse' ? 'you' : 'yourSide';
}

function notesOf(opened: OpenDossier): TurnPanel['notes'] {
  const { readerRole, summaryRow, state, phase } = opened;
  if (state.closing && (phase !== 'afterAgreement' || opened.side !== 'merchant')) return [];
  const notes: TurnPanel['notes'] = [];
  if (opened.side === 'merchant' && state.handlerId !== null && summaryRow.handler === null) {
    notes.push({ key: 'nobodyInCharge', name: '' });
  }
  if (readerRole === 'representedConsumer')
    notes.push({ key: 'represented', name: summaryRow.representative?.name ?? '' });
  if (readerRole === 'consumer' && state.representative?.status === 'invited') {
    notes.push({ key: 'invited', name: summaryRow.representative?.name ?? '' });
  }
  if (
    (readerRole === 'respondent' || readerRole === 'otherMerchantRepresentative') &&
    summaryRow.handler &&
    state.status !== 'mediation'
  ) {
    notes.push({ key: 'heldByColleague', name: summaryRow.handler.name });
  }
  return notes;
}

function mainOf(what: TurnPanel['said']['what'], offered: OfferedAction[]): OfferedAction | null {
  switch (what) {
    case 'takeChargeOrRefuse':
      return offered.find(({ type }) => type === 'takeCharge') ?? null;
    case 'answerProposal':
      return { type: 'answer' };
    case 'answerMediatorProposal':
    case 'acceptOther':
      return offered.find(({ type }) => type === 'acceptProposal') ?? null;
    case 'reviseProposal':
    case 'reviseForBoth':
      return offered.find(({ type }) => type === 'editProposal') ?? null;
    case 'performAgreement':
      return { type: 'read' };
    case 'discussInMediation':
      return { type: 'discuss' };
    case 'closeAfterWithdrawal':
    case 'closeAsAnnounced':
      return offered.find(({ type }) => type === 'closeMediation') ?? null;
    case 'assignMediator':
    case 'assignNextMediator':
      return offered.find(({ type }) => type === 'assignMediator') ?? null;
    default:
      return null;
  }
}

/** Where the two conditions stand, met or not: the panel shows them while they are not, the request's own page always. */
export function mediationConditions({ state, now }: OpenDossier): MediationConditions {
  const made = (side: Side) => state.proposals.filter((proposal) => proposal.author === side).length;
  const [consumer, merchant] = [made('consumer'), made('merchant')];
  const from = mediationAvailableAt(state);
  return {
    proposals: { met: consumer > 0 && merchant > 0, consumer, merchant },
    days: { met: from !== null && from <= now, days: wholeDays(state.policy.mediationWait), from },
  };
}
