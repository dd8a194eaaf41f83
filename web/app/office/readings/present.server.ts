import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { readingMinutes } from '#domain/dossier/index.ts';
import type { ReadingFacts, ReadingRow } from '#web/server/services/office/readings.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';

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

/** The log of readings: the same on its page and in its file. */
export function presentReadings({ t, label, shortDateTime, number }: Reader, rows: readonly ReadingRow[]): ListTable {
  const columns: [string, (row: ReadingRow) => string][] = [
    ['number', (row) => row.number],
    ['officer', ({ officer }) => officer],
    ['from', ({ at }) => shortDateTime(at)],
    ['until', ({ until, endedAt }) => shortDateTime(endedAt ?? until)],
    ['reason', ({ reason }) => label('breakGlassReasons', reason)],
    ['justification', ({ justification }) => justification ?? t('reading:log.erased')],
    ['read', ({ read }) => number(read)],
  ];
  return tableOf(
    {
      to: ({ dossierId }) => href(pages.office.dossier, { dossierId }),
      columns: columns.map(([name, cell]) => ({
        name,
        label: t(`reading:log.${name}`),
        nowrap: name === 'number',
        cell,
      })),
    },
    rows,
  );
}
