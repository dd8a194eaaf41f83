import type { Reader } from '#content/reader.ts';
import type { ReportFacts } from '#web/server/services/dossier/mediation/mediator-acts.ts';

/** The mediator's report to the Office, in words. */
export function presentReport(reader: Reader, { target, targetOver, history, reached, today }: ReportFacts) {
  const { t, day, dateTime, label } = reader;
  return {
    today,
    target: target && t(targetOver ? 'mediation:report.targetOver' : 'mediation:report.target', { date: day(target) }),
    history: history.map(({ kind, side, newTarget, at, answer, open }) => ({
      at,
      date: dateTime(at),
      what: label('mediationReports', kind),
      side: side && t(`mediation:report.sides.${side}`),
      newTarget: newTarget && day(newTarget),
      answer: answer
        ? t('mediation:report.answered', { what: label('reportAnswers', answer.what), date: dateTime(answer.at) })
        : open
          ? t('mediation:report.unanswered')
          : null,
    })),
    reached: reached.map(({ at, side, way }) => ({
      at,
      date: dateTime(at),
      what: way === 'nudged' ? t('mediation:report.nudged') : label('contactWays', way),
      side: t(`mediation:report.sides.${side}`),
    })),
    kinds: reader.choices('mediationReports'),
  };
}
