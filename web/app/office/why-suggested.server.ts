import type { Reader } from '#content/reader.ts';
import type { Reason } from '#domain/assignment/suggestion.ts';

/** One sentence that says why the suggested person comes first (B-11). */
export function whyWords({ t }: Reader, name: string, reasons: readonly Reason[]): string {
  const words = reasons.map((reason) => t(`mediation:assign.reasons.${reason}`));
  const last = words.pop() ?? '';
  const list = words.length === 0 ? last : t('mediation:assign.reasonsAnd', { first: words.join(', '), last });
  return t('mediation:assign.why', { name, reasons: list });
}
