import { connect, createServer, type Server } from 'node:net';
import { Problem } from './problem.ts';

const listen = (port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });

const portOf = (server: Server): number => (server.address() as { port: number }).port;
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

/** As many free ports as asked, all different: they are held together until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, '127.0.0.1')));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
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
