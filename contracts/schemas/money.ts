/**
 * An amount as people write it, in cents: « 1 234,56 $ », `1,234.56`, `1234.5`, `$50`. Null when it is no amount. A single
 * separator followed by three digits groups thousands (`1,234` is 1 234 dollars).
 */
export function parseMoney(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f$]|CAD/gi, '');
  const match = /^(\d[\d.,']*)$/.exec(bare);
  if (!match) return null;
  const written = bare.replaceAll("'", '');
  const cut = decimalPosition(written);
  const grouped = cut < 0 ? written : written.slice(0, cut);
  // Thousands are grouped by three with one mark, which is not the one of the decimals; anything else is no amount to guess at.
  if (!/^\d+$/.test(grouped) && !/^\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)$/.test(grouped)) return null;
  if (cut >= 0 && grouped.includes(written[cut] ?? '')) return null;
  const whole = grouped.replaceAll(/[.,]/g, '');
  const decimals = cut < 0 ? '' : written.slice(cut + 1);
  if (!/^\d{1,12}$/.test(whole) || !/^\d{0,2}$/.test(decimals)) return null;
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0') || '0');
}

function decimalPosition(written: string): number {
  const last = Math.max(written.lastIndexOf(','), written.lastIndexOf('.'));
  if (last < 0) return -1;
  const separators = written.match(/[.,]/g) ?? [];
  const groups = written.length - last - 1 === 3 && new Set(separators).size === 1;
  return groups ? -1 : last;
}

/** Cents as a person would type them in a field: `1234,56` in French, `1234.56` in English; no cents when there are none. */
export function moneyField(cents: number, language: 'fr' | 'en'): string {
  const whole = Math.trunc(cents / 100);
  const rest = cents % 100;
  return rest === 0 ? String(whole) : `${whole}${language === 'fr' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
}

/** A percentage as people write it (`12,5 %`), or null. */
export function parsePercent(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(bare) ? Number(bare) : null;
}
