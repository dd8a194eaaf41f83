import type { ChildProcess } from 'node:child_process';
import type { LoopDelayAnswer, LoopDelayQuestion } from '#web/server/loop-delay.ts';

/** How late a process's event loop ran while something was done to it, and how late `/health/live` answered at worst; milliseconds. */
export type Held = { p50: number; p99: number; max: number; slowestProbe: number; probes: number };

export type LoopWatch = {
  /** Measures while `work` runs, `/health/live` asked twenty times a second. */
  during<Result>(work: () => Promise<Result>): Promise<{ result: Result; held: Held }>;
};

const probeEveryMs = 50;

/** Watches the web process that a test started, over the channel between the two. */
export function watchLoop(child: ChildProcess, origin: string): LoopWatch {
  const ask = (question: LoopDelayQuestion['ask']): Promise<LoopDelayAnswer> =>
    new Promise((resolve, reject) => {
      const heard = (message: unknown) => {
        if ((message as LoopDelayAnswer).type !== 'loop-delay') return;
        child.off('message', heard);
        resolve(message as LoopDelayAnswer);
      };
      child.on('message', heard);
      child.send({ type: 'loop-delay', ask: question } satisfies LoopDelayQuestion, (error) => {
        if (error) reject(error);
      });
    });

  return {
    async during(work) {
      await ask('start');
      let probing = true;
      const times: number[] = [];
      const probe = (async () => {
        while (probing) {
          const began = performance.now();
          const answer = await fetch(`${origin}/health/live`);
          if (answer.status !== 200) throw new Error(`/health/live answers ${answer.status}`);
          await answer.text();
          times.push(performance.now() - began);
          await new Promise((resolve) => setTimeout(resolve, probeEveryMs));
        }
      })();
      try {
        const result = await work();
        const { p50, p99, max } = await ask('read');
        return { result, held: { p50, p99, max, slowestProbe: Math.max(0, ...times), probes: times.length } };
      } finally {
        probing = false;
        await probe;
      }
    },
  };
}

/**
 * The longest that the loop may be held at the 99th percentile, in milliseconds: a tenth of a second, or three times what as many ordinary requests hold it
 * on this machine in the same run, whichever is longer. What holds everybody up takes seconds.
 */
export const maxHeld = (ordinary: Held): number => Math.max(100, 3 * ordinary.p99);
