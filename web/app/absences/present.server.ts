import type { Reader } from '#content/reader.ts';
import type { AbsenceRow, OverseenAbsence } from '#web/server/services/absences/index.ts';
import { absenceDays } from '#domain/absence/absence.ts';

/** A mediator's absence in words. */
export function presentAbsence(reader: Reader, absence: AbsenceRow) {
  const { t, date } = reader;
  const { id, firstDay, lastDay, late } = absence;
  return {
    id,
    firstDay,
    lastDay,
    days:
      firstDay === lastDay
        ? t('absences:oneDay', { first: date(firstDay) })
        : t('absences:fromTo', { first: date(firstDay), last: date(lastDay) }),
    length: t('absences:count', { count: absenceDays(absence) }),
    late,
    notice: t(late ? 'absences:late' : 'absences:inTime'),
  };
}

/** The same, with what the Office sees of the dossiers that fall in it. */
export function presentOverseen(reader: Reader, absence: OverseenAbsence & { today: string }) {
  const { mediatorId, name, running, targets, firstDay, today } = absence;
  return {
    ...presentAbsence(reader, absence),
    mediatorId,
    name,
    now: firstDay <= today,
    running,
    dossiers: running === 0 ? '' : reader.t('absences:office.running', { count: running }),
    targets: running === 0 ? '' : reader.t('absences:office.targets', { count: targets }),
  };
}

/** The same as a table for a spreadsheet. */
export function presentOverseenFile(
  reader: Reader,
  { today, absences }: { today: string; absences: readonly OverseenAbsence[] },
) {
  const { t, number } = reader;
  return {
    columns: [
      t('absences:office.mediator'),
      t('absences:days'),
      t('absences:length'),
      t('absences:notice'),
      t('absences:office.dossiers'),
      t('absences:office.targetsColumn'),
    ],
    rows: absences.map((absence) => {
      const { name, days, length, notice } = presentOverseen(reader, { ...absence, today });
      return [name, days, length, notice, number(absence.running), number(absence.targets)];
    }),
  };
}
