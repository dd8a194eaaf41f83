import { readAmount, readPercent } from '#domain/agreement/amounts.ts';

/** An amount as people write it, in cents; null when it is no amount, or could be two (domain/agreement/amounts.ts). */
export function parseMoney(text: string): number | null {
  const reading = readAmount(text);
  return 'cents' in reading ? reading.cents : null;
}

/** Cents as a person would type them in a field: `1234,56` in French, `1234.56` in English; no cents when there are none. */
export function moneyField(cents: number, language: 'fr' | 'en'): string {
  const whole = Math.trunc(cents / 100);
  const rest = cents % 100;
  return rest === 0 ? String(whole) : `${whole}${language === 'fr' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
}

/** A percentage as people write it (`12,5 %`), or null. */
export function parsePercent(text: string): number | null {
  return readPercent(text);
}
