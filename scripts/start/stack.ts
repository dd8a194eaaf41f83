/** What was started, in order; ended from the last to the first. */
export type Stack = {
  /** A part that comes when everything is being ended is ended at once. */
  add(name: string, end: () => Promise<unknown>): void;
  /** Ends everything once, whoever asks; a part that does not end does not block the others. */
  unwind(): Promise<void>;
  /** True from the first call of `unwind` on. */
  readonly ending: boolean;
};

/** @param onFailure called with a part whose shutdown failed. */
export function createStack(onFailure: (name: string, error: unknown) => void): Stack {
  const parts: { name: string; end: () => Promise<unknown> }[] = [];
  let under: Promise<void> | null = null;
  const end = (part: (typeof parts)[number]): Promise<unknown> =>
    part.end().catch((error: unknown) => onFailure(part.name, error));
  const unwindAll = async (): Promise<void> => {
    for (let part = parts.pop(); part; part = parts.pop()) await end(part);
  };
  return {
    add(name, ended) {
      const part = { name, end: ended };
      if (under) void end(part);
      else parts.push(part);
    },
    unwind: () => (under ??= unwindAll()),
    get ending() {
      return under !== null;
    },
  };
}
