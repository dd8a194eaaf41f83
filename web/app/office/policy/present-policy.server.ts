import type { Reader } from '#content/reader.ts';
import type { Duration } from '#domain/calendar/durations.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import { countOf, lengthsOf, termNames, type TermName } from '#domain/policy/terms.ts';
import type { Comparison, PolicyFacts } from '#web/server/services/policy/index.ts';
import type { VersionLine } from '#web/server/services/policy/versions.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';

/** The durations in force and the version to come, in words. */
export function presentPolicy(reader: Reader, { inForce, next }: PolicyFacts) {
  const { t, date } = reader;
  const rowsOf = (policy: Policy) => termNames.map((term) => termRow(reader, term, policy));
  return {
    inForce: rowsOf(inForce),
    next: next && { title: t('policy:coming', { date: date(next.fromDay) }), rows: rowsOf(next.policy) },
  };
}

/** The versions in words: the same on their page and in their file (T-08). */
export function presentVersions({ t, date, shortDateTime, number }: Reader, rows: readonly VersionLine[]): ListTable {
  return tableOf<VersionLine>(
    {
      to: () => null,
      columns: [
        { name: 'number', label: t('policy:version'), nowrap: true, cell: (version) => number(version.number) },
        {
          name: 'from',
          label: t('policy:from'),
          cell: ({ fromDay }) => (fromDay ? date(fromDay) : t('policy:sinceStart')),
        },
        { name: 'setAt', label: t('policy:setAt'), cell: ({ setAt }) => (setAt ? shortDateTime(setAt) : '—') },
        { name: 'setBy', label: t('policy:setBy'), cell: ({ setBy }) => setBy ?? t('policy:installation') },
        { name: 'standing', label: t('policy:standing'), cell: ({ standing }) => t(`policy:standings.${standing}`) },
      ],
    },
    rows,
  );
}

function termRow(reader: Reader, term: TermName, policy: Policy) {
  const { t } = reader;
  return {
    term,
    label: termLabel(reader, term),
    length: lengthWords(reader, lengthsOf(policy, term)),
    who: t(`policy:audience.${term}`),
  };
}

/** What a term is about, without the unit that its field asks for. */
function termLabel({ t }: Reader, term: TermName): string {
  return t(`policy:terms.${term}`);
}

/** « 3 jours, 7 jours, 14 jours ». */
function lengthWords({ t }: Reader, lengths: readonly Duration[]): string {
  return lengths
    .map((length) => t(`policy:durations.${Object.keys(length)[0] ?? 'days'}`, { count: countOf(length) }))
    .join(', ');
}

/** What a version that is being written changes, and for whom, in words. */
export function presentComparison(
  reader: Reader,
  { inForce, next, changes, running, most }: Comparison,
  { policy, day }: { policy: Policy; day: string },
) {
  const { t, date, number } = reader;
  return {
    rows: changes.map((term) => ({
      ...termRow(reader, term, policy),
      before: lengthWords(reader, lengthsOf(inForce, term)),
    })),
    after: t('policy:confirm.after', { date: date(day) }),
    says: [
      ...(changes.length === 0 ? [] : [t('policy:confirm.forWhom', { date: date(day) })]),
      running >= most
        ? t('policy:confirm.keepMany', { count: number(most - 1) })
        : t('policy:confirm.keep', { count: running }),
      ...(next ? [t('policy:confirm.replaces', { date: date(next.fromDay) })] : []),
      ...(changes.length === 0 ? [] : [t('policy:confirm.help')]),
    ],
  };
}
