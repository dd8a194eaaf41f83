import type { Reader } from '#content/reader.ts';
import type { HistoryEntry } from '#web/server/services/dossier/summary/history.ts';

/** What happened in a dossier, in words. */
export function presentHistory({ t, label, moment, time }: Reader, history: HistoryEntry[]) {
  return history.map(({ what, version, by, represents, at, reading, recusal, nudged }) => ({
    what: t(`dossier:events.${recusal === null ? what : 'recusalExplained'}`, {
      version,
      ...(recusal === null ? {} : { reason: label('recusalReasons', recusal) }),
      ...(nudged ? { side: t(`turn:who.${nudged}`) } : {}),
      ...(reading ? { until: time(reading.until), reason: label('breakGlassReasons', reading.reason) } : {}),
    }),
    who:
      represents && by.name
        ? t('dossier:represents', { name: by.name, party: represents })
        : by.name || label('roles', by.role),
    at,
    atText: moment(at),
  }));
}
