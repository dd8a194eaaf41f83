/**
 * The path to go back to when it is one of ours, else `fallback`: a redirect never leads to another site (ASVS 3.7.2). The value is read as a browser
 * would, so `//evil`, `/\evil` and `https:evil` do not pass; and the result is read again, since removing the dots of `/.//evil` leaves `//evil`.
 */
export function localPath(value: unknown, fallback = '/'): string {
  const once = pathOf(value);
  return once !== null && pathOf(once) === once ? once : fallback;
}

const base = 'http://local.invalid';

function pathOf(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}` : null;
}
