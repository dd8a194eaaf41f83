import { formatShortDay } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { bothSidesProposed, mediationAvailableAt, type Dossier } from '#domain/dossier/index.ts';

/** One phase of the timeline; state is said in words and in shape. */
export type Phase = { key: string; label: string; state: 'done' | 'current' | 'next'; stateText: string; note: string };

/** What has been, where the dossier is, what can come, with dates. */
export function timelineOf(state: Dossier, language: Language, t: Translate): Phase[] {
  const day = (instant: string) => formatShortDay(language, instant);
  const closed = state.closing !== null || state.status === 'expired';
  const started = state.mediation?.startedAt ?? null;
  const phases: Phase[] = [
    phase('created', state.submittedAt || closed ? 'done' : 'current', day(state.createdAt)),
    phase(
      'submitted',
      state.submittedAt ? (state.status === 'submitted' ? 'current' : 'done') : 'next',
      state.submittedAt
        ? day(state.submittedAt)
        : closed
          ? ''
          : t('dossier:timeline.until', { date: day(state.draftExpiresAt) }),
    ),
    phase(
      'negotiation',
      state.firstTakenChargeAt ? (started || closed ? 'done' : 'current') : 'next',
      state.firstTakenChargeAt ? day(state.firstTakenChargeAt) : '',
    ),
    mediation(),
    phase(
      'closed',
      closed ? 'done' : 'next',
      closed ? day(state.closing?.at ?? state.expiredAt ?? state.createdAt) : '',
    ),
  ];
  return phases;

  function mediation(): Phase {
    if (started) {
      const target = state.mediation?.target;
      const note =
        closed || !target ? day(started) : `${day(started)}, ${t('dossier:timeline.target', { date: day(target) })}`;
      return phase('mediation', closed ? 'done' : 'current', note);
    }
    if (closed) return { ...phase('mediation', 'next', ''), stateText: t('dossier:timeline.skipped') };
    // Once both sides have proposed, nobody waits for the date any more (F-105 a).
    const from = state.mediation || bothSidesProposed(state) ? null : mediationAvailableAt(state);
    const note = from ? t('dossier:timeline.mediationFrom', { date: day(from) }) : '';
    return { ...phase('mediation', 'next', note), stateText: t('dossier:timeline.optional') };
  }

  function phase(key: string, stand: Phase['state'], note: string): Phase {
    return { key, label: t(`dossier:timeline.${key}`), state: stand, stateText: t(`dossier:timeline.${stand}`), note };
  }
}
