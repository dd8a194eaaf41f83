import type { Reader } from '#content/reader.ts';
import type { MediationConditions } from '#web/server/services/dossier/shell/turn-panel.ts';

/** The two conditions of a request for mediation in words (F-105, A-01). */
export function presentConditions({ t, day }: Reader, { proposals, days }: MediationConditions) {
  const { met, from } = days;
  return {
    proposals: { met: proposals.met, counts: t('turn:mediation.counts', proposals) },
    days: {
      met,
      text: t('turn:mediation.days', { days: days.days }),
      from: from
        ? t(met ? 'turn:mediation.from' : 'turn:mediation.fromLater', { date: day(from) })
        : t('turn:mediation.noStart'),
    },
  };
}
