import type { Request, Response } from 'express';

/** Attributes shared by every cookie: this host only, never for scripts, never in another site's forms (ASVS 3.3). */
export type CookieJar = {
  get(name: string): string | null;
  set(name: string, value: string, maxAgeSeconds?: number): void;
  clear(name: string): void;
};

/**
 * Reads and sets cookies of one exchange. Over https names carry the `__Host-` prefix (RFC 6265bis §4.1.3.2), which plain
 * http does not allow.
 */
export function cookieJar(request: Request, response: Response, secure: boolean): CookieJar {
  const received = parse(request.headers.cookie ?? '');
  const nameOf = (name: string) => (secure ? `__Host-${name}` : name);
  const write = (name: string, value: string, age: string) => {
    const parts = [`${nameOf(name)}=${encodeURIComponent(value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
    if (age) parts.push(age);
    if (secure) parts.push('Secure');
    response.append('Set-Cookie', parts.join('; '));
  };
  return {
    get: (name) => received.get(nameOf(name)) ?? null,
    set: (name, value, maxAge) => write(name, value, maxAge === undefined ? '' : `Max-Age=${maxAge}`),
    clear: (name) => write(name, '', 'Max-Age=0'),
  };
}

function parse(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (found.has(name)) continue;
    try {
      found.set(name, decodeURIComponent(pair.slice(at + 1).trim()));
    } catch {
      // A value that is not percent-encoded text was not set by us.
    }
  }
  return found;
}
