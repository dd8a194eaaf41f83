import { lastKnown, type Seat } from '#domain/visibility/index.ts';
import { deadlines, isRepresented, turn } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Deadline, Dossier, Instant } from '#domain/dossier/types.ts';

/** When each seat last learnt of something; null when these events tell it nothing, and what the row held stays. */
export type Changes = { [Name in Seat as `changed_for_${Name}`]: Instant | null };

/** Columns of the row `dossier` that lists read. */
export type Projection = Changes & {
  status: string;
  turn: string;
  turn_what: string;
  turn_since: Instant | null;
  next_deadline: Instant | null;
  next_deadline_kind: string | null;
  representative_id: string | null;
  handler_id: string | null;
  mediator_id: string | null;
  outcome: string | null;
  proposals_count: number;
  submitted_at: Instant | null;
  taken_charge_at: Instant | null;
  mediation_started_at: Instant | null;
  closed_at: Instant | null;
  updated_at: Instant;
};

/** The next moment at which something happens by itself; ties go to the first listed. */
export function nextDeadline(state: Dossier): Deadline | null {
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
    turn_what: what,
    turn_since: since,
    next_deadline: next?.at ?? null,
    next_deadline_kind: next?.kind ?? null,
    representative_id: isRepresented(state) ? (state.representative?.userId ?? null) : null,
    handler_id: state.handlerId,
    mediator_id: state.mediation?.mediatorId ?? null,
    outcome: state.closing?.outcome ?? null,
    proposals_count: state.proposals.length,
    submitted_at: state.submittedAt,
    taken_charge_at: state.firstTakenChargeAt,
    mediation_started_at: state.mediation?.startedAt ?? null,
    closed_at: state.closing?.at ?? null,
    updated_at: at,
    ...changesOf(events, state),
  };
}

function changesOf(events: readonly DossierEvent[], state: Dossier): Changes {
  const { consumer, handler, respondent, colleague, mediator, office } = lastKnown(events, state);
  return {
    changed_for_consumer: consumer,
    changed_for_handler: handler,
    changed_for_respondent: respondent,
    changed_for_colleague: colleague,
    changed_for_mediator: mediator,
    changed_for_office: office,
  };
}

/** How many documents and messages the events add or take away. */
export function countsOf(events: DossierEvent[]): { documents: number; messages: number } {
  const count = (type: DossierEvent['type']): number => events.filter((event) => event.type === type).length;
  return { documents: count('documentAdded') - count('documentWithdrawn'), messages: count('messagePosted') };
}
