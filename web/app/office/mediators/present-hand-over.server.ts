import type { Reader } from '#content/reader.ts';
import type { HandedOver, HandOver, Taker } from '#web/server/services/office/hand-over.ts';

/** The dossiers of a mediator who leaves or is away, in words. */
export function presentHandOver(reader: Reader, { mediator, absences, dossiers, count }: HandOver) {
  const { t, date, label, shortDay } = reader;
  return {
    mediator,
    absences: absences.map(({ firstDay, lastDay }) =>
      t('office:handOver.away', { first: date(firstDay), last: date(lastDay) }),
    ),
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

function takerWords({ t, date }: Reader, taker: Taker, suggested: string | null): string {
  const { id, name, language, load, earlier, away } = taker;
  const known = [
    id === suggested ? t('mediation:assign.suggested') : '',
    t(`mediation:assign.languages.${language}`),
    t('mediation:assign.load', { count: load }),
    earlier > 0 ? t('mediation:assign.earlier', { count: earlier }) : '',
    away ? t('office:handOver.away', { first: date(away.firstDay), last: date(away.lastDay) }) : '',
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
