import { AppError } from '#contracts/errors.ts';

type Limits = { bodies: number; bodiesEach: number; bytes: number; bytesEach: number };

/** The memory that one request holds. */
export type Hold = {
  /** @throws AppError `platform.busy` when the process, or this place, would hold more than it may. */
  add(bytes: number): void;
  release(): void;
};

/**
 * Bounds the memory that bodies take together, however many come at once: each place has its share, so that no sender can take it all.
 */
export function createCeiling(limits: Limits) {
  const places = new Map<string, { bodies: number; bytes: number }>();
  const all = { bodies: 0, bytes: 0 };

  return {
    /** @throws AppError `platform.busy` */
    enter(place: string): Hold {
      const own = places.get(place) ?? { bodies: 0, bytes: 0 };
      if (all.bodies >= limits.bodies || own.bodies >= limits.bodiesEach) throw new AppError('platform.busy');
      places.set(place, own);
      own.bodies += 1;
      all.bodies += 1;
      let mine = 0;
      let released = false;
      return {
        add(bytes) {
          if (all.bytes + bytes > limits.bytes || own.bytes + bytes > limits.bytesEach)
            throw new AppError('platform.busy');
          mine += bytes;
          own.bytes += bytes;
          all.bytes += bytes;
        },
        release() {
          if (released) return;
          released = true;
          own.bytes -= mine;
          all.bytes -= mine;
          own.bodies -= 1;
          all.bodies -= 1;
          if (own.bodies === 0) places.delete(place);
        },
      };
    },
  };
}
