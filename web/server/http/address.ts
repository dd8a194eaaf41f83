import type { RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';

/**
 * Accepts only addresses that can be decoded: 404 for an invalid escape (`/%zz`) and for a request line that names another place (`GET
 * http://elsewhere/`), at which the pages' router would fail or print the address. The host is always ours, whatever the request says.
 */
export function readableAddress(publicOrigin: string): RequestHandler {
  const { host } = new URL(publicOrigin);
  return (request, _response, next) => {
    request.headers.host = host;
    next(isReadable(request.originalUrl) ? undefined : new AppError('access.not_found'));
  };
}

function isReadable(address: string): boolean {
  const whole = `http://host.invalid${address}`;
  if (!address.startsWith('/') || !URL.canParse(whole)) return false;
  // The router's former way of asking for data: not ours, and it logs a fault each time.
  if (new URL(whole).searchParams.has('_data')) return false;
  try {
    decodeURIComponent(address.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
