import type { Duration } from '../calendar/durations.ts';

/**
 * Every duration of a dossier, copied into it when it is created, so that a change of rule never affects a dossier under way. Sources: requirements
 * §3 (14, 45, 75, 90 days and one year; T-08), A-05, A-06, A-08, A-19, A-24, B-02.
 */
export type Policy = {
  /** Version of the rule set, for statistics and audits. */
  version: string;
  /** F-056, T-01: from creation to the last moment to submit. */
  draft: Duration;
  /** how long before the end of the draft its author is reminded; longest first. */
  draftReminders: Duration[];
  /** from expiry of the draft to the erasure of what it holds. */
  draftGrace: Duration;
  /** life of a representative's validation key. */
  invitation: Duration;
  /** from submission, when the respondent is reminded that nobody has taken charge. */
  takeChargeReminders: Duration[];
  /** from submission, when the Office is notified that the merchant does not answer. */
  takeChargeAlert: Duration;
  /** F-105 b), T-02: from the first take-over to the right to ask for mediation without proposals from both sides. */
  mediationWait: Duration;
  /** B-02: from the moment the turn passes to a side, when that side is reminded; the last one is the last chance. */
  turnReminders: Duration[];
  /** B-02: from the moment the turn passes to a side, when the Office is notified that nothing happens. */
  turnAlert: Duration;
  /** F-135, A-24, T-03: from the assignment of the mediator to the target date of the mediation. Soft: nothing closes. */
  mediationTarget: Duration;
  /** how long before the target the mediator is warned. */
  mediationWarning: Duration;
  /** from a party's withdrawal from mediation to automatic closing when the mediator does not act. */
  withdrawalClose: Duration;
  /** F-103, F-118, T-04: from an agreement to the end of messages between the parties. */
  messagesAfterAgreement: Duration;
  /** F-142, T-05: from closing to the erasure of content. */
  retention: Duration;
};

/** The rules in force. */
export const standardPolicy: Policy = {
  version: '2026-11',
  draft: { days: 14 },
  draftReminders: [{ days: 7 }, { days: 3 }, { days: 1 }],
  draftGrace: { days: 30 },
  invitation: { days: 14 },
  takeChargeReminders: [{ days: 3 }, { days: 7 }, { days: 14 }],
  takeChargeAlert: { days: 15 },
  mediationWait: { days: 45 },
  turnReminders: [{ businessDays: 5 }, { businessDays: 10 }, { businessDays: 14 }],
  turnAlert: { businessDays: 15 },
  mediationTarget: { days: 75 },
  mediationWarning: { days: 15 },
  withdrawalClose: { days: 10 },
  messagesAfterAgreement: { days: 90 },
  retention: { years: 1 },
};
