import type { Reader } from '#content/reader.ts';
import type { CompanyAbsences } from '#web/server/services/queue/absences.ts';

/** Who is away in the reader's companies and who stands in, with whom the form may name, in words (B-09). */
export function presentAbsences({ t, date }: Reader, { absences, absent, substitutes }: CompanyAbsences) {
  const several = new Set(substitutes.map(({ merchantId }) => merchantId)).size > 1;
  const named = (name: string, company: string) => (several ? t('queue:absences.of', { name, company }) : name);
  const people = new Map(substitutes.map(({ id, name, merchantName }) => [id, named(name, merchantName)]));
  return {
    rows: absences.map(
      ({ id, name, substituteName, substituteHere, merchantName, firstDay, lastDay, now, mayCancel }) => ({
        id,
        name: named(name, merchantName),
        substitute: substituteHere ? substituteName : t('queue:absences.gone', { name: substituteName }),
        days:
          firstDay === lastDay
            ? t('absences:oneDay', { first: date(firstDay) })
            : t('absences:fromTo', { first: date(firstDay), last: date(lastDay) }),
        now,
        mayCancel,
      }),
    ),
    absent: absent.map(({ id, name, merchantId, merchantName }) => ({
      value: `${merchantId} ${id}`,
      label: named(name, merchantName),
    })),
    substitutes: [...people].map(([value, label]) => ({ value, label })),
    alone: people.size < 2,
  };
}
