import type { Reader } from '#content/reader.ts';
import type { Absence } from '#domain/absence/absence.ts';
import type { HandedOver, HandOver, Taker } from '#web/server/services/office/hand-over.ts';

/** The dossiers of a mediator who leaves or is away, in words. */
export function presentHandOver(reader: Reader, { mediator, absences, dossiers, count }: HandOver) {
  const { t, label, shortDay } = reader;
  return {
    mediator,
    absences: absences.map((absence) => awayWords(reader, absence)),
    more: count > dossiers.length ? t('office:handOver.more', { count: count - dossiers.length }) : null,
    dossiers: dossiers.map(({ id, number, merchantName, problemKind, language, target, takers, suggested }) => ({
      id,
      number,
      suggested: suggested ?? '',
      known: [
        merchantName,
        label('problemKinds', problemKind),
        t('office:handOver.language', { language: t(`mediation:assign.languages.${language}`) }),
        ...(target ? [t('office:handOver.target', { date: shortDay(target) })] : []),
      ].join(' · '),
      options: takers.map((taker) => ({ value: taker.id, label: takerWords(reader, taker, suggested) })),
    })),
  };
}

function awayWords({ t, date }: Reader, { firstDay, lastDay }: Absence): string {
  return firstDay === lastDay
    ? t('office:handOver.awayOneDay', { first: date(firstDay) })
    : t('office:handOver.away', { first: date(firstDay), last: date(lastDay) });
}

function takerWords(reader: Reader, taker: Taker, suggested: string | null): string {
  const { t } = reader;
  const { id, name, language, load, earlier, away } = taker;
  const known = [
    id === suggested ? t('mediation:assign.suggested') : '',
    t(`mediation:assign.languages.${language}`),
    t('mediation:assign.load', { count: load }),
    earlier > 0 ? t('mediation:assign.earlier', { count: earlier }) : '',
    away ? awayWords(reader, away) : '',
  ];
  return `${name} (${known.filter(Boolean).join(', ')})`;
}

/** What came of each dossier. */
export function presentHandedOver({ t }: Reader, results: HandedOver[]) {
  return results.map(({ dossierId, number, name, refused }) => ({
    id: dossierId,
    number,
    done: refused === null,
    what:
      refused === null
        ? t('office:handOver.given', { name })
        : t('office:handOver.refused', { why: t(`errors:${refused}`) }),
  }));
}
