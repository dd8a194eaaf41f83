import { AppError } from '#contracts/errors.ts';

/** Pages that one person has in view at the same time: windows on a few screens. */
const perPerson = 12;
/** Fewer than the connections that the process takes, so that pages still come. */
const inAll = 1_000;

export type Seats = ReturnType<typeof createSeats>;

/** Streams that are open, by whom they are for. */
export function createSeats() {
  const open = new Map<string, Set<() => void>>();
  let count = 0;
  let closing = false;
  return {
    /**
     * Takes a place; the answer gives it back. `end` is called when the process stops.
     *
     * @throws AppError `rate.limited` when this person has too many, `platform.unavailable` when the process has.
     */
    take(userId: string, end: () => void): () => void {
      const own = open.get(userId) ?? new Set();
      if (own.size >= perPerson) throw new AppError('rate.limited', { minutes: 1 });
      if (count >= inAll || closing) throw new AppError('platform.unavailable');
      open.set(userId, own.add(end));
      count += 1;
      return () => {
        if (!own.delete(end)) return;
        count -= 1;
        if (own.size === 0) open.delete(userId);
      };
    },

    /** Ends all streams: a process that stops waits for its answers. */
    close(): void {
      closing = true;
      for (const each of [...open.values()].flatMap((own) => [...own])) each();
    },
  };
}
