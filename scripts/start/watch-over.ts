import { eventually } from '#scripts/system/eventually.ts';
import { Problem } from '#scripts/system/problem.ts';
import type { Managed } from '#scripts/system/processes.ts';

export type Watched = {
  process(): Managed;
  /** From now on it is restarted; before that, the caller handles its end. */
  keepUp(): void;
  stop(): Promise<void>;
};

const howItEnded = ({ code, signal }: { code: number | null; signal: string | null }): string =>
  signal ? `signal ${signal}` : `code ${code}`;

/** Waits until a process says that it is ready at its health page. */
export async function waitUntilReady(server: Managed, url: string, timeoutMs = 90_000): Promise<void> {
  const log = (): string => `its log is ${server.logFile}:\n${server.tail()}`;
  const ready = async (): Promise<boolean> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok) return true;
    if (!server.hasEnded()) return false;
    const how = howItEnded(await server.ended);
    throw new Problem(`The ${server.name} process ended while starting (${how}); ${log()}`);
  };
  await eventually(ready, {
    within: timeoutMs,
    every: 100,
    failure: () => new Problem(`The ${server.name} process is not ready after ${timeoutMs / 1000} s; ${log()}`),
  });
}

/**
 * Keeps a process of ours up: one that ends by itself is started again, and the terminal is told why. After the third time within a minute it is
 * abandoned.
 */
export function watchOver(options: {
  start: () => Managed;
  say: (line: string) => void;
  giveUp: (problem: Problem) => void;
}): Watched {
  const ends: number[] = [];
  let stopping = false;
  let keeping = false;
  let current: Managed;
  const launch = (): void => {
    current = options.start();
    void current.ended.then(again);
  };
  const again = (how: { code: number | null; signal: string | null }): void => {
    if (stopping || !keeping) return;
    ends.push(Date.now());
    const recent = ends.filter((at) => at > Date.now() - 60_000).length;
    const what = `The ${current.name} process ended by itself (${howItEnded(how)}); its log is ${current.logFile}`;
    if (recent >= 3) return options.giveUp(new Problem(`${what}, and it keeps ending:\n${current.tail()}`));
    options.say(`${what}. Starting it again.`);
    setTimeout(() => !stopping && launch(), 500);
  };
  launch();
  return {
    process: () => current,
    keepUp() {
      keeping = true;
      if (current.hasEnded()) void current.ended.then(again);
    },
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}
