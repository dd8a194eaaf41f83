import { limitAfter, morningAfter, morningBefore, sameTimeAfter } from '../calendar/durations.ts';
import { mediatorAwaitedSince } from './state/mediator-awaited.ts';
import { bothSidesProposed } from './state/proposals.ts';
import type { Deadline, DeadlineKind, Dossier, Instant } from './types.ts';

/**
 * Every moment that this dossier waits for by itself, soonest first; at the same instant, in the order of {@link DeadlineKind}. Computed
 * from the dossier's own policy. A moment already handled, or made moot by what happened since, is not in it.
 *
 * Limits end with their civil day in Québec, reminders fall at 09:00 (domain/calendar/durations.ts). The workflow sleeps until the first
 * and then gives `passDeadline`.
 */
export function deadlines(state: Dossier): Deadline[] {
  const all = [...draftDeadlines(state), ...openDeadlines(state), ...closedDeadlines(state)];
  return all
    .filter((deadline) => !state.passed.includes(deadline.kind))
    .map((deadline, index) => ({ deadline, index }))
    .sort((a, b) => compare(a.deadline.at, b.deadline.at) || a.index - b.index)
    .map(({ deadline }) => deadline);
}

/** F-105 b): from when mediation may be requested whatever the proposals; null before take-over. */
export function mediationAvailableAt(state: Dossier): Instant | null {
  return state.firstTakenChargeAt && sameTimeAfter(state.firstTakenChargeAt, state.policy.mediationWait);
}

/** last moment of a pending invitation. */
export function invitationExpiresAt(state: Dossier): Instant | null {
  return state.representative?.status === 'invited'
    ? limitAfter(state.representative.invitedAt, state.policy.invitation)
    : null;
}

/** Comparison of instants: ISO-8601 UTC strings of one length sort as text. */
export function compare(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** */
function draftDeadlines(state: Dossier): Deadline[] {
  if (state.status === 'expired' && state.expiredAt) {
    return [{ kind: 'draftPurge', at: limitAfter(state.expiredAt, state.policy.draftGrace) }];
  }
  if (state.status !== 'draft') return [];
  const reminders = state.policy.draftReminders.flatMap((before, index) =>
    dated(`draftReminder:${index + 1}`, morningBefore(state.draftExpiresAt, before, state.draftSince)),
  );
  return [...reminders, { kind: 'draftExpiry', at: state.draftExpiresAt }];
}

function openDeadlines(state: Dossier): Deadline[] {
  if (state.status === 'closed' || state.status === 'purged') return [];
  return [
    ...dated('invitationExpiry', invitationExpiresAt(state)),
    ...takeChargeLadder(state),
    ...mediationRight(state),
    ...turnLadder(state),
    ...mediatorLadder(state),
    ...mediationDeadlines(state),
  ];
}

/** nobody has taken charge. */
function takeChargeLadder(state: Dossier): Deadline[] {
  const since = state.submittedAt;
  if (state.status !== 'submitted' || !since) return [];
  return [
    ...state.policy.takeChargeReminders.map((after, index): Deadline => ({
      kind: `takeChargeReminder:${index + 1}`,
      at: morningAfter(since, after),
    })),
    { kind: 'takeChargeAlert', at: morningAfter(since, state.policy.takeChargeAlert) },
  ];
}

/** F-105 b): notified once, and only while proposals from both sides have not opened the same right. */
function mediationRight(state: Dossier): Deadline[] {
  if (state.status !== 'negotiation' || bothSidesProposed(state)) return [];
  return dated('mediationAvailable', mediationAvailableAt(state));
}

/** B-02, F-097, T-07: runs while a side is awaited and ends nothing; the draft and the taking in charge have their own ladders, the mediator a target date. */
function turnLadder(state: Dossier): Deadline[] {
  const { awaiting } = state;
  if (state.status !== 'negotiation' && state.status !== 'mediation') return [];
  if (!awaiting || !['consumer', 'merchant', 'both'].includes(awaiting.who)) return [];
  return [
    ...state.policy.turnReminders.map((after, index): Deadline => ({
      kind: `turnReminder:${index + 1}`,
      at: morningAfter(awaiting.since, after),
    })),
    { kind: 'turnAlert', at: morningAfter(awaiting.since, state.policy.turnAlert) },
  ];
}

/** B-02, F-116, ADR 31: what the mediator alone is awaited for, at the pace of the sides' own ladder; the Office is told in the end. */
function mediatorLadder(state: Dossier): Deadline[] {
  const since = mediatorAwaitedSince(state);
  if (!since) return [];
  return [
    ...state.policy.turnReminders.map((after, index): Deadline => ({
      kind: `mediatorReminder:${index + 1}`,
      at: morningAfter(since, after),
    })),
    { kind: 'mediatorAlert', at: morningAfter(since, state.policy.turnAlert) },
  ];
}

/** a target that closes nothing; A-08: a withdrawal that closes in the end. */
function mediationDeadlines(state: Dossier): Deadline[] {
  if (state.status !== 'mediation') return [];
  const { mediation, policy } = state;
  if (!mediation.target || !mediation.startedAt) return [];
  const since = mediation.targetSince ?? mediation.startedAt;
  return [
    ...dated('mediationWarning', morningBefore(mediation.target, policy.mediationWarning, since)),
    { kind: 'mediationTarget', at: mediation.target },
    ...dated('withdrawalClose', mediation.withdrawal && limitAfter(mediation.withdrawal.at, policy.withdrawalClose)),
  ];
}

/** F-103, F-118, F-142. */
function closedDeadlines(state: Dossier): Deadline[] {
  if (state.status !== 'closed') return [];
  return [
    ...dated('messagesClose', state.messagesOpenUntil),
    { kind: 'purge', at: limitAfter(state.closing.at, state.policy.retention) },
  ];
}

function dated(kind: DeadlineKind, at: Instant | null): Deadline[] {
  return at ? [{ kind, at }] : [];
}
