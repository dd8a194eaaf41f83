import type { Reader } from '#content/reader.ts';
import type { MediationClosingFacts } from '#web/server/services/dossier/mediation/close-mediation.ts';

/** The form by which the mediator closes, in words. */
export function presentMediationClosing(reader: Reader, form: MediationClosingFacts) {
  const { tellFirst, justification, nature } = form;
  const own = ({ id, body, base }: MediationClosingFacts['nature']) => ({ id, body, base });
  return {
    tellFirst,
    reasons: reader.choices('mediatorClosingReasons'),
    justification: own(justification),
    nature: own(nature),
    others: [...nature.others, ...justification.others].map(({ id, body, savedAt }) => ({
      id,
      body,
      savedAt: reader.dateTime(savedAt),
      to: null,
    })),
  };
}
