/** One at a time, in the order of arrival. */
export type Mutex = {
  /** The lock, when it is free: what gives it back. Null when someone holds it. */
  tryAcquire(): Release | null;
  /** The lock, once all who came before have given it back. */
  acquire(): Promise<Release>;
};

type Release = () => void;

/**
 * A mutex for handlers that await: without it two commands would decide on the same state. A free lock is taken without awaiting: the engine's sandbox
 * notes where each promise is made, so that one saved in every command is worth having.
 */
export function createMutex(): Mutex {
  const waiting: ((release: Release) => void)[] = [];
  let held = false;

  function release(): void {
    const next = waiting.shift();
    if (next) next(release);
    else held = false;
  }

  function tryAcquire(): Release | null {
    if (held) return null;
    held = true;
    return release;
  }

  return {
    tryAcquire,
    acquire: () => new Promise((resolve) => (held ? waiting.push(resolve) : resolve(tryAcquire()!))),
  };
}

/** Runs work while holding the lock. */
export async function holding<T>(mutex: Mutex, work: () => Promise<T>): Promise<T> {
  const release = mutex.tryAcquire() ?? (await mutex.acquire());
  try {
    return await work();
  } finally {
    release();
  }
}
