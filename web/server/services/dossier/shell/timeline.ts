import { bothSidesProposed, mediationAvailableAt, type Dossier } from '#domain/dossier/index.ts';

/** One phase of a dossier's life. Moments are ISO instants. */
export type TimelinePhase = {
  key: 'created' | 'submitted' | 'negotiation' | 'mediation' | 'closed';
  state: 'done' | 'current' | 'next';
  /** A mediation that never was, may come, or was asked for; another phase that an end came before. */
  aside: 'skipped' | 'optional' | 'requested' | 'missed' | null;
  /** When it began. */
  at: string | null;
  /** Until when it can begin. */
  until: string | null;
  /** From when it can begin. */
  from: string | null;
  /** When it should end. */
  target: string | null;
};

/** What has been, where the dossier is, what can come. */
export function timelineOf(state: Dossier): TimelinePhase[] {
  const closed = state.closing !== null || state.status === 'expired';
  const started = state.mediation?.startedAt ?? null;
  return [
    phase('created', state.submittedAt || closed ? 'done' : 'current', { at: state.createdAt }),
    state.submittedAt
      ? phase('submitted', state.status === 'submitted' ? 'current' : 'done', { at: state.submittedAt })
      : phase('submitted', 'next', closed ? { aside: 'missed' } : { until: state.draftExpiresAt }),
    state.firstTakenChargeAt
      ? phase('negotiation', started || closed ? 'done' : 'current', { at: state.firstTakenChargeAt })
      : phase('negotiation', 'next', closed ? { aside: 'missed' } : {}),
    mediation(),
    phase('closed', closed ? 'done' : 'next', {
      at: closed ? (state.closing?.at ?? state.expiredAt ?? state.createdAt) : null,
    }),
  ];

  function mediation(): TimelinePhase {
    if (started) {
      const target = closed ? null : (state.mediation?.target ?? null);
      return phase('mediation', closed ? 'done' : 'current', { at: started, target });
    }
    if (closed) return phase('mediation', 'next', { aside: 'skipped' });
    if (state.mediation) return phase('mediation', 'next', { aside: 'requested' });
    // Once both sides have proposed, nobody waits for the date any more (F-105 a).
    const from = bothSidesProposed(state) ? null : mediationAvailableAt(state);
    return phase('mediation', 'next', { aside: 'optional', from });
  }
}

function phase(
  key: TimelinePhase['key'],
  state: TimelinePhase['state'],
  more: Partial<Omit<TimelinePhase, 'key' | 'state'>>,
): TimelinePhase {
  return { key, state, aside: null, at: null, until: null, from: null, target: null, ...more };
}
