import { propertyOf } from '#contracts/unknown-values.ts';
import { Piscina } from 'piscina';
import { AppError } from '#contracts/errors.ts';
import { createTurns, type TurnLimits } from './turns.ts';

export type LaneOptions = TurnLimits & {
  /** Module whose named exports are the tasks; it is loaded in the threads and never here. */
  file: URL;
  /** Maximum time of one task, the start of its thread included; then the thread is ended. */
  milliseconds: number;
  /** Maximum memory of a thread's objects; past it the thread ends, not the process. */
  megabytes: number;
};

type AnyTasks = { [name: string]: (input: never) => unknown };

export type Lane<Tasks extends AnyTasks> = {
  /** Runs a task in a thread when the turn of `whose` comes. @throws AppError `platform.busy` as {@link Lane.inTurn} and {@link Lane.call}. */
  run<Name extends keyof Tasks & string>(
    whose: string,
    name: Name,
    input: Parameters<Tasks[Name]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Holds a turn around work that calls the lane itself, so that what it gathers first is bounded too. */
  inTurn<Result>(whose: string, work: (call: Lane<Tasks>['call']) => Promise<Result>): Promise<Result>;
  /** Runs a task at once, within a turn. @throws AppError `platform.busy` when it took too long or too much memory. */
  call<Name extends keyof Tasks & string>(
    name: Name,
    input: Parameters<Tasks[Name]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Ends the threads; what was running is refused. The lane may be used again. */
  stop(): Promise<void>;
};

/** A thread that was idle for this long is ended. */
const idleMs = 60_000;

/**
 * Threads for one kind of work that would block the event loop. They start with the first task, keep what they loaded for the next, and never keep
 * the process alive. Inputs and results are copied between threads (structured clone); a task reports a refusal as its result, since an error loses
 * its class on the way.
 */
export function createLane<Tasks extends AnyTasks>(options: LaneOptions): Lane<Tasks> {
  const { file, atOnce, milliseconds, megabytes } = options;
  const turns = createTurns(options);
  let pool: Piscina | null = null;
  const threads = () =>
    (pool ??= new Piscina({
      filename: file.href,
      minThreads: 0,
      maxThreads: atOnce,
      idleTimeout: idleMs,
      // A thread that ends between two tasks is replaced by the next one; without a listener, the event would end the process.
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      env: {},
      execArgv: [],
    }).on('error', () => undefined));

  const call: Lane<Tasks>['call'] = async (name, input) => {
    try {
      return (await threads().run(input, { name, signal: AbortSignal.timeout(milliseconds) })) as never;
    } catch (error) {
      throw outOfBounds(error) ? new AppError('platform.busy') : error;
    }
  };
  return {
    call,
    run: (whose, name, input) => turns.run(whose, () => call(name, input)),
    inTurn: (whose, work) => turns.run(whose, () => work(call)),
    async stop() {
      await pool?.destroy();
      pool = null;
    },
  };
}

function outOfBounds(error: unknown): boolean {
  return propertyOf(error, 'name') === 'AbortError' || propertyOf(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY';
}
