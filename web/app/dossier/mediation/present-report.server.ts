import type { Reader } from '#content/reader.ts';
import type { ReportFacts } from '#web/server/services/dossier/mediation/mediator-acts.ts';

/** The mediator's report to the Office, in words. */
export function presentReport(reader: Reader, { target, targetOver, history, today }: ReportFacts) {
  const { t, day, dateTime, label } = reader;
  return {
    today,
    target: target && t(targetOver ? 'mediation:report.targetOver' : 'mediation:report.target', { date: day(target) }),
    history: history.map(({ kind, side, newTarget, at }) => ({
      at,
      date: dateTime(at),
      what: label('mediationReports', kind),
      side: side && t(`mediation:report.sides.${side}`),
      newTarget: newTarget && day(newTarget),
    })),
    kinds: reader.choices('mediationReports'),
  };
}
