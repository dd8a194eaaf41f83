import type { Reader } from '#content/reader.ts';
import type { MediationClosingFacts } from '#web/server/services/dossier/mediation/close-mediation.ts';

type Started = MediationClosingFacts['nature'];

/** The forms by which the mediator announces the closing and then closes, in words. */
export function presentMediationClosing(reader: Reader, form: MediationClosingFacts) {
  const { t, label, dateTime } = reader;
  const { announcedAt, announcement, justification, nature } = form;
  const own = ({ id, body, base }: Started) => ({ id, body, base });
  const others = (...started: Started[]) =>
    started.flatMap((each) =>
      each.others.map(({ id, body, savedAt }) => ({ id, body, savedAt: dateTime(savedAt), to: null })),
    );
  return {
    announced: announcedAt && t('mediation:close.announced', { date: dateTime(announcedAt) }),
    announcement: {
      ...own(announcement),
      savedAt: announcement.savedAt && dateTime(announcement.savedAt),
      readers: label('threadReaders', 'mediationRoom'),
      others: others(announcement),
    },
    reasons: reader.choices('mediatorClosingReasons'),
    justification: own(justification),
    nature: own(nature),
    others: others(nature, justification),
  };
}
