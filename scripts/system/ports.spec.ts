import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { freePorts, isFree } from './ports.ts';

describe('free ports', () => {
  it('are all different, free, and none that the system may give to an outgoing connection meanwhile', async () => {
    const ports = await freePorts(40);
    expect(new Set(ports).size).toBe(40);
    expect(ports.filter((port) => port >= 32_768 || port < 1_024)).toEqual([]);
    for (const port of ports) expect(await isFree(port)).toBe(true);
  });

  it('are not those that a program listens on', async () => {
    const [port = 0] = await freePorts(1);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    try {
      expect(await isFree(port)).toBe(false);
    } finally {
      server.close();
    }
  });
});
