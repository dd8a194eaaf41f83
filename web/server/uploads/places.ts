/** Places for files, shared by the sendings of one side on one dossier that are under way. */
export type Places = {
  readonly left: number;
  /** Takes a place for a file that begins to arrive; false when there is none, and its bytes are not written. */
  take(): boolean;
  /** Gives a place back: its file was refused. */
  giveBack(): void;
};

/** Places for one sending alone. */
export function countPlaces(left: number): Places {
  return {
    get left() {
      return left;
    },
    take() {
      if (left <= 0) return false;
      left -= 1;
      return true;
    },
    giveBack() {
      left += 1;
    },
  };
}

/**
 * Counts places in this process, so that sendings that cross write no more bytes than may be kept. What is kept in the end is decided where rows are
 * written, across processes.
 */
export function createPlaces() {
  const shared = new Map<string, { places: Places; sendings: number }>();
  return {
    /**
     * @param side the dossier and the side.
     * @param left how many files the side may still add, as its rows say.
     */
    async with<Result>(side: string, left: number, work: (places: Places) => Promise<Result>): Promise<Result> {
      const entry = shared.get(side) ?? { places: countPlaces(left), sendings: 0 };
      shared.set(side, entry);
      entry.sendings += 1;
      try {
        return await work(entry.places);
      } finally {
        entry.sendings -= 1;
        if (entry.sendings === 0) shared.delete(side);
      }
    },
  };
}
