import { randomInt } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { Problem } from './problem.ts';

const listen = (port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** True when nothing listens on the port of this machine's loopback address. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await close(await listen(port, host));
    return true;
  } catch {
    return false;
  }
}

/**
 * Where ports of our own are chosen: below those that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere), any of which may take a port
 * of theirs between its choice and the start of the server that it is for.
 */
const own = { from: 15_000, to: 32_000 };

/** As many free ports as asked, all different: they are held together until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  for (let tries = 0; held.size < count; tries += 1) {
    if (tries > 1_000 + count) throw new Problem('No port of this machine can be listened on.');
    const port = randomInt(own.from, own.to);
    // Taken by another program, or chosen already: another is tried.
    const server = held.has(port) ? null : await listen(port, '127.0.0.1').catch(() => null);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map(close));
  return [...held.keys()];
}

/**
 * Makes sure a port that people use is free.
 *
 * @throws Problem that names the port, what it is for, and the setting that changes it.
 */
export async function requirePort(port: number, what: string, setting: string): Promise<void> {
  if (port === 0 || (await isFree(port))) return;
  throw new Problem(
    `Port ${port}, meant for the ${what}, is taken by another program: stop that program, or choose another port with ${setting}=${port + 100}.`,
  );
}

/** True when something answers on the port. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(2000, () => end(false));
  });
}
