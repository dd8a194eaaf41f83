import { writeFileSync } from 'node:fs';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

/**
 * Loaded before a worker's program (`node --expose-gc --import`), in each of its threads. On SIGHUP every thread collects its garbage
 * and says what its heap still holds; the sum is written to the file `BENCH_HEAP`. (SIGUSR2 would end the SDK's worker.)
 */
const orders = new BroadcastChannel('bench-collect');
const answers = new BroadcastChannel('bench-heap');
const held = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
if (isMainThread) {
  let sum = 0;
  const write = (): void => writeFileSync(process.env['BENCH_HEAP']!, String(sum));
  answers.onmessage = (message) => {
    sum += Number((message as unknown as { data: number }).data);
    write();
  };
  process.on('SIGHUP', () => {
    sum = held();
    write();
    orders.postMessage('collect');
  });
} else {
  orders.onmessage = () => answers.postMessage(held());
}
orders.unref();
answers.unref();
