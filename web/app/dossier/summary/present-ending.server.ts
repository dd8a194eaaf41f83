import type { ListName } from '#content/lists/index.ts';
import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import type { DossierEnding } from '#web/server/services/dossier/summary/ending.ts';
import type { Line } from './lines.ts';

/** How a dossier ended, in words (F-104, F-132). */
export function presentEnding(reader: Reader, ending: DossierEnding) {
  const { t, label, day, dateTime } = reader;
  const { outcome, at, by, reason, justification, preparing, left, messagesUntil, erasedAt } = ending;
  const lines: Line[] = [
    { label: t('dossier:closing.outcome'), value: label('outcomes', outcome) },
    { label: t('dossier:closing.at'), value: dateTime(at) },
    { label: t('dossier:closing.by'), value: label('roles', by) },
    ...(left ? [{ label: t('dossier:leaving.by'), value: nameOf(reader, left), user: true }] : []),
    ...(reason ? [{ label: t('dossier:closing.reason'), value: label(reasonsOf(ending), reason) }] : []),
  ];
  return {
    lines,
    justification,
    agreement: outcome !== 'agreement' ? null : preparing ? 'coming' : 'filed',
    notes: [
      ...(ending.kit ? [t('dossier:closing.kit')] : []),
      ...(messagesUntil ? [t('dossier:closing.messagesUntil', { date: dateTime(messagesUntil) })] : []),
      ...(erasedAt ? [t('dossier:closing.retention', { date: day(erasedAt) })] : []),
    ],
  };
}

/** Where the reason is found: first in the list of those who closed; a party's stands too when the system closes for it. */
function reasonsOf({ outcome, by }: DossierEnding): ListName[] {
  const own: ListName =
    outcome === 'refused'
      ? 'refusalReasons'
      : by === 'mediator'
        ? 'mediatorClosingReasons'
        : by === 'system'
          ? 'systemClosingReasons'
          : 'partyClosingReasons';
  return [own, 'partyClosingReasons', 'refusalReasons', 'mediatorClosingReasons', 'systemClosingReasons'];
}
