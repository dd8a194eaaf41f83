import type { MediationReport, Side, Status, TurnHolder } from '#domain/dossier/types.ts';

/** What waits for an officer, each a list of its own, oldest first (B-11). */
export const queueNames = [
  'assign',
  'reports',
  'stalled',
  'silent',
  'merchants',
  'steps',
  'participations',
  'accesses',
] as const;
export type QueueName = (typeof queueNames)[number];

/** Where each row stands in its list, to the microsecond. */
type Placed = { id: string; cursor: string };
type OfDossier = Placed & { number: string; merchantName: string };

/** Rows of each list. Instants are ISO-8601 UTC, days civil; counts are of what the Office may count (requirements §6). */
export type QueueRows = {
  /** Somebody is to lead the mediation; `former`: who led it last, if anybody did. */
  assign: OfDossier & {
    since: string;
    language: 'fr' | 'en';
    problemKind: string;
    proposals: Record<Side, number>;
    former: string | null;
  };
  /** A mediator's report that no officer has answered, each a row, or a target date that is past (null `report`); `mediator`: who leads it now, if anybody does. */
  reports: OfDossier & {
    since: string;
    report: MediationReport['kind'] | null;
    side: Side | null;
    target: string;
    mediator: string | null;
  };
  /** A mediation that does not move. `since`: when the Office could know; `firstDay`, `lastDay`: of the absence that it falls in. */
  stalled: OfDossier & {
    since: string;
    why: Stall;
    mediator: string;
    firstDay: string | null;
    lastDay: string | null;
    target: string;
  };
  /** A side that is awaited alone, or both where one had not answered when the Office was told (ADR 50). `reminders`: what the platform sent since; `nudges`: the Office; `contactAt`: its last call, letter or note. */
  silent: OfDossier & {
    since: string;
    turn: TurnHolder;
    status: Status;
    reminders: string[];
    nudges: string[];
    contactAt: string | null;
    /** What its merchant has done until now, where that is awaited: in how many dossiers it is silent as long, received and taken in charge. */
    record: { silent: number; submitted: number; taken: number } | null;
  };
  /** A merchant that has taken charge of nothing for too long, with its history; `medianDays` from the submission to the taking in charge, each to the nearest. */
  merchants: Placed & {
    since: string;
    merchantName: string;
    waiting: number;
    submitted: number;
    taken: number;
    medianDays: number | null;
  };
  /** What an officer wrote down to do by a day. */
  steps: OfDossier & { dueDay: string; body: string; setBy: string };
  /** A company that asks to take part (F-014). `corrected`: its form was sent again. */
  participations: Placed & {
    number: string;
    since: string;
    legalName: string;
    neq: string;
    city: string;
    people: number;
    corrected: boolean;
  };
  /** What a respondent asks about the people of a company (F-019). */
  accesses: Placed & {
    since: string;
    merchantName: string;
    kind: 'add' | 'remove' | 'change';
    name: string;
    askedBy: string;
  };
};

/**
 * Why a mediation does not move: the mediator's account is closed, they never declared, they were silent for the whole ladder, or they are away or will soon be (F-137). The
 * first that holds is said.
 */
export type Stall = 'closed' | 'undeclared' | 'silent' | 'absent';

/** What a list is narrowed to; only what its own list has is asked. */
export type QueueFilter = {
  language?: string | undefined;
  kind?: string | undefined;
  report?: string | undefined;
  turn?: string | undefined;
  /** Why a mediation does not move. */
  why?: string | undefined;
  /** Silent for at least so many days. */
  days?: number | undefined;
  /** A company whose oldest dossier has waited for at least so many days. */
  waited?: number | undefined;
  /** Of what was planned: for the day, or for one before it. */
  due?: string | undefined;
  /** Of requests to take part; those that wait without it. */
  state?: string | undefined;
  /** What is asked about access. */
  asked?: string | undefined;
};

/** In which order: what has waited longest first, or last; by the company's name; merchants also by how many dossiers wait. */
export type QueueOrder = 'age' | 'newest' | 'merchant' | 'waiting';

export type QueueAsked = {
  filter: QueueFilter;
  /** Words that a row holds: a number, or what a search of its company looks into. All rows when null. */
  words?: string | null;
  /** The instant and the civil day of the asking. */
  now: string;
  today: string;
  /** A merchant that has not answered since before then does not respond. */
  unansweredSince: string;
};
