import type { RequestHandler } from 'express';

const known = ['GET', 'HEAD', 'POST'];

/**
 * Pages are read, and forms are sent by POST: nothing else is answered (RFC 9110 §15.5.6). The framework runs a page's action for any other method
 * too, and TRACE would give back what a proxy added to the request (ASVS 13.4.4).
 */
export function knownMethods(): RequestHandler {
  return (request, response, next) => {
    if (known.includes(request.method)) next();
    else response.status(405).set('Allow', known.join(', ')).type('txt').send('Method not allowed');
  };
}
