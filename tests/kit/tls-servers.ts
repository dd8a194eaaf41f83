import { createSecureServer, type IncomingHttpHeaders } from 'node:http2';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

/** What a Temporal frontend would see of a client. */
type Call = { method: string; authorization: string | null; encrypted: true };

/**
 * Stands where a Temporal frontend with TLS would, and notes each call; it answers that it knows none (gRPC 12). Clients that speak in
 * clear get nowhere and are counted.
 */
export async function startTlsFrontend({ key, certificate }: { key: string; certificate: string }) {
  const calls: Call[] = [];
  const server = createSecureServer({ key, cert: certificate });
  let inClear = 0;
  server.on('tlsClientError', (error: NodeJS.ErrnoException) => {
    if (/WRONG_VERSION_NUMBER|HTTP_REQUEST/.test(error.code ?? '')) inClear += 1;
  });
  server.on('stream', (stream, headers: IncomingHttpHeaders) => {
    calls.push({
      method: String(headers[':path']).split('/').at(-1)!,
      authorization: headers.authorization ?? null,
      encrypted: true,
    });
    stream.on('error', () => undefined);
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '12' }, { endStream: true });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `localhost:${(server.address() as AddressInfo).port}`,
    calls,
    inClear: () => inClear,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Stands where a PostgreSQL server with TLS would, as far as the start of a session: notes for each client whether it asked for TLS and
 * which user it named once inside, then hangs up.
 */
export async function startTlsDatabase({ key, certificate }: { key: string; certificate: string }) {
  const seen: { tls: boolean; user: string | null }[] = [];
  const secureContext = createSecureContext({ key, cert: certificate });
  const userOf = (startup: Buffer): string | null => /user\0([^\0]*)/.exec(startup.toString())?.[1] ?? null;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (first) => {
      // SSLRequest: a length of 8 and the number 80877103.
      if (first.readInt32BE(4) !== 80_877_103) {
        seen.push({ tls: false, user: userOf(first) });
        return socket.destroy();
      }
      socket.write('S');
      const inside = new TLSSocket(socket, { isServer: true, secureContext });
      const note = { tls: true, user: null as string | null };
      seen.push(note);
      inside.on('error', () => undefined);
      inside.once('data', (startup: Buffer) => {
        note.user = userOf(startup);
        inside.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://parle:secret@localhost:${port}/parle`,
    seen,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
