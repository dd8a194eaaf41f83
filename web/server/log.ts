import cluster from 'node:cluster';
import type { RequestHandler } from 'express';
import { pino, stdSerializers, type Logger } from 'pino';
import { faultOf } from '#contracts/faults.ts';
import { pagesById } from '#contracts/pages/index.ts';
import { requestRef } from './security-log/index.ts';

/**
 * The process's log, one JSON object per line. It holds nothing that people write, and no names: requests are logged by method, route shape and
 * status, faults by their kind and place, and fields with these names are removed wherever they appear. A developer, whose people are invented, sees
 * the messages of faults too.
 */
export function createLog(level: string, { developing = false }: { developing?: boolean } = {}): Logger {
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
  return pino({
    level,
    base: { part: 'web', ...(cluster.worker ? { process: cluster.worker.id } : {}) },
    redact: { paths: [...struck, ...struck.map((name) => `*.${name}`)] },
    serializers: { err: developing ? stdSerializers.err : faultOf },
  });
}

/** One line per request, once it is answered. What is not a word of our own addresses is replaced by `:id`. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const id = requestRef();
    response.once('close', () => {
      const ms = Math.round(performance.now() - began);
      const { method, path } = request;
      const line = { request: id, method, route: routeShape(path), status: response.statusCode, ms };
      if (response.statusCode >= 500) log.error(line, 'request');
      else if (line.route.startsWith('/assets')) log.trace(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}

/** Words of our own addresses; anything else in an address comes from the sender, and is not logged. */
const words = new Set([
  ...Object.values(pagesById).flatMap(({ path }) => path.split('/')),
  ...['', 'assets', 'health', 'live', 'ready', '_root', '__manifest', 'favicon.svg'],
]);

function routeShape(path: string): string {
  return path
    .split('/', 12)
    .map((part) => (words.has(part.replace(/\.data$/, '')) ? part : ':id'))
    .join('/');
}
