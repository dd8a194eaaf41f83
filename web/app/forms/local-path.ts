/**
 * The path to go back to when it is one of ours, else `fallback`: a redirect never leads to another site (ASVS 3.7.2). The value is
 * read as a browser would, so `//evil`, `/\evil` and `https:evil` do not pass.
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  const base = 'http://local.invalid';
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}` : fallback;
}
