import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { readingMinutes } from '#domain/dossier/index.ts';
import type { ReadingFacts, ReadingRow } from '#web/server/services/office/readings.ts';

/** Before an officer reads the content of a dossier, in words; the banner instead while they do. */
export function presentReading(reader: Reader, { id, number, until, started }: ReadingFacts) {
  return {
    id,
    number,
    until: until && reader.time(until),
    minutes: reader.number(readingMinutes),
    form: started && {
      reasons: reader.choices('breakGlassReasons'),
      justificationId: started.id,
      justification: started.body,
      base: started.base,
      others: started.others.map(({ id: other, body, savedAt }) => ({
        id: other,
        body,
        savedAt: reader.dateTime(savedAt),
        to: null,
      })),
    },
  };
}

/** The log of readings: the same on its page and in its file. The first cell of a row leads to `to`. */
export function presentReadings({ t, label, shortDateTime, number }: Reader, rows: ReadingRow[]) {
  const columns: [string, (row: ReadingRow) => string][] = [
    [t('reading:log.number'), (row) => row.number],
    [t('reading:log.officer'), ({ officer }) => officer],
    [t('reading:log.from'), ({ at }) => shortDateTime(at)],
    [t('reading:log.until'), ({ until, endedAt }) => shortDateTime(endedAt ?? until)],
    [t('reading:log.reason'), ({ reason }) => label('breakGlassReasons', reason)],
    [t('reading:log.justification'), ({ justification }) => justification ?? t('reading:log.erased')],
    [t('reading:log.read'), ({ read }) => number(read)],
  ];
  return {
    columns: columns.map(([name]) => name),
    rows: rows.map((row) => ({
      id: row.id,
      to: href(pages.office.dossier, { dossierId: row.dossierId }),
      cells: columns.map(([, cell]) => cell(row)),
    })),
  };
}
