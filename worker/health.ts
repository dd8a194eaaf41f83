import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `/health`: the process runs. `/ready`: it takes work (503 otherwise). `/metrics`: the same in Prometheus's text format, with memory.
 *
 * @param where.host the interface that it listens on: all of them only where that is asked for.
 * @returns the port it listens on and how to end it.
 */
export async function startHealth(
  { host, port }: { host: string; port: number },
  ready: () => boolean,
): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const answer = (status: number, body: string): void => {
      response
        .writeHead(status, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .end(body);
    };
    switch (request.url) {
      case '/health':
        return answer(200, 'ok\n');
      case '/ready':
        return ready() ? answer(200, 'ready\n') : answer(503, 'not ready\n');
      case '/metrics':
        return answer(200, metrics(ready()));
      default:
        return answer(404, 'not found\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function metrics(ready: boolean): string {
  const { rss, heapUsed } = process.memoryUsage();
  return [
    '# TYPE worker_ready gauge',
    `worker_ready ${ready ? 1 : 0}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_size_used_bytes gauge',
    `nodejs_heap_size_used_bytes ${heapUsed}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime().toFixed(0)}`,
    '',
  ].join('\n');
}
