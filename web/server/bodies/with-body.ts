import { Readable } from 'node:stream';
import type { Request } from 'express';
import { bodyOf } from './receive-body.ts';

/** The request as Remix's adapter reads it: the same, except its stream, which is the body that was counted. */
export function withBody(request: Request): Request {
  const body = bodyOf(request) ?? Readable.from([]);
  return new Proxy(request, {
    get(target, name): unknown {
      if (!(name in Readable.prototype)) return Reflect.get(target, name);
      const value: unknown = Reflect.get(body, name);
      return typeof value === 'function' ? value.bind(body) : value;
    },
  });
}
