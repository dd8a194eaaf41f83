import type { Reader } from '#content/reader.ts';
import type { TimelinePhase } from '#web/server/services/dossier/shell/timeline.ts';

/** The phases; where each stands is said in words and in shape. */
export function presentTimeline(reader: Reader, phases: TimelinePhase[]) {
  const { t } = reader;
  return phases.map((phase) => ({
    key: phase.key,
    label: t(`dossier:timeline.${phase.key}`),
    state: phase.state,
    stateText: t(`dossier:timeline.${phase.aside ?? phase.state}`),
    note: noteOf(reader, phase),
  }));
}

function noteOf({ t, shortDay }: Reader, { at, until, from, target }: TimelinePhase): string {
  if (at && target) return `${shortDay(at)}, ${t('dossier:timeline.target', { date: shortDay(target) })}`;
  if (at) return shortDay(at);
  if (until) return t('dossier:timeline.until', { date: shortDay(until) });
  return from ? t('dossier:timeline.mediationFrom', { date: shortDay(from) }) : '';
}
