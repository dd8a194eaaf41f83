import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import type { ClosingFormFacts } from '#web/server/services/dossier/closing/closing.ts';

/** The form that ends a dossier, in words. */
export function presentClosingForm(reader: Reader, form: ClosingFormFacts) {
  const { other, reasons, justificationId, justification, base, others, unled, neverLed } = form;
  return {
    other: nameOf(reader, other),
    reasons: reader.choices(reasons),
    justificationId,
    justification,
    base,
    unled,
    neverLed,
    others: others.map(({ id, body, savedAt }) => ({ id, body, savedAt: reader.dateTime(savedAt), to: null })),
  };
}
