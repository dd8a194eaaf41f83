import type { Reader } from '#content/reader.ts';
import type { HistoryEntry } from '#web/server/services/dossier/summary/history.ts';

/** What happened in a dossier, in words. */
export function presentHistory({ t, label, dateTime }: Reader, history: HistoryEntry[]) {
  return history.map(({ what, version, by, at }) => ({
    what: t(`dossier:events.${what}`, { version }),
    who: by.name || label('roles', by.role),
    at,
    atText: dateTime(at),
  }));
}
