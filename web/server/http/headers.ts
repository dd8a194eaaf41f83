import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { ServerResponse } from 'node:http';

/** Where the request's nonce waits for the page. */
export function nonceOf(locals: Record<string, unknown>): string {
  return typeof locals['nonce'] === 'string' ? locals['nonce'] : '';
}

/**
 * Security headers of every response (ASVS 3.4). The policy is enforced; scripts run by nonce only. With `hotReload` Vite's
 * own scripts and styles are let through, in development only.
 */
export function securityHeaders(options: { https: boolean; hotReload: boolean }): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals['nonce'] = randomBytes(18).toString('base64');
    next();
  };
  const nonceSource = (_request: unknown, response: ServerResponse) =>
    `'nonce-${nonceOf((response as unknown as { locals: Record<string, unknown> }).locals)}'`;
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceSource],
        styleSrc: ["'self'", ...(options.hotReload ? ["'unsafe-inline'"] : [])],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(options.hotReload ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(options.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    // Links carry activation tokens: no address of ours is sent to other sites (ASVS 3.4.5). Stricter still, `no-referrer`
    // would make browsers send `Origin: null` with our own forms (Fetch §3.2), which the gate refuses.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
  return [nonce, headers, permissions];
}
