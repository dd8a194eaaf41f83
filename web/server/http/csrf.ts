import type { RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site's page made the browser send (ASVS 3.5). Remix's own check trusts the Host header, skips
 * resource routes and believes X-Forwarded-Host; this one knows the one public origin and nothing else.
 *
 * A browser says where a request comes from: `Sec-Fetch-Site` when it has it, else `Origin`, else `Referer`. An unsafe
 * request that says nothing is refused.
 */
export function csrfGate(publicOrigin: string): RequestHandler {
  return (request, _response, next) => {
    // Nothing behind this line may take an address from the request.
    delete request.headers['x-forwarded-host'];
    if (!safeMethods.has(request.method) && !comesFromUs(request.headers, publicOrigin)) {
      next(new AppError('csrf.refused'));
      return;
    }
    // Checked here; Remix would compare it again with a Host header that a proxy may have changed.
    delete request.headers['origin'];
    next();
  };
}

function comesFromUs(headers: NodeJS.Dict<string | string[]>, publicOrigin: string): boolean {
  const site = single(headers['sec-fetch-site']);
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = single(headers['origin']);
  if (origin !== null) return origin === publicOrigin;
  const referer = single(headers['referer']);
  return referer !== null && URL.canParse(referer) && new URL(referer).origin === publicOrigin;
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
