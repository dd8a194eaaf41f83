import { propertyOf } from '#contracts/unknown-values.ts';

type MetaArgs = { data?: unknown; matches: { id: string; data?: unknown }[] };

export const productName = 'Parle consommation';

/**
 * A route's `meta`, of what its loader returned: `title`, the page's own heading; `of`, what else tells it from pages that have the same one (a
 * filter, a company, a tab); the dossier's `number`; then the product's name. After a refusal
 * « Erreur : » comes first, as that is what a screen reader says first (WCAG 2.4.2).
 */
export function titleMeta({ data, matches }: MetaArgs): { title: string }[] {
  const [title, of, number] = [propertyOf(data, 'title'), propertyOf(data, 'of'), propertyOf(data, 'number')];
  const named = [title, of].flat();
  // A draft without a title, or a dossier as the Office sees it, is called by its number already.
  if (typeof number === 'string' && !String(title).includes(number)) named.push(number);
  const parts = named.filter((part) => typeof part === 'string' && part !== '');
  const prefix = propertyOf(matches.find(({ id }) => id === 'root')?.data, 'titlePrefix');
  const whole = [...parts, productName].join(' · ');
  return [{ title: prefix ? `${String(prefix)} ${whole}` : whole }];
}
