/** What was started, in order; ended from the last to the first. */
export type Stack = {
  add(name: string, end: () => Promise<unknown>): void;
  /** Ends everything once, whoever asks; a part that will not end does not keep the others. */
  unwind(): Promise<void>;
  /** True from the first call of `unwind` on. */
  readonly ending: boolean;
};

/** @param onFailure told of a part whose end failed. */
export function createStack(onFailure: (name: string, error: unknown) => void): Stack {
  const parts: { name: string; end: () => Promise<unknown> }[] = [];
  let under: Promise<void> | null = null;
  const unwindAll = async (): Promise<void> => {
    for (let part = parts.pop(); part; part = parts.pop()) {
      await part.end().catch((error: unknown) => onFailure(part.name, error));
    }
  };
  return {
    add: (name, end) => void parts.push({ name, end }),
    unwind: () => (under ??= unwindAll()),
    get ending() {
      return under !== null;
    },
  };
}
