import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openEngineClient } from './engine-client.ts';

test('what still asks the engine when its connection is closed is told so, and ends nothing else', async () => {
  // Nothing answers there, so that each call is tried again until it is given up.
  const gone = createServer();
  const { port } = await new Promise<AddressInfo>((resolve) =>
    gone.listen(0, '127.0.0.1', () => resolve(gone.address() as AddressInfo)),
  );
  await new Promise((resolve) => gone.close(resolve));
  const { client, close } = openEngineClient({
    TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TLS: false,
  });
  const uncaught: unknown[] = [];
  const hear = (fault: unknown) => uncaught.push(fault);
  process.on('uncaughtException', hear);
  const asked = Array.from({ length: 8 }, () =>
    client.connection
      .withDeadline(Date.now() + 20_000, () => client.workflowService.getSystemInfo({}))
      .then(
        () => 'answered',
        (error: unknown) => (error as { code?: number }).code,
      ),
  );
  await sleep(1_000);
  await close();
  const ended = await Promise.race([Promise.all(asked), sleep(8_000)]);
  process.off('uncaughtException', hear);
  expect([uncaught, ended]).toEqual([[], Array(8).fill(1)]);
});
