import { setTimeout as sleep } from 'node:timers/promises';

export type Waiting = {
  /** Milliseconds after which it is given up. @default 20_000 */
  within?: number;
  /** Milliseconds between two questions. @default 50 */
  every?: number;
  /** What to throw when it is given up, made then, so that it may tell what there was instead; the question itself otherwise. */
  failure?: () => unknown;
};

/**
 * Asks until the answer is something (not `null`, `undefined` or `false`), and returns it. It is asked at least once, and a last time when
 * the time is over. An error of the question ends the waiting: one that may still pass is caught by the question.
 *
 * @throws Error that tells what was asked, or what `failure` makes.
 */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  { within = 20_000, every = 50, failure }: Waiting = {},
): Promise<Exclude<T, null | undefined | false>> {
  for (const end = Date.now() + within; ;) {
    const over = Date.now() >= end;
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer as Exclude<T, null | undefined | false>;
    }
    if (over) throw failure?.() ?? new Error(`not within ${within} ms: ${String(ask).replaceAll(/\s+/g, ' ')}`);
    await sleep(every);
  }
}
