/** Runs work one piece at a time, in the order of arrival. */
export type Mutex = { runExclusive<T>(work: () => Promise<T>): Promise<T> };

/** A mutex for handlers that await: without it two commands would decide on the same state. */
export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    runExclusive<T>(work: () => Promise<T>): Promise<T> {
      const mine = tail.then(work);
      tail = mine.catch(() => undefined);
      return mine;
    },
  };
}
