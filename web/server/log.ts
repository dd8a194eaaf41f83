import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';

/**
 * The process's log, one JSON object a line. Nothing that people write or are called by goes in: requests are logged by method,
 * route shape and status, and these names are struck out wherever they appear.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const struck = [
    'email',
    'password',
    'code',
    'token',
    'firstName',
    'lastName',
    'body',
    'cookie',
    'authorization',
    'params',
  ];
  return pino(
    {
      level,
      base: { part: 'web' },
      redact: {
        paths: [
          ...struck,
          ...struck.map((name) => `*.${name}`),
          'err.detail',
          'err.where',
          'err.query',
          'err.parameters',
        ],
      },
      serializers: { err: faultOf },
    },
    ...(destination ? [destination] : []),
  );
}

/** A fault without its message: drivers quote values in theirs. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const stack = error.stack?.slice(error.stack.indexOf('\n    at ')).trim().split('\n', 6).join('\n');
  return { type: error.name, ...(typeof code === 'string' ? { sqlState: code } : {}), stack };
}

/** One line a request, once it is answered. Ids and tokens in addresses are replaced by `:id`. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const ms = Math.round(performance.now() - began);
      const line = { method: request.method, route: routeShape(request.path), status: response.statusCode, ms };
      if (response.statusCode >= 500) log.error(line, 'request');
      else if (line.route.startsWith('/assets')) log.trace(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}

function routeShape(path: string): string {
  return path
    .split('/')
    .map((part) => (part.length > 24 || /[\d@%]/.test(part) ? ':id' : part))
    .join('/')
    .slice(0, 120);
}
