type MetaArgs = { data?: unknown; error?: unknown; location: { pathname: string } };

export const productName = 'Parle consommation';

/** A route's `meta`: the `title` that its loader returned, then the product's name. */
export function titleMeta({ data }: MetaArgs): { title: string }[] {
  const title = data !== null && typeof data === 'object' && 'title' in data ? String(data.title) : '';
  return [{ title: title && title !== productName ? `${title} · ${productName}` : productName }];
}
