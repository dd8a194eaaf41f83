/**
 * Work that is asked for more often than it can be done: never twice at the same time, and once more when it was asked for meanwhile.
 *
 * @param failed told of what `work` threw; without it, that is left to whatever hears unhandled rejections.
 */
export function oneAtATime(work: () => Promise<void>, failed?: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void run().catch(failed);
  };
}
