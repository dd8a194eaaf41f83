import type { Server } from 'node:http';

/**
 * Times of connections. A whole request has none: a form without files has its own (bodies/limits.ts), and a sending of files lasts as long as its
 * bytes come at a pace (bodies/pace.ts).
 */
export function limitTimes(server: Server): void {
  server.requestTimeout = 0;
  // Headers come in one or two packets; slow ones each hold a connection.
  server.headersTimeout = 20_000;
  // Above the usual 60 s of a balancer, which must be the one to close.
  server.keepAliveTimeout = 65_000;
}
