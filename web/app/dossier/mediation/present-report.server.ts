import type { Reader } from '#content/reader.ts';
import type { ReportFacts } from '#web/server/services/dossier/mediation/mediator-acts.ts';

/** The mediator's report to the Office, in words. */
export function presentReport(reader: Reader, { target, last, today }: ReportFacts) {
  const { t, day, label } = reader;
  return {
    today,
    target: target && t('mediation:report.target', { date: day(target) }),
    last: last && t('mediation:report.last', { date: day(last.at), what: label('mediationReports', last.kind) }),
    kinds: reader.choices('mediationReports'),
  };
}
