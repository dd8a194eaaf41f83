import type { Reader } from '#content/reader.ts';
import type { Absence } from '#domain/absence/absence.ts';
import type { HandOverRow } from '#web/server/services/office/go-on.ts';
import { whyWords } from '../why-suggested.server.ts';
import type { HandOver, Taker } from '#web/server/services/office/hand-over.ts';

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
      suggested: suggested?.id ?? '',
      known: [
        merchantName,
        label('problemKinds', problemKind),
        t('office:handOver.language', { language: t(`mediation:assign.languages.${language}`) }),
        ...(target ? [t('office:handOver.target', { date: shortDay(target) })] : []),
      ].join(' · '),
      why:
        suggested &&
        whyWords(reader, takers.find(({ id: taker }) => taker === suggested.id)?.name ?? '', suggested.reasons),
      options: takers.map((taker) => ({ value: taker.id, label: takerWords(reader, taker, suggested?.id ?? null) })),
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
  const { id, name, language, field, load, earlier, away } = taker;
  const known = [
    id === suggested ? t('mediation:assign.suggested') : '',
    t(`mediation:assign.languages.${language}`),
    field === 'any' ? '' : t(`mediation:assign.fields.${field}`),
    t('mediation:assign.load', { count: load }),
    earlier > 0 ? t('mediation:assign.earlier', { count: earlier }) : '',
    away ? awayWords(reader, away) : '',
  ];
  return `${name} (${known.filter(Boolean).join(', ')})`;
}

/** How far it has come, with what came of each dossier that is done. */
export function presentProgress({ t }: Reader, { mediator, lines }: HandOverRow) {
  const done = lines.filter((line) => line.done);
  const back = lines.every(({ to }) => to === null);
  return {
    title: t(back ? 'office:handingOver.titleBack' : 'office:handingOver.title', { name: mediator.name }),
    mediator: { id: mediator.id, name: mediator.name },
    left: lines.length - done.length,
    allDone: lines.every(({ refused }) => refused === null),
    progress: t('office:handingOver.progress', { done: done.length, count: lines.length }),
    lines: done.map(({ dossierId, number, to, refused }) => ({
      id: dossierId,
      number,
      what: refused === null ? given(t, to) : t('office:handOver.refused', { why: t(`errors:${refused}`) }),
    })),
  };
}

const given = (t: Reader['t'], to: { name: string } | null): string =>
  to === null ? t('office:handingOver.inQueue') : t('office:handOver.given', { name: to.name });
