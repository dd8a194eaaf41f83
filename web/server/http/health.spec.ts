import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { healthRoutes } from './health.ts';

test('who asks within a second of another gets the same answer: a part is not asked again for each', async () => {
  let asked = 0;
  const server = createServer(express().use(healthRoutes({ database: async () => void (asked += 1) })));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const ready = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`);
    const answers = await Promise.all(Array.from({ length: 20 }, ready));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(asked).toBe(1);
    await new Promise((later) => setTimeout(later, 1_100));
    expect((await ready()).status).toBe(200);
    expect(asked).toBe(2);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
