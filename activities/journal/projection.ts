import type { Changes, Projection } from '#db/journal/append-statement.ts';
import { lastKnown } from '#domain/visibility/index.ts';
import { acceptedAlone, deadlines, isRepresented, sidesAskingRevision, turn } from '#domain/dossier/index.ts';
import { mediatorSilentAt } from '#domain/dossier/state/mediator-awaited.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Deadline, Dossier } from '#domain/dossier/types.ts';

/** The next moment at which something happens by itself; ties go to the first listed. */
function nextDeadline(state: Dossier): Deadline | null {
  return deadlines(state)[0] ?? null;
}

/** What lists and pages read of a state, at the instant of its last event, and whom its last events concern (domain/visibility). */
export function projectionOf(state: Dossier, events: readonly DossierEvent[]): Projection {
  const at = events.at(-1)?.at ?? state.createdAt;
  const { who, what, since } = turn(state, at);
  const next = nextDeadline(state);
  return {
    status: state.status,
    turn: who,
    turnWhat: what,
    turnSince: since,
    nextDeadline: next?.at ?? null,
    nextDeadlineKind: next?.kind ?? null,
    representativeId: isRepresented(state) ? (state.representative?.userId ?? null) : null,
    handlerId: state.handlerId,
    mediatorId: state.mediation?.mediatorId ?? null,
    mediatorDeclared: !state.mediation?.mediatorId || state.mediation.declaredAt !== null,
    outcome: state.closing?.outcome ?? null,
    acceptedSide: state.status === 'mediation' && who === 'both' ? acceptedAlone(state) : null,
    revisionAskedBy: revisionAskedBy(state),
    sideSilentAt: state.sideSilentAt,
    mediatorSilentAt: mediatorSilentAt(state),
    proposalsCount: state.proposals.length,
    submittedAt: state.submittedAt,
    takenChargeAt: state.firstTakenChargeAt,
    mediationStartedAt: state.mediation?.startedAt ?? null,
    closedAt: state.closing?.at ?? null,
    updatedAt: at,
    ...changesOf(events, state),
  };
}

function revisionAskedBy(state: Dossier): Projection['revisionAskedBy'] {
  const [first, second] = state.status === 'mediation' ? sidesAskingRevision(state) : [];
  return second ? 'both' : (first ?? null);
}

function changesOf(events: readonly DossierEvent[], state: Dossier): Changes {
  const { consumer, handler, respondent, colleague, mediator, office } = lastKnown(events, state);
  return {
    changedForConsumer: consumer,
    changedForHandler: handler,
    changedForRespondent: respondent,
    changedForColleague: colleague,
    changedForMediator: mediator,
    changedForOffice: office,
  };
}

/** How many documents and messages the events add or take away. */
export function countsOf(events: DossierEvent[]): { documents: number; messages: number } {
  const count = (type: DossierEvent['type']): number => events.filter((event) => event.type === type).length;
  return { documents: count('documentAdded') - count('documentWithdrawn'), messages: count('messagePosted') };
}
