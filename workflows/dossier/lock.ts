/** One at a time, in the order of arrival. */
export type Lock = { run<T>(work: () => Promise<T>): Promise<T> };

/** A mutex for handlers that await: without it two commands would decide on the same state. */
export function createLock(): Lock {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run<T>(work: () => Promise<T>): Promise<T> {
      const mine = tail.then(work);
      tail = mine.catch(() => undefined);
      return mine;
    },
  };
}
