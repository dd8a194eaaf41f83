import { translator, type Language } from '#content/texts/index.ts';
import { formatPhone } from '#content/texts/phone.ts';
import type { PartyView } from '#domain/agreement/types.ts';

/** Who a party is and how to reach it, one item per line. */
export function party(language: Language, title: string, view: PartyView): string {
  const { name, address, email, phone, actedBy } = view;
  const acted = actedBy ? translator(language)('documents:agreement.actedBy', { name: actedBy }) : '';
  return [title, name, acted, address, formatPhone(language, phone), email].filter(Boolean).join('\n');
}
