/** A storage of the browser. */
export type Place = {
  names(): string[];
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
};

/** A browser's storage. One that is refused, or full, keeps what it can: pages work without. */
export function placeOf(open: () => Storage): Place {
  const place = attempt(open, null);
  return {
    names: () => (place ? Array.from({ length: place.length }, (_none, index) => place.key(index) ?? '') : []),
    get: (name) => place?.getItem(name) ?? null,
    set: (name, value) => attempt(() => place?.setItem(name, value), undefined),
    remove: (name) => place?.removeItem(name),
  };
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
