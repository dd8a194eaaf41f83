import type { Reader } from '#content/reader.ts';
import type { Duration } from '#domain/calendar/durations.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import { countOf, lengthsOf, termNames, type TermName } from '#domain/policy/terms.ts';
import type { Comparison, PolicyFacts } from '#web/server/services/policy/index.ts';

/** The durations in force, the version to come and every version, in words. */
export function presentPolicy(reader: Reader, { inForce, next, versions }: PolicyFacts) {
  const { t, date, shortDateTime, number } = reader;
  const rowsOf = (policy: Policy) => termNames.map((term) => termRow(reader, term, policy));
  return {
    inForce: rowsOf(inForce),
    next: next && { title: t('policy:coming', { date: date(next.fromDay) }), rows: rowsOf(next.policy) },
    versions: versions.map((version) => ({
      id: version.number,
      number: number(version.number),
      from: version.fromDay ? date(version.fromDay) : t('policy:sinceStart'),
      setAt: version.setAt ? shortDateTime(version.setAt) : '—',
      setBy: version.setBy ?? t('policy:installation'),
      standing: t(`policy:standings.${version.standing}`),
      current: version.standing === 'inForce',
    })),
  };
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
