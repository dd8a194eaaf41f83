import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import type { Leaving } from '#web/server/services/dossier/summary/leaving.ts';

/** A side that leaves the mediation, in words. */
export function presentLeaving(reader: Reader, { who, at, reason, justification, closesAt, unled }: Leaving) {
  const { t, label, dateTime } = reader;
  return {
    lines: [
      { label: t('dossier:leaving.by'), value: nameOf(reader, who), user: true },
      { label: t('dossier:leaving.at'), value: dateTime(at) },
      { label: t('dossier:leaving.reason'), value: label('partyClosingReasons', reason) },
    ],
    justification,
    note: closesAt
      ? t(unled ? 'dossier:leaving.closesUnled' : 'dossier:leaving.closes', { date: dateTime(closesAt) })
      : null,
  };
}
